import { type DateOrder, saidDays } from '../../../trips/reservations/reading/said-days.ts';
import { saidTimes } from '../../../trips/reservations/reading/said-times.ts';

/** A day, a time of day, or both, as a text names it. */
export interface Moment {
  /** `YYYY-MM-DD`; the year is {@link NO_YEAR} where the text tells none. */
  readonly day?: string | undefined;
  /** Of the day. */
  readonly minutes?: number | undefined;
  /** As they were written. */
  readonly dayText?: string | undefined;
  readonly timeText?: string | undefined;
  readonly index: number;
}

/** Stands for a year that a text does not tell; it has a 29 February. */
const NO_YEAR = '2000';
const ANY = { startDate: `${NO_YEAR}-01-01`, endDate: `${NO_YEAR}-01-01` };
/** "12-19 June 2027" names two days. */
const RANGE =
  /(?<![\d:.,/-])(\d{1,2})(\s?[–-]\s?|\s(?:to|until|till)\s)(\d{1,2}\.?\s(?:of )?\p{L}{3,9}\.?(?:,? \d{4})?)/gu;
const MINUTES_A_DAY = 1_440;

/** The moments of a text, in order: each day with the first time after it, and the times without a day. */
export const momentsIn = (text: string, order: DateOrder = undefined): readonly Moment[] => {
  const days = saidDays(text, ANY, order);
  const first = [...text.matchAll(RANGE)].flatMap(({ 1: from = '', 3: last = '', index }): readonly Moment[] => {
    const month = last.replace(/^\d{1,2}\.?\s/, '');
    const [day] = saidDays(`${from} ${month}`, ANY, order);
    return day ? [{ day: day.day, dayText: `${from} ${month}`, index }] : [];
  });
  const times = saidTimes(text);
  const taken = new Set<number>();
  const dated = days.map(({ day, index, end }, position): Moment => {
    const until = days[position + 1]?.index ?? text.length;
    const time = times.find((one) => one.index >= end && one.index < until);
    if (time) taken.add(time.index);
    return {
      day,
      dayText: text.slice(index, end),
      minutes: time && minutesOf(time.time),
      timeText: time && writtenAt(text, time.index),
      index,
    };
  });
  const bare = times
    .filter(({ index }) => !taken.has(index))
    .map(({ time, index }): Moment => ({ minutes: minutesOf(time), timeText: writtenAt(text, index), index }));
  return [...first, ...dated, ...bare].toSorted((a, b) => a.index - b.index);
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const writtenAt = (text: string, index: number): string =>
  /^\d{1,2}(?:[:.h]\d\d)?(?:\s?[ap]\.?m\b\.?)?|^\p{L}+/iu.exec(text.slice(index))?.[0] ?? '';

/** Whole days from one to another, a day without its year being of the other's; `undefined` where either names none. */
export const daysFrom = (from: Moment, to: Moment): number | undefined => {
  if (!from.day || !to.day) return undefined;
  const [start, end] = [inYearOf(from.day, to.day), inYearOf(to.day, from.day)].map((day) =>
    Date.parse(`${day}T00:00:00Z`),
  );
  const days = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 86_400_000;
  return Number.isInteger(days) ? days : undefined;
};

const inYearOf = (day: string, other: string): string =>
  day.startsWith(NO_YEAR) ? `${other.slice(0, 4)}${day.slice(4)}` : day;

/** Minutes from one to another; between times alone, those of one day. `undefined` where a time is missing or only one has a day. */
export const minutesFrom = (from: Moment, to: Moment): number | undefined => {
  if (from.minutes === undefined || to.minutes === undefined) return undefined;
  if ((from.day === undefined) !== (to.day === undefined)) return undefined;
  const days = from.day === undefined ? 0 : daysFrom(from, to);
  return days === undefined ? undefined : days * MINUTES_A_DAY + to.minutes - from.minutes;
};

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

/** The day of the week in English; `undefined` where the text tells no year. */
export const weekdayOf = ({ day }: Moment): string | undefined =>
  day === undefined || day.startsWith(NO_YEAR) ? undefined : WEEKDAY.format(Date.parse(`${day}T00:00:00Z`));

/** `2 h 37 min`, `51 min`, `3 h`. */
export const sayMinutes = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
};

/** As it was written, its day first. */
export const sayMoment = ({ dayText, timeText }: Moment): string =>
  [dayText, timeText].filter((text) => text !== undefined).join(', ');
