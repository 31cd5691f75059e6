import type { Words } from '../catalogue.ts';

export const planSheet: Words['planSheet'] = {
  title: (trip) => `${trip}: el plan`,
  day: (number) => `Día ${number}`,
  continued: (number) => `Día ${number}, continuación`,
  freeDay: 'Un día libre',
  forEveryone: (sum) => `${sum} entre todos`,
  checksHold: (checks) => `Todo en orden: ${checks} revisiones`,
  checksFail: (failed, checks) => `Hay que mirar ${failed} de ${checks} revisiones`,
  print: 'PDF para imprimir',
  calendar: 'Agregar al calendario',
  map: 'Mapa',
  mapOf: (title) => ` de ${title}`,
  from: (source) => `de ${source}`,
  open: 'Por decidir',
  checked: 'Revisado después de planear',
  whose: 'De quién es el plan',
  everyone: 'Todos',
  ownPlan: (family) => `Como va ${family}`,
  made: (version) => `Versión ${version}, hecha con Pathfinder. Quien tenga este enlace puede leer esta página.`,
  page: (trip, version, page, pages) => `${trip} · versión ${version} · página ${page} de ${pages}`,
  newest: 'Escanea para ver el plan al día',
};
