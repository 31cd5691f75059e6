import { askedTerms } from './asked-terms.ts';

const asked = (question: string): readonly string[] => askedTerms(question, 'money').map(({ word }) => word);

test('a boat trip is by boat, and a day trip stays one', () => {
  expect(asked('how much is the boat trip for adults')).toEqual(['boat', 'adults']);
  expect(asked('how much is the trip for adults')).toEqual(['trip', 'adults']);
});

test('what a saying means stands for the words that it is said in', () => {
  expect(askedTerms('last entry to the museum', 'clock').map(({ word }) => word)).toEqual(['museum', 'lastentry']);
});

test('which night is a day of the week, and no night', () => {
  const words = askedTerms('which night is there no supper at the inn', 'time').map(({ word }) => word);
  expect(words).toEqual(['supper', 'inn']);
});
