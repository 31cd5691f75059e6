import type { TripRule } from '../../trips/itineraries/trip-rules.ts';
import type { Money } from '../../trips/money.ts';
import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';
import { type DayRange, readDayRange } from './dates.ts';
import { MONTHS } from './days/calendar.ts';
import { readDays as readSpans } from './days/read-days.ts';
import { readHeadcount } from './headcount.ts';
import { readBareBudget, readMoney } from './money.ts';
import { readPlaces } from './places.ts';
import { readTripRules } from './rule-words.ts';

/** A trip as one message describes it; what it does not say is absent. */
export interface TripWish {
  readonly home?: string | undefined;
  readonly destination?: string | undefined;
  /** How many cities are to be visited there. */
  readonly cities?: number | undefined;
  readonly dates?: DayRange | undefined;
  /** First and last day included. */
  readonly days?: number | undefined;
  /** Within which days, where no days were said: `in May`, `end of May`. */
  readonly roughly?: DayRange | undefined;
  /** How many families there are beside the speaker's. */
  readonly otherFamilies?: number | undefined;
  readonly people?: number | undefined;
  readonly budget?: Money | undefined;
  /** The same where no currency was said, in whole units of whichever is meant. */
  readonly bareBudget?: number | undefined;
  readonly rules: readonly TripRule[];
}

const DAYS = new RegExp(`\\b(${SMALL_NUMBER})[ -]days?\\b`, 'i');
const NIGHTS = new RegExp(`\\b(${SMALL_NUMBER})[ -]nights?\\b`, 'i');
const WEEKEND = /\b(long )?week-?end\b/i;
const WEEKS = new RegExp(`\\b(an?|${SMALL_NUMBER})[ -](?:full )?weeks?\\b|\\bweek-?long\\b`, 'i');

const readDays = (text: string): number | undefined => {
  const days = DAYS.exec(text)?.[1];
  if (days !== undefined) return numberSaid(days);
  const nights = NIGHTS.exec(text)?.[1];
  if (nights !== undefined) return numberSaid(nights) + 1;
  const weeks = WEEKS.exec(text);
  const weekend = WEEKEND.exec(text);
  if (!weeks) return weekend ? (weekend[1] ? 3 : 2) : undefined;
  const [, number] = weeks;
  return 7 * (number === undefined || /^an?$/i.test(number) ? 1 : numberSaid(number));
};

/** A month by its bare name, where nothing else can be meant: `rome, may 4 days`. */
const BARE_MONTH = new RegExp(
  `(?<![\\p{L}\\d])(${MONTHS})(?=\\s*(?:$|[,.;!?\\n]|(?:for|with|or|and)\\b|(?:${SMALL_NUMBER}|a|an|one)[ -](?:days?|nights?|weeks?)\\b))`,
  'iu',
);
const FAMILIES = new RegExp(`(\\bwith )?\\b(${SMALL_NUMBER}) ((?:other|more) )?families\\b`, 'i');

/** The days within which something is to be. */
const readRoughly = (text: string, now: Date): DayRange | undefined => {
  const today = now.toISOString().slice(0, 10);
  const said = readSpans(text, today).find(({ vague }) => vague);
  const month = said ? undefined : BARE_MONTH.exec(text)?.[1];
  const found = said ?? (month === undefined ? undefined : readSpans(`in ${month}`, today)[0]);
  return found?.end === undefined
    ? undefined
    : { startDate: found.start, endDate: found.end, text: said?.text ?? month ?? '' };
};

const readOtherFamilies = (text: string): number | undefined => {
  const [, together, number, others] = FAMILIES.exec(text) ?? [];
  if (number === undefined) return undefined;
  return numberSaid(number) - (together || others ? 0 : 1) || undefined;
};

const spanOf = ({ startDate, endDate }: DayRange): number =>
  Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000) + 1;

/** What a message says of a trip: from where, to where, when, for how many, at what price and by which rules. */
export const readTripWish = (message: string, now: Date): TripWish => {
  const dates = readDayRange(message, now);
  const { from, to, cities } = readPlaces(message);
  const said = readDays(message);
  const budget = readMoney(message);
  const span = dates && spanOf(dates);
  return {
    home: from,
    destination: to,
    cities,
    dates,
    days: span !== undefined && span > 1 ? span : (said ?? span),
    roughly: dates ? undefined : readRoughly(message, now),
    otherFamilies: readOtherFamilies(message),
    people: readHeadcount(message),
    budget,
    bareBudget: budget === undefined ? readBareBudget(message) : undefined,
    rules: readTripRules(message),
  };
};
