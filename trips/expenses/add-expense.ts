import { audited } from '../audit/audit-entry.ts';
import { partsBy } from '../budget/parts.ts';
import { type Clock, instant } from '../clock.ts';
import { type FamilyId, newId } from '../ids.ts';
import type { Money } from '../money.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { type Expense, type ExpenseSplit, expenses, MAX_EXPENSES } from './expense.ts';

export interface NewExpense {
  /** For a repeatable command: the same id is the same expense. */
  readonly id?: string | undefined;
  readonly what: string;
  readonly amount: Money;
  /** The speaker's family when absent. */
  readonly paidBy?: FamilyId | undefined;
  /** Evenly by family when absent. */
  readonly split?: ExpenseSplit | undefined;
  /** Whom it was for; all families of the trip when absent. */
  readonly among?: readonly FamilyId[] | undefined;
  /** Day in the trip's time zone; today when absent. */
  readonly day?: string | undefined;
}

/** Writes down what a family paid for the others, and each family's part of it. The others are told. */
export const addExpense = async (
  records: Records,
  clock: Clock,
  { trip, person, participation }: TripMember,
  wanted: NewExpense,
  heardIn?: string,
): Promise<Outcome<{ expense: Expense }>> => {
  if (wanted.amount.amount <= 0) return rejected('invalid', 'an expense is more than nothing');
  const seats = await familiesIn(records, trip.id);
  const paidBy = wanted.paidBy ?? participation.familyId;
  const among = wanted.among === undefined ? seats : seats.filter(({ familyId }) => wanted.among?.includes(familyId));
  const isHere = (family: FamilyId): boolean => seats.some(({ familyId }) => familyId === family);
  if (!isHere(paidBy) || !(wanted.among ?? []).every(isHere)) {
    return rejected('invalid', 'that family is not in this trip');
  }
  if (among.length === 0) return rejected('invalid', 'an expense is for one family at least');
  if ((await records.list(expenses, trip.id)).length >= MAX_EXPENSES) {
    return rejected('too-many', `a trip has ${MAX_EXPENSES} expenses at most`);
  }
  const at = instant(clock);
  const split = wanted.split ?? { by: 'family' as const };
  const expense: Expense = {
    pk: trip.id,
    id: wanted.id ?? newId('expense'),
    type: 'expense',
    _schema_version: expenses.version,
    tripId: trip.id,
    what: wanted.what.trim(),
    amount: wanted.amount,
    paidBy,
    split,
    parts: partsBy(wanted.amount.amount, split, among),
    day: wanted.day ?? new Date(clock.now()).toLocaleDateString('sv', { timeZone: trip.timeZone }),
    addedBy: person.id,
    createdAt: at,
  };
  const commit = await records.commit(trip.id, [
    { put: expense, ifAbsent: true },
    audited(trip.id, 'addExpense', person.id, at, { expenseId: expense.id }),
    tell(trip.id, { kind: 'expense-added', expenseId: expense.id }, at, { heardIn }),
  ]);
  const kept = commit.ok ? expense : await records.read(expenses, trip.id, expense.id);
  return kept ? { ok: true, expense: kept } : rejected('stale');
};
