import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';

const count = plural('es');
const nights = (number: number): string => count(number, { one: 'noche', other: 'noches' });

export const route: Words['route'] = {
  stop: (city, number, first) => (number === undefined ? city : `${city} ${first ? nights(number) : number}`),
  theStops: (stops) => `Las paradas: ${stops}.`,
  settled: (stops) => `Listo: ${stops}.`,
  staysIn: (trip, city) =>
    `${trip} se queda en ${city}. Para varias ciudades di, p. ej., "Roma 3 noches, luego Florencia 2, luego Venecia".`,
  settledIn: (trip, city) => `Listo: ${trip} se queda en ${city}.`,
  planIt: 'Hacer el plan',
  planNext: 'Escribe PLAN y hago el plan.',
  fitted: (said, has) => `Dijiste ${nights(said)} y el viaje tiene ${has}, así que las ajusté.`,
  letItBe: (number) => `Que el viaje sea de ${nights(number)}`,
  whichTrip: '¿Para qué viaje es? Di antes, p. ej., "usa el viaje Lisboa".',
  refused: (why) =>
    why
      .replace(/^(.+) is no stop of this trip\.$/, '$1 no es una parada de este viaje.')
      .replace(/^(.+) is a stop of this trip already\.$/, '$1 ya es una parada de este viaje.'),
};
