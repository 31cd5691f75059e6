import type { ExpenseSplit } from '../../trips/expenses/expense.ts';
import { families } from '../../trips/families/family.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { Records } from '../../trips/records.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import type { Each } from '../understanding/spending.ts';

/** How many there are of whom something cost so much each, and how that is divided. */
export interface CountedEach {
  readonly count: number;
  readonly split: ExpenseSplit;
  readonly among: readonly FamilyId[];
}

/** Counts the people, children, grown-ups or families of those it was for; of all families where none are named. */
export const countEach = async (
  records: Records,
  seats: readonly Participation[],
  among: readonly FamilyId[] | undefined,
  each: Each,
): Promise<CountedEach> => {
  const those = seats.filter(({ familyId }) => among?.includes(familyId) ?? true);
  const all = those.map(({ familyId }) => familyId);
  if (each === 'family') return { count: those.length, split: { by: 'family' }, among: all };
  if (each === 'person')
    return { count: those.reduce((sum, { heads }) => sum + heads, 0), split: { by: 'head' }, among: all };
  const counts = await Promise.all(
    all.map(async (familyId) => {
      const members = (await records.read(families, familyId, familyId))?.members ?? [];
      return [familyId, members.filter(({ child }) => child === (each === 'child')).length] as const;
    }),
  );
  const some = counts.filter(([, count]) => count > 0);
  return {
    count: some.reduce((sum, [, count]) => sum + count, 0),
    split: { by: 'share', shares: Object.fromEntries(some) },
    among: some.map(([familyId]) => familyId),
  };
};
