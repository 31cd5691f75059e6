import { readDraftWords } from './draft-words.ts';

test.each([
  ['drop the second', { drop: [1] }],
  ['drop B', { drop: [1] }],
  ['remove option 3', { drop: [2] }],
  ['leave out the last one', { drop: [4] }],
  ['drop A and C', { drop: [0, 2] }],
  ['take out Pizza Roma', { dropNamed: ['Pizza Roma'] }],
  ['add the beach', { add: ['the beach'] }],
  ['drop B, add the Salty Pelican', { drop: [1], add: ['the Salty Pelican'] }],
  ['add the castle to the poll and drop the first', { add: ['the castle'], drop: [0] }],
  ['ask: Where do we meet', { question: 'Where do we meet?' }],
  ['close it by Friday 8pm', { closes: 'Friday 8pm' }],
  ['open it', { what: 'open' }],
  ['ok, open the poll for everybody', { what: 'open' }],
  ['throw it away', { what: 'drop' }],
  ['when can we check in?', {}],
  ['we love castles', {}],
  ['thanks', {}],
])('"%s" is read as what it changes', (text, expected) => {
  const said = Object.entries(readDraftWords(text, 5)).filter(([, value]) => value !== undefined);
  expect(Object.fromEntries(said)).toEqual(expected);
});
