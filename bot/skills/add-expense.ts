import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { addExpense } from '../../trips/expenses/add-expense.ts';
import { expensesOf } from '../../trips/expenses/balance.ts';
import type { Expense } from '../../trips/expenses/expense.ts';
import { idFrom } from '../../trips/ids.ts';
import { type Money, money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { readDividing } from '../understanding/dividing.ts';
import { moneyOf, readCurrency } from '../understanding/money.ts';
import { OURS, readOwed, readPaidBack } from '../understanding/paid-back.ts';
import { readReceipt } from '../understanding/receipt.ts';
import { readSpending, type Spent, spentBesides, tellsOfSpending } from '../understanding/spending.ts';
import { readAmong, readSplit } from '../understanding/split-words.ts';
import { countEach } from './count-each.ts';
import { familyOf, unknownFamily } from './family-called.ts';
import { payBack } from './pay-back.ts';
import { sayParts } from './say-parts.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

/** Says how something is divided, or whom it was for. */
const DIVIDES =
  /\b(?:split|divided?|share[sd]?|parts?|by|per|only|just|half|third|quarter|not|without|except|minus|for)\b|n['’]?t in\b|%/i;
/** Goes on with what was paid: how it is divided, or what it was not. */
const SAYS_MORE = /^(?:and |but )?(?:split|divided?|shared?|only|just|not \S*\d)/i;
/** Money that came back, and was not spent. */
const REFUND = /\b(?:got|get|received|had)\b.*\bback\b|\brefund(?:ed|s)?\b|\breembols\p{L}*|\bnos devolvieron\b/iu;
const MOST_THINGS = 12;

const spent = z.object({
  amount: money.optional(),
  /** An amount whose currency was not said. */
  bare: z.number().positive().max(10_000_000).optional(),
  what: z.string().max(60).optional(),
  each: z.enum(['person', 'child', 'adult', 'family']).optional(),
});
type Thing = z.infer<typeof spent>;

const thingOf = ({ what, value, currency, each }: Spent): Thing => ({
  ...(currency === undefined ? { bare: value } : { amount: moneyOf(value, currency) }),
  ...{ what, each },
});

export const addExpenseSkill = skill({
  name: 'add-expense',
  description: 'Writes down what a family paid for everyone, or paid another back',
  who: 'member',
  input: spent.extend({
    /** The currency, when that was asked. */
    currency: z.string().length(3).optional(),
    payer: z.string().max(60).optional(),
    /** Words that may say how it is divided and whom it was for. */
    said: z.string().max(500).optional(),
    /** The one family that owes it. */
    owedBy: z.string().max(60).optional(),
    /** What else was paid for in the same message. */
    more: z.array(spent).max(MOST_THINGS).optional(),
    /** The family that was paid back; empty when it was not understood which. */
    paidBack: z.string().max(60).optional(),
    /** The family that paid it back, where it is not the speaker's. */
    paidFrom: z.string().max(60).optional(),
    /** Money came back, and from none of the families. */
    refund: z.boolean().optional(),
    /** What was paid was perhaps paid for something, and to no family. */
    perhaps: z.boolean().optional(),
  }),
  oneAtATime: true,
  goesOn: spentBesides,
  takesIn: (sentence, before) => {
    const told = readSpending(sentence);
    if (readReceipt(`${before}\n${sentence}`)) return true;
    return SAYS_MORE.test(sentence) || readDividing(sentence) !== undefined || (told?.bare === true && !told.paid);
  },
  readSlots: ['currency', 'amount'],
  commands: ['add expense', 'new expense', 'we paid', 'i paid', 'we spent', 'i spent'],
  claims: (text) =>
    !text.trim().endsWith('?') &&
    (tellsOfSpending(text) || readPaidBack(text) !== undefined || readOwed(text) !== undefined),
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
    if (expectedSlot === 'currency') return { currency: readCurrency(text) };
    const owed = readOwed(text);
    const back = owed ? undefined : readPaidBack(text);
    const told = readSpending(text);
    const [first, ...more] = told?.items ?? [];
    if (REFUND.test(text) && (!back || back.to === '')) return { refund: true };
    // What names no sum is no answer how much it was.
    if (expectedSlot === 'amount' && !first) return {};
    return {
      ...(first && thingOf(owed ? { ...first, what: owed.what ?? '' } : first)),
      ...(owed && { owedBy: owed.debtor, payer: owed.creditor === OURS ? undefined : owed.creditor }),
      ...(more.length > 0 && { more: more.slice(0, MOST_THINGS).map(thingOf) }),
      ...(!owed && { payer: told?.payer }),
      ...{ said: DIVIDES.test(text) ? text.slice(0, 500) : undefined },
      ...(back && {
        paidBack: back.to,
        ...(back.from !== OURS && { paidFrom: back.from }),
        ...(!back.surely && told?.paid && first?.what !== undefined && { perhaps: true }),
      }),
    };
  },
  run: async (context, { amount, bare, what, each, more = [], currency, ...told }) => {
    const { words } = context;
    if (told.refund) return { text: words.money.refund };
    const things = [{ amount, bare, what, each }, ...more];
    const open = things.find((one) => one.amount === undefined && one.bare !== undefined)?.bare;
    const meant = open === undefined ? undefined : (currency ?? (await usualCurrency(context)));
    if (open !== undefined && meant === undefined) {
      context.expect('currency', { bare, what, each, more, amount, ...told });
      return { text: words.money.whichCurrency(open) };
    }
    const priced = things.flatMap((one): readonly Priced[] => {
      const sum = one.amount ?? (one.bare === undefined || !meant ? undefined : moneyOf(one.bare, meant));
      return sum ? [{ what: one.what, each: one.each, amount: sum }] : [];
    });
    const [first] = priced;
    if (told.paidBack !== undefined) {
      const settled = await settle(context, first?.amount, told);
      if (settled) return settled;
    }
    if (!first) {
      context.expect('amount', { what, ...told });
      return { text: words.money.howMuch };
    }
    return note(context, priced, told);
  },
});

interface Priced {
  readonly what: string | undefined;
  readonly each: Thing['each'];
  readonly amount: Money;
}
interface Told {
  readonly owedBy?: string | undefined;
  readonly refund?: boolean | undefined;
  readonly payer?: string | undefined;
  readonly said?: string | undefined;
  readonly paidBack?: string | undefined;
  readonly paidFrom?: string | undefined;
  readonly perhaps?: boolean | undefined;
}

/** A payment from family to family; nothing where it turns out to be none. */
const settle = async (
  context: TripContext,
  amount: Money | undefined,
  { paidBack = '', paidFrom = OURS, perhaps }: Told,
): Promise<Reply | undefined> => {
  const { house, member, words } = context;
  const seats = await familiesIn(house.records, member.trip.id);
  const own = seats.find(({ familyId }) => familyId === member.participation.familyId);
  const named = async (name: string) => (name === OURS ? own : familyOf(house.records, seats, name));
  if (amount === undefined || paidBack === '' || paidFrom === '') return { text: words.money.whomPaidBack };
  const [from, to] = [await named(paidFrom), await named(paidBack)];
  if (from && to) return payBack(context, amount, from, to);
  if (!from && to === own) return { text: words.money.refund };
  return perhaps ? undefined : unknownFamily(seats, from ? paidBack : paidFrom, words);
};

/** Writes down what was paid, one expense for each thing. */
const note = async (
  context: TripContext,
  priced: readonly Priced[],
  { payer, owedBy, said = '' }: Told,
): Promise<Reply | readonly Reply[]> => {
  const { house, member, conversation, words } = context;
  const seats = await familiesIn(house.records, member.trip.id);
  const own = member.participation.familyId;
  const named = payer === undefined ? undefined : await familyOf(house.records, seats, payer);
  if (payer !== undefined && !named) return unknownFamily(seats, payer, words);
  const debtor = owedBy === undefined || owedBy === OURS ? undefined : await familyOf(house.records, seats, owedBy);
  if (owedBy !== undefined && owedBy !== OURS && !debtor) return unknownFamily(seats, owedBy, words);
  const owing = owedBy === undefined ? undefined : [debtor?.familyId ?? own];
  const noted: { readonly expense: Expense; readonly sum: string }[] = [];
  for (const [index, { what: thing, each, amount }] of priced.entries()) {
    // "50 for the Lopes" is for them, and no thing.
    const whose = thing === undefined ? undefined : readAmong(`only ${thing}`, seats, own);
    const what = whose ? undefined : thing;
    const among = owing ?? whose ?? readAmong(said, seats, own);
    const counted = each && (await countEach(house.records, seats, among, each));
    if (counted?.count === 0) return { text: words.money.noChildren };
    const whole = { ...amount, amount: amount.amount * (counted?.count ?? 1) };
    const added = await addExpense(
      house.records,
      house.clock,
      member,
      {
        id: idFrom('expense', conversation, index === 0 ? context.eventId : `${context.eventId} ${index}`),
        what: what || words.money.something,
        amount: whole,
        paidBy: named?.familyId,
        split: counted?.split ?? readSplit(said, seats, own),
        among: counted?.among ?? among,
      },
      conversation,
    );
    if (!added.ok) return sayRejection(added, words);
    const total = words.say.money(whole);
    const sum = counted ? words.money.times(total, counted.count, words.say.money(amount)) : total;
    noted.push({ expense: added.expense, sum });
  }
  const names = noted.map(({ expense }) => expense.what);
  const ids = noted.map(({ expense }) => expense.id);
  context.changed(words.things.expense(words.say.list(names)), {
    skill: 'remove-expense',
    input: ids.length === 1 ? { expenseId: ids[0] } : { all: ids },
  });
  return sayNoted(seats, noted, words);
};

const sayNoted = (
  seats: readonly Participation[],
  noted: readonly { readonly expense: Expense; readonly sum: string }[],
  words: Words,
): Reply | readonly Reply[] => {
  const { say, money: speech } = words;
  const paidBy = seats.find(({ familyId }) => familyId === noted[0]?.expense.paidBy)?.familyName ?? '';
  const one = ({ expense, sum }: (typeof noted)[number]): Reply => ({
    text: speech.noted(say.family(paidBy), sum, expense.what, sayParts(seats, expense, words)),
  });
  const [currency, another] = new Set(noted.map(({ expense }) => expense.amount.currency));
  if (noted.length === 1 || currency === undefined || another !== undefined) return noted.map(one);
  const parts: Record<string, number> = {};
  for (const { expense } of noted) {
    for (const [family, part] of Object.entries(expense.parts)) parts[family] = (parts[family] ?? 0) + part;
  }
  const total = noted.reduce((sum, { expense }) => sum + expense.amount.amount, 0);
  return {
    text: speech.notedAll(
      say.family(paidBy),
      noted.map(({ expense, sum }) => [expense.what, sum] as const),
      say.money({ amount: total, currency }),
      sayParts(seats, { parts, amount: { currency } }, words),
    ),
  };
};

/** What the families count in: the currency of the trip's budget, or of their last expense. */
const usualCurrency = async ({ house, member }: TripContext): Promise<string | undefined> =>
  member.trip.budget?.currency ?? (await expensesOf(house.records, member)).at(-1)?.amount.currency;
