import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { expenses } from './expense.ts';

/** Takes an expense out again: who wrote it down may, the admin of the family that paid, and the organizer. */
export const removeExpense = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isFamilyAdmin, isOrganizer }: TripMember,
  expenseId: string,
): Promise<Outcome<{ what: string }>> => {
  const expense = await records.read(expenses, trip.id, expenseId);
  if (!expense) return rejected('not-found');
  const paidIt = isFamilyAdmin && expense.paidBy === participation.familyId;
  if (expense.addedBy !== person.id && !paidIt && !isOrganizer) {
    return rejected('not-allowed', 'only who wrote it down, the family that paid or the organizer takes it out');
  }
  const commit = await records.commit(trip.id, [
    { remove: expenseId, ifMatch: expense._etag },
    audited(trip.id, 'removeExpense', person.id, instant(clock), { expenseId, what: expense.what }),
  ]);
  return commit.ok ? { ok: true, what: expense.what } : rejected('stale');
};
