import type { Reply } from '../../cards/reply.ts';
import { partsBy } from '../../trips/budget/parts.ts';
import { correctExpense, type ExpenseChange } from '../../trips/expenses/correct-expense.ts';
import type { Expense, ExpenseSplit } from '../../trips/expenses/expense.ts';
import type { FamilyId } from '../../trips/ids.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { byNights, readNights } from '../understanding/dividing.ts';
import { readAmong, readSplit } from '../understanding/split-words.ts';
import { sayParts } from './say-parts.ts';
import { sayRejection } from './say-rejection.ts';
import type { TripContext } from './skill.ts';

const DAY_MS = 86_400_000;

/** The nights of the trip; nothing while its dates are open. */
const nightsOf = ({ startDate, endDate }: TripContext['member']['trip']): number | undefined =>
  startDate === undefined || endDate === undefined
    ? undefined
    : Math.round((Date.parse(endDate) - Date.parse(startDate)) / DAY_MS) || undefined;

const sharesOf = (seats: readonly Participation[], weight: (seat: Participation) => number) => {
  const some = seats.map((seat) => [seat.familyId, weight(seat)] as const).filter(([, size]) => size > 0);
  return {
    split: { by: 'share', shares: Object.fromEntries(some) } satisfies ExpenseSplit,
    among: some.map(([familyId]) => familyId),
  };
};

/** Divides anew what was paid before, as words say it: by people, by nights, in parts, or only among some. */
export const divideExpense = async (context: TripContext, expense: Expense, how: string): Promise<Reply> => {
  const { house, member, words } = context;
  const seats = await familiesIn(house.records, member.trip.id);
  const own = member.participation.familyId;
  if (!byNights(how)) {
    const [split, among] = [readSplit(how, seats, own), readAmong(how, seats, own)];
    if (split || among) return dividedAnew(context, expense.id, { split, among });
    context.expect('divided', { expenseId: expense.id });
    return { text: words.money.howDivided(expense.what) };
  }
  const said = readNights(how, seats, own);
  const whole = nightsOf(member.trip);
  const nights = new Map(seats.map(({ familyId }) => [familyId, said[familyId] ?? whole] as const));
  if (Object.keys(said).length === 0 || [...nights.values()].includes(undefined)) {
    context.expect('divided', { expenseId: expense.id, nights: true });
    return {
      text: words.money.howManyNights(
        seats.map(({ familyName }) => words.say.family(familyName)),
        whole,
      ),
    };
  }
  const of = ({ familyId }: Participation): number => nights.get(familyId) ?? 0;
  const each = sharesOf(seats, of);
  if (each.among.length === 0) return { text: words.money.howDivided(expense.what) };
  const byPeople = sharesOf(seats, (seat) => of(seat) * seat.heads);
  const told = (change: { readonly split: ExpenseSplit; readonly among: readonly FamilyId[] }): string =>
    sayParts(
      seats,
      {
        parts: partsBy(
          expense.amount.amount,
          change.split,
          seats.filter(({ familyId }) => change.among.includes(familyId)),
        ),
        amount: expense.amount,
      },
      words,
    );
  const act = (change: ExpenseChange) => ({
    skill: 'correct-expense',
    input: { expenseId: expense.id, split: change.split, among: change.among },
  });
  return {
    text: words.money.whichNights(
      expense.what,
      words.say.money(expense.amount),
      seats.map((seat) => [words.say.family(seat.familyName), of(seat)] as const),
    ),
    choices: [
      { label: words.money.byNights(told(each)), act: act(each) },
      { label: words.money.byNightsAndPeople(told(byPeople)), act: act(byPeople) },
      { label: words.money.asItWas, act: { skill: 'back', input: {} } },
    ],
  };
};

/** Divides it, and says each family's part. */
export const dividedAnew = async (context: TripContext, id: string, change: ExpenseChange): Promise<Reply> => {
  const { house, member, conversation, words } = context;
  const done = await correctExpense(house.records, house.clock, member, id, change, conversation);
  if (!done.ok) return sayRejection(done, words);
  const { expense, before } = done;
  context.changed(words.things.expenseCorrected(expense.what), {
    skill: 'correct-expense',
    input: { expenseId: id, split: before.split, among: Object.keys(before.parts) },
  });
  const parts = sayParts(await familiesIn(house.records, member.trip.id), expense, words);
  return { text: words.money.dividedAnew(expense.what, words.say.money(expense.amount), parts) };
};
