import * as chrono from 'chrono-node';
import { instantAt } from '../../trips/dates.ts';

/** Days in the trip's time zone. */
export interface DayRange {
  readonly startDate: string;
  readonly endDate: string;
  /** The words it was read from. */
  readonly text: string;
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** `11-15 June 2027`, `11 to 15 June`, `the 11th to the 15th of June`: the first day borrows the month of the second. */
const DAY_DAY_MONTH = new RegExp(
  `\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|to|until|till|through)\\s*(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\.?(?:,? (\\d{4}))?`,
  'i',
);
/** `June 11-15, 2027`. */
const MONTH_DAY_DAY = new RegExp(
  `\\b(${MONTHS})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|to|until|till|through)\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)`,
  'i',
);
/** `from` before a day makes chrono-node take the day for a year: spaces of the same length keep its place. */
const FROM_A_DAY = new RegExp(`\\bfrom (?=\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b)`, 'gi');
/** The longest text that dates are looked for in. */
const MOST = 1_000;
/** How long something lasts is no day (`for 3 days`, `a week`; `in 3 days` is one), and the sun is not Sunday. */
const NO_DAY =
  /^(?:(?:for |over |during |within )?(?:the |an? |one |\d+ |\p{L}+ )?(?:full )?(?:days?|nights?|weeks?|months?)|sun)$/iu;
/** What stands between the first and the last day: `to`, `and`, `and conclude on`, `, coming back on`. */
const UNTIL =
  /^[\s,]*(?:-|–|to|until|till|through|thru|and)?[\s,]*(?:(?:we |i |will |it |then )*(?:conclud|end|finish|return|com|leav|wrap|fly|head|back)\w*(?: (?:up|back|home))*)?\s*(?:on|by|until)?\s*(?:the )?\s*$/i;
/** `between June 11 and 15`: the last day borrows the month of the first. */
const BETWEEN_DAYS = new RegExp(
  `\\bbetween (?:the )?((${MONTHS})\\.? (\\d{1,2})(?:st|nd|rd|th)?) and (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?! ?(?:of )?(?:${MONTHS}))`,
  'i',
);

const iso = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const real = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

const monthNumber = (name: string): number =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    name.slice(0, 3).toLowerCase(),
  ) + 1;

const spanned = (
  text: string,
  month: string,
  from: string,
  to: string,
  year: string | undefined,
  today: Date,
): DayRange | undefined => {
  const number = monthNumber(month);
  let inYear = year === undefined ? today.getUTCFullYear() : Number(year);
  if (year === undefined && iso(inYear, number, Number(to)) < today.toISOString().slice(0, 10)) inYear += 1;
  const range = { startDate: iso(inYear, number, Number(from)), endDate: iso(inYear, number, Number(to)), text };
  return real(range.startDate) && real(range.endDate) && range.startDate <= range.endDate ? range : undefined;
};

/** The first span of days in the text; a single day is a span of one. `now` is when it was said. */
export const readDayRange = (text: string, now: Date): DayRange | undefined => {
  const words = text.slice(0, MOST).replace(FROM_A_DAY, '     ');
  const dayDay = DAY_DAY_MONTH.exec(words);
  if (dayDay) return spanned(dayDay[0], dayDay[3] ?? '', dayDay[1] ?? '', dayDay[2] ?? '', dayDay[4], now);
  const monthDay = MONTH_DAY_DAY.exec(words);
  if (monthDay) return spanned(monthDay[0], monthDay[1] ?? '', monthDay[2] ?? '', monthDay[3] ?? '', monthDay[4], now);

  const between = BETWEEN_DAYS.exec(words);
  if (between) return spanned(between[0], between[2] ?? '', between[3] ?? '', between[4] ?? '', between[5], now);

  const found = chrono
    .parse(words, { instant: now, timezone: 'UTC' }, { forwardDate: true })
    .filter(({ start, text: said }) => (start.isCertain('day') || start.isCertain('weekday')) && !NO_DAY.test(said));
  const [first, second] = found;
  if (!first) return undefined;
  if (first.end) return { startDate: chronoDay(first.start), endDate: chronoDay(first.end), text: first.text };
  const join = second && words.slice(first.index + first.text.length, second.index);
  if (second && join !== undefined && /\S/.test(join) && UNTIL.test(join)) {
    const endDate = chronoDay(second.start);
    const startDate = yearOf(first.start, second.start, endDate);
    if (endDate >= startDate)
      return { startDate, endDate, text: words.slice(first.index, second.index + second.text.length) };
  }
  const startDate = chronoDay(first.start);
  return { startDate, endDate: startDate, text: first.text };
};

/** The first day, in the year of the last when only that was said. */
const yearOf = (first: chrono.ParsedComponents, last: chrono.ParsedComponents, endDate: string): string => {
  const startDate = chronoDay(first);
  if (first.isCertain('year') || !last.isCertain('year')) return startDate;
  const year = Number(endDate.slice(0, 4));
  const same = `${year}${startDate.slice(4)}`;
  return same <= endDate ? same : `${year - 1}${startDate.slice(4)}`;
};

const chronoDay = (parts: chrono.ParsedComponents): string =>
  iso(parts.get('year') ?? 1970, parts.get('month') ?? 1, parts.get('day') ?? 1);

/** A moment as it was said. */
export interface Moment {
  /** UTC instant. */
  readonly at: string;
  /** The words it was read from. */
  readonly text: string;
}

/** Hours that are meant where only a part of the day is named. */
const PARTS_OF_DAY: readonly (readonly [RegExp, string])[] = [
  [/\bmorning\b/i, '09:00'],
  [/\bafternoon\b/i, '15:00'],
  [/\b(?:evening|tonight|night)\b/i, '19:00'],
];

/** The first moment in the text ("Friday at 9", "in two hours"), on the clocks of the time zone; a day without a time means `usually` (`HH:MM`). */
export const readMoment = (text: string, now: Date, timeZone: string, usually: string): Moment | undefined => {
  const found = chrono
    .parse(
      text.slice(0, MOST).replace(FROM_A_DAY, '     '),
      { instant: now, timezone: offsetMinutes(timeZone, now) },
      { forwardDate: true },
    )
    .find(({ start }) => start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour'));
  if (!found) return undefined;
  const { start, text: said } = found;
  // "In two hours" is a length of time; everything else is what the clocks there will show, whatever they were set to meanwhile.
  if (start.isCertain('timezoneOffset')) return { at: start.date().toISOString(), text: said };
  const time = start.isCertain('hour')
    ? `${two(start.get('hour') ?? 0)}:${two(start.get('minute') ?? 0)}`
    : (PARTS_OF_DAY.find(([words]) => words.test(said))?.[1] ?? usually);
  return { at: instantAt(chronoDay(start), time, timeZone), text: said };
};

const two = (number: number): string => String(number).padStart(2, '0');

/** The first moment in the text ("by Thursday 20:00"), as a UTC instant, or nothing. A day without a time means 20:00. */
export const readDeadline = (text: string, now: Date, timeZone: string): string | undefined =>
  readMoment(text, now, timeZone, '20:00')?.at;

/** Minutes a time zone is ahead of UTC at an instant. */
const offsetMinutes = (timeZone: string, at: Date): number => {
  const name =
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};
