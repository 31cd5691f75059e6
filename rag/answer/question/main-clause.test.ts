import { mainClause } from './main-clause.ts';

test.each([
  ['how tall is the van, theres a low bridge', 'how tall is the van'],
  ['my sister is 30 weeks pregnant can she come on the boat', 'can she come on the boat'],
  ['gas ran out while cooking where is another bottle', 'where is another bottle'],
  ['where does the baby go while we ski', 'where does the baby go'],
  ['is there a late desk because our plane lands at eleven', 'is there a late desk'],
])('of %j it is asked %j', (question, asked) => {
  expect(mainClause(question)).toBe(asked);
});

test.each([
  'the ferry to capri, when does it leave',
  'do you know where the sauna is',
  'from when can we check in',
  'is there a refund if we cancel',
  'when it rains, where do we meet',
  'what time is dinner, and is it included',
])('all of %j is asked', (question) => {
  expect(mainClause(question)).toBe(question);
});
