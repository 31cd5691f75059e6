import * as chrono from 'chrono-node';
import { instantAt } from '../../trips/dates.ts';
import { MONTHS } from './days/calendar.ts';
import { readDays } from './days/read-days.ts';

/** Days in the trip's time zone. */
export interface DayRange {
  readonly startDate: string;
  readonly endDate: string;
  /** The words it was read from. */
  readonly text: string;
}

/** `from` before a day makes chrono-node take the day for a year: spaces of the same length keep its place. */
const FROM_A_DAY = new RegExp(`\\bfrom (?=\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b)`, 'gi');
/** "The day before the concert" is no yesterday. */
const BEFORE_SOMETHING = /\bthe (?:day|night|evening) before\b/gi;
/** The longest text that dates are looked for in. */
const MOST = 1_000;
const iso = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The first span of days in the text; a single day is a span of one. `now` is when it was said. */
export const readDayRange = (text: string, now: Date): DayRange | undefined => {
  const found = readDays(text.slice(0, MOST), now.toISOString().slice(0, 10)).find(({ vague }) => !vague);
  return found && { startDate: found.start, endDate: found.end ?? found.start, text: found.text };
};

const blank = (said: string): string => ' '.repeat(said.length);

const chronoDay = (parts: chrono.ParsedComponents): string =>
  iso(parts.get('year') ?? 1970, parts.get('month') ?? 1, parts.get('day') ?? 1);

/** A moment as it was said. */
export interface Moment {
  /** UTC instant. */
  readonly at: string;
  /** The words it was read from. */
  readonly text: string;
  /** It was said by day and time, and not as a length of time from now. */
  readonly byClock: boolean;
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
      text.slice(0, MOST).replace(FROM_A_DAY, '     ').replace(BEFORE_SOMETHING, blank),
      { instant: now, timezone: offsetMinutes(timeZone, now) },
      { forwardDate: true },
    )
    .find(({ start }) => start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour'));
  if (!found) return undefined;
  const { start, text: said } = found;
  // "In two hours" is a length of time; everything else is what the clocks there will show, whatever they were set to meanwhile.
  if (start.isCertain('timezoneOffset')) return { at: start.date().toISOString(), text: said, byClock: false };
  const time = start.isCertain('hour')
    ? `${two(start.get('hour') ?? 0)}:${two(start.get('minute') ?? 0)}`
    : (PARTS_OF_DAY.find(([words]) => words.test(said))?.[1] ?? usually);
  return { at: instantAt(chronoDay(start), time, timeZone), text: said, byClock: true };
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
