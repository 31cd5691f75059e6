import { type Money, minorDigits } from '../../trips/money.ts';
import { amountsInDigits } from './amount-words.ts';
import { MONTHS } from './days/calendar.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  bucks: 'USD',
  chf: 'CHF',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  cad: 'CAD',
  aud: 'AUD',
  '¥': 'JPY',
  us$: 'USD',
  yen: 'JPY',
  zł: 'PLN',
  zloty: 'PLN',
  '₹': 'INR',
  rupees: 'INR',
  kč: 'CZK',
};
/** How currencies are written beside a number, as a pattern. */
export const UNITS =
  '€|us\\$|\\$|£|eur(?:os?)?|usd|gbp|chf|sek|nok|dkk|cad|aud|(?:us )?dollars?|bucks|pounds?|quid|¥|yen|zł|zloty|₹|rupees|kč';
const NUMBER = '\\d{1,3}(?:[,. ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const THOUSANDS = 'k\\b|grand\\b|thousand\\b';
/** The longest text that money is looked for in. */
const MOST = 1_500;
const BEFORE = new RegExp(`(${UNITS})\\s?(${NUMBER})\\s?(${THOUSANDS})?`, 'i');
const AFTER = new RegExp(`(${NUMBER})\\s?(k|grand|thousand)?\\s?(${UNITS})(?![a-z])`, 'i');
/** Any other currency goes by its code, in capitals: `THB 500`, `500 PLN`. */
const CODE_BEFORE = new RegExp(`\\b([A-Z]{3})\\s?(${NUMBER})`, 'g');
const CODE_AFTER = new RegExp(`(${NUMBER})\\s?([A-Z]{3})\\b`, 'g');
/** Codes that are words, too. */
const WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'TRY', 'CUP']);
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').filter((code) => !WORDS.has(code)));

/** A number as people write it: `6,000`, `6.000`, `1 200`, `9.50`. */
export const readNumber = (digits: string): number => {
  const cents = /[.,](\d{1,2})$/.exec(digits);
  const whole = (cents ? digits.slice(0, -cents[0].length) : digits).replace(/[,.'’ ]/g, '');
  return Number(cents ? `${whole}.${cents[1]}` : whole);
};

const inMinor = (digits: string, currency: string, thousands = 1): Money => ({
  amount: Math.round(readNumber(digits) * thousands * 10 ** minorDigits(currency)),
  currency,
});

const byCode = (words: string): Money | undefined => {
  for (const [, code = '', digits = ''] of words.matchAll(CODE_BEFORE))
    if (CODES.has(code)) return inMinor(digits, code);
  for (const [, digits = '', code = ''] of words.matchAll(CODE_AFTER))
    if (CODES.has(code)) return inMinor(digits, code);
  return undefined;
};

/** What a number may follow that is an amount, though no currency is said: `we paid 240`, `the deposit, 300`. */
const BARE = new RegExp(
  `(?:\\b(?:paid|spent|covered|fronted|chipped in|(?:forked|shelled|laid|splashed) out|coughed up|stumped up|costs?|was|were|came to|is)|^|(?<!\\d),)\\s*(?:about |around |exactly )?(${NUMBER})(?![\\d.:/%-]|(?:st|nd|rd|th)\\b| ?(?:am|pm|o['’]clock|of us|people|adults?|kids?|children|parts?|nights?|days?|hours?|km|persons?|times|tickets?|years?)\\b)`,
  'i',
);
const UNIT_ALONE = new RegExp(`(?<!\\p{L})(${UNITS})(?!\\p{L})`, 'iu');

/** A family's limit said without a currency: `our budget is 5k`, `we can't go over 2,500`. */
const LIMIT = new RegExp(
  `\\b(?:budget|spend|afford|max(?:imum)?|limit|go over)\\b[^.?!\\d]{0,30}?(?<![\\d.:])(${NUMBER})\\s?(${THOUSANDS})?(?![\\d.:/%-]|\\p{L}|(?: ?(?:of us|people|adults?|kids?|children|days?|nights?|persons?|parts?)\\b))`,
  'iu',
);
/** What stands before a number that is a whole trip's limit, when the whole message describes the trip. */
const TRIP_LIMIT =
  'budget\\w*|spend\\w*|afford|max(?:imum|ed)?|limit|cap(?:ped)?|ceiling|under|below|exceed\\w*|more than|less than|up to|at most|over|above|beyond|within|funds?|purse|money|set aside|saved?(?: up)?|allot\\w*|costs?|price|got|have|around|about|roughly|approximately|total\\w*';
const NO_LIMIT =
  '(?![\\d/%-]|[.:,]\\d|\\p{L}| ?(?:am|pm|of us|people|persons?|travel\\w*|adults?|kids?|child\\w*|days?|nights?|weeks?|hours?|parts?|cit\\w+|towns?|stops?|km|miles?|m|metres?|meters?|years?|stars?)\\b)';
const TRIP_LIMITS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${TRIP_LIMIT})\\b(?<between>[^.?!\\d]{0,30}?)(?<![\\d.:/-])(?<digits>${NUMBER})\\s?(?<thousands>${THOUSANDS})?${NO_LIMIT}`,
    'giu',
  ),
  new RegExp(
    `(?<![\\d.:/-])(?<digits>${NUMBER})\\s?(?<thousands>${THOUSANDS})? (?:in total|altogether|tops|max(?:imum)?|or less|all in|at most|is (?:the most|(?:our|my|the) (?:max|limit|ceiling|budget|cap|top)))\\b`,
    'giu',
  ),
  new RegExp(`(?<![\\d.:/-])(?<digits>${NUMBER})\\s?(?<thousands>k|grand)\\b`, 'giu'),
];
/** What a year stands behind: `24, 2027`, `May 2027`. */
const IN_A_DATE = new RegExp(`(?:\\d(?:st|nd|rd|th)?|\\b(?:${MONTHS})\\.?),?\\s*$`, 'i');
const DATED = new RegExp(`\\b(?:${MONTHS})\\b`, 'i');

/** The limit of a whole trip that a description of it says without a currency: `under 10.5k`, `around 4 grand`. */
export const readBareBudget = (text: string): number | undefined => {
  const words = amountsInDigits(text.slice(0, MOST));
  for (const pattern of TRIP_LIMITS) {
    for (const { index, 0: said, groups: { between = '', digits = '', thousands } = {} } of words.matchAll(pattern)) {
      const before = words.slice(0, index + said.indexOf(digits, between.length));
      if (/^(?:19|20)\d\d$/.test(digits) && IN_A_DATE.test(before)) continue;
      const limit = readNumber(digits) * (thousands === undefined ? 1 : 1000);
      if (limit >= LEAST_LIMIT && !DATED.test(between)) return limit;
    }
  }
  return undefined;
};

/** Nobody's trip has a smaller limit, and many a number is none. */
const LEAST_LIMIT = 50;

/** The number of a family's limit said without a currency; nothing where no number stands as one. */
export const readBareLimit = (text: string): number | undefined => {
  const [, digits, thousands] = LIMIT.exec(amountsInDigits(text.slice(0, 500))) ?? [];
  const limit = digits === undefined ? 0 : readNumber(digits) * (thousands === undefined ? 1 : 1000);
  return limit >= LEAST_LIMIT ? limit : undefined;
};

/** The number of an amount said without a currency, as people write it; nothing when no number stands where an amount does. */
export const readBareAmount = (text: string): number | undefined => {
  const digits = BARE.exec(amountsInDigits(text.trim().slice(0, 500)))?.[1];
  return digits === undefined ? undefined : readNumber(digits);
};

/** The currency that words name by themselves (`euros`, `CHF`), as ISO 4217. */
export const readCurrency = (text: string): string | undefined => {
  const unit = UNIT_ALONE.exec(text.slice(0, 100))?.[1]?.toLowerCase();
  if (unit !== undefined) return SIGNS[unit] ?? 'EUR';
  return text.match(/\b[A-Z]{3}\b/g)?.find((code) => CODES.has(code));
};

/** An amount of a currency, in its minor units. */
export const moneyOf = (amount: number, currency: string): Money => ({
  amount: Math.round(amount * 10 ** minorDigits(currency)),
  currency,
});

/** The first amount with a currency in the text, in minor units; nothing when no currency is named. */
export const readMoney = (text: string): Money | undefined => {
  const words = amountsInDigits(text.slice(0, MOST));
  const before = BEFORE.exec(words);
  const after = before ? undefined : AFTER.exec(words);
  const digits = before?.[2] ?? after?.[1];
  const unit = (before?.[1] ?? after?.[3])?.toLowerCase().replace(/^us (?=d)/, '');
  if (digits === undefined || unit === undefined) return byCode(words);
  return inMinor(digits, SIGNS[unit] ?? 'EUR', (before?.[3] ?? after?.[2]) === undefined ? 1 : 1000);
};
