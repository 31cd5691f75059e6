import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Balance, expensesOf, readBalance } from '../../trips/expenses/balance.ts';
import { removeExpense } from '../../trips/expenses/remove-expense.ts';
import { removeSettlement } from '../../trips/expenses/remove-settlement.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import { moneyQuestion } from '../understanding/money-questions.ts';
import { namesSame } from '../understanding/same-thing.ts';
import { sayOwn } from './pay-back.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';
import { sayByFamily, sayLeft, sayList, sayNext, sayPerPerson } from './spending-so-far.ts';

export const balancesSkill = skill({
  name: 'balances',
  description: 'Shows what was spent, who owes whom, and how to be even',
  who: 'member',
  reads: true,
  input: z.object({ about: z.enum(['own', 'next', 'list', 'families', 'people', 'left']).optional() }),
  // What is left of the budget is told beside what the plan costs.
  claims: (text) => moneyQuestion(text) !== undefined && moneyQuestion(text) !== 'left',
  read: (text) => ({ about: moneyQuestion(text) }),
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
  run: async (context, { about }) => {
    const { house, member, group, words } = context;
    const { say, money: said } = words;
    if (about === 'left') return sayLeft(context);
    const [balances, spent, names] = await Promise.all([
      readBalance(house.records, member),
      expensesOf(house.records, member),
      familyNames(house.records, member.trip.id),
    ]);
    if (spent.length === 0 && balances.length === 0) return { text: said.nothing };
    if (about === 'next') return sayNext(context);
    // Before others "we" are all of them.
    if (about === 'own' && !group) return { text: sayOwn(names, balances, member.participation.familyId, words) };
    if (about === 'list' && spent.length > 0) return sayList(context);
    if (about === 'families' && spent.length > 0) return sayByFamily(context);
    if (about === 'people' && spent.length > 0) return sayPerPerson(context);
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
  description: 'Takes an expense out again: the one you name, or your last',
  who: 'member',
  input: z.object({
    /** To be taken out at once. */
    expenseId: z.string().max(80).optional(),
    all: z.array(z.string().max(80)).max(20).optional(),
    settlementId: z.string().max(80).optional(),
    /** To be asked about first. */
    asked: z.string().max(80).optional(),
    /** Words that may name it. */
    what: z.string().max(60).optional(),
  }),
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
  claims: (text) => TAKES_OUT.test(text),
  read: (text) => ({ what: text.slice(0, 60) }),
  run: async (context, { expenseId, all, settlementId, asked, what = '' }) => {
    const { house, member, words } = context;
    const { say, money: said } = words;
    if (settlementId !== undefined) {
      const out = await removeSettlement(house.records, house.clock, member, settlementId);
      if (!out.ok) return sayRejection(out, words);
      const { settlement } = out;
      if (!settlement) return { text: said.nothingToTakeOut };
      context.changed(words.things.paymentRemoved(say.money(settlement.amount)));
      return { text: said.paymentOut(say.money(settlement.amount)) };
    }
    const ids = all ?? (expenseId === undefined ? [] : [expenseId]);
    if (ids.length > 0) {
      const taken: string[] = [];
      for (const id of ids) {
        const removed = await removeExpense(house.records, house.clock, member, id);
        if (!removed.ok) return sayRejection(removed, words);
        taken.push(removed.what);
      }
      context.changed(words.things.expenseRemoved(say.list(taken)));
      return { text: said.takenOut(say.list(taken)) };
    }
    const spent = (await expensesOf(house.records, member)).toReversed();
    const named =
      asked === undefined ? spent.filter((one) => namesSame(one.what, what)) : spent.filter(({ id }) => id === asked);
    const found = named.length > 0 ? named : spent.filter(({ addedBy }) => addedBy === member.person.id).slice(0, 1);
    const [first] = found;
    if (!first) return { text: said.noneOfYours };
    if (found.length > 1)
      return {
        text: said.whichOut,
        choices: found.slice(0, MOST_ASKED).map(({ id, what: thing, amount }) => ({
          label: said.spent(thing, say.money(amount)),
          act: { skill: 'remove-expense', input: { asked: id } },
        })),
      };
    return {
      text: said.takeOut(first.what, say.money(first.amount)),
      choices: [
        { label: said.yesTakeOut, act: { skill: 'remove-expense', input: { expenseId: first.id } } },
        { label: said.noKeep, act: { skill: 'balances', input: {} } },
      ],
    };
  },
});

/** Speaks of an expense that is to go. */
const TAKES_OUT =
  /^(?:(?:please|pls|no|oops|sorry|can you|could you)[\s,]+)*(?:delete|remove|take out|take|cross out|cancel|scrap|strike|forget)\b.*\b(?:expenses?|payments?|from the (?:costs|kitty|bill|money))\b/i;
const MOST_ASKED = 5;
