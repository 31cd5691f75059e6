import {
  add,
  compare,
  divide,
  type Fraction,
  lesser,
  multiply,
  subtract,
  sumOf,
  writeFraction,
  ZERO,
} from '../fraction.ts';
import type { Indexed } from '../profile.ts';

/** What has been bought, in order, and the money each voter (by position) has left. */
export interface Purses {
  readonly bought: readonly number[];
  readonly money: readonly Fraction[];
}

/** When to stop buying besides running out of money. */
export interface Shop {
  /** By option: what it costs. */
  readonly costs: readonly Fraction[];
  /** At most so many are bought. */
  readonly limit: number;
}

/**
 * The most that a supporter of weight one has to pay for an option when all its supporters pay alike, those with less
 * giving all they have; `undefined` when together they cannot pay it.
 */
export const priceEach = (
  { supporters, weights }: Indexed,
  { costs }: Shop,
  { money }: Purses,
  option: number,
): Fraction | undefined => {
  // In the order in which a rising price empties their purses.
  const payers = (supporters[option] ?? [])
    .map((voter) => ({ weight: weights[voter] ?? ZERO, has: money[voter] ?? ZERO }))
    .sort((a, b) => compare(multiply(a.has, b.weight), multiply(b.has, a.weight)));
  let owed = costs[option] ?? ZERO;
  let weight = sumOf(payers.map((payer) => payer.weight));
  for (const payer of payers) {
    const each = divide(owed, weight);
    if (compare(multiply(each, payer.weight), payer.has) <= 0) return each;
    owed = subtract(owed, payer.has);
    weight = subtract(weight, payer.weight);
  }
  return undefined;
};

/** The options that cost their supporters least now; none when nothing left can be paid. */
export const cheapest = (votes: Indexed, shop: Shop, purses: Purses): readonly number[] => {
  const offers = votes.supporters.flatMap((_, option) => {
    if (purses.bought.includes(option)) return [];
    const each = priceEach(votes, shop, purses, option);
    return each ? [{ option, each }] : [];
  });
  const [first, ...rest] = offers;
  if (!first) return [];
  const least = rest.reduce((low, { each }) => lesser(low, each), first.each);
  return offers.filter(({ each }) => compare(each, least) === 0).map(({ option }) => option);
};

/** The purses after an option that can be paid has been. */
export const buy = (votes: Indexed, shop: Shop, purses: Purses, option: number): Purses => {
  const each = priceEach(votes, shop, purses, option) ?? ZERO;
  const payers = new Set(votes.supporters[option]);
  return {
    bought: [...purses.bought, option],
    money: purses.money.map((has, voter) =>
      payers.has(voter) ? subtract(has, lesser(has, multiply(each, votes.weights[voter] ?? ZERO))) : has,
    ),
  };
};

/** Every state in which buying ends, over all orders of breaking ties. */
export const buyAll = (votes: Indexed, shop: Shop, start: Purses): readonly Purses[] => {
  const ends: Purses[] = [];
  const seen = new Set<string>();
  const open = [start];
  for (let state = open.pop(); state; state = open.pop()) {
    const key = `${[...state.bought].sort((a, b) => a - b).join()} ${state.money.map(writeFraction).join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const next = state.bought.length < shop.limit ? cheapest(votes, shop, state) : [];
    if (next.length === 0) ends.push(state);
    for (const option of next) open.push(buy(votes, shop, state, option));
  }
  return ends;
};

/** Where buying ends when ties are broken towards the earlier option. */
export const buyInOrder = (votes: Indexed, shop: Shop, start: Purses): Purses => {
  let state = start;
  while (state.bought.length < shop.limit) {
    const [option] = cheapest(votes, shop, state);
    if (option === undefined) break;
    state = buy(votes, shop, state, option);
  }
  return state;
};

/** `amount` divided among all voters by their weight. */
export const evenly = ({ weights }: Indexed, amount: Fraction): readonly Fraction[] => {
  const total = weights.reduce(add, ZERO);
  return weights.map((weight) => divide(multiply(amount, weight), total));
};
