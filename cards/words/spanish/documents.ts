import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { inTurn } from './in-turn.ts';
import { say } from './say.ts';
import { UNREAD } from './unread-sentences.ts';

const count = plural('es');

export const documents: Words['documents'] = {
  looking: 'Buscando en los documentos del viaje…',
  onlyQuoting: '🐢 Hoy ando en modo de ahorro (se acabó el presupuesto de IA), así que solo cito tus documentos.',
  notFound: 'No encontré eso en los documentos de tu viaje.',
  notForSure: (nearest) => `No encontré eso con seguridad en los documentos de tu viaje. Lo más cercano: ${nearest}`,
  // A Spanish question may have been asked in English words: those are not read back.
  partNotFound: (_, nearest) =>
    nearest === undefined
      ? 'De una parte de tu pregunta no encontré nada.'
      : `De una parte de tu pregunta no estoy seguro. Lo más cercano: ${nearest}`,
  otherWords: '¿No es eso? Pregúntamelo con otras palabras.',
  noneYet: 'Todavía no hay ninguno: mándame una reserva o una guía.',
  sendIt: 'Si tienes un papel que lo diga, mándamelo.',
  sendFile:
    'Mándame el archivo aquí: un PDF, un Word, una página web, un correo, un calendario o un texto; una foto con una línea que diga qué muestra. Todo el viaje puede preguntar por él; escribe "privado" junto con el archivo para que quede en tu familia.',
  pasted:
    'Parece un texto de otra parte, así que no hice nada de lo que dice. ¿Lo guardo entre los documentos del viaje? Así te respondo con él.',
  keepForAll: 'Sí, para todos',
  keepForUs: 'Sí, solo para nuestra familia',
  keepNot: 'No, déjalo',
  pastedTooLong:
    'Es un texto largo de otra parte, así que no hice nada de lo que dice. Mándamelo como archivo y te respondo con él.',
  reading: (name) => `Leyendo ${name}…`,
  notFetched: (name) => `No pude traer ${name}. Mándamelo otra vez, por favor.`,
  askAbout: (several) => `Pregúntame lo que quieras sobre ${several ? 'ellos' : 'eso'}.`,
  readingAlready: (name) => `Ya estoy leyendo ${name}; te aviso cuando termine.`,
  long: (name, familyOnly) =>
    `${name} es largo${familyOnly ? ' (queda solo con tu familia)' : ''}: lo estoy leyendo y te aviso cuando termine.`,
  bookingsFound: (bookings, documents) =>
    `Ahí ${documents === 1 ? 'encontré' : 'encontré en total'} ${bookings.length === 1 ? 'una reserva' : `${bookings.length} reservas`}: ${say.list(bookings)}. ¿${bookings.length === 1 ? 'La anoto' : 'Las anoto'}?`,
  noteThem: (bookings) => `Sí, ${bookings === 1 ? 'anótala' : 'anótalas'}`,
  leaveThem: 'No, déjalo así',
  noted: (bookings, familyOnly) =>
    `Anotado${familyOnly ? ', solo para tu familia' : ''}: ${bookings.join('; ')}. RESERVAS las muestra todas; yo no reservo nada.`,
  whatBooked: '¿Qué reservaste? P. ej. "Hotel Miradouro".',
  whenIs: (name) => `¿Cuándo es ${name}? P. ej. "del 11 al 15 de junio" o "el viernes a las 8 de la noche".`,
  noBookingThere:
    'Ahí ya no encuentro ninguna reserva. Dímela tú: "reservamos el Hotel Miradouro del 11 al 15 de junio".',
  notRead: (name, detail) =>
    `${name}: ${inTurn(detail, UNREAD) ?? 'no pude leerlo. Mándamelo como PDF, Word, página web o texto, o solo la parte que importa.'}`,
  haveAlready: (name) => `${name} ya lo tengo.`,
  read: (name, pages, { replaced, familyOnly, unread, picture }) =>
    `${picture ? `Guardé ${name} con tu línea` : `Leí ${name} (${count(Math.max(1, pages), { one: 'página', other: 'páginas' })})`}${replaced ? ', en lugar del que mandaste antes' : ''}${familyOnly ? ', solo para tu familia' : ''}${unread === undefined ? '.' : '; una parte no la pude leer.'}`,
};
