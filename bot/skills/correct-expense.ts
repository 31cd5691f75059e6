import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { expensesOf } from '../../trips/expenses/balance.ts';
import { correctExpense } from '../../trips/expenses/correct-expense.ts';
import { minorDigits, money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { correctsExpense, readCorrection } from '../understanding/expense-correction.ts';
import { sayParts } from './add-expense.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const MOST_OFFERED = 5;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2)
      .map((word) => word.replace(/(?:es|s)$/, '')),
  );

export const correctExpenseSkill = skill({
  name: 'correct-expense',
  description: 'Puts right what an expense came to',
  who: 'member',
  input: z.object({
    expenseId: z.string().max(80).optional(),
    /** What it came to, in its own currency where none was said. */
    amount: money.optional(),
    bare: z.number().positive().max(10_000_000).optional(),
    /** Words by which the expense is meant. */
    what: z.string().max(60).optional(),
  }),
  pattern: correctsExpense,
  onlyIf: /\d/,
  commands: ['correct expense', 'correct the expense', 'change expense', 'change the expense'],
  examples: [
    'the taxi expense was 68.40, not 75',
    'the tickets were 54 euros, not 45',
    'change the taxi expense to 68 euros',
    "that's wrong, dinner was 84 euros",
    'the groceries came to 31 not 13',
    'the expense for lunch should be 40 euros',
  ],
  read: (text) => readCorrection(text) ?? {},
  run: async (context, { expenseId, amount: said, bare, what }) => {
    const { house, member, conversation, words } = context;
    const all = (await expensesOf(house.records, member)).toReversed();
    const named = what === undefined ? [] : all.filter((one) => shares(one.what, what));
    const [likely] = named.length > 0 ? named : [];
    const meant = expenseId === undefined ? likely : all.find(({ id }) => id === expenseId);
    if (all.length === 0) return { text: words.money.noneOfYours };
    if (said === undefined && bare === undefined) return { text: words.money.howMuch };
    if (!meant) return askWhich(context, all.slice(0, MOST_OFFERED), { amount: said, bare });
    const { currency } = meant.amount;
    const amount = said ?? { currency, amount: Math.round((bare ?? 0) * 10 ** minorDigits(currency)) };
    const corrected = await correctExpense(house.records, house.clock, member, meant.id, amount, conversation);
    if (!corrected.ok) return sayRejection(corrected, words);
    const { expense, before } = corrected;
    context.changed(words.things.expenseCorrected(expense.what), {
      skill: 'correct-expense',
      input: { expenseId: expense.id, amount: before },
    });
    const seats = await familiesIn(house.records, member.trip.id);
    const payer = seats.find(({ familyId }) => familyId === expense.paidBy)?.familyName ?? '';
    const { say, money: speech } = words;
    return {
      text: speech.putRight(
        say.family(payer),
        say.money(expense.amount),
        say.money(before),
        expense.what,
        sayParts(seats, expense, words),
      ),
    };
  },
});

const shares = (one: string, other: string): boolean => {
  const theirs = wordsOf(other);
  return [...wordsOf(one)].some((word) => theirs.has(word));
};

const askWhich = (
  { words }: TripContext,
  some: Awaited<ReturnType<typeof expensesOf>>,
  input: Readonly<Record<string, unknown>>,
): Reply => ({
  text: words.money.whichWrong,
  choices: some.map(({ id, what, amount }) => ({
    label: words.money.spent(what, words.say.money(amount)),
    act: { skill: 'correct-expense', input: { ...input, expenseId: id } },
  })),
});
