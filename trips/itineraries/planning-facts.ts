import type { Member, Preferences } from '../families/family.ts';
import type { Money } from '../money.ts';
import type { PlanAsked } from './asked.ts';
import type { Candidate, Meal } from './candidate.ts';
import type { Stay } from './stops/schedule.ts';
import type { TripRule } from './trip-rules.ts';

/** A family as planning sees it. Its preferences steer the plan and are never written into it with its name. */
export interface PlanningFamily {
  readonly id: string;
  readonly members: readonly Pick<Member, 'age' | 'child'>[];
  readonly preferences: Preferences;
  /** How much its wishes count: above 1 for one that has given way before. 1 when absent. */
  readonly weight?: number | undefined;
}

/** A trip through several cities: which it may visit, how many of them, and where it sets out and comes back to. */
export interface Round {
  readonly home?: string | undefined;
  readonly among: readonly string[];
  readonly visit: number;
  /** What about it people should know. */
  readonly notes?: readonly string[] | undefined;
}

/** How a poll ended: what was asked, and what won. */
export interface Decision {
  readonly question: string;
  readonly choice: string;
  readonly details?: string | undefined;
  /** For one person. */
  readonly price?: Money | undefined;
  /** Ids of the families that go along, where others have said they sit it out; everyone when absent. */
  readonly who?: readonly string[] | undefined;
}

/** All that planning and its checker start from. */
export interface PlanningFacts {
  readonly trip: {
    readonly startDate: string;
    readonly endDate: string;
    readonly destination: string;
    readonly budget?: Money | undefined;
    /** Absent when the trip stays at its destination. */
    readonly round?: Round | undefined;
    /** Where each night is to be spent, when the group said so. */
    readonly stays?: readonly Stay[] | undefined;
    /** What every day that is spent in one city must have; nothing when absent. */
    readonly everyFullDay?: { readonly meals: readonly Meal[]; readonly sights: number } | undefined;
    readonly rules?: readonly TripRule[] | undefined;
    /** The day it is there now, when that matters: days before it are over. */
    readonly today?: string | undefined;
    /** What was asked of the plan itself; nothing when absent. */
    readonly asked?: PlanAsked | undefined;
  };
  readonly families: readonly PlanningFamily[];
  readonly candidates: readonly Candidate[];
  readonly decided: readonly Decision[];
}

/** The currency the plan is counted in: the budget's, else the families', else the one most prices are in. */
export const currencyOf = ({ trip, families, candidates }: PlanningFacts): string | undefined => {
  const own = trip.budget?.currency ?? families.flatMap(({ preferences }) => preferences.budget?.currency ?? [])[0];
  if (own) return own;
  const counts = new Map<string, number>();
  for (const { price } of candidates) {
    const currency = price && priceCurrency(price);
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
};

/** The currency a price is in. */
export const priceCurrency = (price: NonNullable<Candidate['price']>): string =>
  price.per === 'person' ? price.adult.currency : price.per === 'group' ? price.total.currency : price.each.currency;

/** Where a candidate is. */
export const cityOf = ({ city }: Pick<Candidate, 'city'>, { trip }: Pick<PlanningFacts, 'trip'>): string =>
  city ?? trip.destination;

/** Which families are there for a candidate on a day, in the order of the families. */
export const joining = (
  { who }: Pick<Candidate, 'who'>,
  families: readonly PlanningFamily[],
  date: string | undefined,
): readonly boolean[] =>
  families.map(
    ({ id, preferences }) =>
      (who === undefined || who.includes(id)) && (date === undefined || !preferences.unavailable.includes(date)),
  );
