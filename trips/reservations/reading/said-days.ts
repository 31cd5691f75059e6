import { daysBetween, nextDay, previousDay } from '../../dates.ts';
import type { TripDays } from '../../itineraries/reading/days.ts';

/** A day as a text names it, and where. */
export interface SaidDay {
  readonly day: string;
  readonly index: number;
  readonly end: number;
}

/** How `03/04/2027` is meant: day first or month first; `undefined` where nothing tells, and then it is no day. */
export type DateOrder = 'day-first' | 'month-first' | undefined;

/** The months' names in the languages read, long and short; Portuguese `set` and `out` are words of other languages, too. */
const MONTHS = [
  'jan(?:uary|uar|vier|eiro|v)?|jän(?:ner)?|ene(?:ro)?|gen(?:naio)?',
  'feb(?:ruary|ruar|rero|braio)?|fév(?:rier|r)?|fev(?:ereiro)?',
  'mar(?:ch|zo|s|ço)?|märz?|mrz',
  'apr(?:il|ile)?|abr(?:il)?|avr(?:il)?',
  'may|mayo|mai|maio|mag(?:gio)?',
  'jun(?:e|i|io|ho)?|juin|giu(?:gno)?',
  'jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?',
  'aug(?:ust)?|ago(?:sto)?|août',
  'sep(?:t|tember|tiembre|tembre)?|settembre|setembro',
  'oct(?:ober|ubre|obre)?|okt(?:ober)?|ott(?:obre)?|outubro',
  'nov(?:ember|iembre|embre|embro)?',
  'dec(?:ember)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|déc(?:embre)?',
] as const;
const MONTH = `(?:${MONTHS.join('|')})(?!\\p{L})\\.?`;
const DATE = new RegExp(
  [
    '(?<![\\d-])(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDate>\\d{2})(?!\\d)',
    `(?<![\\d:.,/])(?<date>\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?\\s?(?:of |de |d[i'] ?)?(?<month>${MONTH})(?:,? ?(?:de |del )?(?<year>\\d{4}|(?<=[A-Z]{3})\\d{2})(?!\\d))?`,
    `(?<![\\p{L}])(?<month2>${MONTH})\\s(?<date2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)(?:,? (?<year2>\\d{4})(?!\\d))?`,
    '(?<![\\d./-])(?<dotDate>\\d{1,2})\\.(?<dotMonth>\\d{1,2})\\.(?<dotYear>\\d{4}|\\d{2})(?!\\d)',
    '(?<![\\d./-])(?<first>\\d{1,2})(?<sign>[/-])(?<second>\\d{1,2})\\k<sign>(?<slashYear>\\d{4}|\\d{2})(?!\\d)',
  ].join('|'),
  'giu',
);
const SLASHED = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/g;
/** Words that only English papers hold, and marks of those that put the month first. */
const ENGLISH = /\b(?:the|your|you|and|with|from)\b/i;
const AMERICAN = /\d\s?[ap]\.?m\b/i;

/** How a paper writes its dates: by a day above 12, by its language, by its clock and its dollars, or by the trip's days. */
export const dateOrder = (text: string, trip: TripDays): DateOrder => {
  const pairs = [...text.matchAll(SLASHED)].map(([, first, second]) => [Number(first), Number(second)] as const);
  if (pairs.some(([first]) => first > 12)) return 'day-first';
  if (pairs.some(([, second]) => second > 12)) return 'month-first';
  if (!ENGLISH.test(text)) return 'day-first';
  if (AMERICAN.test(text) && /\$|\bUSD\b/.test(text)) return 'month-first';
  const within = (month: number, date: number): boolean =>
    daysBetween(trip.startDate, trip.endDate).some(
      (day) => Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date,
    );
  const dayFirst = pairs.some(([first, second]) => within(second, first));
  const monthFirst = pairs.some(([first, second]) => within(first, second));
  return dayFirst === monthFirst ? undefined : dayFirst ? 'day-first' : 'month-first';
};

/** The days a text names, in order. A day without its year is the one in the trip, else the one in the year it starts. */
export const saidDays = (text: string, trip: TripDays, order: DateOrder): readonly SaidDay[] =>
  [...text.matchAll(DATE)].flatMap((found) => {
    const said = found.groups ?? {};
    const day = dayOf(said, trip, order);
    return day === undefined ? [] : [{ day, index: found.index, end: found.index + found[0].length }];
  });

const dayOf = (said: Readonly<Record<string, string | undefined>>, trip: TripDays, order: DateOrder) => {
  if (said.isoYear) return dayFrom(said.isoYear, Number(said.isoMonth), said.isoDate);
  const month = said.month ?? said.month2;
  if (month) return yearless(said.year ?? said.year2, monthOf(month), said.date ?? said.date2, trip);
  if (said.dotYear) return dayFrom(said.dotYear, Number(said.dotMonth), said.dotDate);
  if (order === undefined) return undefined;
  const [date, number] = order === 'day-first' ? [said.first, said.second] : [said.second, said.first];
  return dayFrom(said.slashYear, Number(number), date);
};

/** 1 to 12 for a month's name in any of the languages; 0 for another word. */
const monthOf = (word: string): number =>
  MONTHS.findIndex((names) => new RegExp(`^(?:${names})\\.?$`, 'iu').test(word)) + 1;

const dayFrom = (year = '', month: number, date = ''): string | undefined => {
  const full = year.length === 2 ? `20${year}` : year;
  const day = `${full}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : undefined;
};

const yearless = (year: string | undefined, month: number, date: string | undefined, trip: TripDays) => {
  if (year) return dayFrom(year, month, date);
  // One travels the day before, and comes home the day after.
  const near = daysBetween(previousDay(trip.startDate), nextDay(trip.endDate));
  return (
    near.find((day) => Number(day.slice(5, 7)) === month && Number(day.slice(8)) === Number(date)) ??
    dayFrom(trip.startDate.slice(0, 4), month, date)
  );
};
