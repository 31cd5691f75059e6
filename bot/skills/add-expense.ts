import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { addExpense } from '../../trips/expenses/add-expense.ts';
import { expensesOf } from '../../trips/expenses/balance.ts';
import { recordSettlement } from '../../trips/expenses/record-settlement.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { idFrom } from '../../trips/ids.ts';
import { type Money, money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { moneyOf, readBareAmount, readCurrency, readMoney } from '../understanding/money.ts';
import { tellsOfSpending } from '../understanding/spending.ts';
import { readAmong, readSplit } from '../understanding/split-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const WHAT =
  /\bfor (?:our |a |an |some )?(?!only\b|just\b)([^,.;!?\d€$£]{2,60}?)(?=\s*(?:[,.;!?€$£]|\d|$|\bsplit\b|\bonly\b|\bjust\b|\bby head\b|\bper (?:head|person)\b))/i;
/** `got the train tickets, 96 euros`. */
const GOT_WHAT = /\b(?:got|bought|picked up) (?:some |us )?([^,.;!?\d€$£]{2,60}?)(?=\s*(?:[,.;!?€$£]|\d|$))/i;
/** What stands before its price: `taxi 25 euros`, `the dinner was 84`. */
const PRICED =
  /^(?:(?:ok|so|hey|hi|also|and)\b[\s,]*)*(?:our |my |some )?((?:the )?\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,3}?)(?: (?:was|were|is|are|cost|costs|came to|for))?\s*[:,–-]?\s*(?:[€$£]|eur|usd|gbp)?\s?\d/iu;
/** Somebody does something: that is no thing with a price. */
const DOES =
  /(?<!\p{L})(?:we|i|us|he|she|they|paid|pay|spent|add|put|note|write|got|bought|gave|give|sent|returned|settled|owes?|covered|fronted|picked|took|have|has|had|us|me|split|that|this|it|expense)(?!\p{L})/iu;

/** The thing that a message names before its price. */
const pricedIn = (text: string): string | undefined => {
  const what = PRICED.exec(text.trim())?.[1];
  return what === undefined || DOES.test(what) ? undefined : what;
};

/** What is told of a thing in passing, and is not its name: `the hotel that was 420 pounds for everyone`. */
const TOLD_OF_IT =
  /\s+(?:that|which|who)\b.*$|\s+for$|\s+for (?:every(?:one|body)|all(?: of us)?|us all|the whole group)$/i;
/** Ways to say that somebody paid. */
const PAID =
  '(?:paid|spent|covered|fronted|forked out|shelled out|coughed up|laid out|stumped up|splashed out|chipped in|forked over)';
const PAYER = new RegExp(
  `^(?:the )?(?!${PAID})([\\p{L}'-]{2,40})(?: family)? (?:have |has )?(?:just )?${PAID}\\b`,
  'iu',
);
const PAID_BACK =
  /\b(?:paid|gave|sent|transferred)\s+(?:back\s+)?(?:the )?(?!back\b)([\p{L}'-]{2,40})(?: family)?\s+(?:back\b|their\b|\d|[€$£]|[a-z]{3}\s?\d)|\bwith (?:the )?([\p{L}'-]{2,40})/iu;
const BACK =
  /\b(?:paid|gave|give|sent|pay)\b.*\bback\b|\bback the\b|\bour debt\b|\bso (?:that )?we(?:'re| are) even\b/i;
/** Says how something is divided, or whom it was for. */
const DIVIDES =
  /\b(?:split|divided?|share[sd]?|parts?|by|per|only|just|half|third|quarter|not|without|except|minus)\b|n['’]?t in\b|%/i;
/** Says who paid: a family, or the speaker's. */
const PAYS = new RegExp(
  `^(?:note (?:down )?that |write down that |please |ok |so |hi |just )*(?:(?:we|i|us|(?:the )?[\\p{L}'-]{2,40}(?: family)?)(?:'ve| have| has)?(?: just)? )?${PAID}\\b`,
  'iu',
);
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
  readSlots: ['currency', 'amount'],
  commands: ['add expense', 'new expense', 'we paid', 'i paid', 'we spent', 'i spent'],
  claims: (text) =>
    (PAYS.test(text) || tellsOfSpending(text)) &&
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
  read: (text, { expectedSlot }) => {
    const amount = readMoney(text);
    const bare = amount ? undefined : readBareAmount(text);
    // What names no sum is no answer how much it was.
    if (expectedSlot === 'amount' && amount === undefined && bare === undefined) return {};
    return {
      amount,
      bare,
      currency: expectedSlot === 'currency' ? readCurrency(text) : undefined,
      what: (pricedIn(text) ?? (WHAT.exec(text) ?? /\bon ([^,.;!?]{2,60})/i.exec(text) ?? GOT_WHAT.exec(text))?.[1])
        ?.replace(TOLD_OF_IT, '')
        .trim(),
      payer: PAYER.exec(text.trim())?.[1],
      said: DIVIDES.test(text) ? text.slice(0, 500) : undefined,
      paidBack: BACK.test(text) ? (PAID_BACK.exec(text)?.slice(1).find(Boolean) ?? '') : undefined,
    };
  },
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
    context.changed(words.things.expense(expense.what), { skill: 'remove-expense', input: { expenseId: expense.id } });
    const paidBy = seats.find(({ familyId }) => familyId === expense.paidBy)?.familyName ?? '';
    const parts = sayParts(seats, expense, words);
    return { text: words.money.noted(words.say.family(paidBy), words.say.money(amount), expense.what, parts) };
  },
});

/** What the families count in: the currency of their last expense, or of the trip's budget. */
const usualCurrency = async ({ house, member }: TripContext): Promise<string | undefined> =>
  (await expensesOf(house.records, member)).at(-1)?.amount.currency ?? member.trip.budget?.currency;

/** Each family's part of an expense, in words. */
export const sayParts = (
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
  context.changed(words.things.payment(words.say.family(payee.familyName)));
  return { text: words.money.paidBack(words.say.family(payee.familyName), words.say.money(amount)) };
};
