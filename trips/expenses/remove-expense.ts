import { z } from 'zod';
import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { Entity, Kind, Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { expenses } from './expense.ts';

/** Seconds for which a repeated removal is known to be one. */
const REMEMBERED_S = 7 * 86_400;

/** That an expense was here. Partition: the trip. */
export interface RemovedExpense extends Entity {
  readonly type: 'removed_expense';
}

export const removedExpenses: Kind<RemovedExpense> = {
  type: 'removed_expense',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('removed_expense'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
  }),
};

/**
 * Takes an expense out again: who wrote it down may, the admin of the family that paid, and the organizer. Doing it
 * again changes nothing. `stale` when `ifMatch` is no longer its etag.
 */
export const removeExpense = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isFamilyAdmin, isOrganizer }: TripMember,
  expenseId: string,
  ifMatch?: string,
): Promise<Outcome<{ what: string }>> => {
  const removedId = `removed_${expenseId}`;
  const expense = await records.read(expenses, trip.id, expenseId);
  if (!expense) {
    const removed = await records.read(removedExpenses, trip.id, removedId);
    return removed ? { ok: true, what: 'it is out already' } : rejected('not-found');
  }
  if (ifMatch !== undefined && expense._etag !== ifMatch) return rejected('stale');
  const paidIt = isFamilyAdmin && expense.paidBy === participation.familyId;
  if (expense.addedBy !== person.id && !paidIt && !isOrganizer) {
    return rejected('not-allowed', 'only who wrote it down, the family that paid or the organizer takes it out');
  }
  const removed: RemovedExpense = {
    ...{ pk: trip.id, id: removedId, type: 'removed_expense', _schema_version: removedExpenses.version },
    ttl: REMEMBERED_S,
  };
  const commit = await records.commit(trip.id, [
    { remove: expenseId, ifMatch: expense._etag },
    { put: removed },
    audited(trip.id, 'removeExpense', person.id, instant(clock), { expenseId, what: expense.what }),
  ]);
  return commit.ok ? { ok: true, what: expense.what } : rejected('stale');
};
