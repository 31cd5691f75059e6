import { z } from 'zod';
import { day } from '../../trips/dates.ts';
import { addExpense } from '../../trips/expenses/add-expense.ts';
import { expensesOf, readBalance } from '../../trips/expenses/balance.ts';
import { expenseSplit, expenses } from '../../trips/expenses/expense.ts';
import { recordSettlement } from '../../trips/expenses/record-settlement.ts';
import { removeExpense } from '../../trips/expenses/remove-expense.ts';
import { idFrom } from '../../trips/ids.ts';
import { money } from '../../trips/money.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const something = money.extend({ amount: z.int().min(1).max(1e12) }).meta({ description: 'In minor units.' });
const family = z.string().max(100);

const expenseSent = sent(
  'NewExpense',
  z.strictObject({
    what: words(100),
    amount: something,
    paidBy: family.optional().meta({ description: "A family's id; the caller's own when absent." }),
    split: expenseSplit.optional().meta({ description: 'Evenly by family when absent.' }),
    among: z.array(family).min(1).max(6).optional().meta({ description: 'All families of the trip when absent.' }),
    day: day.optional().meta({ description: "In the trip's time zone; today when absent." }),
  }),
);
const settlementSent = sent('NewSettlement', z.strictObject({ from: family, to: family, amount: something }));

const expenseShown = shown(
  'Expense',
  z.object({
    id: z.string(),
    tripId: z.string(),
    what: z.string(),
    amount: money,
    paidBy: z.string(),
    split: expenseSplit,
    parts: z
      .record(z.string(), z.int())
      .meta({ description: "Each family's part in minor units; they add up to the amount." }),
    day,
    addedBy: z.string(),
    createdAt: z.string(),
  }),
);
const expensePage = shown('ExpenseList', pageOf(expenseShown));
const settlementShown = shown(
  'Settlement',
  z.object({
    id: z.string(),
    tripId: z.string(),
    from: z.string(),
    to: z.string(),
    amount: money,
    addedBy: z.string(),
    createdAt: z.string(),
  }),
);
const balancesShown = shown(
  'Balances',
  pageOf(
    z.object({
      currency: z.string(),
      families: z
        .record(z.string(), z.int())
        .meta({ description: 'Minor units by family, positive for who is owed; they add up to zero.' }),
      payments: z
        .array(z.object({ from: z.string(), to: z.string(), amount: z.int() }))
        .meta({ description: 'The fewest payments after which everybody is even.' }),
    }),
  ),
);

const params = z.object({ tripId: idOf('trip') });

/** What was paid for everyone, who owes whom, and what was paid back. Seen by all families of the trip. */
export const expenseRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/expenses',
    operationId: 'listExpenses',
    summary: 'What was paid, the newest first',
    tag: 'expenses',
    params,
    query: pageQuery,
    gives: { statuses: [200], body: expensePage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const spent = await expensesOf(records, mine.member);
      const page = pageFrom(spent, ({ createdAt, id }) => `${createdAt} ${id}`, query, 'last-first');
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/expenses',
    operationId: 'addExpense',
    summary: "Writes down what a family paid, with each family's part; the others are told",
    tag: 'expenses',
    params,
    body: expenseSent,
    repeatable: true,
    tagged: true,
    gives: { statuses: [201], body: expenseShown },
    refuses: [409],
    handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const id = idempotencyKey === undefined ? undefined : idFrom('expense', tripId, userId, idempotencyKey);
      const added = await addExpense(records, clock, mine.member, { ...body, id });
      if (!added.ok) return added;
      const { expense } = added;
      const etag = (await records.read(expenses, tripId, expense.id))?._etag;
      return { ok: true, status: 201, body: expense, etag, location: `/trips/${tripId}/expenses/${expense.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/expenses/{expenseId}',
    operationId: 'readExpense',
    summary: 'One thing that was paid',
    tag: 'expenses',
    params: params.extend({ expenseId: idOf('expense') }),
    tagged: true,
    gives: { statuses: [200], body: expenseShown },
    handle: async ({ userId, params: { tripId, expenseId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const expense = await records.read(expenses, tripId, expenseId);
      return expense ? { ok: true, status: 200, body: expense, etag: expense._etag } : rejected('not-found');
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/expenses/{expenseId}',
    operationId: 'removeExpense',
    summary: 'Takes an expense out: who wrote it down, the family that paid, or the organizer',
    tag: 'expenses',
    params: params.extend({ expenseId: idOf('expense') }),
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, expenseId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const removed = await removeExpense(records, clock, mine.member, expenseId, ifMatch[0]);
      return removed.ok ? { ok: true, status: 204, body: undefined } : removed;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/balances',
    operationId: 'readBalances',
    summary: 'Who owes whom, by currency, and the fewest payments to be even',
    tag: 'expenses',
    params,
    query: pageQuery,
    gives: { statuses: [200], body: balancesShown },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const page = pageFrom(await readBalance(records, mine.member), ({ currency }) => currency, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/settlements',
    operationId: 'recordSettlement',
    summary: 'Writes down that one family has paid another back; no money is moved',
    tag: 'expenses',
    params,
    body: settlementSent,
    repeatable: true,
    gives: { statuses: [201], body: settlementShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const id = idempotencyKey === undefined ? undefined : idFrom('settlement', tripId, userId, idempotencyKey);
      const done = await recordSettlement(records, clock, mine.member, { ...body, id });
      return done.ok ? { ok: true, status: 201, body: done.settlement } : done;
    },
  }),
];
