import { daysBetween } from '../../dates.ts';
import { MONTH_PATTERN, monthOf, WEEKDAY_PATTERN, weekdayOf } from './plain-text.ts';

/** The trip's first and last day, by which a date without its year is understood. */
export interface TripDays {
  readonly startDate: string;
  readonly endDate: string;
}

const DATE = new RegExp(
  [
    String.raw`\b(\d{4})-(\d{2})-(\d{2})\b`,
    String.raw`(?<![\d:.])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTH_PATTERN})\b\.?(?:,?\s+(\d{4})\b)?`,
    String.raw`\b(${MONTH_PATTERN})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+(\d{4})\b)?`,
    String.raw`(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})\b`,
    String.raw`(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})\b`,
  ].join('|'),
  'gi',
);
const WEEKDAY = new RegExp(String.raw`\b(${WEEKDAY_PATTERN})\b`, 'gi');

const dayFrom = (year: number, month: number, date: number): string | undefined => {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
};

/** A day without its year is the one in the trip; else the one in the year the trip starts. */
const withYear = (month: number, date: number, trip: TripDays): string | undefined => {
  const inTrip = daysBetween(trip.startDate, trip.endDate).find(
    (day) => Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date,
  );
  return inTrip ?? dayFrom(Number(trip.startDate.slice(0, 4)), month, date);
};

/** The weekday, 0 for Monday, of a day. */
export const weekdayIndex = (isoDay: string): number => (new Date(`${isoDay}T00:00:00Z`).getUTCDay() + 6) % 7;

/**
 * The days a text names, in order. A weekday alone is the day of the trip that bears it, when only one does.
 * `03/04/2027` could be two days and is none.
 */
export const readDays = (text: string, trip: TripDays): readonly string[] => {
  const days: string[] = [];
  for (const found of text.matchAll(DATE)) {
    const [, isoYear, isoMonth, isoDate, date, month, year, month2, date2, year2, d3, m3, y3, d4, m4, y4] = found;
    const day = isoYear
      ? dayFrom(Number(isoYear), Number(isoMonth), Number(isoDate))
      : month
        ? year
          ? dayFrom(Number(year), monthOf(month), Number(date))
          : withYear(monthOf(month), Number(date), trip)
        : month2
          ? year2
            ? dayFrom(Number(year2), monthOf(month2), Number(date2))
            : withYear(monthOf(month2), Number(date2), trip)
          : y3
            ? dayFrom(Number(y3), Number(m3), Number(d3))
            : unambiguous(Number(d4), Number(m4), Number(y4));
    if (day) days.push(day);
  }
  if (days.length > 0) return days;
  const named = [...text.matchAll(WEEKDAY)].map(([word]) => weekdayOf(word));
  const all = daysBetween(trip.startDate, trip.endDate);
  return named.flatMap((weekday) => {
    const matching = all.filter((day) => weekdayIndex(day) === weekday);
    return matching.length === 1 ? matching : [];
  });
};

/** `13/06/2027` and `06/13/2027` are clear; `05/06/2027` is not. */
const unambiguous = (first: number, second: number, year: number): string | undefined => {
  if (first > 12) return dayFrom(year, second, first);
  if (second > 12) return dayFrom(year, first, second);
  return first === second ? dayFrom(year, first, second) : undefined;
};

/** The text without the dates in it. */
export const withoutDays = (text: string): string => text.replace(DATE, ' ').replace(WEEKDAY, ' ');
