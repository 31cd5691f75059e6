import { audited } from '../audit/audit-entry.ts';
import { partsBy } from '../budget/parts.ts';
import { type Clock, instant } from '../clock.ts';
import type { FamilyId } from '../ids.ts';
import type { Money } from '../money.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { type Expense, type ExpenseSplit, expenses } from './expense.ts';

/** What is put right of an expense; what is absent stays. */
export interface ExpenseChange {
  readonly amount?: Money | undefined;
  readonly split?: ExpenseSplit | undefined;
  /** Whom it was for. */
  readonly among?: readonly FamilyId[] | undefined;
}

/**
 * Puts right what an expense came to, or how it is divided; where only the amount changes it stays divided as it was.
 * Whoever may take it out may do so, and the others are told. What changes nothing tells nobody.
 */
export const correctExpense = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isFamilyAdmin, isOrganizer }: TripMember,
  expenseId: string,
  { amount, split, among }: ExpenseChange,
  heardIn?: string,
): Promise<Outcome<{ expense: Expense; before: Expense }>> => {
  if (amount && amount.amount <= 0) return rejected('invalid', 'an expense is more than nothing');
  const before = await records.read(expenses, trip.id, expenseId);
  if (!before) return rejected('not-found');
  const paidIt = isFamilyAdmin && before.paidBy === participation.familyId;
  if (before.addedBy !== person.id && !paidIt && !isOrganizer) {
    return rejected('not-allowed', 'only who wrote it down, the family that paid or the organizer puts it right');
  }
  const seats = await familiesIn(records, trip.id);
  const had = Object.keys(before.parts) as FamilyId[];
  const whose = among ?? had;
  if (whose.length === 0) return rejected('invalid', 'an expense is for one family at least');
  // Whoever has left the trip since still carries a part.
  const knows = (family: FamilyId): boolean =>
    had.includes(family) || seats.some(({ familyId }) => familyId === family);
  if (!whose.every(knows)) return rejected('invalid', 'that family is not in this trip');
  const weighed = whose.map((familyId) => seats.find((seat) => seat.familyId === familyId) ?? { familyId, heads: 1 });
  const now = amount ?? before.amount;
  const divided = split ?? (among ? before.split : { by: 'share' as const, shares: before.parts });
  const parts = partsBy(now.amount, divided, weighed);
  const same = had.length === whose.length && whose.every((family) => before.parts[family] === parts[family]);
  if (same && now.amount === before.amount.amount && now.currency === before.amount.currency)
    return { ok: true, expense: before, before };
  const { _etag, ...kept } = before;
  const corrected: Expense = { ...kept, amount: now, split: split ?? before.split, parts };
  const at = instant(clock);
  const commit = await records.commit(trip.id, [
    { put: corrected, ifMatch: _etag },
    audited(trip.id, 'correctExpense', person.id, at, { expenseId, what: before.what }),
    tell(trip.id, { kind: 'expense-added', expenseId, corrected: true }, at, { heardIn }),
  ]);
  return commit.ok ? { ok: true, expense: corrected, before } : rejected('stale');
};
