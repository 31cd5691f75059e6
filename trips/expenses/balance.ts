import type { FamilyId } from '../ids.ts';
import type { Records } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Expense, expenses, type Settlement, settlements } from './expense.ts';
import { type Payment, settleUp } from './settle-up.ts';

/** Where the families of a trip stand in one currency. */
export interface Balance {
  /** ISO 4217. */
  readonly currency: string;
  /** In minor units by family: positive for who is owed. They add up to zero. */
  readonly families: Readonly<Record<FamilyId, number>>;
  /** The fewest payments after which everybody is even. */
  readonly payments: readonly Payment[];
}

/** Balances by currency, in the order of their codes; nothing is converted. */
export const balanceOf = (
  spent: readonly Pick<Expense, 'amount' | 'paidBy' | 'parts'>[],
  paid: readonly Pick<Settlement, 'amount' | 'from' | 'to'>[],
): readonly Balance[] => {
  const byCurrency = new Map<string, Map<FamilyId, number>>();
  const add = (currency: string, family: FamilyId, amount: number): void => {
    const families = byCurrency.get(currency) ?? new Map<FamilyId, number>();
    byCurrency.set(currency, families.set(family, (families.get(family) ?? 0) + amount));
  };
  for (const { amount, paidBy, parts } of spent) {
    add(amount.currency, paidBy, amount.amount);
    for (const [family, part] of Object.entries(parts)) add(amount.currency, family, -part);
  }
  for (const { amount, from, to } of paid) {
    add(amount.currency, from, amount.amount);
    add(amount.currency, to, -amount.amount);
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, families]) => {
      const balances = Object.fromEntries(families);
      return { currency, families: balances, payments: settleUp(balances) };
    });
};

/** What was spent in the trip, the oldest first. */
export const expensesOf = async (records: Records, { trip }: Pick<TripMember, 'trip'>) =>
  [...(await records.list(expenses, trip.id))].sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** Where the families of the trip stand now. */
export const readBalance = async (records: Records, member: TripMember): Promise<readonly Balance[]> =>
  balanceOf(await expensesOf(records, member), await records.list(settlements, member.trip.id));
