import type { Money } from '../../money.ts';
import { numberSaid, numberWords } from '../../number-words.ts';
import type { Price } from '../candidate.ts';

/** No paper prices a vehicle by its seats. */
type PaperPrice = Exclude<Price, { per: 'vehicle' }>;

/** An amount as it stands in a text, with the words of its own clause before and after it. */
interface Mention {
  readonly money: Money;
  readonly before: string;
  readonly after: string;
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₺': 'TRY', '₹': 'INR' };
const WORDS: Readonly<Record<string, string>> = { euro: 'EUR', euros: 'EUR', pounds: 'GBP', francs: 'CHF', yen: 'JPY' };
/** Currencies whose sign is `$`. */
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']);
const CODES = new Set(Intl.supportedValuesOf('currency'));
const NUMBER = String.raw`\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)`;
const UNIT = String.raw`[€£¥₺₹$]|\b[A-Z]{3}\b`;
const AMOUNT = new RegExp(
  String.raw`(${UNIT})\s?~?(${NUMBER})(?:\s?-\s?(?:[€£$])?(${NUMBER}))?|(?<![\d.,:])(${NUMBER})(?:\s?-\s?(${NUMBER}))?\s?(?:(${UNIT})(?!\s?~?\d)|(euros?|pounds|francs|dollars|yen)\b)`,
  'g',
);

const CHILD = /\b(?:child(?:ren)?(?:'s)?|kids?(?:')?|youths?|juniors?|under[- ]?\d+s?|ages? \d+|aged \d+|teens?)\b/i;
const ADULT = /\b(?:adults?|grown-?ups?)\b/i;
const GROUP =
  /\b(?:per (?:group|family|boat|car|van|taxi|party)|(?:for|whole|entire) (?:the )?(?:whole |entire )?(?:group|party|family|boat)|family ticket|group price|in total|total|altogether|grand total|amount (?:due|paid)|for (?:everyone|all of us|up to \d+|\d{1,2} (?:people|persons|guests)))\b/i;
const ROOMS = new RegExp(`\\b(\\d{1,2}|${numberWords(2, 6)})\\s+(?:\\w+\\s+){0,2}?(?:rooms|apartments|flats)\\b`, 'i');
const NIGHT = /(?:\b(?:a|per|each) night|\/\s?night|\bnightly|\bpp?pn\b)/i;
const ROOM = /\b(?:per|a|each) (?:double |twin |family )?room\b|\/\s?room/i;
/** An amount beside one of these is not what a visit, a meal or a stay costs. */
const EXTRA =
  /\b(?:cots?|cribs?|deposit|audio ?guides?|parking|garage|tax(?:es)?|lockers?|discount|off|tips?|towels?|supplement|extra bed|late|cancel\w*|surcharge|pets?|dogs?|shuttle|transfer|taxi|voucher|refund|fine|budget|limit|max(?:imum)?|up to(?! \d+ (?:people|persons|guests))|more than|at most|spend|(?<!total )(?<!amount )(?:pre)?paid|combo|highchair|high chair|booking fee|metro|bus|tram ticket|wifi|breakfast)\b/i;
const FREE =
  /\b(?:free (?:entry|admission|entrance|of charge|to (?:enter|visit))|(?:entry|admission|entrance|access|tickets?|price|cost)(?: is|:)? free|is free\b(?! of (?!charge))|costs nothing|no (?:entry|entrance|admission) (?:fee|charge)|free for (?:all|everyone))|(?<![-\w] ?)\bfree\s*(?:[.,;)]|$)/i;
const DIET_FREE =
  /\b(?:nuts?|gluten|dairy|lactose|egg|meat|step|sugar|alcohol|smoke|traffic|car|stair|barrier)s?[- ]free\b/gi;
const UNDER = /\bunder[- ]?(?:the age of )?(\d{1,2})s?\b/i;
const UP_TO = /\b(?:up to|until|to age|to) (\d{1,2})\b|\b(\d{1,2})(?: years?)? (?:and|or) (?:under|younger|below)\b/i;
const AGE_SPAN = /\b(\d{1,2})\s?-\s?(\d{1,2})\b/;

const minorUnits = (text: string, currency: string): number => {
  const decimal = /[.,](\d{1,2})$/.exec(text);
  const whole = (decimal ? text.slice(0, decimal.index) : text).replace(/[ ,.]/g, '');
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return Math.round(Number(`${whole}.${decimal?.[1] ?? '0'}`) * 10 ** digits);
};

const currencyOf = (unit: string, usual: string | undefined): string | undefined => {
  if (unit === '$' || unit === 'dollars') return usual && DOLLARS.has(usual) ? usual : 'USD';
  const named = SYMBOLS[unit] ?? WORDS[unit.toLowerCase()];
  if (named) return named;
  return CODES.has(unit) ? unit : undefined;
};

/** Where one price's words end and the next one's begin. */
const BREAK = /[,;|\n]|\.(?:\s|$)|\s\/\s|\s-\s|\band\b/gi;

const clauseBefore = (text: string): string => {
  let from = 0;
  for (const found of text.matchAll(BREAK)) from = found.index + found[0].length;
  const open = text.lastIndexOf('(');
  // A bracket that was closed belongs to its clause: `children (4-12) EUR 15`.
  return text.slice(Math.max(from, open > text.lastIndexOf(')') ? open + 1 : 0));
};

const clauseAfter = (text: string): string => {
  const open = text.search(/[()]/);
  const rest = text.slice(0, open < 0 ? text.length : open);
  const end = rest.search(BREAK);
  const clause = rest.slice(0, end < 0 ? rest.length : end);
  // A bracket that follows belongs to the amount: `EUR 15 (ages 4-12)`; but not `EUR 15 (children free)`.
  const bracket = end < 0 && /^\(([^()\n]{0,80})\)/.exec(text.slice(rest.length))?.[1];
  return bracket && !/\bfree\b/i.test(bracket) ? `${clause} ${bracket}` : clause;
};

const mentionsOf = (text: string, usual: string | undefined): readonly Mention[] => {
  const found = [...text.matchAll(AMOUNT)];
  const mentions: Mention[] = [];
  found.forEach((match, index) => {
    const [all, unitBefore, low, high, lowAfter, highAfter, unitAfter, unitWord] = match;
    const currency = currencyOf(unitBefore ?? unitAfter ?? unitWord ?? '', usual);
    const number = high ?? low ?? highAfter ?? lowAfter;
    if (!currency || !number) return;
    const previous = found[index - 1];
    const from = previous ? previous.index + previous[0].length : 0;
    const to = found[index + 1]?.index ?? text.length;
    mentions.push({
      money: { amount: minorUnits(number, currency), currency },
      before: clauseBefore(text.slice(from, match.index)),
      after: clauseAfter(text.slice(match.index + all.length, to)),
    });
  });
  return mentions;
};

/** Every sum of money that a text names, and where; `usual` decides which dollar `$` is. */
export const readAmounts = (
  text: string,
  usual?: string,
): readonly { readonly money: Money; readonly index: number }[] =>
  [...text.matchAll(AMOUNT)].flatMap(
    ({ index, 1: before, 2: low, 3: high, 4: lowAfter, 5: highAfter, 6: after, 7: word }) => {
      const currency = currencyOf(before ?? after ?? word ?? '', usual);
      const number = high ?? low ?? highAfter ?? lowAfter;
      return currency && number ? [{ money: { amount: minorUnits(number, currency), currency }, index }] : [];
    },
  );

interface ChildTerms {
  readonly childUpTo?: number;
  readonly freeUpTo?: number;
  readonly childrenFree?: boolean;
}

const oldest = (words: string): number | undefined => {
  const under = UNDER.exec(words);
  if (under) return Number(under[1]) - 1;
  const span = AGE_SPAN.exec(words);
  if (span) return Number(span[2]);
  const upTo = UP_TO.exec(words);
  return upTo ? Number(upTo[1] ?? upTo[2]) : undefined;
};

/** What a text says of children who pay nothing. */
const freeChildren = (text: string): ChildTerms => {
  for (const clause of text.replace(DIET_FREE, ' ').split(/[;.|\n,(]|\band\b/)) {
    if (!/\bfree\b/i.test(clause) || !(CHILD.test(clause) || UNDER.test(clause))) continue;
    const freeUpTo = oldest(clause);
    return freeUpTo === undefined ? { childrenFree: true } : { freeUpTo };
  }
  return {};
};

/**
 * The price a text states for a visit, a meal or a stay; `undefined` when it states none. Of a range the upper end
 * counts. `usual` is the trip's currency: it decides which dollar `$` is.
 */
export const readPrice = (text: string, usual?: string): PaperPrice | undefined => {
  const mentions = mentionsOf(text, usual).filter(
    ({ before, after }) => !EXTRA.test(before.slice(-40)) && !EXTRA.test(after.slice(0, 40)),
  );
  const free = freeChildren(text);
  const currency = mentions[0]?.money.currency;
  const same = mentions.filter(({ money }) => money.currency === currency);
  const label = ({ before, after }: Mention): string => `${before} | ${after}`;
  const night = same.find((mention) => NIGHT.test(label(mention)));
  const group = same.find((mention) => GROUP.test(label(mention)) && !NIGHT.test(label(mention)));
  if (night && !group) {
    const rooms = ROOMS.exec(text)?.[1];
    const count = rooms && numberSaid(rooms);
    const whole = /\b(?:apartment|flat|house|villa|cabin|cottage|chalet)\b/i.test(text);
    const ofRoom = ROOM.test(label(night)) || (!whole && /\brooms?\b/i.test(text));
    return { per: 'night', each: night.money, ofRoom, ...(count ? { rooms: count } : {}) };
  }
  const child = same.find((mention) => CHILD.test(label(mention)) && !ADULT.test(label(mention)) && mention !== group);
  const adult =
    same.find((mention) => ADULT.test(label(mention))) ??
    same.find((mention) => mention !== child && mention !== group);
  if (!adult) {
    if (group) return { per: 'group', total: group.money };
    const entry = text.replace(DIET_FREE, ' ');
    // `free` for children alone says nothing of the rest.
    const forAll = entry
      .split(/[;.|\n,()]/)
      .some((clause) => FREE.test(clause) && !CHILD.test(clause) && !UNDER.test(clause));
    if (mentions.length > 0 || !forAll) return undefined;
    return { per: 'person', adult: { amount: 0, currency: usual ?? 'EUR' } };
  }
  const forTwo = /^\s*for (?:two|2)\b/i.test(adult.after);
  const adultPrice = forTwo ? { ...adult.money, amount: Math.ceil(adult.money.amount / 2) } : adult.money;
  const childUpTo = child && oldest(`${child.before} ${child.after}`);
  const childPrice = child?.money ?? (free.childrenFree ? { ...adultPrice, amount: 0 } : undefined);
  return {
    per: 'person',
    adult: adultPrice,
    ...(childPrice ? { child: childPrice } : {}),
    ...(childUpTo === undefined ? {} : { childUpTo }),
    ...(free.freeUpTo === undefined ? {} : { freeUpTo: free.freeUpTo }),
  };
};

/**
 * The price of a stay. What is not called the price of a night is the whole stay's when the text says so, and unknown
 * otherwise: a stay is never paid like a ticket.
 */
export const readStayPrice = (text: string, usual?: string): PaperPrice | undefined => {
  const price = readPrice(text, usual);
  if (price?.per !== 'person')
    return price && price.per === 'night' && /\b(?:per|a|each) (?:person|head|guest|adult)\b/i.test(text)
      ? undefined
      : price;
  const whole =
    /\b(?:price|total|stay|amount|cost)\b/i.test(text) &&
    /\b(?:rooms?|nights?|stay|apartment|flat|house|total)\b/i.test(text);
  return whole && price.adult.amount > 0 ? { per: 'group', total: price.adult } : undefined;
};
