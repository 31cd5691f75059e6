import { leansOnPrevious } from '../../ingest/leaning.ts';
import { match, spoken } from '../../retrieve/term-fits.ts';
import { overlap, spansOfYear } from '../../words/calendar.ts';
import { stem } from '../../words/stem.ts';
import { type Term, termsOf } from '../../words/terms.ts';
import { type Check, innermost, whichHold } from './check.ts';
import { ofOtherCode, ofOtherNumbering, ofTheRescue } from './of-other-codes.ts';
import { ofOtherDirection, ofOtherEndOfALeg, ofOtherWay, ofTheWayBack } from './of-other-ways.ts';

/** The row's own name and its other cells, each with its column: `Adult | 1 day: EUR 48; 3 days: EUR 135`. */
const cellsOf = (row: string): readonly string[] => row.split(/ \| |; /);

/** It tells of other days or months than those that are asked about. */
const ofOtherDays: Check = ({ text, kind }, { text: told, passage }) => {
  if (kind === 'yes-no' || kind === 'case' || kind === 'reason') return false;
  const asked = spansOfYear(text);
  if (asked.length === 0) return false;
  const own = spansOfYear(told);
  const spans = own.length > 0 ? own : spansOfYear(innermost(passage.heading));
  return spans.length > 0 && !asked.some((one) => spans.some((span) => overlap(one, span)));
};

const SEASONS = ['low season', 'high season', 'spring', 'summer', 'autumn', 'winter'];
const seasonsIn = (text: string): readonly string[] => {
  const low = text
    .toLowerCase()
    .replace(/\bfall\b(?=$| (?:season|holidays|break))/g, 'autumn')
    .replace(/\boff-?season\b/g, 'low season');
  return SEASONS.filter((season) => new RegExp(`\\b${season.replace(' ', '[ -]?')}\\b`).test(low));
};

/** It tells of another season. */
const ofOtherSeason: Check = ({ text, kind }, { text: told, passage }) => {
  if (kind === 'yes-no') return false;
  const asked = seasonsIn(text);
  const own = seasonsIn(told);
  const seasons = own.length > 0 ? own : seasonsIn(innermost(passage.heading));
  return asked.length > 0 && seasons.length > 0 && !asked.some((season) => seasons.includes(season));
};

const AGE_ASKED =
  /\b(\d{1,2})[- ]?(?:years?|yrs?|yo|y\/o)[- ]?(?:olds?)?\b|\b(?:is|aged?|who'?s) (\d{1,2})\b(?!\s?(?:am|pm|h\b|km|kg|cm|m\b|days?|nights?|hours?|min|euros?|eur|%|:))|\((\d{1,2})\)/i;
const AGES =
  /(?<![\d:.,€$£]|\b[A-Z]{3} )\b(?:(?<low>\d{1,2}) ?(?:to|-|–) ?(?<high>\d{1,2})\b(?! ?(?:[:.,]\d|\d|h\b|am|pm|o'?clock|min|hours?|days?|nights?|weeks?|km|kg|cm|m\b|people|persons|[A-Z]{3}\b|months?|%|°|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|under (?<under>\d{1,2})s?\b(?![:.,]\d)|up to (?<upto>\d{1,2})\b(?! ?(?:[:.,]\d|kg|km|people|persons|days|nights|hours|[A-Z]{3}\b|%)))/gi;
const NO_CHILD =
  /\badults?\b|\bgrown[- ]?ups?\b|\beverybody\b|\beveryone\b|\bper person\b|\beach\b|\bfamil(?:y|ies)\b/i;
const ADULT = 18;

/** It says what people of other ages pay. */
const ofOtherAges: Check = ({ text, kind }, { text: told }) => {
  if (kind !== 'money') return false;
  const [, one, two, three] = AGE_ASKED.exec(text) ?? [];
  const age = Number(one ?? two ?? three);
  if (!(age >= 0) || (age >= ADULT && NO_CHILD.test(told))) return false;
  const ages = [...told.matchAll(AGES)].map(({ groups = {} }) => ({
    low: Number(groups.low ?? 0),
    high: groups.under === undefined ? Number(groups.high ?? groups.upto) : Number(groups.under) - 1,
  }));
  return ages.length > 0 && !NO_CHILD.test(told) && ages.every(({ low, high }) => age < low || age > high);
};

const ALL_OF_IT =
  /\b(?:in total|altogether|all together|all in|in all|total (?:price|cost|sum|amount)|full price|the total)\b/i;
const PART_OF_IT = /\b(?:deposit|down ?payment|instal?ments?|balance|remainder|supplement|surcharge|late fee)\b/i;

/** It tells a part of the price where all of it is asked. */
const ofAPart: Check = ({ text, kind }, { text: told }) =>
  kind === 'money' &&
  ALL_OF_IT.test(text) &&
  PART_OF_IT.test(told) &&
  !PART_OF_IT.test(text) &&
  !/\b(?:total|altogether|in all|overall)\b/i.test(told);

const CLOSES_ASKED = /\bclos(?:e|es|ing)\b|\bshuts?\b/i;
const OPENS_ASKED = /\bopens?\b|\bopening time\b/i;
/** What is not open is closed. */
const NOT_OPEN = /(?:\bnot|n['’]?t|\bnever)\b.*\bopen\b/i;
const OPENS = /\bopens?\b/i;
const CLOSES = /\bclos(?:e|es|ed|ing)\b|\bshuts?\b/i;
const RUNS_TO =
  /\b(?:(?:until|till|to|through)(?= (?:\d|noon|midday|midnight|dusk|sunset|dark|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b| \d)|all day|round the clock|midnight|24)\b|\d ?[-–] ?\d/i;

/** It tells when a thing opens where it is asked when it closes, or the other way round. */
const ofOtherEnd: Check = ({ text, kind }, { text: told }) => {
  if (kind !== 'clock' && kind !== 'time') return false;
  const notOpen = NOT_OPEN.test(text);
  const closes = CLOSES_ASKED.test(text) || notOpen;
  const opens = OPENS_ASKED.test(text) && !notOpen;
  if (closes === opens || RUNS_TO.test(told)) return false;
  return closes
    ? OPENS.test(told) && !CLOSES.test(told)
    : CLOSES.test(told) && !OPENS.test(told) && !/\bfrom\b/i.test(told);
};

const COUNTED =
  /\bhow many (?<things>[\p{L}' -]+?)(?= (?:do|does|did|are|is|can|may|will|has|have|had|we|i|you|they|in|on|at|for|per|with|there|fit|left|to|of|the|a|each|must|should|could|would|were|was)\b|$|[?,.;])/iu;
const UNCOUNTED =
  /\b(?:people|persons?|guests?|of us|kids?|children|adults?|visitors?|passengers?|times|minutes|hours|days|nights|weeks|families|more|others?)\b/i;
const NUMBER =
  /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|no|none|a|an|each|both|single|double|half)$/i;
const NEAR = 4;
const SHORT = 40;

/** It counts other things than those that are asked for. */
const ofOtherThings: Check = ({ text, kind }, { text: told }) => {
  const { things } = kind === 'number' ? (COUNTED.exec(text)?.groups ?? {}) : {};
  if (things === undefined || UNCOUNTED.test(things) || leansOnPrevious(told) || told.length < SHORT) return false;
  const terms = termsOf(things);
  const thing = terms.at(-1);
  if (!thing) return false;
  const words = told.match(/[\p{L}\p{N}.,'’]+/gu) ?? [];
  const near = (at: number): string => words.slice(Math.max(0, at - NEAR), at + NEAR + 1).join(' ');
  return !words.some((word, at) => NUMBER.test(word.replace(/[.,]$/, '')) && says(thing, near(at)));
};

/** Whether the text speaks of it, also within a word of several: beds in "double beds". */
const says = (term: Term, text: string): boolean =>
  match(term, spoken(text)) > 0 ||
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => stem(word) === term.stem);

const PAYS = /\b(?:pays?|charged?|costs?)\b/i;
const BY_MEANS =
  /\b(?:cards?|cash|visa|mastercard|amex|bank transfer|transfer|cheques?|online|apple pay|twint|paypal)\b/i;
const A_PRICE = /\d|\bfree\b|\bno (?:charge|fee)\b|\bnothing\b/i;

/** It tells how one pays where it is asked whether. */
const ofTheMeans: Check = ({ text, kind }, { text: told }) =>
  kind === 'yes-no' && PAYS.test(text) && !BY_MEANS.test(text) && BY_MEANS.test(told) && !A_PRICE.test(told);

const OWN_FACT =
  /\bhow (?:tall|old|heavy|big) is\b|\ballerg(?:ic|y|ies)\b|\bbirthday\b|\bshoe size\b|\bweighs?\b(?!.{0,12}\d)/i;
const A_RULE = /\b(?:must|should|can|may|need|enough|too|allowed|ok|okay|fine)\b/i;

/** It tells something of nobody in particular, or of somebody else, that is each one's own: a height, an allergy. */
const ofNobody: Check = ({ text, terms }, { text: told, fits }, people) => {
  if (!OWN_FACT.test(text) || A_RULE.test(text)) return false;
  const asked = new Set(terms.flatMap(({ stem, weight }) => (people.has(stem) && weight === 1 ? [stem] : [])));
  if (asked.size === 0) return false;
  // Who is named next to somebody else is not told of.
  const others = termsOf(told).some(({ stem: one }) => people.has(one) && !asked.has(one));
  return fits.every(
    ({ term, own, above, beside }) => !asked.has(term.stem) || Math.max(own, above, others ? 0 : beside) === 0,
  );
};

const TURNS = '(?:bus|train|ferry|boat|tram|metro|shuttle|coach|flight|departure|lift|gondola|one)\\b';
const ASKS_FIRST = new RegExp(`\\b(?:first|earliest) (?:\\w+ )?${TURNS}`, 'i');
const ASKS_LAST = new RegExp(`\\b(?:last|latest) (?:\\w+ )?${TURNS}`, 'i');
const SPANS = /\d ?(?:to|until|till|-|–) ?\d/;

/** It tells the last of the day where the first is asked, or the other way round. */
const ofOtherTurn: Check = ({ text, kind }, { text: told }) => {
  if (kind !== 'clock' && kind !== 'time') return false;
  const first = ASKS_FIRST.test(text);
  if (first === ASKS_LAST.test(text) || SPANS.test(told)) return false;
  const tells = (one: RegExp, other: RegExp): boolean => one.test(told) && !other.test(told);
  return first ? tells(/\blast\b/i, /\b(?:first|from)\b/i) : tells(/\bfirst\b/i, /\b(?:last|until|till)\b/i);
};

const HAS_HOURS: ReadonlySet<string> = new Set([
  'check in',
  'check out',
  'opening hours',
  'left luggage',
  'quiet hours',
]);

/** It has an hour, and neither it nor anything around it tells that it is the hour of what is asked. */
const ofOtherHours: Check = ({ kind }, { fits, text: told }) =>
  kind === 'clock' &&
  // "April to June: 10:00 to 17:00" is a line of opening hours, whatever stands above it.
  spansOfYear(told).length === 0 &&
  fits.some(
    ({ term, own, above, beside }) =>
      term.meant === 'asked' && HAS_HOURS.has(term.word) && Math.max(own, above, beside) === 0,
  );

const WHO = /\b(?:who['’]?s?|whom)\b/i;
/** Who may, must or gets is a rule for everybody of a kind. */
const WHO_OF_ALL =
  /\bwho (?:else )?(?:has to|have to|must|needs?|may|can|could|should|is allowed|are allowed|pays?|gets?|does(?:n[’']?t| not)|is it for)\b|\bfor whom\b/i;
const ROLE =
  /\b(?:I|we|my|our|us|you|your|he|she|they|staff|owner|host(?:ess)?|guide|driver|teacher|captain|skipper|guards?|police|reception(?:ist)?|desk|neighbou?rs?|every(?:one|body)|nobody|children|kids|adults|guests|parents?|mother|father|mum|dad|grand\p{L}+|guardian|leaders?|warden|porter|nurse|doctor|cook|chef|crew|office|team|family|families|men|women|boys?|girls?)\b/giu;
const NAME_WITHIN = /(?<=[\p{L}\p{N},:;(|>+&-]\s|["“(])\p{Lu}\p{Ll}[\p{L}'’-]*/gu;
const NAME_FIRST = /^\p{Lu}\p{Ll}[\p{L}'’-]*(?=$| \p{L}+|,|:| \+| &)/u;

/** It names nobody besides those that are asked about. */
const ofNoName: Check = ({ text, kind, terms }, { text: told }, people) => {
  if (kind !== 'person' || !WHO.test(text) || WHO_OF_ALL.test(text)) return false;
  const asked = new Set([
    ...terms.map(({ stem: one }) => one),
    ...(text.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem),
  ]);
  const isNew = (word: string): boolean => !asked.has(stem(word.toLowerCase()));
  const first = NAME_FIRST.exec(told)?.[0];
  const isFirstNew =
    first !== undefined &&
    isNew(first) &&
    (people.has(stem(first.toLowerCase())) || termsOf(first).some(({ concepts }) => concepts.length === 0));
  return !isFirstNew && ![...(told.match(NAME_WITHIN) ?? []), ...(told.match(ROLE) ?? [])].some(isNew);
};

const PARTING =
  /^(?:with (?:respect|love|kind|best|warm)|kind(?:est)?|best|warm(?:est)?|many|lots of|kisses|greetings|love|cheers|yours|regards|see you|sincerely|respectfully)\b[^.!?:\d]{0,60}[.!]?$/i;
const ASKS_WRITER: ReadonlySet<string> = new Set(['person', 'name', 'email']);

/** How a letter ends: it tells who wrote it and nothing else. */
const isParting: Check = ({ kind }, { text: told }) => !ASKS_WRITER.has(kind) && PARTING.test(told);

const TELLS = /\d|\b(?:no|not|none|never|yes)\b/i;

/** It is a word or a name of the question, and says nothing of it. */
const ofNothingNew: Check = ({ text, kind }, { text: told }) => {
  if (kind === 'yes-no' || TELLS.test(told)) return false;
  const asked = new Set(termsOf(text).map(({ stem: one }) => one));
  return termsOf(told).every(({ stem: one }) => asked.has(one));
};

const SUM = /\d/;
const PRICED = /\b(?:how much|what do(?:es)?|price|cost|fee|fare)\b/i;
const MONEY = /[€$£¥]|\b\p{Lu}{3}\b ?\d|\d ?(?:\p{Lu}{3}|euros?|dollars?|pounds?|francs?|kr)\b|\bfree\b|\bincluded\b/u;

/** A row whose price is that of the row, and the thing that is asked for only stands in another of its cells. */
const ofOtherCell: Check = ({ text, kind, terms }, { text: told, passage }, people) => {
  if (kind !== 'money' || !PRICED.test(text) || !told.includes(' | ')) return false;
  const [name = '', ...cells] = cellsOf(told);
  const priced = cells.filter((cell) => MONEY.test(cell) && SUM.test(cell));
  const thing = terms.find(({ stem, weight, names, whom }) => weight === 1 && !names && !whom && !people.has(stem));
  if (!thing || priced.length === 0 || priced.length === cells.length) return false;
  const said = [name, innermost(passage.heading), ...priced].some((cell) => says(thing, cell));
  return !said && cells.some((cell) => says(thing, cell));
};

const CHECKS: Readonly<Record<string, Check>> = {
  ofOtherDays,
  ofOtherSeason,
  ofOtherAges,
  ofOtherWay,
  ofOtherDirection,
  ofOtherEndOfALeg,
  ofTheWayBack,
  ofAPart,
  ofOtherEnd,
  ofOtherTurn,
  ofOtherHours,
  ofOtherThings,
  ofOtherNumbering,
  ofOtherCode,
  ofTheMeans,
  ofTheRescue,
  ofNobody,
  ofNoName,
  isParting,
  ofNothingNew,
  ofOtherCell,
};

/**
 * In what a sentence contradicts the question, so that it is not the answer however much speaks for it: it tells the same
 * of another day, season, age, way, end, part or person. Nothing where it may be one. `people` are stems of names.
 */
export const contradictions = (...of: Parameters<Check>): readonly string[] => whichHold(CHECKS, ...of);
