import { amountsIn } from './amounts.ts';

const valuesIn = (text: string): readonly number[] => amountsIn(text).map(({ value }) => value);

test.each([
  ['grandmother, 210 000 000', []],
  ['call us on +351 210 000 000', []],
  ['dinner 84.50', [84.5]],
  ['flights 1 250', [1_250]],
  ['the villa EUR 210 000 000', [210_000_000]],
  ['groceries 58,40 and drinks 21', [58.4, 21]],
])('amounts in "%s"', (text, values) => {
  expect(valuesIn(text)).toEqual(values);
});
