import { z } from 'zod';
import { day } from '../dates.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type Money, money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';

/** How an expense is divided: evenly by family, by number of people, or by parts that were agreed. */
export const expenseSplit = z.discriminatedUnion('by', [
  z.object({ by: z.literal('family') }),
  z.object({ by: z.literal('head') }),
  z.object({ by: z.literal('share'), shares: z.record(z.string(), z.number().positive().max(1_000)) }),
]);
export type ExpenseSplit = Readonly<z.infer<typeof expenseSplit>>;

/** Something one family paid for several. Partition: the trip. */
export interface Expense extends Entity {
  readonly type: 'expense';
  readonly tripId: TripId;
  readonly what: string;
  readonly amount: Money;
  readonly paidBy: FamilyId;
  readonly split: ExpenseSplit;
  /** Each family's part in minor units of the amount's currency, fixed when it was written; they add up to the amount. */
  readonly parts: Readonly<Record<FamilyId, number>>;
  /** The day it was paid, in the trip's time zone. */
  readonly day: string;
  readonly addedBy: UserId;
  readonly createdAt: string;
}

export const expenses: Kind<Expense> = {
  type: 'expense',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('expense'),
    _schema_version: z.number(),
    tripId: z.string(),
    what: z.string(),
    amount: money,
    paidBy: z.string(),
    split: expenseSplit,
    parts: z.record(z.string(), z.int()),
    day,
    addedBy: z.string(),
    createdAt: z.string(),
  }),
};

/** Money that went from one family to another to be even. Partition: the trip. */
export interface Settlement extends Entity {
  readonly type: 'settlement';
  readonly tripId: TripId;
  readonly from: FamilyId;
  readonly to: FamilyId;
  readonly amount: Money;
  readonly addedBy: UserId;
  readonly createdAt: string;
}

export const settlements: Kind<Settlement> = {
  type: 'settlement',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('settlement'),
    _schema_version: z.number(),
    tripId: z.string(),
    from: z.string(),
    to: z.string(),
    amount: money,
    addedBy: z.string(),
    createdAt: z.string(),
  }),
};

/** Expenses a trip can have: several a day for the longest trip. */
export const MAX_EXPENSES = 1_000;
