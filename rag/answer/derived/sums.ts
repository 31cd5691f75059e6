import { NUMBER_WORDS } from '../../../trips/number-words.ts';
import { termsOf, wordsOf } from '../../words/terms.ts';
import type { PartAnswer } from '../answer-part.ts';
import type { Chosen, Conclusion } from '../chosen.ts';
import { momentsIn, weekdayOf } from '../values/moments.ts';
import { type Quantity, quantitiesIn, sayLike } from '../values/quantity.ts';

const ASKS_WEEKDAY = /\b(?:what|which) (?:week)?day\b/i;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b/i;
const TOGETHER = /\b(?:together|in all|altogether|in total|total|combined|plus|sum)\b|\s\+\s/i;
const DEARER = /\b(?:cheap\w*|dear\w*|expensive|costs? (?:more|less)|more|less|higher|lower|better)\b/i;
const NEARER = /\b(?:near|clos|f[au]r)(?:er|ther|est|thest)\b/i;
const EARLIER = /\b(?:earlier|later|sooner|first)\b/i;
/** "For 3 nights", "for 4 people": how many times a price is paid. */
const TIMES =
  /\b(?<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<what>nights?|days?|weeks?|hours?|people|persons|adults?|children|kids|(?<who>of us))\b|\b(?:all|the) (?<all>[2-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: of us)?(?=\s*(?:$|[?.,]|to\b|in\b|at\b|on\b))/gi;
/** The words for two and above, in order. */
export const COUNTS: readonly string[] = NUMBER_WORDS.slice(2, 13);
/** How a price says what it is for one of. */
const FOR_ONE: Readonly<Record<string, RegExp>> = {
  night: /\b(?:a|per|each|and|every) night\b|\/ ?night\b|\bnightly\b/i,
  day: /\b(?:a|per|each|every) day\b|\/ ?day\b|\bdaily\b/i,
  week: /\b(?:a|per|each|every) week\b|\/ ?week\b/i,
  hour: /\b(?:an|per|each|every) hour\b|\/ ?hour\b/i,
  person:
    /\b(?:a|per|each|every) (?:person|head)\b|\/ ?person\b|\beach\b(?! (?:way|night|day|week|hour))|\bper (?:guest|passenger)\b/i,
  adult: /\b(?:an|per|each|every) (?:adult|grown-?up)\b|\/ ?adult\b/i,
  child: /\b(?:a|per|each|every) (?:child|kid)\b/i,
};
const ONE: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  children: 'child',
  kids: 'child',
  'of us': 'person',
  '': 'person',
};
/** What a price leaves open: it is no sum to calculate with. */
const OPEN = /\b(?:from|about|around|approx\w*|up to|between|plus|discount|off)\b|[~±]/i;

/** The one amount that a sentence tells of what is asked; `undefined` where it may be another. */
export const amountAsked = ({ part, chosen: [best] }: PartAnswer): Quantity | undefined => {
  if (!best) return undefined;
  const { text } = best.evidence;
  const amounts = quantitiesIn(text).filter(({ unit }) => unit.startsWith('money '));
  if (amounts.length < 2) return amounts[0];
  const asked = new Set(part.terms.map(({ stem }) => stem));
  const named = amounts.map(({ start }) => {
    const before = text.slice(0, start).split(/[,;|]/).at(-1) ?? '';
    return termsOf(before).filter(({ stem }) => asked.has(stem)).length;
  });
  const most = Math.max(...named);
  return most > 0 && named.filter((count) => count === most).length === 1 ? amounts[named.indexOf(most)] : undefined;
};

/** What comes of two amounts or times that were asked about in one breath; `undefined` where units differ or anything is open. */
export const concludeTwo = (question: string, one: PartAnswer, other: PartAnswer): Conclusion | undefined => {
  const from = [one, other].flatMap(({ chosen: [best] }) => best ?? []);
  const [first, second] = [amountAsked(one), amountAsked(other)];
  if (from.length === 2 && first && second && first.unit === second.unit && !from.some(isOpen)) {
    if (TOGETHER.test(question) && [one, other].every(isForOne)) {
      const sum = sayLike(widest(first, second), first.thousandths + second.thousandths);
      return { text: `${first.text} + ${second.text} = ${sum}`, from };
    }
    if (DEARER.test(question)) return { text: weighed(first, second, 'less', 'more', 'the same as'), from };
  }
  const [near, far] = [one, other].map(wayAsked);
  if (from.length === 2 && near && far && NEARER.test(question))
    return { text: weighed(near, far, 'less', 'more', 'the same as'), from };
  const [early, late] = [one, other].map(timeAsked);
  if (from.length === 2 && early && late && EARLIER.test(question))
    return { text: weighed(early, late, 'earlier', 'later', 'the same time as'), from };
  return undefined;
};

/** The one way that a sentence tells, in metres; `300 m` is written like a height. */
const wayAsked = ({ chosen: [best] }: PartAnswer): Quantity | undefined => {
  const [way, ...more] = quantitiesIn(best?.evidence.text ?? '').filter(
    ({ unit }) => unit === 'distance' || unit === 'length',
  );
  if (!way || more.length > 0) return undefined;
  return way.unit === 'distance' ? way : { ...way, thousandths: way.thousandths / 1_000n };
};

const timeAsked = ({ chosen: [best] }: PartAnswer): Quantity | undefined => {
  const times = quantitiesIn(best?.evidence.text ?? '').filter(({ unit }) => unit === 'clock');
  return times.length === 1 ? times[0] : undefined;
};

const weighed = (first: Quantity, second: Quantity, less: string, more: string, same: string): string => {
  if (first.thousandths === second.thousandths) return `${first.text} is ${same} ${second.text}`;
  return `${first.text} is ${first.thousandths < second.thousandths ? less : more} than ${second.text}`;
};

/** Whether each number of the question is one of what is asked, and none says how many of it are paid: "bus 7", "six days". */
const isForOne = ({ part, chosen: [best] }: PartAnswer): boolean => {
  const told = new Set(wordsOf(`${best?.evidence.passage.heading ?? ''} ${best?.evidence.text ?? ''}`).map(inDigits));
  return wordsOf(part.text)
    .map(inDigits)
    .every((word) => !/^\d+$/.test(word) || told.has(word));
};

/** A number word from two to twelve in digits; any other word as it is. */
export const inDigits = (word: string): string => (COUNTS.includes(word) ? `${COUNTS.indexOf(word) + 2}` : word);

const isOpen = ({ evidence: { text } }: Chosen): boolean => OPEN.test(text);

const widest = (one: Quantity, other: Quantity): Quantity => (one.decimals >= other.decimals ? one : other);

/** A price for one, as often as the question says: `3 x EUR 120 = EUR 360`; `undefined` unless the price says it is for one of these. */
export const concludeTimes = (question: string, answer: PartAnswer): Conclusion | undefined => {
  const [best] = answer.chosen;
  if (!best || answer.part.kind !== 'money' || isOpen(best)) return undefined;
  const asked = new Map(
    [...question.matchAll(TIMES)].map(({ groups = {} }) => {
      const what = (groups.what ?? groups.who ?? '').toLowerCase();
      return [ONE[what] ?? what.replace(/s$/, ''), Number(inDigits((groups.count ?? groups.all ?? '').toLowerCase()))];
    }),
  );
  const amounts = quantitiesIn(best.evidence.text).filter(({ unit }) => unit.startsWith('money '));
  const [amount] = amounts;
  const paidFor = Object.entries(FOR_ONE).filter(([, says]) => says.test(best.evidence.text));
  if (asked.size === 0 || !amount || amounts.length !== 1) return undefined;
  // All that it is paid for is asked, and nothing else: "per adult and night" of "3 adults for 7 nights".
  if (paidFor.length !== asked.size || !paidFor.every(([one]) => (asked.get(one) ?? 0) > 1)) return undefined;
  const numbers = [...asked.values()];
  const total = numbers.reduce((product, number) => product * BigInt(number), amount.thousandths);
  return { text: `${numbers.join(' x ')} x ${amount.text} = ${sayLike(amount, total)}`, from: [best] };
};

/** On which day of the week the one day falls that a sentence tells without saying so: `19 June 2027 is a Saturday`. */
export const concludeWeekday = ({ part, chosen: [best] }: PartAnswer): Conclusion | undefined => {
  if (!best || !ASKS_WEEKDAY.test(part.text) || WEEKDAY.test(best.evidence.text)) return undefined;
  const [day, ...more] = momentsIn(best.evidence.text).filter((moment) => moment.day !== undefined);
  const weekday = day && more.length === 0 ? weekdayOf(day) : undefined;
  return weekday === undefined ? undefined : { text: `${day?.dayText} is a ${weekday}`, from: [best] };
};
