import type { Words } from '../catalogue.ts';

export const settling: Words['settling'] = {
  allFinal: 'Todas las encuestas ya están decididas. Escribe RESULTADOS para verlas.',
  whichStands: (question) => `Las familias no llegaron a una sola respuesta en "${question}". ¿Cuál vale?`,
  final: 'Queda decidido:',
  finalWithDates: (dates) => `Queda decidido, y las fechas también: ${dates}.`,
  askDates: (dates) => `¿Son estas las fechas del viaje, ${dates}?`,
  setDates: 'Sí, pon esas fechas',
  noneEnded: 'Todavía no ha terminado ninguna encuesta.',
  openAgain: 'Abierta otra vez, con los votos que tenía:',
  askWhose: '¿El voto de qué familia, y por cuál opción? P. ej. "anota: los Okoye votan 2".',
  noFamily: (name) => `Ninguna familia de este viaje se llama ${name}.`,
  noPoll: 'No hay ninguna votación abierta.',
  noOption: 'Esa no es ninguna de las opciones: dime su número.',
  recorded: (family, choice) => `Anotado por ${family}: ${choice}. Lo puede cambiar cuando quiera.`,
};
