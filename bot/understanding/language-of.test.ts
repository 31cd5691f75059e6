import { plainlyIn } from './language-of.ts';

test.each([
  ['Hola', 'es'],
  ['gracias', 'es'],
  ['¿hay piscina?', 'es'],
  ['a qué hora es el desayuno', 'es'],
  ['dos adultos y tres niños', 'es'],
  ['queremos la segunda', 'es'],
  ['mueve el museo al domingo', 'es'],
  ['what time is breakfast', 'en'],
  ['we are two adults and three kids', 'en'],
  ['how far is El Nido from Los Angeles', 'en'],
  // What either may write changes nothing.
  ['La Taberna', undefined],
  ['Los Angeles, Las Vegas', undefined],
  ['Ana Silva', undefined],
  ['2', undefined],
  ['ok', undefined],
  ['plan', undefined],
  ['demo', undefined],
] as const)('"%s" is plainly in: %s', (text, language) => {
  expect(plainlyIn(text)).toBe(language);
});
