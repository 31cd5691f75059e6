import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { expensesOf } from '../../trips/expenses/balance.ts';
import { correctExpense } from '../../trips/expenses/correct-expense.ts';
import { type Expense, expenseSplit } from '../../trips/expenses/expense.ts';
import { type Money, money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { byNights, isLodging, readDividing } from '../understanding/dividing.ts';
import { correctsExpense, readCorrection } from '../understanding/expense-correction.ts';
import { moneyOf } from '../understanding/money.ts';
import { namesSame } from '../understanding/same-thing.ts';
import { dividedAnew, divideExpense } from './divide-expense.ts';
import { sayParts } from './say-parts.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const MOST_OFFERED = 5;

export const correctExpenseSkill = skill({
  name: 'correct-expense',
  description: 'Puts right what an expense came to, or how it is divided',
  who: 'member',
  input: z.object({
    expenseId: z.string().max(80).optional(),
    /** What it came to, in its own currency where none was said. */
    amount: money.optional(),
    bare: z.number().positive().max(10_000_000).optional(),
    /** What was written down, where that was said. */
    before: z.number().positive().max(10_000_000).optional(),
    /** Words by which the expense is meant. */
    what: z.string().max(60).optional(),
    /** Words that say how it is divided. */
    divided: z.string().max(300).optional(),
    /** Those words give nights. */
    nights: z.boolean().optional(),
    split: expenseSplit.optional(),
    among: z.array(z.string().max(100)).optional(),
  }),
  pattern: correctsExpense,
  onlyIf: /\d/,
  readSlots: ['divided'],
  claims: (text) => readDividing(text) !== undefined,
  commands: ['correct expense', 'correct the expense', 'change expense', 'change the expense'],
  examples: [
    'the taxi expense was 68.40, not 75',
    'the tickets were 54 euros, not 45',
    'change the taxi expense to 68 euros',
    "that's wrong, dinner was 84 euros",
    'the groceries came to 31 not 13',
    'the expense for lunch should be 40 euros',
  ],
  read: (text, { expectedSlot }) => {
    if (expectedSlot === 'divided') return SAYS_HOW.test(text) ? { divided: text.slice(0, 300) } : {};
    const divided = readDividing(text);
    return divided ? { what: divided.what.slice(0, 60), divided: divided.how } : (readCorrection(text) ?? {});
  },
  run: async (context, { expenseId, amount: said, bare, before: wrong, what = '', divided, nights, split, among }) => {
    const { house, member, words } = context;
    const all = (await expensesOf(house.records, member)).toReversed();
    if (all.length === 0) return { text: words.money.noneOfYours };
    if (expenseId !== undefined && (split || among)) return dividedAnew(context, expenseId, { split, among });
    const meant =
      expenseId === undefined ? meantBy(all, { what, wrong, divided }) : all.find(({ id }) => id === expenseId);
    if (divided === undefined && said === undefined && bare === undefined) return { text: words.money.howMuch };
    if (!meant && divided !== undefined && byNights(divided) && what === '') return { text: words.money.noBeds };
    if (!meant) return askWhich(context, all.slice(0, MOST_OFFERED), { amount: said, bare, divided });
    if (divided !== undefined) return divideExpense(context, meant, nights ? `nights: ${divided}` : divided);
    const { currency } = meant.amount;
    return putRight(context, meant, said ?? moneyOf(bare ?? 0, currency));
  },
});

/** Answers how something is divided: by whom, or by numbers. */
const SAYS_HOW =
  /\d|\b(?:by|per|evenly|equally|only|just|without|except|not|between|among|half|third|quarter|one|two|three|four|five|six|seven|all)\b/i;

/** The expense that words mean: by its name, and of several by what was written down; the last where it is only pointed at. */
const meantBy = (
  all: readonly Expense[],
  {
    what,
    wrong,
    divided,
  }: { readonly what: string; readonly wrong?: number | undefined; readonly divided?: string | undefined },
): Expense | undefined => {
  const came = ({ amount }: Expense): boolean =>
    wrong !== undefined && amount.amount === moneyOf(wrong, amount.currency).amount;
  const named = all.filter((one) => namesSame(one.what, what));
  if (named.length > 0) return named.find(came) ?? named[0];
  if (divided !== undefined && what === '') return byNights(divided) ? all.find((one) => isLodging(one.what)) : all[0];
  const [only, other] = all.filter(came);
  return other ? undefined : only;
};

const putRight = async (context: TripContext, meant: Expense, amount: Money): Promise<Reply> => {
  const { house, member, conversation, words } = context;
  const corrected = await correctExpense(house.records, house.clock, member, meant.id, { amount }, conversation);
  if (!corrected.ok) return sayRejection(corrected, words);
  const { expense, before } = corrected;
  context.changed(words.things.expenseCorrected(expense.what), {
    skill: 'correct-expense',
    input: { expenseId: expense.id, amount: before.amount },
  });
  const seats = await familiesIn(house.records, member.trip.id);
  const payer = seats.find(({ familyId }) => familyId === expense.paidBy)?.familyName ?? '';
  const { say, money: speech } = words;
  return {
    text: speech.putRight(
      say.family(payer),
      say.money(expense.amount),
      say.money(before.amount),
      expense.what,
      sayParts(seats, expense, words),
    ),
  };
};

const askWhich = (
  { words }: TripContext,
  some: Awaited<ReturnType<typeof expensesOf>>,
  input: Readonly<Record<string, unknown>>,
): Reply => ({
  text: input.divided === undefined ? words.money.whichWrong : words.money.whichDivided,
  choices: some.map(({ id, what, amount }) => ({
    label: words.money.spent(what, words.say.money(amount)),
    act: { skill: 'correct-expense', input: { ...input, expenseId: id } },
  })),
});
