import { familyThatVotes } from './vote-of-another.ts';

const SEATS = [
  { familyName: 'Chen', familyId: 'family_chen' },
  { familyName: 'Silva', familyId: 'family_silva' },
  { familyName: 'Okoye', familyId: 'family_okoye' },
];
const votes = (text: string) => familyThatVotes(text, SEATS, 'family_chen');

test.each([
  ['the silvas want pizza', 'the Silvas', 'want pizza'],
  ['Okoyes choose 3', 'the Okoyes', '3'],
  ['rui told me the Silva family takes the taverna', 'the Silvas', 'rui takes the taverna'],
  ["the Okoyes' vote is the pelican", 'the Okoyes', 'vote is the pelican'],
] as const)('should read whose vote "%s" is', (text, family, words) => {
  expect(votes(text)).toMatchObject({ family });
  expect(votes(text)?.words.replace(/\s+/g, ' ').replace(/^' /, '')).toBe(words);
});

test.each([
  'we vote like the Silvas, pizza',
  'I told the Okoyes we take 2',
  'pizza for the Chens',
  'pizza',
  'the Silvas or the Okoyes may choose',
  'silvaner wine at the pelican',
])('should leave "%s" to the speaker', (text) => {
  expect(votes(text)).toBeUndefined();
});
