import type { Words } from '../catalogue.ts';

export const planned: Words['planned'] = {
  working: 'Sacando cuentas…',
  goAhead: (words) => `Entendí: "${words}". ¿Lo hago?`,
  several: 'Entendí varias cosas. ¿Las hago todas?',
  yes: 'Sí, hazlo',
  yesAll: 'Sí, todas',
  only: (words) => `Solo: ${words}`,
  no: 'No, déjalo',
  fits: (spans) => `Hay tiempo, sin contar el camino entre uno y otro: ${spans}.`,
  fitsNot: 'No alcanza el tiempo para todo en un día.',
  stopped: '🐢 Se acabó el presupuesto de IA: hasta ahí llegué y te digo lo que tengo.',
  partly: 'No encontré todo lo que hace falta para esto.',
};
