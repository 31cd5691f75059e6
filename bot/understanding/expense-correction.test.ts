import { correctsExpense, readCorrection } from './expense-correction.ts';

describe('what an expense came to after all', () => {
  test.each([
    ["that's wrong, taxis were 68,40", { bare: 68.4 }],
    ['thats wrong, the boat tour was 120 euros', { amount: { amount: 12_000, currency: 'EUR' } }],
    ['tickets were 54 euros, not 45', { amount: { amount: 5_400, currency: 'EUR' } }],
    ['the taxi was 45 in the end, not 60', { bare: 45 }],
    ['the groceries came to 31 not 13', { bare: 31, before: 13 }],
    ['sorry, the taxi was 24', { bare: 24 }],
    ['perdón, el súper fueron 78,35', { bare: 78.35 }],
    ['that taxi was 24 not 22', { bare: 24, before: 22 }],
    ['change the taxi expense from 75 to 68', { bare: 68 }],
    ['los taxis fueron 68 euros, no 75', { amount: { amount: 6_800, currency: 'EUR' } }],
  ])('is read of "%s"', (text, expected) => {
    expect(correctsExpense.test(text)).toBe(true);
    expect(readCorrection(text)).toMatchObject(expected);
  });

  test.each([
    'dinner was at 8, not 7',
    'there were 5 of us, not 4',
    'we were 3 adults, not 2',
    'the taxi was 24 euros and we paid it',
    'we paid 68 euros for taxis',
    'check-in is at 15, not 16',
    'the trip is 5 days, not 4',
    'kids were 4 and 9',
  ])('is none in "%s"', (text) => {
    expect(correctsExpense.test(text)).toBe(false);
  });
});
