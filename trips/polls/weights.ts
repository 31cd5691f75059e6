import type { Participation, Trip } from '../trips/trip.ts';

/** How a trip counts its families' ballots. */
export type Counting = Pick<Trip, 'weighting' | 'budgetSplit'>;

/**
 * How much a family's ballot counts: one, its number of people, or its part of the budget as the trip divides it (a
 * budget that is divided evenly gives every family the same weight).
 */
export const weightIn = ({ weighting, budgetSplit }: Counting, { familyId, heads }: Participation): number => {
  if (weighting === 'equal') return 1;
  if (weighting === 'head-count' || budgetSplit?.by === 'head') return heads;
  return budgetSplit?.by === 'share' ? (budgetSplit.shares[familyId] ?? 1) : 1;
};
