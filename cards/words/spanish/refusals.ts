import { MAX_MEMBERS } from '../../../trips/families/family.ts';
import { MAX_OPTIONS } from '../../../trips/polls/poll.ts';
import { MAX_FAMILIES } from '../../../trips/trips/trip.ts';
import type { Words } from '../catalogue.ts';

/** What the domain says of a refusal, in English, and the same in Spanish; `$1` is what stood there. */
const DETAILS: readonly (readonly [RegExp, string])[] = [
  [/^only the organizer (?:changes the trip|sets the dates)$/, 'eso lo cambia solo quien organiza el viaje'],
  [/^only the organizer invites families$/, 'solo quien organiza el viaje invita a otras familias'],
  [/^only (.+) or the organizer closes this poll$/, 'esa votación la cierra solo $1 o quien organiza el viaje'],
  [
    /^only the organizer (?:says|changes) what the plan must keep to$/,
    'lo que el plan debe cumplir lo decide quien organiza el viaje',
  ],
  [
    /^only the admin of the (.+) family can bring it into a trip$/,
    'solo quien responde por la familia $1 la mete en un viaje',
  ],
  [/^(.+) is here as a guest: an organizer has an account$/, '$1 está aquí de visita: quien organiza tiene una cuenta'],
  [/^(.+) is in the family already$/, '$1 ya está en la familia'],
  [/^two options are the same$/, 'hay dos opciones iguales'],
  [/^an option is empty$/, 'hay una opción vacía'],
  [/^a name is needed$/, 'hace falta un nombre'],
  [/^a person needs a name$/, 'hace falta un nombre'],
  [/^the deadline has passed$/, 'el plazo ya pasó'],
  [/^that time is past$/, 'esa hora ya pasó'],
  [/^a score is a whole number from (\d) to (\d)$/, 'la nota es un número entero del $1 al $2'],
  [
    /^this poll takes one option, and those scores put several first$/,
    'en esta encuesta gana una sola opción, y esas notas ponen varias en primer lugar',
  ],
  [
    /^those scores want none of the options: give at least one of them more than 1$/,
    'esas notas no quieren ninguna opción: dale más de 1 al menos a una',
  ],
  [
    /^too many wrong codes: try again in (\d+) minutes$/,
    'hubo demasiados códigos equivocados: prueba otra vez en $1 minutos',
  ],
  [
    /^only the organizer confirms or cancels the trip$/,
    'confirmar o cancelar el viaje le toca solo a quien lo organiza',
  ],
  [/^only the organizer hands the trip over$/, 'pasarle el viaje a otra familia le toca solo a quien lo organiza'],
  [/^it is finished already$/, 'ya terminó'],
  [/^only who asked for it or the organizer stops it$/, 'lo detiene solo quien lo pidió o quien organiza el viaje'],
  [/^whoever reads that address asked me for no more mail$/, 'quien lee esa dirección me pidió no recibir más correos'],
  [
    /^I have written there as often as I may without being asked; try another$/,
    'ya escribí ahí tantas veces como puedo sin que me lo pidan; prueba con otra dirección',
  ],
  [
    /^that code is wrong or has run out: ask for another \(.+\)$/,
    'ese código está mal o ya venció: pide otro con NOVEDADES POR CORREO',
  ],
  [
    /^that address belongs to another account of yours: link the two first \(.+\)$/,
    'esa dirección es de otra cuenta tuya: primero une las dos (LINK)',
  ],
];

/** The detail in Spanish, where it is known; nothing where it would stay English in a Spanish sentence. */
const inSpanish = (detail: string): string | undefined => {
  for (const [said, meant] of DETAILS) if (said.test(detail)) return detail.replace(said, meant);
  return undefined;
};
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const refusals: Words['refusals'] = {
  'not-found': () => 'No encuentro eso. Escribe VIAJE para ver lo que hay.',
  'not-a-member': () => 'No estás en ese viaje. Si te invitaron, manda UNIRME y tu código.',
  'not-allowed': (detail) =>
    `Perdón, ${inSpanish(detail) ?? 'eso le toca a quien organiza el viaje o a quien responde por la familia'}.`,
  'poll-closed': (detail) => `La votación "${detail}" ya cerró. Escribe RESULTADOS para ver cómo quedó.`,
  'unknown-option': (detail) =>
    `Responde ${/^\d/.test(detail) ? `del ${detail.replace('-', ' al ')}` : 'con uno de los números'}.`,
  'too-few-options': () =>
    'Una encuesta necesita al menos dos opciones. Mándalas así: "encuesta: ¿dónde cenamos? A, B o C".',
  'too-many-options': (_detail) => `Una encuesta tiene ${MAX_OPTIONS} opciones como máximo. Quita algunas, por favor.`,
  'too-many-families': (_detail) => `El viaje está lleno: caben ${MAX_FAMILIES} familias.`,
  'too-many-members': (_detail) => `Son demasiados: una familia tiene aquí ${MAX_MEMBERS} personas como máximo.`,
  'already-joined': (detail) => (detail === '' ? 'Esa familia ya está en el viaje.' : `${detail} ya está en el viaje.`),
  'invitation-expired': (detail) => `Ese código ya venció. Pídele uno nuevo a ${detail || 'quien te invitó'}.`,
  'invitation-cancelled': (detail) =>
    `Esa invitación se retiró. Pregúntale a ${detail || 'quien te invitó'} si te toca una nueva.`,
  'invitation-used': (detail) => `Ese código ya se usó. Pídele a ${detail || 'quien te invitó'} uno para ti.`,
  'invitation-for-another': (detail) =>
    `Ese código es para la familia ${detail}. Pídele a quien organiza uno para la tuya.`,
  'dates-missing': () => 'Primero necesito las fechas del viaje: dime, p. ej., "del 11 al 15 de junio de 2027".',
  'dates-invalid': (detail) => `Esas fechas no funcionan: ${inSpanish(detail) ?? 'revísalas, por favor'}.`,
  'too-many': (detail) => `${capital(inSpanish(detail) ?? 'de eso ya no cabe más')}.`,
  duplicate: (detail) => `${capital(inSpanish(detail) ?? 'eso ya está')}.`,
  'wrong-status': (detail) =>
    `Eso no se puede ahora: ${inSpanish(detail) ?? 'no va con el punto en que está el viaje'}.`,
  'needs-consent': (detail) => `${capital(inSpanish(detail) ?? 'primero tiene que dar permiso su mamá o su papá')}.`,
  restricted: () =>
    'Tus datos están restringidos, como pediste: los guardo y no hago nada con ellos. Escribe VUELVE A USAR MIS DATOS para seguir.',
  'wrong-code': (detail) => `${capital(inSpanish(detail) ?? 'ese código está mal o ya venció')}.`,
  stale: () => 'Alguien cambió eso en el mismo momento. Dímelo una vez más, por favor.',
  invalid: (detail) => `Así no se puede: ${inSpanish(detail) ?? 'revísalo, por favor'}.`,
};
