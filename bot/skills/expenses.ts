import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { addExpense } from '../../trips/expenses/add-expense.ts';
import { type Balance, expensesOf, readBalance } from '../../trips/expenses/balance.ts';
import { recordSettlement } from '../../trips/expenses/record-settlement.ts';
import { removeExpense } from '../../trips/expenses/remove-expense.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { idFrom } from '../../trips/ids.ts';
import { type Money, money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { moneyOf, readBareAmount, readCurrency, readMoney } from '../understanding/money.ts';
import { readAmong, readSplit } from '../understanding/split-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const WHAT =
  /\bfor (?:the |our |a |an )?([^,.;!?]{2,60}?)(?=\s*(?:[,.;!?]|$|\bsplit\b|\bonly\b|\bjust\b|\bby head\b|\bper (?:head|person)\b))/i;
const PAYER = /^(?:the )?([\p{L}'-]{2,40})(?: family)? (?:have |has )?(?:paid|spent)\b/iu;
const PAID_BACK =
  /\b(?:paid|gave|sent|transferred)\s+(?:back\s+)?(?:the )?(?!back\b)([\p{L}'-]{2,40})(?: family)?\s+(?:back\b|their\b|\d|[€$£]|[a-z]{3}\s?\d)|\bwith (?:the )?([\p{L}'-]{2,40})/iu;
const BACK =
  /\b(?:paid|gave|give|sent|pay)\b.*\bback\b|\bback the\b|\bour debt\b|\bso (?:that )?we(?:'re| are) even\b/i;
/** Says how something is divided, or whom it was for. */
const DIVIDES = /\b(?:split|divided?|share[sd]?|parts?|by|per|only|just|half|third|quarter)\b|%/i;
/** Says who paid: a family, or the speaker's. */
const PAYS =
  /^(?:note (?:down )?that |write down that |please )*(?:we|i|us|(?:the )?[\p{L}'-]{2,40}(?: family)?)(?:'ve| have| has)?(?: just)? (?:paid|spent|covered)\b/iu;
const US = /^(?:we|i|us|our family|my family)$/i;

/** A family of the trip by what people call it: `Silva`, `Silvas`, `Ruizes`. */
const familyCalled = (seats: readonly Participation[], name: string): Participation | undefined => {
  const said = name.toLowerCase();
  return seats.find(({ familyName }) => {
    const known = familyName.toLowerCase();
    return said === known || `the ${said}` === sayFamily(familyName).toLowerCase();
  });
};

const unknownFamily = (seats: readonly Participation[], name: string, { say, money: said }: Words) => ({
  text: said.unknownFamily(
    name,
    seats.map(({ familyName }) => say.family(familyName)),
  ),
});

export const addExpenseSkill = skill({
  name: 'add-expense',
  description: 'Writes down what a family paid for everyone, or paid another back',
  who: 'member',
  translated: true,
  input: z.object({
    amount: money.optional(),
    /** An amount whose currency was not said. */
    bare: z.number().positive().max(10_000_000).optional(),
    /** The currency, when that was asked. */
    currency: z.string().length(3).optional(),
    what: z.string().max(60).optional(),
    payer: z.string().max(60).optional(),
    /** Words that may say how it is divided and whom it was for. */
    said: z.string().max(500).optional(),
    /** The family that was paid back; empty when it was not understood which. */
    paidBack: z.string().max(60).optional(),
  }),
  oneAtATime: true,
  readSlots: ['currency'],
  commands: ['add expense', 'new expense', 'we paid', 'i paid', 'we spent', 'i spent'],
  claims: (text) =>
    PAYS.test(text) &&
    (readMoney(text) !== undefined || readBareAmount(text) !== undefined) &&
    !text.trim().endsWith('?'),
  examples: [
    'we paid 84 euros for dinner',
    'I paid EUR 120 for the boat tour',
    'the Silvas paid 60 euros for the taxi',
    'we spent $45 on groceries for everybody',
    'put down 30 euros that we paid for museum tickets',
    'we paid 200 euros for the rental car, split by head',
    'the Chens have paid £75 for lunch',
    'note that I paid 18 euros for parking',
    'can you write down that we paid EUR 33 for ice cream',
    'we paid 120 euros for the boat, split Silvas 2 parts, Chens 1 part',
    'I paid 60 euros for tickets, only for the Chens and us',
    'lunch was 45 euros, I paid',
    'we paid the Chens back 40 euros',
    'I gave the Silvas 28 euros back',
    'we have paid the Okoyes back EUR 15',
    'I sent the Ruizes 30 euros so we are even',
    'paid back the Bakers 12 dollars',
    'we settled our debt of 50 euros with the Chens',
    'I have paid them back 20 euros',
    'our family paid Silva back £35',
    'we gave the Okoyes their 25 euros back',
    'i paid for the taxi, 24 euros',
    'taxi was 24 euros and we paid',
    'tickets cost 90 euros, on us',
    'i got the ice cream, 16.50 euros',
    'put 40 euros for fuel on our tab',
    'we got the groceries for 65 dollars',
    'note 12 euros for coffee',
    'the Bergs bought lunch for 70 euros',
    'the Webers covered the parking, 9 euros',
    'add 55 euros for the minigolf',
    'dinner cost 130 euros and i paid it, divided by head',
    'we returned 30 euros to the Contis',
    'i gave the Larsens the 18 euros i owed them',
    'spent 33 euros on sun cream',
    'i got the parking, 12 euros',
    'lunch was 58 and we paid it',
    'snacks 14.20 on me',
    'the Webers took care of the tickets, 90 euros',
    'we returned the 30 euros to the Bergs',
    'coffee for everybody, 17 euro, paid by us',
    'we paid 240 for the boat',
    'i paid the deposit, 300',
    'the taxi was 24, i paid it',
  ],
  read: (text, { expectedSlot }) => ({
    amount: readMoney(text),
    bare: readMoney(text) ? undefined : readBareAmount(text),
    currency: expectedSlot === 'currency' ? readCurrency(text) : undefined,
    what: (WHAT.exec(text) ?? /\bon (?:the )?([^,.;!?]{2,60})/i.exec(text))?.[1]?.trim(),
    payer: PAYER.exec(text.trim())?.[1],
    said: DIVIDES.test(text) ? text.slice(0, 500) : undefined,
    paidBack: BACK.test(text) ? (PAID_BACK.exec(text)?.slice(1).find(Boolean) ?? '') : undefined,
  }),
  run: async (context, { amount: whole, bare, currency, what, payer, said, paidBack }) => {
    const { words } = context;
    const meant = bare === undefined ? undefined : (currency ?? (await usualCurrency(context)));
    const amount = whole ?? (bare === undefined || meant === undefined ? undefined : moneyOf(bare, meant));
    if (amount === undefined && bare !== undefined) {
      context.expect('currency', { bare, what, payer, said, paidBack });
      return { text: words.money.whichCurrency(bare) };
    }
    if (paidBack !== undefined) return payBack(context, amount, paidBack || undefined);
    if (amount === undefined) {
      context.expect('amount', { what, payer, said });
      return { text: words.money.howMuch };
    }
    const { house, member, conversation } = context;
    const seats = await familiesIn(house.records, member.trip.id);
    const own = member.participation.familyId;
    const named = payer === undefined || US.test(payer) ? undefined : familyCalled(seats, payer);
    if (payer !== undefined && !US.test(payer) && !named) return unknownFamily(seats, payer, words);
    const added = await addExpense(
      house.records,
      house.clock,
      member,
      {
        id: idFrom('expense', conversation, context.eventId),
        what: what ?? words.money.something,
        amount,
        paidBy: named?.familyId,
        split: readSplit(said ?? '', seats, own),
        among: readAmong(said ?? '', seats, own),
      },
      conversation,
    );
    if (!added.ok) return sayRejection(added, words);
    const { expense } = added;
    context.changed(`the expense "${expense.what}"`, { skill: 'remove-expense', input: { expenseId: expense.id } });
    const paidBy = seats.find(({ familyId }) => familyId === expense.paidBy)?.familyName ?? '';
    const parts = sayParts(seats, expense, words);
    return { text: words.money.noted(words.say.family(paidBy), words.say.money(amount), expense.what, parts) };
  },
});

/** What the families count in: the currency of their last expense, or of the trip's budget. */
const usualCurrency = async ({ house, member }: TripContext): Promise<string | undefined> =>
  (await expensesOf(house.records, member)).at(-1)?.amount.currency ?? member.trip.budget?.currency;

const sayParts = (
  seats: readonly Participation[],
  {
    parts,
    amount,
  }: { readonly parts: Readonly<Record<string, number>>; readonly amount: { readonly currency: string } },
  { say, money: said }: Words,
): string => {
  const shares = seats.filter(({ familyId }) => parts[familyId] !== undefined);
  const inWords = (part: number): string => say.money({ amount: part, currency: amount.currency });
  const values = new Set(shares.map(({ familyId }) => parts[familyId]));
  if (shares.length === 1) return said.allTheirs;
  const [only] = values;
  if (values.size === 1 && only !== undefined) return said.eachOf(inWords(only), shares.length);
  return said.parts(
    shares.map(({ familyId, familyName }) => [say.family(familyName), inWords(parts[familyId] ?? 0)] as const),
  );
};

/** One family has paid another back. */
const payBack = async (context: TripContext, amount: Money | undefined, to: string | undefined): Promise<Reply> => {
  const { house, member, conversation, words } = context;
  if (amount === undefined || to === undefined) return { text: words.money.whomPaidBack };
  const seats = await familiesIn(house.records, member.trip.id);
  const payee = familyCalled(seats, to);
  if (!payee) return unknownFamily(seats, to, words);
  const done = await recordSettlement(
    house.records,
    house.clock,
    member,
    {
      id: idFrom('settlement', conversation, context.eventId),
      from: member.participation.familyId,
      to: payee.familyId,
      amount,
    },
    conversation,
  );
  if (!done.ok) return sayRejection(done, words);
  context.changed(`the payment to ${sayFamily(payee.familyName)}`);
  return { text: words.money.paidBack(words.say.family(payee.familyName), words.say.money(amount)) };
};

export const balancesSkill = skill({
  name: 'balances',
  description: 'Shows who owes whom, and how to be even',
  who: 'member',
  translated: true,
  reads: true,
  input: z.object({}),
  commands: ['who owes', 'who owes what', 'who owes whom', 'settle up', 'balances', 'expenses', 'kitty'],
  examples: [
    'who owes what',
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
  translated: true,
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
    context.changed(`the removal of "${removed.what}"`);
    return { text: said.takenOut(removed.what) };
  },
});

const lastOf = async ({ house, member }: TripContext) =>
  (await expensesOf(house.records, member)).filter(({ addedBy }) => addedBy === member.person.id).at(-1);
