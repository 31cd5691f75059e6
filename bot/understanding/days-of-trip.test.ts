import { readReminder } from './reminder-words.ts';
import { heardBy } from './spanish/heard.ts';

const TRIP = { timeZone: 'Europe/Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' };
const BEFORE = new Date('2027-03-01T10:00:00Z');
const DURING = new Date('2027-06-12T10:00:00Z');

describe('a reminder on a day that the trip itself tells', () => {
  test.each([
    ['remind me to check in online the day before we fly', '2027-06-10T08:00:00.000Z', 'check in online'],
    ['the day before we fly remind us to check in online', '2027-06-10T08:00:00.000Z', 'check in online'],
    ['remind us the evening before we leave to charge the phones', '2027-06-10T18:00:00.000Z', 'charge the phones'],
    ['remind me the night before the trip to water the plants', '2027-06-10T18:00:00.000Z', 'water the plants'],
    ['remind us two days before the trip to pack', '2027-06-09T08:00:00.000Z', 'pack'],
    ['remind me a week before we go to buy sunscreen', '2027-06-04T08:00:00.000Z', 'buy sunscreen'],
    ['remind us at 7 pm the day before departure to order a taxi', '2027-06-10T18:00:00.000Z', 'order a taxi'],
    ['remind me the day we arrive to call the hotel', '2027-06-11T08:00:00.000Z', 'call the hotel'],
    ['remind us on the morning of the flight to take the passports', '2027-06-11T08:00:00.000Z', 'take the passports'],
    ['remind me the day before we fly home to check in', '2027-06-14T08:00:00.000Z', 'check in'],
    ['remind us on the last day to leave the keys', '2027-06-15T08:00:00.000Z', 'leave the keys'],
    ['remind me the day after we get back to unpack', '2027-06-16T08:00:00.000Z', 'unpack'],
  ])('"%s"', (text, at, what) => {
    expect(readReminder(text, BEFORE, TRIP)).toMatchObject({ at, what, byClock: true });
  });

  test('means the way home once the trip has begun', () => {
    const text = 'remind me to check in online the day before we fly';
    expect(readReminder(text, DURING, TRIP).at).toBe('2027-06-14T08:00:00.000Z');
  });

  test.each(['remind me to check in the day before we fly', 'remind me to buy flowers the day before the concert'])(
    'is asked for where nothing tells it: "%s"',
    (text) => {
      expect(readReminder(text, BEFORE, { timeZone: 'UTC' }).at).toBeUndefined();
    },
  );

  test.each([
    ['recuérdame hacer el check-in el día antes de volar', '2027-06-10T08:00:00.000Z'],
    ['recuérdanos dos días antes del viaje hacer las maletas', '2027-06-09T08:00:00.000Z'],
    ['recuérdame la noche antes de salir cargar los teléfonos', '2027-06-10T18:00:00.000Z'],
    ['recuérdanos la víspera del regreso pedir un taxi', '2027-06-14T08:00:00.000Z'],
  ])('"%s"', (text, at) => {
    expect(readReminder(heardBy('set-reminder', text), BEFORE, TRIP)).toMatchObject({ at });
  });
});
