import { MAX_MEMBERS } from '../../../trips/families/family.ts';
import { MAX_OPTIONS } from '../../../trips/polls/poll.ts';
import { MAX_FAMILIES } from '../../../trips/trips/trip.ts';
import type { Words } from '../catalogue.ts';
import { detailInSpanish as inSpanish } from './refusal-details.ts';

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
