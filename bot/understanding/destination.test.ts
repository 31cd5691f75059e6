import { readDestination } from './destination.ts';

test.each(['we want to go to the sea in july', 'a trip to the mountains with friends', 'new trip somewhere warm'])(
  '"%s" names no place yet',
  (text) => {
    expect(readDestination(text, false)).toBeUndefined();
  },
);

test('a name that begins like a little word is kept whole', () => {
  expect(readDestination('Inverness', true)).toBe('Inverness');
  expect(readDestination('Toledo', true)).toBe('Toledo');
});

test.each([
  ['Tenerife sounds good. 8th to 15th feb', 'Tenerife'],
  ['how about the Isle of Skye?', 'Isle of Skye'],
  ['hmm maybe crete', 'Crete'],
  ['we were thinking of Trinidad and Tobago', 'Trinidad and Tobago'],
  ['Rome would be lovely', 'Rome'],
  ["let's do Malta if it's warm", 'Malta'],
])('"%s" answers where with %s', (text, place) => {
  expect(readDestination(text, true)).toBe(place);
});
