import { addDays, addMonths, type Day, dayOf, daysIn, fieldsOf, fullYear, inWeekOf, onOrAfter } from './calendar.ts';
import { holidayIn } from './holidays.ts';
import { CARDINAL, cardinal, ordinal, yearInWords } from './number-words.ts';

const COUNT = `(?:\\d{1,3}|${CARDINAL}|an?|(?:a )?couple of|(?:a )?few)`;
const UNIT = '(?:days?|weeks?|fortnights?|months?|years?)';
/** `two weeks and three days`. */
export const SPAN = `${COUNT} ${UNIT}(?:(?:,| and|, and)? ${COUNT} ${UNIT}){0,2}`;

/** `3rd`, `twenty`, `a couple of`, `an`; NaN for anything else. */
export const numberOf = (said: string): number => {
  const digits = /^\d+/.exec(said)?.[0];
  if (digits !== undefined) return Number(digits);
  if (/couple/i.test(said)) return 2;
  if (/few/i.test(said)) return 3;
  if (/^an?$/i.test(said)) return 1;
  return ordinal(said) ?? cardinal(said) ?? Number.NaN;
};
/** `2027`, `'27`, `twenty twenty-seven`; NaN for anything else. */
const yearOf = (said: string): number => {
  const digits = said.replace(/^['’]/, '');
  return /^\d+$/.test(digits) ? fullYear(digits) : (yearInWords(said) ?? Number.NaN);
};

/** A date without a year: the next one, today counted. 29 February waits for a leap year; 30 February never comes. */
export const coming = (month: number, date: number, today: Day): Day | undefined => {
  const { year } = fieldsOf(today);
  for (let later = 0; later <= 8; later += 1) {
    const day = dayOf(year + later, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
};
/** A date of a month (1 to 12), in its year or the next that comes. */
export const dated = (month: number, date: number, year: string | undefined, today: Day): Day | undefined =>
  year === undefined || year === '' ? coming(month, date, today) : dayOf(yearOf(year), month, date);

/** `7/4` is the fourth of July; `22/04` can only be April. */
export const byNumbers = (first: string, second: string, year: string | undefined, today: Day): Day | undefined => {
  const [a, b] = [Number(first), Number(second)];
  return a <= 12 ? dated(a, b, year, today) : dated(b, a, year, today);
};

/** A {@link SPAN} after a day, or before it. */
export const later = (day: Day, span: string, sign: 1 | -1): Day => {
  let moved = day;
  for (const [, count = '', unit = ''] of span.matchAll(new RegExp(`(${COUNT}) (${UNIT})`, 'gi'))) {
    const many = numberOf(count) * sign;
    if (/^day/i.test(unit)) moved = addDays(moved, many);
    else if (/^week/i.test(unit)) moved = addDays(moved, many * 7);
    else if (/^fortnight/i.test(unit)) moved = addDays(moved, many * 14);
    else moved = addMonths(moved, many * (/^year/i.test(unit) ? 12 : 1));
  }
  return moved;
};

/** The weekday that `next Friday` and its like mean: of this, the next or the last week, or the nearest one. */
export const weekdayBy = (which: string, weekday: number, today: Day): Day => {
  const said = which.toLowerCase();
  if (/past$/.test(said)) return onOrAfter(addDays(today, -7), weekday);
  if (/coming$/.test(said)) return onOrAfter(addDays(today, 1), weekday);
  const weeks = /next|following/.test(said) ? 1 : /last|previous/.test(said) ? -1 : 0;
  return inWeekOf(addDays(today, weeks * 7), weekday);
};
/** How many weeks, or months, away `next week` and its like are. */
export const weeksOf = (which: string): number =>
  /next|following/i.test(which) ? 1 : /last|previous/i.test(which) ? -1 : 0;

/** The first day from today on that is this weekday and this date of its month. */
export const weekdayAndDate = (weekday: number, date: number, today: Day): Day | undefined => {
  const { year, month } = fieldsOf(today);
  for (let months = 0; months < 60; months += 1) {
    const total = month - 1 + months;
    const day = dayOf(year + Math.floor(total / 12), (total % 12) + 1, date);
    if (day !== undefined && day >= today && fieldsOf(day).weekday === weekday) return day;
  }
  return undefined;
};

/** The weekday in the week of a day, for `Monday, two weeks from now`; weeks begin on Sunday there. */
export const nearby = (day: Day, weekday: number): Day => addDays(day, weekday - fieldsOf(day).weekday);

/** A holiday in its year, else the next one, or the last one where that is said. */
export const named = (
  which: string | undefined,
  name: string,
  year: string | undefined,
  today: Day,
): Day | undefined => {
  const now = fieldsOf(today).year;
  if (year !== undefined) return holidayIn(name, yearOf(year));
  const said = which ?? '';
  const years = [now - 1, now, now + 1].flatMap((one) => holidayIn(name, one) ?? []);
  return /last|previous|past/i.test(said) ? years.findLast((day) => day < today) : years.find((day) => day >= today);
};

/** The first or last such weekday of a month, in its year or the next that comes. */
export const nthWeekday = (
  which: string,
  weekday: number,
  month: number,
  year: string | undefined,
  today: Day,
): Day | undefined => {
  const inYear = (one: number): Day | undefined => {
    const first = dayOf(one, month, 1);
    if (first === undefined) return undefined;
    if (!/last/i.test(which)) return addDays(onOrAfter(first, weekday), (numberOf(which) - 1) * 7);
    const end = dayOf(one, month, daysIn(one, month)) ?? first;
    return addDays(end, -((fieldsOf(end).weekday - weekday + 7) % 7));
  };
  if (year !== undefined) return inYear(Number(year));
  const now = fieldsOf(today).year;
  return [inYear(now), inYear(now + 1)].find((day) => day !== undefined && day >= today);
};
