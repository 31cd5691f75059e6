import { readTerms } from './poll-terms.ts';

test.each([
  ['anonymous poll: stay or go?', { text: 'poll: stay or go?', anonymous: true }],
  ['a secret vote on the hotel', { text: 'a vote on the hotel', anonymous: true }],
  [
    'poll: zoo or sea, at least three families must answer, by Friday',
    { text: 'poll: zoo or sea, by Friday', quorum: 3 },
  ],
  ['poll: a secret beach or the zoo?', { text: 'poll: a secret beach or the zoo?' }],
  ['poll: at least 9 families?', { text: 'poll: at least 9 families?' }],
])('%s', (said, terms) => {
  expect(readTerms(said)).toEqual(terms);
});
