import type { FamilyTitle } from '../../../trips/memories/superlatives.ts';
import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { detailInSpanish } from './refusal-details.ts';
import { say } from './say.ts';

const counted = plural('es');

const TITULOS: Readonly<Record<FamilyTitle, readonly [name: string, proof: (number: number, of?: number) => string]>> =
  {
    'answered-all': [
      'Siempre presentes',
      (number) => `respondieron ${number === 2 ? 'las dos' : `las ${number}`} votaciones`,
    ],
    quickest: ['Los más rápidos', (number, of) => `respondieron primero en ${number} de ${of ?? number} votaciones`],
    'same-mind': ['Buen olfato', (number, of) => `votaron por lo que ganó en ${number} de ${of ?? number} votaciones`],
    generous: ['Los más generosos', (number) => `aceptaron ${number} veces lo que eligieron los demás`],
    storyteller: ['Animaron la charla', (number) => `escribieron ${number} mensajes a todos`],
    librarian: ['Todo por escrito', (number) => `nos dieron ${number} documentos y reservas`],
    photographer: ['El ojo del viaje', (number) => `compartieron ${number} fotos`],
    company: ['Buena compañía', (number) => `trajeron ${counted(number, { one: 'viajero', other: 'viajeros' })}`],
  };

export const memories: Words['memories'] = {
  title: (trip) => `${trip}: nuestros recuerdos`,
  lane: 'Recuerdos',
  numbers: 'El viaje en números',
  days: (count) => counted(count, { one: 'día', other: 'días' }),
  families: (count) => counted(count, { one: 'familia', other: 'familias' }),
  people: (count) => counted(count, { one: 'viajero', other: 'viajeros' }),
  cities: (names) => (names.length === 1 ? (names[0] ?? '') : `${names.length} ciudades: ${say.list(names)}`),
  places: (count) => `${counted(count, { one: 'lugar', other: 'lugares' })} en el plan`,
  polls: (polls, votes) =>
    `${counted(polls, { one: 'votación', other: 'votaciones' })}, ${counted(votes, { one: 'voto', other: 'votos' })}`,
  messages: (count) => `${counted(count, { one: 'mensaje', other: 'mensajes' })} para todos`,
  spent: (total) => `${total} gastados entre todos`,
  superlatives: 'Y las medallas son para',
  who: (families) => (families.length === 1 ? `La familia ${families[0]}` : `Las familias ${say.list(families)}`),
  medal: (title) => TITULOS[title][0],
  proof: (title, number, of) => TITULOS[title][1](number, of),
  fullestDay: 'El día más lleno',
  fullestDayProof: (number) => `${number} lugares en el plan`,
  favourite: 'Lo querían todos',
  favouriteProof: (number) => `${number} de ${number} votos`,
  outcomes: 'Lo que decidimos',
  votes: (votes, of) => (of === 0 ? 'sin votos' : `${votes} de ${of} votos`),
  plan: 'Los días, según el plan',
  photos: 'Fotos',
  photoOf: (place, family, caption) => caption ?? `Foto ${place}, de ${family}`,
  noPhotos:
    'Todavía no hay fotos compartidas. Mándame una con las palabras "para los recuerdos" y escribe COMPARTIR FOTOS.',
  pdf: 'PDF para imprimir',
  footer:
    'Hecho con Pathfinder. Quien tenga este enlace puede ver esta página; cada familia eligió qué de lo suyo aparece.',

  begun: 'Voy a repasar el viaje; te escribo aquí en cuanto sus recuerdos estén listos.',
  already: 'Ya estoy en eso; te aviso aquí en cuanto esté.',
  tooEarly: (trip) =>
    `${trip} todavía no termina. Los recuerdos llegan la mañana después del último día; mientras, mándame fotos con las palabras "para los recuerdos".`,
  ready: (trip, glance, link) => `Los recuerdos de ${trip} están listos: ${glance}. ${link}`,
  here: (trip, glance, link) => `Los recuerdos de ${trip}: ${glance}. ${link}`,
  renew: 'Escribe RECUERDOS OTRA VEZ para sumar lo que llegó después.',
  kept: (count) =>
    `Guardé ${count === 1 ? 'la foto' : `${count} fotos`} solo para tu familia. Escribe COMPARTIR FOTOS cuando las demás puedan verlas.`,
  have: 'Esa foto ya la tengo.',
  notKept: (name, why) =>
    `${name}: no la pude guardar${detailInSpanish(why) === undefined ? '' : ` (${detailInSpanish(why)})`}.`,
  sendPhoto:
    'Mándame una foto con las palabras "para los recuerdos" y la guardo con el viaje, solo para tu familia hasta que la compartas.',
  shared: (count) =>
    count === 0
      ? 'No hay nada nuevo que compartir. Mándame una foto con las palabras "para los recuerdos".'
      : `Compartí ${counted(count, { one: 'foto', other: 'fotos' })}: aparecen en los recuerdos para quien tenga el enlace. Escribe QUITAR FOTOS para deshacerlo.`,
  unshared: (count) =>
    count === 0
      ? 'Ninguna de tus fotos está compartida.'
      : `Quité ${counted(count, { one: 'foto', other: 'fotos' })} de los recuerdos.`,
  costs: (yes) =>
    yes
      ? 'Anotado: por ti, los recuerdos pueden mostrar lo que costó el viaje. Se ve cuando todas las familias lo digan.'
      : 'Los recuerdos no muestran lo que costó el viaje.',
  named: (yes) =>
    yes ? 'Tu familia aparece en los recuerdos.' : 'Tu familia ya no aparece entre las medallas de los recuerdos.',
};
