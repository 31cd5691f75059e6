import { zoneOfPlace } from '../../../trips/trips/time-zone.ts';
import { foundsTrip } from '../founding.ts';
import { plainlyIn } from '../language-of.ts';
import { readTripWish } from '../trip-wish.ts';
import { asFounding } from './hear-founding.ts';

const NOW = new Date('2027-03-01T12:00:00Z');

describe('a trip that somebody would make, in Spanish', () => {
  test.each([
    ['viaje a oporto en junio', /^new trip to oporto/, { roughly: '2027-06-01' }],
    ['hola, queremos ir a lisboa en mayo, somos 4', /^new trip to lisboa/, { roughly: '2027-05-01' }],
    ['vamos a hacer un viaje a madrid a finales de agosto', /^new trip to madrid/, { roughly: '2027-08-21' }],
    ['quiero planear unas vacaciones en Mallorca en julio', /^new trip to Mallorca/, { roughly: '2027-07-01' }],
    ['organiza un viaje a paris 4 dias en abril para 2 familias', /^new trip to paris/, { days: 4, others: 1 }],
    ['viaje lisboa mayo', /^new trip to lisboa/, { roughly: '2027-05-01' }],
    ['lisboa 4-8 mayo', /^lisboa/, { from: '2027-05-04', to: '2027-05-08' }],
    ['un finde en sevilla en marzo', /^new trip to sevilla/, { from: '2027-03-06', to: '2027-03-07' }],
    ['escapada a granada del 3 al 6 de abril', /^new trip to granada/, { from: '2027-04-03', to: '2027-04-06' }],
    ['del 3 al 6 de abril de 2028 a Praga', /^new trip to Praga/, { from: '2028-04-03', to: '2028-04-06' }],
    ['nos gustaría ir a Japón dos semanas en abril', /^new trip to Japón/, { days: 14, roughly: '2027-04-01' }],
    ['ir a la playa en agosto con otras dos familias', /to the beach/, { others: 2, roughly: '2027-08-01' }],
    ['queremos irnos de viaje en mayo', /^a trip to somewhere/, { roughly: '2027-05-01' }],
  ])('is founded by "%s"', (text, begins, said) => {
    const heard = asFounding(text);
    expect(heard).toMatch(begins);
    expect(foundsTrip(heard)).toBe(true);
    const { dates, roughly, days, otherFamilies } = readTripWish(heard, NOW);
    const read = {
      ...{ from: dates?.startDate, to: dates?.endDate, roughly: roughly?.startDate, days, others: otherFamilies },
    };
    expect(read).toMatchObject(said);
  });

  test.each([
    '¿hace calor en Lisboa en mayo?',
    'me invitaron a un viaje a Roma',
    'somos 2 adultos y 2 niños',
    'hola',
    'me llamo Ana Silva',
    'el código es K7QF42',
    'ir al cine',
  ])('is none in "%s"', (text) => {
    expect(foundsTrip(asFounding(text))).toBe(false);
  });

  test.each([
    ['Lisboa', 'Europe/Lisbon'],
    ['Marruecos', 'Africa/Casablanca'],
    ['Nueva York', 'America/New_York'],
    ['Mallorca', 'Europe/Madrid'],
    ['Escocia', 'Europe/London'],
  ])('has the clock of %s', (place, zone) => {
    expect(zoneOfPlace(place)).toBe(zone);
  });

  test('is spoken of in Spanish where a month is named and dated in it', () => {
    expect(['lisboa 4-8 mayo', 'Lisboa en mayo', 'viaje lisboa mayo'].map(plainlyIn)).toEqual(['es', 'es', 'es']);
    expect(plainlyIn('lisbon 4-8 may')).not.toBe('es');
  });
});
