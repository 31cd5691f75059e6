import { audited } from '../audit/audit-entry.ts';
import { partsBy } from '../budget/parts.ts';
import { type Clock, instant } from '../clock.ts';
import type { FamilyId } from '../ids.ts';
import type { Money } from '../money.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Expense, expenses } from './expense.ts';

/**
 * Puts right what an expense came to; it stays divided as it was. Whoever may take it out may do so, and the others are
 * told. The same amount again changes nothing.
 */
export const correctExpense = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isFamilyAdmin, isOrganizer }: TripMember,
  expenseId: string,
  amount: Money,
  heardIn?: string,
): Promise<Outcome<{ expense: Expense; before: Money }>> => {
  if (amount.amount <= 0) return rejected('invalid', 'an expense is more than nothing');
  const expense = await records.read(expenses, trip.id, expenseId);
  if (!expense) return rejected('not-found');
  const paidIt = isFamilyAdmin && expense.paidBy === participation.familyId;
  if (expense.addedBy !== person.id && !paidIt && !isOrganizer) {
    return rejected('not-allowed', 'only who wrote it down, the family that paid or the organizer puts it right');
  }
  const before = expense.amount;
  if (before.amount === amount.amount && before.currency === amount.currency) return { ok: true, expense, before };
  // By the parts it had: whoever has left the trip since still carries theirs.
  const shares = expense.parts;
  const among = Object.keys(shares).map((familyId) => ({ familyId: familyId as FamilyId, heads: 1 }));
  const { _etag, ...kept } = expense;
  const corrected: Expense = { ...kept, amount, parts: partsBy(amount.amount, { by: 'share', shares }, among) };
  const at = instant(clock);
  const commit = await records.commit(trip.id, [
    { put: corrected, ifMatch: _etag },
    audited(trip.id, 'correctExpense', person.id, at, { expenseId, what: expense.what }),
    tell(trip.id, { kind: 'expense-added', expenseId, corrected: true }, at, { heardIn }),
  ]);
  return commit.ok ? { ok: true, expense: corrected, before } : rejected('stale');
};
