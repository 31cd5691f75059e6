import { add, compare, type Fraction, fraction, fractionOf, multiply, subtract, sumOf, ZERO } from '../fraction.ts';
import { type Committee, committees, type Indexed, indexed, type Profile } from '../profile.ts';
import { buyAll, buyInOrder, evenly, type Purses, type Shop } from './purses.ts';

/** What the options cost and what there is to spend, in minor units of one currency. */
export interface Costs {
  /** By option; whole and more than zero. */
  readonly costs: Readonly<Record<string, number>>;
  /** Whole; for all voters together. */
  readonly budget: number;
}

/**
 * The Method of Equal Shares where options have prices: the budget is divided evenly, and each time the option is
 * bought that is cheapest for each of its supporters. What the money left over would still buy is not bought. All sets
 * that some order of breaking ties leads to. A price that is missing or not positive throws a RangeError.
 */
export const equalSharesWithCosts = (profile: Profile, prices: Costs): readonly Committee[] => {
  const votes = indexed(profile);
  const ends = buyAll(votes, shopFor(profile, prices), startFor(votes, fractionOf(prices.budget)));
  return committees(
    profile,
    ends.map(({ bought }) => bought),
  );
};

/** How often voters get more money, each time by a share of the budget, before what is left over is simply spent. */
const ROUNDS = 2_000;
const STEP = fraction(1n, 200n);

/**
 * As {@link equalSharesWithCosts} with ties broken towards the earlier option; then all voters get more and more money
 * while what they buy stays within the budget, and what is left over buys, by most support, whatever it can still pay.
 * One set of options within the budget.
 */
export const equalSharesWithinBudget = (profile: Profile, prices: Costs): Committee => {
  const votes = indexed(profile);
  const shop = shopFor(profile, prices);
  const budget = fractionOf(prices.budget);
  let bought: readonly number[] = [];
  for (let round = 0; round < ROUNDS && bought.length < supported(votes); round += 1) {
    const given = add(budget, multiply(multiply(budget, STEP), fractionOf(round)));
    const next = buyInOrder(votes, shop, startFor(votes, given)).bought;
    if (compare(costOf(shop, next), budget) > 0) break;
    bought = next;
  }
  return committees(profile, [fillUp(votes, shop, bought, budget)])[0] ?? [];
};

const supported = ({ supporters }: Indexed): number => supporters.filter((voters) => voters.length > 0).length;

const costOf = ({ costs }: Shop, bought: readonly number[]): Fraction =>
  sumOf(bought.map((option) => costs[option] ?? ZERO));

const fillUp = (votes: Indexed, shop: Shop, bought: readonly number[], budget: Fraction): readonly number[] => {
  const others = votes.support
    .map((support, option) => ({ support, option }))
    .filter(({ option, support }) => !bought.includes(option) && compare(support, ZERO) > 0)
    .sort((a, b) => compare(b.support, a.support) || a.option - b.option);
  let all = bought;
  let left = subtract(budget, costOf(shop, bought));
  for (const { option } of others) {
    const cost = shop.costs[option] ?? ZERO;
    if (compare(cost, left) > 0) continue;
    all = [...all, option];
    left = subtract(left, cost);
  }
  return all;
};

const shopFor = ({ options }: Profile, { costs }: Costs): Shop => ({
  costs: options.map((option) => {
    const cost = costs[option] ?? 0;
    if (!Number.isSafeInteger(cost) || cost <= 0) throw new RangeError(`no price for ${option}`);
    return fractionOf(cost);
  }),
  limit: options.length,
});

const startFor = (votes: Indexed, amount: Fraction): Purses => ({
  bought: [],
  money: votes.weights.length > 0 ? evenly(votes, amount) : [],
});
