import { readDestination } from './destination.ts';

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
