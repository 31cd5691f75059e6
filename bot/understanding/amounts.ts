import { amountsInDigits } from './amount-words.ts';
import { MONTHS } from './days/calendar.ts';
import { readCurrency, readNumber, UNITS } from './money.ts';

/** An amount where it stands in a text. */
export interface FoundAmount {
  readonly from: number;
  readonly to: number;
  /** In whole units of its currency: `12.5` of `EUR 12.50`. */
  readonly value: number;
  /** ISO 4217; absent where none was said. */
  readonly currency?: string;
}

/** The longest message that is looked through for amounts. */
const LONGEST = 1_500;
const DIGITS = "\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const CODE = '[A-Z]{3}(?![A-Za-z])';
/** What is counted or named by a number, which is then no amount. */
const COUNTED =
  "(?:st|nd|rd|th|h|hrs?|hours?|am|pm|a\\.m|p\\.m|o['’]clock|of (?:us|them)|people|persons?|pax|adults?|kids?|child(?:ren)?|nights?|days?|weeks?|min\\w*|km|miles?|years?|yo|parts?|shares?|times|stars?|families|of (?:the )?families)";
const BEFORE_NO_AMOUNT =
  /(?:[\d:/#.,\p{L}-]|\b(?:at|day|option|number|no\.?|nr\.?|room|gate|flight|bus|line|platform|seat|aged?|ref|code|poll)\.? ?)$/iu;
/** `at 12 each` is a price, `12 each x 4` has a count behind it. */
const AT = /\bat $/i;
const EACH_AFTER = /^\s?(?:each|apiece|pp\b|per\b)/i;
const COUNT_BEHIND = /\beach\s?[x×*]\s?$/i;
/** `3x` before a price. */
const TIMES = /(?<=\d)\s?[x×*]\s?$/i;
/** A day or a year behind its month. */
const BEHIND_A_MONTH = new RegExp(`\\b(?:${MONTHS})\\.?,? ?(?:(?:\\d{1,2}(?:st|nd|rd|th)?,? ?)?)$`, 'iu');
const DAY_OR_YEAR = /^(?:[12]?\d|3[01]|(?:19|20)\d\d)$/;
const AMOUNT = new RegExp(
  `(?:(?<unit>(?<!\\p{L})(?:${UNITS})|\\b${CODE})\\s?)?(?<digits>${DIGITS})(?<thousands>k\\b)?(?:\\s?(?<after>(?:${UNITS})(?!\\p{L})|${CODE}))?`,
  'gu',
);
const NO_AMOUNT_AFTER = new RegExp(`^(?:\\d|[.,:/-]\\d|%|\\s?${COUNTED}\\b|\\s(?:${MONTHS})\\b|\\p{L})`, 'iu');

/** So many digits in one number, without a currency and without a point, are to be called and not to be paid. */
const FEWEST_CALLED = 9;
const isTelephone = (digits: string): boolean =>
  !/[.,'’]/.test(digits) && digits.replace(/\D/g, '').length >= FEWEST_CALLED;

/**
 * The amounts of a text in their order, with a currency or without. Hours, dates, and numbers of people, nights or things
 * are none. Places are those in the text with amounts in words put into digits, as {@link inDigits} gives it.
 */
export const amountsIn = (text: string): readonly FoundAmount[] =>
  [...text.slice(0, LONGEST).matchAll(new RegExp(AMOUNT.source, 'giu'))].flatMap((match) => {
    const { unit, digits = '', thousands, after } = match.groups ?? {};
    // Three letters that are no currency belong to what stands around: "for 20", "the 5 May".
    const code = (said: string | undefined): string | undefined =>
      said === undefined ? undefined : readCurrency(said);
    const [before, behind] = [code(unit), code(after)];
    const from = match.index + (unit !== undefined && before === undefined ? match[0].indexOf(digits) : 0);
    const whole = after !== undefined && behind === undefined ? match[0].slice(0, -after.length) : match[0];
    const to = match.index + whole.trimEnd().length;
    const currency = before ?? behind;
    if (currency === undefined) {
      const lead = text.slice(0, from);
      if (COUNT_BEHIND.test(lead)) return [];
      if (
        (BEFORE_NO_AMOUNT.test(lead.replace(TIMES, ' x ')) && !(AT.test(lead) && EACH_AFTER.test(text.slice(to)))) ||
        NO_AMOUNT_AFTER.test(text.slice(to))
      )
        return [];
      if (isTelephone(digits)) return [];
      if (DAY_OR_YEAR.test(digits) && BEHIND_A_MONTH.test(lead)) return [];
    }
    const value = readNumber(digits) * (thousands === undefined ? 1 : 1_000);
    return value > 0 ? [{ from, to, value, ...(currency && { currency }) }] : [];
  });

/** The text as amounts are looked for in it: what is said in words stands in digits, and spaces are single. */
export const inDigits = (text: string): string => amountsInDigits(text.slice(0, LONGEST));
