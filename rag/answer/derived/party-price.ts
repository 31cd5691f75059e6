import type { Evidence } from '../../retrieve/evidence.ts';
import { termsOf } from '../../words/terms.ts';
import type { QuestionPart } from '../question/question.ts';
import { type Quantity, quantitiesIn, sayLike } from '../values/quantity.ts';
import { type Derive, standsOn } from './derived.ts';
import { COUNTS, inDigits } from './sums.ts';

/** "2 adults and 3 kids": how many of whom. */
const PARTY = new RegExp(
  `\\b(?<count>\\d{1,2}|an?|one|${COUNTS.join('|')}) (?<who>adults?|grown-?ups?|children|child|kids?|seniors?|students?|teens?|teenagers?|babies|baby|infants?|cars?|bikes?|bicycles?|dogs?)\\b`,
  'gi',
);
/** How the one of whom a price is for is written. */
const WHO: Readonly<Record<string, RegExp>> = {
  adult: /\b(?:adults?|grown-?ups?)\b/i,
  child: /\b(?:child|children|kids?)\b/i,
  senior: /\bseniors?\b/i,
  student: /\bstudents?\b/i,
  teen: /\b(?:teens?|teenagers?|youth)\b/i,
  baby: /\b(?:bab(?:y|ies)|infants?)\b/i,
  car: /\bcars?\b/i,
  bike: /\b(?:bikes?|bicycles?)\b/i,
  dog: /\bdogs?\b/i,
};
const PAYS = /\b(?:pay|costs?|price|much|together|total|come to|fare)\b/i;
/** A price for several at once. */
const FOR_SEVERAL = /\b(?:family|families|group)\b|\d\s?\+\s?\d/i;
/** A price that is paid more than once. */
const FOR_A_TIME = /\b(?:per|and|an?|each|every) (?:night|day|hour|week)\b|\/ ?(?:night|day|hour|week)\b/i;
/** A price that is not said to the end. */
const OPEN_BEFORE = /\b(?:from|about|around|approx\w*|up to|plus)\s*$|~\s*$/i;

/** What a party pays: each price of one list as often as there are people for it. */
export const partyPrice: Derive = async ({ part: { text } }, ask) => {
  const party = [...text.matchAll(PARTY)].map(({ groups = {} }) => ({
    count: Number(inDigits((groups.count ?? '').toLowerCase().replace(/^(?:an?|one)$/, '1'))),
    who: Object.keys(WHO).find((who) => WHO[who]?.test(groups.who ?? '')) ?? '',
  }));
  const counts = party.reduce((sum, { count }) => sum + count, 0);
  if (party.length === 0 || counts < 2 || !PAYS.test(text)) return undefined;
  if (new Set(party.map(({ who }) => who)).size !== party.length) return undefined;
  const of = text
    .replace(PARTY, ' ')
    .replace(
      /\b(?:how much|what|do|does|will|would|is|are|we|it|cost|costs|pay|have to|for|and|with|together|in total|the price)\b|[,+&?]/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  let asks: QuestionPart['terms'] = [];
  let list: readonly Evidence[] = [];
  const prices: { readonly count: number; readonly amount: Quantity; readonly from: Evidence }[] = [];
  for (const { count, who } of party) {
    const asked = await ask(`how much is ${who === 'adult' ? 'an' : 'a'} ${who} ${of}`);
    if (!asked) return undefined;
    asks = asked.part.terms;
    const [known] = prices;
    const best = known?.from ?? asked.chosen[0]?.evidence;
    if (!best || FOR_A_TIME.test(best.text)) return undefined;
    const rows = [...asked.chosen.map(({ evidence }) => evidence), ...asked.evidence].filter(
      ({ passage }) => passage.documentId === best.passage.documentId && passage.heading === best.passage.heading,
    );
    list = rows;
    const row = rows.find((one) => amountFor(who, one, asked.part) !== undefined);
    const amount = row && amountFor(who, row, asked.part);
    if (!row || !amount || (known && known.amount.unit !== amount.unit)) return undefined;
    prices.push({ count, amount, from: row });
  }
  const [first] = prices;
  if (!first) return undefined;
  const total = prices.reduce((sum, { count, amount }) => sum + amount.thousandths * BigInt(count), 0n);
  const widest = prices.reduce((most, { amount }) => (amount.decimals > most.decimals ? amount : most), first.amount);
  const from = [...new Map(prices.map((price) => [price.from.text, standsOn(price.from, asks)])).values()];
  const said = prices.map(({ count, amount }) => `${count} x ${amount.text}`).join(' + ');
  // A ticket for all of them may be cheaper: whoever asks for several must hear of it.
  const together = prices.length > 1 ? list.find((one) => FOR_SEVERAL.test(one.text) && hasAmount(one)) : undefined;
  const chosen = together ? [standsOn(together, asks), ...from] : from;
  return { chosen, conclusion: { text: `${said} = ${sayLike(widest, total)}`, from } };
};

const hasAmount = ({ text }: Evidence): boolean => quantitiesIn(text).some(({ unit }) => unit.startsWith('money '));

/** What one of them pays by a row or sentence: the amount right behind the word for them, or that of their row's column. */
const amountFor = (who: string, { text }: Evidence, { terms }: QuestionPart): Quantity | undefined => {
  const says = WHO[who];
  const amounts = quantitiesIn(text).filter(({ unit }) => unit.startsWith('money '));
  if (!says?.test(text) || FOR_SEVERAL.test(text) || FOR_A_TIME.test(text)) return undefined;
  const before = amounts.map(({ start }) => text.slice(0, start));
  if (before.some((told) => OPEN_BEFORE.test(told))) return undefined;
  const labels = before.map((told) => told.split(/[,;|]/).at(-1) ?? '');
  const own = amounts.filter((_, index) => says.test(labels[index] ?? ''));
  if (own.length > 0) return own.length === 1 ? own[0] : undefined;
  const [first = '', ...cells] = text.split(' | ');
  if (cells.length > 0 && !says.test(first)) return undefined;
  if (amounts.length === 1) return amounts[0];
  const asked = new Set(terms.map(({ stem }) => stem));
  const named = amounts.filter((_, index) => termsOf(labels[index] ?? '').some(({ stem }) => asked.has(stem)));
  return named.length === 1 ? named[0] : undefined;
};
