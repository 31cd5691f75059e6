import { type Money, sayMoney } from '../money.ts';
import type { Candidate } from './candidate.ts';
import type { Limits } from './choose.ts';
import { type Cost, costOf, nothing, plus } from './cost.ts';
import type { PlanningFacts } from './planning-facts.ts';
import type { Settled } from './settled.ts';

/** One change that would make the settled things affordable. */
interface SmallestChange {
  /** `Hotel Sol instead of Hotel Belém`. */
  readonly what: string;
  /** What everything settled would then cost. */
  readonly total: Money;
}

/** Why no plan can be made, and what would make one possible. */
export interface NothingFits {
  readonly ok: false;
  /** The least a plan would cost as things are settled. */
  readonly cheapest: Money;
  readonly changes: readonly SmallestChange[];
  /** All of it in words, naming no family. */
  readonly why: string;
}

/** Something settled, with its price. */
interface Item {
  readonly candidate: Candidate;
  readonly cost: Cost;
}

/** What is settled costs this much in sum. */
const settledCost = (
  facts: PlanningFacts,
  settled: Settled,
  currency: string | undefined,
): { readonly sum: Cost; readonly items: readonly Item[] } => {
  const presentOn = (date: string | undefined): readonly boolean[] =>
    facts.families.map(({ preferences }) => date === undefined || !preferences.unavailable.includes(date));
  const items = [
    ...settled.booked.map((candidate) => ({ candidate, date: candidate.booking?.date })),
    ...settled.decided.map(({ candidate, day }) => ({ candidate, date: day })),
  ].flatMap(({ candidate, date }) => {
    const cost = costOf(candidate, facts.families, presentOn(date), currency);
    return cost ? [{ candidate, cost }] : [];
  });
  const sum = items.reduce((total, { cost }) => plus(total, cost), settled.lodgingCost ?? nothing(facts.families));
  return { sum, items };
};

const fits = ({ total, shares }: Cost, limits: Limits): boolean =>
  total <= limits.total && shares.every((share, index) => share <= (limits.shares[index] ?? Number.POSITIVE_INFINITY));

const minus = (one: Cost, other: Cost): Cost => ({
  total: one.total - other.total,
  shares: one.shares.map((share, index) => share - (other.shares[index] ?? 0)),
});

/** The most changes that are offered: as many as one can choose from at a glance. */
const MOST_CHANGES = 3;

/** Checks whether what is settled can be paid; if not, says the smallest changes after which it could. */
export const refuseOverBudget = (
  facts: PlanningFacts,
  settled: Settled,
  limits: Limits,
  currency: string | undefined,
  nights: number,
): NothingFits | undefined => {
  const { sum, items } = settledCost(facts, settled, currency);
  if (currency === undefined || fits(sum, limits)) return undefined;
  const money = (amount: number): Money => ({ amount, currency });
  const everyone = facts.families.map(() => true);
  const swaps = settled.otherLodging.flatMap((stay): readonly { what: string; cost: Cost }[] => {
    const cost = costOf(stay, facts.families, everyone, currency, nights);
    if (!cost || !settled.lodging || !settled.lodgingCost) return [];
    return [
      { what: `${stay.name} instead of ${settled.lodging.name}`, cost: plus(minus(sum, settled.lodgingCost), cost) },
    ];
  });
  const single = items.filter(({ cost }) => cost.total > 0);
  const drops = single.map(({ candidate, cost }) => ({ what: `without ${candidate.name}`, cost: minus(sum, cost) }));
  const pairs = single.flatMap((one, index) =>
    single.slice(index + 1).map((other) => ({
      what: `without ${one.candidate.name} and ${other.candidate.name}`,
      cost: minus(minus(sum, one.cost), other.cost),
    })),
  );
  const enough = (changes: readonly { what: string; cost: Cost }[]): readonly SmallestChange[] =>
    changes
      .filter(({ cost }) => fits(cost, limits))
      .sort((a, b) => b.cost.total - a.cost.total || (a.what < b.what ? -1 : 1))
      .map(({ what, cost }) => ({ what, total: money(cost.total) }));
  const small = enough([...swaps, ...drops]);
  const changes = (small.length > 0 ? small : enough(pairs)).slice(0, MOST_CHANGES - 1);

  const overTotal = sum.total - limits.total;
  const reason =
    overTotal > 0
      ? `What is settled comes to ${sayMoney(money(sum.total))}, and the budget is ${sayMoney(money(limits.total))}.`
      : `What is settled comes to ${sayMoney(money(sum.total))}, which is more than one family can spend.`;
  const raise = overTotal > 0 ? `raise the budget by ${sayMoney(money(overTotal))}` : "raise that family's own limit";
  const listed = [...changes.map(({ what, total }) => `${what}: ${sayMoney(total)}`), raise];
  return {
    ok: false,
    cheapest: money(sum.total),
    changes,
    why: `${reason} The smallest changes that would fit: ${listed.map((change, index) => `${index + 1}) ${change}`).join(' ')}.`,
  };
};
