import fc from 'fast-check';
import { keepsTo, quantitiesIn, sayLike } from './quantity.ts';

const read = (text: string): readonly (readonly unknown[])[] =>
  quantitiesIn(text).map(({ unit, thousandths, bound }) => [unit, Number(thousandths) / 1_000, bound]);

describe('the quantities of a text', () => {
  it.each([
    [
      'Kayak EUR 1,200.50, canoe 12,50 €',
      [
        ['money EUR', 1200.5, undefined],
        ['money EUR', 12.5, undefined],
      ],
    ],
    [
      'ISK 14,500 each or $40',
      [
        ['money ISK', 14_500, undefined],
        ['money USD', 40, undefined],
      ],
    ],
    ['CHF 1.200,00', [['money CHF', 1200, undefined]]],
    [
      'Dogs up to 15 kg, 1.40 m, from 140 cm',
      [
        ['mass', 15_000, 'to'],
        ['length', 1_400, undefined],
        ['length', 1_400, 'from'],
      ],
    ],
    ['Children under 6', [['age', 6, 'under']]],
    [
      '18 and over, 7 or older, from 8 years',
      [
        ['age', 18, 'from'],
        ['age', 7, 'from'],
        ['age', 8, 'from'],
      ],
    ],
    [
      'after 16:00 or at 5 pm',
      [
        ['clock', 960, 'over'],
        ['clock', 1020, undefined],
      ],
    ],
    [
      '12 am and 12 pm',
      [
        ['clock', 0, undefined],
        ['clock', 720, undefined],
      ],
    ],
    ['13 pm, 25:00, 3 nights, 8 months, platform 10', []],
    ['under 5 km', [['distance', 5_000, 'under']]],
  ])('%j', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it('says an amount back as it is written, to the cent, however large', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 99_999_999n }),
        fc.constantFrom('EUR 1.00', '$1', '1,00 €', 'CHF 1'),
        (cents, like) => {
          const [sample] = quantitiesIn(like);
          if (!sample) throw new Error(like);
          const [again] = quantitiesIn(sayLike(sample, cents * 10n));
          expect([again?.thousandths, again?.unit]).toEqual([cents * 10n, sample.unit]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it('keeps to a limit of either side, the limit itself as its word says', () => {
    const at = { thousandths: 8n };
    expect([keepsTo(at, 'from', 8n), keepsTo(at, 'to', 8n), keepsTo(at, 'over', 8n), keepsTo(at, 'under', 8n)]).toEqual(
      [true, true, false, false],
    );
  });
});
