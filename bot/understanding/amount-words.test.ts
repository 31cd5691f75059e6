import { amountsInDigits } from './amount-words.ts';
import { cutsOf } from './clauses.ts';
import { readBareLimit, readMoney } from './money.ts';

describe('amounts in words', () => {
  it.each([
    ['four hundred and twenty pounds', '420 pounds'],
    ['two thousand five hundred', '2500'],
    ['one thousand two hundred and fifty euros', '1250 euros'],
    ['a hundred and five dollars', '105 dollars'],
    ['thirty five pounds', '35 pounds'],
  ])('should write %j as %j', (said, digits) => {
    expect(amountsInDigits(said)).toBe(digits);
  });

  it('should leave small numbers that count other things', () => {
    expect(amountsInDigits('seven adults and twenty minutes')).toBe('seven adults and twenty minutes');
  });

  it('should be read as money and as a limit', () => {
    expect(readMoney('the hotel was four hundred and twenty pounds')).toEqual({ amount: 42_000, currency: 'GBP' });
    expect(readBareLimit("we'd like to not spend more than say six hundred")).toBe(600);
  });

  it('should not be cut in two at their "and"', () => {
    const lefts = cutsOf('I paid four hundred and twenty pounds and who owes what').map(({ left }) => left);
    expect(lefts).toEqual(['I paid four hundred and twenty pounds']);
  });
});
