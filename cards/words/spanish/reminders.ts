import type { Words } from '../catalogue.ts';

const LISTED = 'RECORDATORIOS muestra lo que está anotado.';
const TOLD = { me: 'Te aviso', family: 'Le aviso a tu familia', trip: 'Les aviso a todas las familias' } as const;
const FOR = { me: ' (solo a ti)', family: '', trip: ' (a todas las familias)' } as const;

export const reminders: Words['reminders'] = {
  onlyOnce:
    'Recuerdo las cosas una vez, no una y otra vez. Dime un día y una hora, p. ej. "recuérdanos el viernes a las 9".',
  notInGroup:
    'Eso dímelo en nuestro chat privado y te aviso solo a ti. Aquí le aviso a todo el grupo: "recuérdanos …".',
  what: '¿Qué les recuerdo? P. ej. "llevar los pasaportes".',
  when: '¿Cuándo? P. ej. "el viernes a las 9" o "en dos horas".',
  everyone: (families, when, what) => `¿Les recuerdo a las ${families} familias, el ${when}: "${what}"?`,
  yesEveryone: 'Sí, a todas',
  onlyMine: 'Solo a mi familia',
  set: (whom, when, what) => `${TOLD[whom]} el ${when}: ${what}. ${LISTED}`,
  due: (whom, when, what) =>
    `Anotado: ${what}, a más tardar el ${when}. ${TOLD[whom]} un día antes y esa mañana. ${LISTED}`,
  noneHow: 'No hay recordatorios anotados. Di, p. ej., "recuérdanos el viernes a las 9 llevar los pasaportes".',
  none: 'No hay recordatorios anotados.',
  listed: 'Esto está anotado; elige uno para cancelarlo.',
  which: '¿Cuál cancelo?',
  one: (when, what, due, whom) => `${when}: ${due ? 'a más tardar, ' : ''}${what}${FOR[whom]}`,
  cancel: (what, when) => `¿Cancelo "${what}", del ${when}?`,
  yesCancel: 'Sí, cancélalo',
  noKeep: 'No, déjalo',
  cancelled: (what) => `Cancelado: ${what}.`,
};
