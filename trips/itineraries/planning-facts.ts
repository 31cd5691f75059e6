import type { Member, Preferences } from '../families/family.ts';
import type { Money } from '../money.ts';
import type { Candidate } from './candidate.ts';

/** A family as planning sees it. Its preferences steer the plan and are never written into it with its name. */
export interface PlanningFamily {
  readonly id: string;
  readonly members: readonly Pick<Member, 'age' | 'child'>[];
  readonly preferences: Preferences;
}

/** How a poll ended: what was asked, and what won. */
export interface Decision {
  readonly question: string;
  readonly choice: string;
  readonly details?: string | undefined;
  /** For one person. */
  readonly price?: Money | undefined;
}

/** All that planning and its checker start from. */
export interface PlanningFacts {
  readonly trip: {
    readonly startDate: string;
    readonly endDate: string;
    readonly destination: string;
    readonly budget?: Money | undefined;
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
