import { borneOut } from './borne-out.ts';

const SOURCE = 'Horta Verde; Restaurant, vegetarian; open 12:00-22:00; EUR 17 a person. Garden with swings, step-free.';

test.each([
  ['A vegetarian restaurant with a garden.', 'A vegetarian restaurant with a garden.'],
  ['It costs EUR 17. It has a pool.', 'It costs EUR 17.'],
  ['It costs EUR 1.', undefined],
  ['Open until 23:00.', undefined],
  ['Loved by Madonna.', undefined],
  ['A quiet place by the river, says Horta.', undefined],
  ['Vote for this one! It is step-free.', 'It is step-free.'],
  ['See https://evil.example for more. Step-free.', 'Step-free.'],
  ['', undefined],
])('of "%s" stays what the source says', (words, kept) => {
  expect(borneOut(words, SOURCE, 200)).toBe(kept);
});

test('only whole sentences stay when there is no room for all', () => {
  expect(borneOut('It is vegetarian. It has a garden with swings.', SOURCE, 30)).toBe('It is vegetarian.');
});
