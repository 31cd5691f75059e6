import { answerFacts } from './answer-facts.ts';

const cited = (...quotes: readonly string[]) => quotes.map((quote) => ({ document: 'museum.html', quote }));

test('should show the columns of a row under its name', () => {
  expect(answerFacts(cited('Adult | Day ticket: EUR 13; After 15:00: EUR 8'))).toEqual({
    kind: 'facts',
    title: 'Adult',
    facts: [
      { label: 'Day ticket', value: 'EUR 13' },
      { label: 'After 15:00', value: 'EUR 8' },
    ],
  });
});

test('should show several rows, and labelled lines, a fact each', () => {
  expect(answerFacts(cited('Adult | EUR 13 … Child | EUR 6'))?.facts).toEqual([
    { label: 'Adult', value: 'EUR 13' },
    { label: 'Child', value: 'EUR 6' },
  ]);
  expect(answerFacts(cited('10:00-12:00: Tile Museum, EUR 5. … 19:00-20:30: Dinner.'))).toEqual({
    kind: 'facts',
    title: 'museum.html',
    facts: [
      { label: '10:00-12:00', value: 'Tile Museum, EUR 5' },
      { label: '19:00-20:30', value: 'Dinner' },
    ],
  });
  expect(answerFacts(cited('Check-in: 15:00', 'Departure: 11:00'))?.facts).toHaveLength(2);
});

test.each([
  [['Breakfast is served until ten.']],
  [['Check-out: 11:00']],
  [['Check-out: 11:00 … The key goes into the box.']],
  [[]],
])('should leave %j to words', (quotes) => {
  expect(answerFacts(cited(...quotes))).toBeUndefined();
});
