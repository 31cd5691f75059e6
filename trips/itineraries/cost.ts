import type { Candidate, Price } from './candidate.ts';
import { type PlanningFamily, priceCurrency } from './planning-facts.ts';

/** Minor units of the plan's currency: for everyone, and each family's part in the order of the families. */
export interface Cost {
  readonly total: number;
  readonly shares: readonly number[];
}

/** What one member pays at a price by the person. */
const forMember = (
  price: Extract<Price, { per: 'person' }>,
  { age, child }: PlanningFamily['members'][number],
): number => {
  if (price.freeUpTo !== undefined && age !== undefined && age <= price.freeUpTo) return 0;
  if (!price.child) return price.adult.amount;
  // Without an age only the family's word says who is a child; a limit on the age then cannot be shown to hold.
  const asChild =
    age === undefined || price.childUpTo === undefined
      ? child && price.childUpTo === undefined
      : age <= price.childUpTo;
  return asChild ? price.child.amount : price.adult.amount;
};

/** Splits an amount by heads, rounding up, so that no family is promised a smaller part than it may have to pay. */
const split = (total: number, families: readonly PlanningFamily[], present: readonly boolean[]): readonly number[] => {
  const heads = headsOf(families, present);
  const all = heads.reduce((sum, count) => sum + count, 0);
  return heads.map((count) => (all === 0 ? 0 : Math.ceil((total * count) / all)));
};

/**
 * What a candidate costs those who are present; `undefined` when its price is not known in the plan's currency.
 * `nights` counts for lodging only.
 */
export const costOf = (
  { price, stay, lanes }: Pick<Candidate, 'price' | 'stay' | 'lanes'>,
  families: readonly PlanningFamily[],
  present: readonly boolean[],
  currency: string | undefined,
  nights = 0,
): Cost | undefined => {
  if (lanes) return costOfLanes(lanes, families, present, currency);
  if (!price || priceCurrency(price) !== currency) return undefined;
  if (price.per === 'person') {
    const shares = families.map(({ members }, index) => {
      if (!present[index]) return 0;
      if (members.length === 0) return price.adult.amount;
      return members.reduce((sum, member) => sum + forMember(price, member), 0);
    });
    return { total: shares.reduce((sum, share) => sum + share, 0), shares };
  }
  const total =
    price.per === 'group'
      ? price.total.amount
      : price.per === 'vehicle'
        ? price.each.amount * Math.ceil(headsOf(families, present).reduce((sum, heads) => sum + heads, 0) / price.seats)
        : price.each.amount * nights * (price.ofRoom ? (price.rooms ?? roomsFor(stay, families, present)) : 1);
  return { total, shares: split(total, families, present) };
};

/** Each family pays for what it does meanwhile. */
const costOfLanes = (
  lanes: NonNullable<Candidate['lanes']>,
  families: readonly PlanningFamily[],
  present: readonly boolean[],
  currency: string | undefined,
): Cost | undefined => {
  const costs = lanes.flatMap((lane) => {
    const there = families.map(({ id }, index) => (present[index] ?? false) && (lane.who?.includes(id) ?? true));
    return costOf(lane, families, there, currency) ?? [];
  });
  return costs.length === 0 ? undefined : costs.reduce(plus);
};

const headsOf = (families: readonly PlanningFamily[], present: readonly boolean[]): readonly number[] =>
  families.map(({ members }, index) => (present[index] ? Math.max(1, members.length) : 0));

/** Rooms needed: one for each family, or as many as hold it when the stay says how many a room holds. */
const roomsFor = (
  stay: Candidate['stay'],
  families: readonly PlanningFamily[],
  present: readonly boolean[],
): number => {
  const { sleeps } = stay ?? {};
  return headsOf(families, present).reduce(
    (sum, heads) => sum + (sleeps === undefined ? Math.min(1, heads) : Math.ceil(heads / sleeps)),
    0,
  );
};

export const nothing = (families: readonly unknown[]): Cost => ({ total: 0, shares: families.map(() => 0) });

export const plus = (one: Cost, other: Cost): Cost => ({
  total: one.total + other.total,
  shares: one.shares.map((share, index) => share + (other.shares[index] ?? 0)),
});
