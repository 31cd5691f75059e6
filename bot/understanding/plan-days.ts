import { addDays, fieldsOf, MONTHS, monthNumber, onOrAfter, WEEKDAYS, weekdayNumber } from './days/calendar.ts';
import { CARDINAL, cardinal, ORDINAL, ordinal } from './days/number-words.ts';

/** What the days in somebody's words are measured by: the days of the trip, and today in its time zone. */
export interface TripDays {
  readonly dates: readonly string[];
  readonly today: string;
}

/** A day of the trip in a text: where it stands, and what was said before it (`from`, `to`, …). */
export interface SaidDay {
  readonly date: string;
  readonly from: number;
  readonly until: number;
  /** The day something is taken from, not the one it is put on. */
  readonly whence: boolean;
  /** `morning`, `afternoon`, … after it. */
  readonly part?: string | undefined;
}

const DAY = new RegExp(
  `(?<![\\p{L}\\d])(?:(on|to|for|from|until|till|of|off|by|in|instead of) )?(?:the )?(?:(?:this |next |coming )?(${WEEKDAYS})|day (\\d{1,2}|${CARDINAL})|(${ORDINAL}|last|\\d{1,2}(?:st|nd|rd|th)) day|(today|tonight|tomorrow|this (?:morning|afternoon|evening))|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th))('s|’s)?(?: (morning|afternoon|evening|night))?(?![\\p{L}\\d:])`,
  'giu',
);

const nthOf = (said: string): number =>
  /^\d/.test(said) ? Number.parseInt(said, 10) : (ordinal(said) ?? cardinal(said) ?? 1);

/**
 * The days that words name. A weekday is the next one that the trip has; a day that it does not have comes out as the day
 * it would be, so that it can be told so.
 */
export const readTripDays = (text: string, { dates, today }: TripDays): readonly SaidDay[] => {
  const coming = dates.some((date) => date >= today) ? dates.filter((date) => date >= today) : dates;
  const dated = (month: string, day: string): string | undefined => {
    const end = `-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return dates.find((date) => date.endsWith(end)) ?? (dates[0] && `${dates[0].slice(0, 4)}${end}`);
  };
  const dateFrom = (groups: readonly (string | undefined)[]): string | undefined => {
    const [weekday, number, nth, near, day, month, otherMonth, otherDay, bare] = groups;
    if (weekday !== undefined) {
      const wanted = weekdayNumber(weekday);
      return (
        [...coming, ...dates].find((date) => fieldsOf(date).weekday === wanted) ?? onOrAfter(dates[0] ?? today, wanted)
      );
    }
    if (nth?.toLowerCase() === 'last') return dates.at(-1);
    const place = number ?? nth;
    if (place !== undefined) return addDays(dates[0] ?? today, nthOf(place) - 1);
    if (near !== undefined) return /tomorrow/i.test(near) ? addDays(today, 1) : today;
    if (day !== undefined && month !== undefined) return dated(month, day);
    if (otherMonth !== undefined && otherDay !== undefined) return dated(otherMonth, otherDay);
    return bare === undefined ? undefined : dates.find((date) => Number(date.slice(8)) === Number.parseInt(bare, 10));
  };
  return [...text.matchAll(DAY)].flatMap((match): readonly SaidDay[] => {
    const date = dateFrom(match.slice(2, 11));
    if (date === undefined) return [];
    const [whole, before = '', , , , near] = match;
    const said = match[12] ?? /(?:this )(morning|afternoon|evening)|(tonight)/i.exec(near ?? '')?.[1];
    const whence = /^(?:from|off|of|instead of)$/i.test(before) || match[11] !== undefined;
    return [{ date, from: match.index, until: match.index + whole.length, whence, part: said?.toLowerCase() }];
  });
};
