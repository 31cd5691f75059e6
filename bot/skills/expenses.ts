import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Balance, expensesOf, readBalance } from '../../trips/expenses/balance.ts';
import { removeExpense } from '../../trips/expenses/remove-expense.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

export const balancesSkill = skill({
  name: 'balances',
  description: 'Shows who owes whom, and how to be even',
  who: 'member',
  reads: true,
  input: z.object({}),
  commands: ['who owes', 'who owes what', 'who owes whom', 'settle up', 'balances', 'expenses', 'kitty'],
  examples: [
    'who owes what',
    "who's up and who's down",
    'whos up and whos down with the money',
    'who is ahead and who is behind',
    'who is in credit',
    'how much are we spending',
    'whats our spending looking like',
    'are we in plus or minus',
    'who owes money to whom',
    'how do we settle up',
    'how much do we owe the others',
    'are we even',
    'what have we spent so far',
    'show the expenses of the trip',
    'who has to pay whom back',
    'what do we owe',
    'how much do i still have to pay',
    'who needs to pay what to whom',
    'whats the state of the kitty',
    'are we quits',
    'do the Bergs owe us anything',
    'how much money did we all spend',
    'how do we stand with money',
    'list what has been paid',
    'are we all even',
    'are we square with everyone',
    'what must we give the Bergs',
    'do we have to pay anything to the Webers',
    'how is the money between us looking',
    'where do we stand on money',
    'how do our accounts stand',
    "what's everybody's balance",
    'is anyone in the red',
    'do we get money back from somebody',
    'what have all of us spent so far',
  ],
  run: async (context) => {
    const { house, member, words } = context;
    const { say, money: said } = words;
    const [balances, spent, names] = await Promise.all([
      readBalance(house.records, member),
      expensesOf(house.records, member),
      familyNames(house.records, member.trip.id),
    ]);
    if (spent.length === 0) return { text: said.nothing };
    const totals = balances.map(({ currency }) =>
      say.money({
        currency,
        amount: spent.reduce((sum, { amount }) => sum + (amount.currency === currency ? amount.amount : 0), 0),
      }),
    );
    const payments = balances.flatMap((balance) => sayPayments(names, balance, words));
    return { text: said.balance(totals, payments) };
  },
});

const sayPayments = (
  names: ReadonlyMap<string, string>,
  { currency, payments }: Balance,
  { say, money: said, news }: Words,
): readonly string[] => {
  const name = (id: string): string => say.family(names.get(id) ?? news.otherFamily);
  return payments.map(({ from, to, amount }) => said.pays(name(from), name(to), say.money({ amount, currency })));
};

export const removeExpenseSkill = skill({
  name: 'remove-expense',
  description: 'Takes the last expense you wrote down out again',
  who: 'member',
  input: z.object({ expenseId: z.string().max(80).optional() }),
  commands: ['remove expense', 'remove last expense', 'remove the last expense', 'undo expense'],
  examples: [
    'take the last expense out again',
    'delete the expense I just wrote down',
    'that expense was wrong, remove it',
    'the taxi expense was wrong, take it out',
    'i made a mistake with that expense',
    'cross out the last payment i noted',
    'remove the ice cream from the expenses',
    'delete my last expense',
    'delete what i paid last',
    'remove the last thing that i put in',
    'the museum expense was a mistake, take it out',
    'the coffee was private, delete that expense',
    'strike the parking from the costs',
    'forget the expense i just told you',
  ],
  run: async (context, { expenseId }) => {
    const { house, member, words } = context;
    const { say, money: said } = words;
    const last = await lastOf(context);
    if (!last) return { text: said.noneOfYours };
    if (expenseId === undefined) {
      return {
        text: said.takeOut(last.what, say.money(last.amount)),
        choices: [
          { label: said.yesTakeOut, act: { skill: 'remove-expense', input: { expenseId: last.id } } },
          { label: said.noKeep, act: { skill: 'balances', input: {} } },
        ],
      };
    }
    const removed = await removeExpense(house.records, house.clock, member, expenseId);
    if (!removed.ok) return sayRejection(removed, words);
    context.changed(words.things.expenseRemoved(removed.what));
    return { text: said.takenOut(removed.what) };
  },
});

const lastOf = async ({ house, member }: TripContext) =>
  (await expensesOf(house.records, member)).filter(({ addedBy }) => addedBy === member.person.id).at(-1);
