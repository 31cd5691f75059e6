import type { FamilyId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Records } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import type { BudgetSplit } from '../trips/trip.ts';
import { partsBy } from './parts.ts';

/** The trip's budget as one member may see it. */
export interface BudgetSeen {
  /** For all families together. */
  readonly total: Money;
  readonly by: BudgetSplit['by'];
  /** What falls to the member's own family. */
  readonly own: Money;
  /** What falls to each family, in minor units: for the organizer, who divides it, alone. */
  readonly parts?: Readonly<Record<FamilyId, number>> | undefined;
}

/** The budget and the member's family's part of it; what others were assigned is theirs and the organizer's. Nothing without a budget. */
export const readBudget = async (records: Records, member: TripMember): Promise<BudgetSeen | undefined> => {
  const { budget: total, budgetSplit = { by: 'family' } } = member.trip;
  if (!total) return undefined;
  const parts = partsBy(total.amount, budgetSplit, await familiesIn(records, member.trip.id));
  return {
    total,
    by: budgetSplit.by,
    own: { amount: parts[member.participation.familyId] ?? 0, currency: total.currency },
    parts: member.isOrganizer ? parts : undefined,
  };
};
