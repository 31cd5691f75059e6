/** A day as `YYYY-MM-DD`; days here have no time and no zone. */
export type Day = string;

const DAY_MS = 86_400_000;

export const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
export const WEEKDAYS =
  'mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';

const parts = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const written = (date: Date): Day => date.toISOString().slice(0, 10);

/** The day, or undefined when the calendar has none (30 February). Months count from 1. */
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  const made = new Date(Date.UTC(2000, month - 1, date));
  made.setUTCFullYear(year, month - 1, date);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? written(made) : undefined;
};

export const addDays = (day: Day, count: number): Day => written(new Date(parts(day).getTime() + count * DAY_MS));

/** The same date so many months on; the last day of the month where it has no such date. */
export const addMonths = (day: Day, count: number): Day => {
  const { year, month, date } = fieldsOf(day);
  const total = year * 12 + (month - 1) + count;
  const [inYear, inMonth] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(inYear, inMonth, Math.min(date, daysIn(inYear, inMonth))) ?? day;
};

export const fieldsOf = (day: Day) => {
  const at = parts(day);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), weekday: at.getUTCDay() };
};

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 to 12 by the name's first three letters. */
export const monthNumber = (name: string): number =>
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** 0 (Sunday) to 6 by the name's first three letters. */
export const weekdayNumber = (name: string): number =>
  'sun mon tue wed thu fri sat'.split(' ').indexOf(name.slice(0, 3).toLowerCase());

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((fieldsOf(day).weekday + 6) % 7));

/** The first such weekday on or after the day. */
export const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - fieldsOf(day).weekday + 7) % 7);

/** A weekday in the week of a day, Monday first. */
export const inWeekOf = (day: Day, weekday: number): Day => addDays(mondayOf(day), (weekday + 6) % 7);

/** A year of two digits: from 40 on of the last century. */
export const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year >= 40 ? 1900 : 2000);
};
