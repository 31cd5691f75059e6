import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { readBudget } from '../../trips/budget/read-budget.ts';
import { expensesOf, readBalance } from '../../trips/expenses/balance.ts';
import type { Expense } from '../../trips/expenses/expense.ts';
import type { Money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { TripContext } from './skill.ts';

/** Expenses that one list shows. */
const MOST_LISTED = 10;

/** The sum of each currency, in the order in which they came. */
const sumsOf = (amounts: readonly Money[]): readonly Money[] => {
  const sums = new Map<string, number>();
  for (const { currency, amount } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
};

const sayAll = (amounts: readonly Money[], { say, money: said }: Words): string =>
  say.list(sumsOf(amounts).map(say.money)) || said.zero;

const partsOf = (spent: readonly Expense[], familyId: string): readonly Money[] =>
  spent.flatMap(({ parts, amount: { currency } }) => {
    const part = parts[familyId];
    return part === undefined ? [] : [{ currency, amount: part }];
  });

/** What was paid, the latest first; choosing one asks whether to take it out. */
export const sayList = async ({ house, member, words }: TripContext): Promise<Reply> => {
  const { say, money: said } = words;
  const spent = await expensesOf(house.records, member);
  const names = await familyNames(house.records, member.trip.id);
  const shown = spent.toReversed().slice(0, MOST_LISTED);
  const total = said.spentSoFar(sumsOf(spent.map(({ amount }) => amount)).map(say.money));
  return {
    text: spent.length > shown.length ? `${total} ${said.latest(shown.length, spent.length)}` : total,
    choices: shown.map(({ id, what, amount, paidBy }) => ({
      label: said.spentBy(what, say.money(amount), say.family(names.get(paidBy) ?? words.news.otherFamily)),
      act: { skill: 'remove-expense', input: { asked: id } },
    })),
  };
};

/** What each family has paid, and what of all falls to it. */
export const sayByFamily = async ({ house, member, words }: TripContext): Promise<Reply> => {
  const [spent, names] = await Promise.all([
    expensesOf(house.records, member),
    familyNames(house.records, member.trip.id),
  ]);
  const rows = [...names].flatMap(([familyId, name]) => {
    const paid = spent.filter(({ paidBy }) => paidBy === familyId).map(({ amount }) => amount);
    const parts = partsOf(spent, familyId);
    if (paid.length + parts.length === 0) return [];
    return [[words.say.family(name), sayAll(paid, words), sayAll(parts, words)] as const];
  });
  return { text: words.money.byFamily(rows) };
};

/** What was spent for each person of the trip, in the mean. */
export const sayPerPerson = async ({ house, member, words }: TripContext): Promise<Reply> => {
  const spent = await expensesOf(house.records, member);
  const people = (await familiesIn(house.records, member.trip.id)).reduce((sum, { heads }) => sum + heads, 0);
  const sums = sumsOf(spent.map(({ amount }) => amount));
  const each = sums.map((sum) => ({ ...sum, amount: Math.round(sum.amount / people) }));
  return { text: words.money.perPerson(sayAll(sums, words), sayAll(each, words), people) };
};

/** Whose turn it is: the family furthest behind, in the currency in which most is open. */
export const sayNext = async ({ house, member, words }: TripContext): Promise<Reply> => {
  const names = await familyNames(house.records, member.trip.id);
  const behind = (await readBalance(house.records, member))
    .flatMap(({ currency, families }) =>
      Object.entries(families).map(([familyId, amount]) => ({ currency, familyId, amount })),
    )
    .filter(({ amount }) => amount < 0)
    .toSorted((a, b) => a.amount - b.amount);
  const home = member.trip.budget?.currency;
  const first = behind.find(({ currency }) => currency === home) ?? behind[0];
  if (!first) return { text: words.money.anybodyNext };
  const { currency, amount, familyId } = first;
  const name = words.say.family(names.get(familyId) ?? words.news.otherFamily);
  return { text: words.money.next(name, words.say.money({ currency, amount: -amount })) };
};

/** What was spent of the budget, and what is left: for all, and for the speaker's family where nobody else reads. */
export const sayLeft = async ({ house, member, group, words }: TripContext): Promise<Reply> => {
  const { say, budget: said } = words;
  const [spent, budget, seats] = await Promise.all([
    expensesOf(house.records, member),
    readBudget(house.records, member),
    familiesIn(house.records, member.trip.id),
  ]);
  if (!budget)
    return {
      text: `${said.spent(
        sayAll(
          spent.map(({ amount }) => amount),
          words,
        ),
      )} ${said.none}`,
    };
  const { total, own } = budget;
  const inIts = (amounts: readonly Money[]): number =>
    amounts.reduce((sum, { currency, amount }) => sum + (currency === total.currency ? amount : 0), 0);
  const others = spent.map(({ amount }) => amount).filter(({ currency }) => currency !== total.currency);
  const used = inIts(spent.map(({ amount }) => amount));
  const people = seats.reduce((sum, { heads }) => sum + heads, 0);
  const left = total.amount - used;
  const inWords = (amount: number): string => say.money({ ...total, amount });
  const ownUsed = inIts(partsOf(spent, member.participation.familyId));
  return {
    text: [
      left >= 0
        ? said.left(inWords(left), inWords(total.amount), inWords(used), inWords(Math.floor(left / people)))
        : said.over(inWords(-left), inWords(total.amount), inWords(used)),
      ...(others.length > 0 ? [said.besides(sayAll(others, words))] : []),
      ...(group
        ? []
        : [
            own.amount >= ownUsed
              ? said.ownLeft(inWords(own.amount - ownUsed), inWords(own.amount))
              : said.ownOver(inWords(ownUsed - own.amount), inWords(own.amount)),
          ]),
    ].join(' '),
    private: !group,
  };
};
