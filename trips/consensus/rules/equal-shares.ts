import { compare, divide, type Fraction, fraction, ONE, subtract, ZERO } from '../fraction.ts';
import { type Committee, committees, type Indexed, indexed, type Profile, seatsIn, totalWeight } from '../profile.ts';
import { topScored } from './approval.ts';
import { fillByPhragmen } from './phragmen.ts';
import { buy, buyAll, buyInOrder, cheapest, evenly, type Purses, type Shop } from './purses.ts';

/** How seats are filled for which the money does not suffice: not at all, by Phragmén's rule, or by most approvals. */
export type Completion = 'none' | 'phragmen' | 'approval';

/**
 * The Method of Equal Shares: each voter gets an equal share of the seats as money, an option costs one seat, and each
 * time the one is bought that is cheapest for each of its supporters. All committees that some order of breaking ties
 * leads to. With Phragmén's rule the money left over counts as negative load.
 * https://doi.org/10.1007/978-3-031-09016-5, section 2.4
 */
export const equalShares = (profile: Profile, seats: number, completion: Completion): readonly Committee[] => {
  const votes = indexed(profile);
  const ends = buyAll(votes, shopFor(votes, seatsIn(profile, seats)), startFor(votes, seats));
  return committees(
    profile,
    ends.flatMap((end) => [...complete(votes, end, seats, completion)]),
  );
};

/**
 * As {@link equalShares}, and every voter gets more money, as if there were one seat more, until all seats are filled.
 * Ties are broken towards the earlier option, without which the rule is not defined.
 */
export const equalSharesByIncrement = (profile: Profile, seats: number): Committee => {
  const votes = indexed(profile);
  const shop = shopFor(votes, seatsIn(profile, seats));
  const wanted = votes.supporters.filter((voters) => voters.length > 0).length;
  if (wanted < seats) return first(profile, topScored(votes.support, [], seats));
  for (let given = seats; ; given += 1) {
    const { bought } = buyInOrder(votes, shop, startFor(votes, given));
    if (bought.length === seats) return first(profile, [bought]);
  }
};

/** One option that was chosen: who has paid how much of its price, by voter; nobody for one that filled a seat. */
export interface Purchase {
  readonly option: string;
  readonly paidBy: Readonly<Record<string, Fraction>>;
}

/** {@link equalShares} with ties broken towards the earlier option, step by step, completed by most approvals. */
export const equalSharesInOrder = (profile: Profile, seats: number): readonly Purchase[] => {
  const votes = indexed(profile);
  const shop = shopFor(votes, seatsIn(profile, seats));
  const steps: Purchase[] = [];
  const named = (option: number): string => profile.options[option] ?? '';
  let state = startFor(votes, seats);
  while (steps.length < seats) {
    const [option] = cheapest(votes, shop, state);
    if (option === undefined) break;
    const next = buy(votes, shop, state, option);
    steps.push({ option: named(option), paidBy: paid(profile, state, next) });
    state = next;
  }
  const [full = state.bought] = topScored(votes.support, state.bought, seats);
  return [...steps, ...full.slice(steps.length).map((option) => ({ option: named(option), paidBy: {} }))];
};

const paid = ({ ballots }: Profile, before: Purses, after: Purses): Readonly<Record<string, Fraction>> =>
  Object.fromEntries(
    ballots.flatMap(({ voter }, index) => {
      const amount = subtract(before.money[index] ?? ZERO, after.money[index] ?? ZERO);
      return compare(amount, ZERO) > 0 ? [[voter, amount]] : [];
    }),
  );

const shopFor = ({ size }: Indexed, seats: number): Shop => ({
  costs: Array.from({ length: size }, () => ONE),
  limit: seats,
});

const startFor = (votes: Indexed, seats: number): Purses => ({
  bought: [],
  money: compare(totalWeight(votes), ZERO) > 0 ? evenly(votes, fraction(BigInt(seats))) : [],
});

const complete = (
  votes: Indexed,
  { bought, money }: Purses,
  seats: number,
  by: Completion,
): Iterable<readonly number[]> => {
  if (bought.length === seats || by === 'none') return [bought];
  if (by === 'approval') return topScored(votes.support, bought, seats);
  const loads = money.map((left, voter) => divide(subtract(ZERO, left), votes.weights[voter] ?? ONE));
  return fillByPhragmen(votes, { chosen: bought, loads }, seats);
};

const first = (profile: Profile, found: Iterable<readonly number[]>): Committee => committees(profile, found)[0] ?? [];
