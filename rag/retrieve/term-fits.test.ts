import { termsOf } from '../words/terms.ts';
import { aboutEach, match, spoken } from './term-fits.ts';

const weighted = (word: string) =>
  termsOf(word).map((term) => ({ ...term, weight: 1, names: false, whom: false }))[0] ?? fail(word);
const fail = (word: string): never => {
  throw new Error(`${word} says nothing`);
};

test('a letter is about whoever wrote it, by the line that says who it is from', () => {
  const units = ['From: Carys @ Raft School carys@raft.example', 'Meet at the blue van.', 'To: Mel mel@example.com'];
  const passage = { documentId: 'd', document: 'raft.eml', ordinal: 0, units, spans: units.map(() => [0, 1] as const) };
  const about = aboutEach({ hits: [{ passage, cosines: [0, 0, 0] }], passages: 1, frequencies: new Map() });
  const tells = (word: string): number => about.get('d')?.tells(weighted(word)) ?? 0;
  expect(tells('carys')).toBeGreaterThan(0.5);
  expect(tells('mel')).toBe(0);
});

test.each([
  ['tuesday', 'Cooking: Sat Mel, Sun Owain, Mon Ruth, Tue Fiona', true],
  ['sunday', 'Cooking: Sat Mel, Sun Owain, Mon Ruth, Tue Fiona', true],
  ['saturday', 'Sat 10 | Drive: 9 h', true],
  ['saturday', 'Ama: our flight back is Sat 10th', true],
  ['friday', 'we come on fri and leave sun night', true],
  ['sunday', 'Sun cream is sold at the desk.', false],
  ['sunday', 'There is no shade from the sun on the beach', false],
  ['saturday', 'We sat on the deck', false],
  ['wednesday', 'They wed in the chapel', false],
  ['monday', 'Mon petit hotel', false],
])('%j is told of in %j: %s', (day, text, told) => {
  expect(match(weighted(day), spoken(text)) === 1).toBe(told);
});
