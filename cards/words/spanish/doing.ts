import type { Words } from '../catalogue.ts';

export const doing: Words['doing'] = {
  nothingPlanned: 'Ahora mismo no estoy planeando nada.',
  stopped: 'Me detuve. El plan queda como estaba; escribe PLAN cuando quieras que siga.',
  nothingToUndo: 'Aquí todavía no hay nada que deshacer. Escribe MENU para ver qué puedo hacer.',
  whetherToUndo: (what) => `Lo último que cambiaste aquí es ${what}. ¿Lo deshago?`,
  yesUndo: 'Sí, deshacerlo',
  cannotUndo: (what) => `No puedo deshacer ${what}. Dime cómo debe quedar ahora.`,
};
