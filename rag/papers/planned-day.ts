import { type Clock, instant } from '../../trips/clock.ts';
import { dayOf, nextDay, sayDay } from '../../trips/dates.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Records } from '../../trips/records.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { Answer, Question } from '../library.ts';
import { itineraryLine } from './papers.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

const SPEAKS_OF_PLAN =
  /\b(?:plan(?:s|ned)?|itinerary|scheduled?|program(?:me)?|agenda|doing|happening|up to|going on|what(?:['’]?s| is) on|look like|(?:we|us) do)\b/;
const PARTS: Readonly<Record<string, readonly [from: string, until: string]>> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['17:00', '24:00'],
  tonight: ['17:00', '24:00'],
};
/** What a question for a day's plan may hold beside the day: one more word, and something else is asked. */
const NOTHING_ELSE = new Set(
  `what whats s is are was do does did we us our the a of for on in at to up going gonna plan plans planned schedule
  scheduled programme program itinerary agenda doing happening there anything something any tell show me please pls
  day look like how about and then so have has got it trip whole this next ${Object.keys(PARTS).join(' ')}`.split(
    /\s+/,
  ),
);

/**
 * The plan of a day, where that is what is asked ("what are we doing on Friday?", "and on day 3?" after such a question);
 * `undefined` where it is not, or the plan has no such day. Today is the day on the trip's clocks.
 */
export const plannedDay = async (
  records: Records,
  clock: Clock,
  { text, scope, history }: Pick<Question, 'text' | 'scope' | 'history'>,
): Promise<Extract<Answer, { found: true }> | undefined> => {
  const asked = bare(text);
  const speaks = SPEAKS_OF_PLAN.test(asked) || SPEAKS_OF_PLAN.test(bare(history.at(-2) ?? ''));
  const rest = asked.replace(DAY, ' ').split(/[^\p{L}\p{N}]+/u);
  if (!speaks || !asked.match(DAY) || !rest.every((word) => word === '' || NOTHING_ELSE.has(word))) return undefined;
  const [plan, trip] = await Promise.all([
    latestItinerary(records, scope.tripId),
    records.read(trips, scope.tripId, scope.tripId),
  ]);
  if (!plan || !trip) return undefined;
  const today = dayOf(instant(clock), trip.timeZone);
  const day = plan.days.find(({ date }, index) => isNamed(asked, date, index, plan.days.length, today));
  const [, part] = /\b(morning|afternoon|evening|tonight)\b/.exec(asked) ?? [];
  const [from, until] = PARTS[part ?? ''] ?? ['00:00', '24:00'];
  const items = day?.items.filter(({ start, end }) => start < until && end > from) ?? [];
  if (!day || items.length === 0) return undefined;
  const lines = items.map(itineraryLine);
  const said = lines.map((line) => line.replace(/\.$/, ' [1].')).join(' ');
  return {
    found: true,
    text: `${sayDay(day.date)}: ${said}`,
    citations: [{ n: 1, documentId: plan.id, document: 'The plan', quote: lines.join(' … '), kind: 'itinerary' }],
  };
};

const bare = (text: string): string => text.toLowerCase().replace(/’/g, "'");

const DAY = new RegExp(
  String.raw`\b(?:(${WEEKDAYS.join('|')})|day (\d{1,2})|(?:the )?(${ORDINALS.join('|')}|last) day|(today|tonight|tomorrow)|(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} (\d{1,2})(?:st|nd|rd|th)?)\b`,
  'g',
);

/** Whether a day of the plan is the one that is named; of a weekday and a date said together both must fit. */
const isNamed = (asked: string, date: string, index: number, days: number, today: string): boolean =>
  [...asked.matchAll(DAY)].every(([, weekday, number, ordinal, near, day, month, otherMonth, otherDay]) => {
    if (weekday !== undefined) return new Date(date).getUTCDay() === WEEKDAYS.indexOf(weekday);
    if (number !== undefined) return index + 1 === Number(number);
    if (ordinal !== undefined) return index === (ordinal === 'last' ? days - 1 : ORDINALS.indexOf(ordinal));
    if (near !== undefined) return date === (near === 'tomorrow' ? nextDay(today) : today);
    return (
      Number(date.slice(8)) === Number(day ?? otherDay) &&
      Number(date.slice(5, 7)) === MONTHS.indexOf(month ?? otherMonth ?? '') + 1
    );
  });
