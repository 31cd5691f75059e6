import fc from 'fast-check';
import { balanceOf } from './balance.ts';
import { divide } from './divide.ts';
import { settleUp } from './settle-up.ts';

/** Balances of up to six families that add up to zero, small enough that groups that are even among themselves occur. */
const balances = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 5 })
  .map((some) => [...some, -some.reduce((sum, one) => sum + one, 0)])
  .map((all) => Object.fromEntries(all.map((balance, index) => [`family_${index}`, balance])));

/** The fewest payments, found the slow way: by the number of groups in every way to split the parties. */
const fewest = (values: readonly number[]): number => {
  const groups = (left: readonly number[]): number => {
    const [first, ...rest] = left;
    if (first === undefined) return 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let subset = 0; subset < 1 << rest.length; subset += 1) {
      const inside = rest.filter((_, index) => subset & (1 << index));
      if (first + inside.reduce((sum, one) => sum + one, 0) !== 0) continue;
      best = Math.max(best, 1 + groups(rest.filter((_, index) => !(subset & (1 << index)))));
    }
    return best;
  };
  const parties = values.filter((value) => value !== 0);
  return parties.length - groups(parties);
};

describe('settling up', () => {
  test('should make everybody even', () => {
    fc.assert(
      fc.property(balances, (before) => {
        const after: Record<string, number> = { ...before };
        for (const { from, to, amount } of settleUp(before)) {
          expect(amount).toBeGreaterThan(0);
          after[from] = (after[from] ?? 0) + amount;
          after[to] = (after[to] ?? 0) - amount;
        }
        expect(Object.values(after).every((balance) => balance === 0)).toBe(true);
      }),
    );
  });

  test('should take the fewest payments there can be', () => {
    fc.assert(
      fc.property(balances, (before) => {
        expect(settleUp(before)).toHaveLength(fewest(Object.values(before)));
      }),
    );
  });

  test('should pay two pairs apart where paying the largest first would take three payments', () => {
    const payments = settleUp({ a: 5, b: 3, c: -3, d: -5 });
    expect(payments).toHaveLength(2);
  });
});

describe('dividing an amount', () => {
  test('should give whole parts that add up and are as near to their share as can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        (amount, weights) => {
          const parts = divide(amount, weights);
          const total = weights.reduce((sum, one) => sum + one, 0);
          expect(parts.reduce((sum, one) => sum + one, 0)).toBe(amount);
          parts.forEach((part, index) => {
            expect(Math.abs(part - (amount * (weights[index] ?? 0)) / total)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('should give the odd cent to the first', () => {
    expect(divide(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });
});

describe('balances', () => {
  test('should keep currencies apart and add up to zero in each', () => {
    const euros = { amount: 9_000, currency: 'EUR' };
    const found = balanceOf(
      [
        { amount: euros, paidBy: 'a', parts: { a: 3_000, b: 3_000, c: 3_000 } },
        { amount: { amount: 500, currency: 'USD' }, paidBy: 'b', parts: { a: 250, b: 250 } },
      ],
      [{ amount: { amount: 3_000, currency: 'EUR' }, from: 'b', to: 'a' }],
    );
    expect(found).toEqual([
      { currency: 'EUR', families: { a: 3_000, b: 0, c: -3_000 }, payments: [{ from: 'c', to: 'a', amount: 3_000 }] },
      { currency: 'USD', families: { a: -250, b: 250 }, payments: [{ from: 'a', to: 'b', amount: 250 }] },
    ]);
  });
});
