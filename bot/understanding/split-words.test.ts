import { readAmong, readSplit } from './split-words.ts';

const seats = ['Silva', 'Chen', 'Okoye'].map((familyName) => ({ familyId: `f_${familyName}`, familyName }));
const split = (text: string) => readSplit(text, seats, 'f_Silva');

describe('how something is divided among families', () => {
  test.each([
    ['split the budget by head', { by: 'head' }],
    ['divide it equally', { by: 'family' }],
    ['per person please', { by: 'head' }],
    ['Silvas 2, Chens 1 and Okoyes 1', { by: 'share', shares: { f_Silva: 2, f_Chen: 1, f_Okoye: 1 } }],
    ['we take 3 parts, the Chens 2', { by: 'share', shares: { f_Silva: 3, f_Chen: 2 } }],
    ['2 parts for the Chens and 1 part for us', { by: 'share', shares: { f_Silva: 1, f_Chen: 2 } }],
    ['the Chens carry half', { by: 'share', shares: { f_Chen: 50, f_Silva: 25, f_Okoye: 25 } }],
    ['Silva 50%, Chen 30%, Okoye 20%', { by: 'share', shares: { f_Silva: 50, f_Chen: 30, f_Okoye: 20 } }],
    ['60% for the Okoyes', { by: 'share', shares: { f_Okoye: 60, f_Silva: 20, f_Chen: 20 } }],
    ['Silva 80%, Chen 80%', undefined],
    ['Silva 50%, Chen 30%, Okoye 10%', undefined],
    ['we pay 84 euros for dinner, the Chens 40 euros', undefined],
    ['we paid 84 euros for dinner', undefined],
    ['the Chens paid 30 euros for the taxi', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test.each([
    ['we paid 40 euros for the boat, only for the Chens and us', ['f_Silva', 'f_Chen']],
    ['just between the Okoyes and the Chens', ['f_Chen', 'f_Okoye']],
    ['i paid 60 euros for tickets, only us and the okoyes', ['f_Silva', 'f_Okoye']],
    ['we paid 60 euros for tickets, split with the Chens', ['f_Silva', 'f_Chen']],
    ['split it between the Chens and the Okoyes', ['f_Chen', 'f_Okoye']],
    ['we paid 30 euros for wine, not the Okoyes', ['f_Silva', 'f_Chen']],
    ["i paid 200 euros for the flat, the Okoyes aren't in on that", ['f_Silva', 'f_Chen']],
    ['split the uber between us and the okoyes', ['f_Silva', 'f_Okoye']],
    ['lunch 45 for us and the okoyes', ['f_Silva', 'f_Okoye']],
    ['lunch 45 for us', undefined],
    ['only us and the dog', undefined],
    ['only for fun', undefined],
    ['we paid 40 euros for lunch', undefined],
  ])('%s', (text, expected) => {
    expect(readAmong(text, seats, 'f_Silva')).toEqual(expected);
  });
});
