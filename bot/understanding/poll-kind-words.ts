import { daysBetween } from '../../trips/dates.ts';
import type { PollKind, PollOption } from '../../trips/polls/poll.ts';
import { readDayRange } from './dates.ts';
import { MONTHS, WEEKDAYS } from './days/calendar.ts';
import { daysInEnglish } from './spanish/in-english.ts';

const SCORED = /^\s*(?:please )?(?:new |start a |open a |create a |make a )?(?:score|scoring|rating) poll\b/i;
const SEVERAL = /^\s*(?:please )?(?:new |start an? |open an? |create an? |make an? )?(?:approval poll|pick several)\b/i;
/** Asked to put options in order: `rank poll: …`, `let's rank the hotels: …`, `rank these: A, B, C`. */
export const RANKED =
  /^\s*(?:please )?(?:(?:new |start a |open a |create a |make a )?rank(?:ing|ed)? (?:poll|vote)\b|(?:(?:can|could|shall) (?:we|you|everybody|everyone|the families) |let'?s |(?:everybody|everyone|all families|the families)(?: please)? )?rank\b(?=.*[:,]|\s+(?:the|these|those|our|all|your)\b))/i;
/** Asked when people can come: `date poll: …`, `which of these weekends works: …`, `when can everybody come? …`. */
export const DATES_ASKED =
  /^\s*(?:please )?(?:(?:new |start a |open a |create a |make a )?(?:dates?|day|doodle) poll\b|(?:poll:? *)?(?:(?:which|what)(?: of (?:these|the|those))? (?:dates?|days?|weekends?|weeks?|evenings?|nights?)\b.*\b(?:works?|suits?|fits?|possible|free|can (?:you|we|everybody|everyone|all))\b|when (?:can|could|are|is|would) (?:you|we|everybody|everyone|all|the families)\b.*\b(?:come|make it|free|there|travel|go|meet)\b))/i;

/** What a message that asks for a poll says of its kind; nothing when one option of several is to be chosen. */
export const kindAsked = (text: string): PollKind | undefined => {
  if (SCORED.test(text)) return 'score';
  if (SEVERAL.test(text)) return 'approval';
  if (DATES_ASKED.test(text)) return 'dates';
  return RANKED.test(text) ? 'rank' : undefined;
};

/** Options as they are named to be ranked: `A, B and C` are three, though elsewhere `fish and chips` is one. */
export const listedOptions = (options: readonly string[]): readonly string[] => {
  const [, before, last] = /^(.+?) (?:and|y|e) (.+)$/i.exec(options.at(-1) ?? '') ?? [];
  return options.length > 1 && before !== undefined && last !== undefined
    ? [...options.slice(0, -1), before, last]
    : options;
};

const MONTH = new RegExp(
  `\\b(?:${MONTHS})\\b|\\bde (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)\\b`,
  'i',
);
/** `19-21`, `the 19th`: days of a month that was named before. */
const WITHOUT_MONTH =
  /^(?:the |el |del )?\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|until|al?)\s*\d{1,2}(?:st|nd|rd|th)?)?$/i;
/** A longer span is no date to come to but a time of the year. */
const MOST_DAYS = 31;

/** Days and months as English writes them: `Sun 6 June`. */
const withCapitals = (text: string): string =>
  text.replace(ENGLISH_NAMES, (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
const ENGLISH_NAMES = new RegExp(`\\b(?:${MONTHS}|${WEEKDAYS})\\b`, 'g');

/** Options of a poll of dates with the days they are: a month that is named once holds until another is. */
export const datedOptions = (
  options: readonly string[],
  now: Date,
): readonly (Pick<PollOption, 'text' | 'days'> & { readonly text: string })[] => {
  const named = options.map((option) => MONTH.exec(option)?.[0]);
  // As the month was said once: `aug 4, 5 or 6` and `4 aug, 5 or 6`.
  const monthFirst = options.some((option) => MONTH.exec(option.trim())?.index === 0);
  return options.map((option, index) => {
    const month = named[index] ?? named.slice(0, index).findLast(Boolean) ?? named.slice(index).find(Boolean);
    const bare = WITHOUT_MONTH.test(option.trim()) && month !== undefined ? option.trim() : undefined;
    const text = bare === undefined ? option : monthFirst ? `${month} ${bare}` : `${bare} ${month}`;
    // In English first: `11-13 de junio` is no 13 November.
    const span = readDayRange(daysInEnglish(text), now) ?? readDayRange(text, now);
    const days = span && daysBetween(span.startDate, span.endDate);
    return days && days.length <= MOST_DAYS ? { text: withCapitals(text), days: [...days] } : { text };
  });
};
