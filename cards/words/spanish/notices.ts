import type { Door } from '../../../trips/notifications/listener.ts';
import type { Pace, Topic } from '../../../trips/notifications/preferences.ts';
import type { Words } from '../catalogue.ts';
import { say } from './say.ts';

const PACES: Readonly<Record<Pace, string>> = {
  immediate: 'en cuanto pasa algo',
  hourly: 'una vez por hora',
  daily: 'una vez al día, a las 08:00',
};
const DOORS: Readonly<Record<Door, string>> = {
  sms: 'por mensaje de texto',
  teams: 'en Teams',
  web: 'en el chat web',
  email: 'por correo',
  plugin: 'en otro lado',
};
const TOPICS: Readonly<Record<Topic, string>> = {
  polls: 'encuestas',
  plans: 'planes',
  bookings: 'reservas',
  money: 'dinero',
  reminders: 'recordatorios',
  documents: 'documentos',
  people: 'quién se suma',
};
const named = (topics: readonly Topic[]): string => say.list(topics.map((topic) => TOPICS[topic]));

export const notices: Words['notices'] = {
  stands: (pace, { everywhere, at }, quiet, zone) => {
    const muted = [
      ...(everywhere.length > 0 ? [named(everywhere)] : []),
      ...at.map(([door, topics]) => `${named(topics)} ${DOORS[door]}`),
    ];
    return `${[
      `Las novedades te llegan ${PACES[pace]}`,
      ...(muted.length > 0 ? [`nada sobre ${muted.join('; ')}`] : []),
      ...(quiet ? [`silencio de ${quiet.from} a ${quiet.to}, hora de ${zone}`] : []),
    ].join(', ')}.`;
  },
  howToStop: (byText) =>
    `${byText ? 'Con STOP no te escribo más, y con START vuelvo. Para recibir menos' : 'Para recibir menos'}: "silencia las encuestas", "no me escribas después de las 21:00" o "un resumen diario".`,
  toChange: 'Di, p. ej., "no me escribas después de las 21:00", "silencia las encuestas" o "un resumen diario".',
  noted: (stands, quietNow) =>
    `Anotado. ${stands}${quietNow ? ' A esa hora solo llega lo que no puede esperar.' : ''} A lo que me preguntes siempre te respondo.`,

  clock: (zone, now) => `la hora de ${zone} (ahí son: ${now})`,
  goesBy: (trip, clock) => `${trip} va con ${clock}. Para cambiarla di, p. ej., "nuestra zona horaria es Lisboa".`,
  unknownZone: (place) =>
    `No conozco la zona horaria de ${place}. ¿Qué ciudad grande tiene la misma hora? P. ej. Lisboa.`,
  yourClock: (clock) =>
    `Anotado: tu reloj va con ${clock}. Tus horas de silencio van con él; las horas del viaje siguen siendo las del viaje.`,
  tripClock: (trip, clock) => `Anotado: ${trip} va con ${clock}.`,
};
