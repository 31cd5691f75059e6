import type { Words } from '../catalogue.ts';

export const care: Words['care'] = {
  sorry: 'Lo siento mucho.',
  serious:
    'Si es grave, llama primero al número de emergencias: 112 en Europa y desde casi cualquier celular, 911 en Norteamérica.',
  fromPapers: (lines) => `En tus documentos: ${lines}`,
  nowhere: (stay) =>
    `Tus documentos no nombran ningún médico ni farmacia: pregunta en ${stay ?? 'donde se hospedan'} por lo más cercano.`,
  contacts: (list) => `Tus contactos de emergencia: ${list}.`,
  tellOthers: 'Avisar a las otras familias',
  easyDay: 'Quitar algo del plan de hoy',
};
