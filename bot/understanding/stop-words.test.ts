import { readStopChange, readStops } from './stop-words.ts';

const NOW = new Date('2027-01-10T12:00:00Z');
const ROME = { city: 'Rome', nights: 3 };
const FLORENCE = { city: 'Florence', nights: 2 };

describe('the stops of a trip in words', () => {
  test.each([
    ["We're going to Rome for 3 nights, then Florence 2, then Venice", [ROME, FLORENCE, { city: 'Venice' }]],
    ['rome for three nights then florence for two and then venice', [ROME, FLORENCE, { city: 'Venice' }]],
    ['3 nights in Rome, 2 nights in Florence and a night in Venice', [ROME, FLORENCE, { city: 'Venice', nights: 1 }]],
    ['our stops: Rome (3 nights), Florence (2 nights), Venice', [ROME, FLORENCE, { city: 'Venice' }]],
    ['Rome -> Florence -> Venice', [{ city: 'Rome' }, { city: 'Florence' }, { city: 'Venice' }]],
    ['the route is Rome 3, Florence 2', [ROME, FLORENCE]],
    ['start in Rome 3 nights, after that Florence 2 nights', [ROME, FLORENCE]],
    ['new trip: Rome 3 nights, then Florence 2 nights, from 11 to 16 June 2027', [ROME, FLORENCE]],
  ])('"%s"', (said, stops) => {
    expect(readStops(said, NOW)).toEqual(stops);
  });

  test.each([
    'we eat at Mario, then we go to the beach',
    'Monday then Tuesday',
    'how many nights are we in Rome',
    'is there a train from Rome to Florence and then to Venice?',
    'we booked Hotel Roma for 3 nights, then we see',
    'poll: where do we eat? A, B or C',
  ])('"%s" names none', (said) => {
    expect(readStops(said, NOW)).toBeUndefined();
  });

  const STOPS = ['Rome', 'Florence', 'Venice'];
  test.each([
    ['swap Rome and Florence', { kind: 'swap', cities: ['Rome', 'Florence'] }],
    ['drop Venice', { kind: 'remove', city: 'Venice' }],
    ['leave out Firenze please', { kind: 'remove', city: 'Florence' }],
    [
      'add Pisa for a night between Rome and Florence',
      { kind: 'add', stop: { city: 'Pisa', nights: 1 }, after: 'Rome' },
    ],
    ["let's also stop in Bologna before Venice", { kind: 'add', stop: { city: 'Bologna' }, before: 'Venice' }],
    ['add Verona', { kind: 'add', stop: { city: 'Verona' } }],
    ['one more night in Venice', { kind: 'nights', city: 'Venice', more: 1 }],
    ['4 nights in Rome instead of 3', { kind: 'nights', city: 'Rome', nights: 4 }],
    ['a night less in Florence', { kind: 'nights', city: 'Florence', more: -1 }],
    ['Florence before Rome', { kind: 'move', city: 'Florence', before: 'Rome' }],
    ['put Venice first', { kind: 'move', city: 'Venice', to: 'first' }],
    ['end in Rome', { kind: 'move', city: 'Rome', to: 'last' }],
  ])('"%s" changes them', (said, change) => {
    expect(readStopChange(said, STOPS)).toEqual(change);
  });

  test.each([
    'add the aquarium on day 2',
    'drop the Rome tour',
    'when do we leave Florence',
    'we booked the hotel in Rome',
    'how many nights do we have in Rome',
  ])('"%s" changes none', (said) => {
    expect(readStopChange(said, STOPS)).toBeUndefined();
  });
});
