import { type Clock, instant } from '../../trips/clock.ts';
import { dayOf, nextDay, sayDay } from '../../trips/dates.ts';
import type { TripId } from '../../trips/ids.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Records } from '../../trips/records.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { Answer, Question } from '../library.ts';
import { itineraryLine } from './papers.ts';

type Found = Extract<Answer, { found: true }>;

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

/** `when do we go to the …`: asks when something is planned, not when it opens. */
const WHEN_WE_GO =
  /^(?:so |and )?(?:when|what day|which day|what time|at what time|on (?:what|which) day) (?:do|are|will|did|is|shall) (?:we|us) (?:all )?(?:go|going|visit|visiting|see|seeing|do|doing|eat at|eating at)\b(.+)$/;
const SMALL_WORDS = new Set([
  'to',
  'the',
  'a',
  'an',
  'at',
  'in',
  'on',
  'of',
  'for',
  'and',
  'again',
  'please',
  'pls',
  'then',
]);
/** What is planned oftener than this has no one time. */
const MOST_TIMES = 3;

/**
 * The plan of a day, where that is what is asked ("what are we doing on Friday?", "and on day 3?" after such a question),
 * or when something is planned ("when do we go to the museum?"); `undefined` where neither is asked, or the plan has it
 * not. Today is the day on the trip's clocks.
 */
export const plannedDay = async (
  records: Records,
  clock: Clock,
  { text, scope, history }: Pick<Question, 'text' | 'scope' | 'history'>,
): Promise<Found | undefined> => {
  const asked = bare(text);
  const [, thing] = WHEN_WE_GO.exec(asked) ?? [];
  if (thing !== undefined) return plannedThing(records, scope.tripId, wordsOf(thing));
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
  return said(plan.id, [{ date: day.date, items }]);
};

/** When something is planned that all these words name. */
const plannedThing = async (records: Records, tripId: TripId, words: readonly string[]): Promise<Found | undefined> => {
  const plan = words.length === 0 ? undefined : await latestItinerary(records, tripId);
  const days = (plan?.days ?? [])
    .map(({ date, items }) => ({
      date,
      items: items.filter(({ kind, title, place = '' }) => {
        const named = new Set(wordsOf(`${title} ${place}`.toLowerCase()));
        return (kind === 'sight' || kind === 'meal') && words.every((word) => named.has(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
  return plan && days.length > 0 && days.length <= MOST_TIMES ? said(plan.id, days) : undefined;
};

/** Things of the plan by day, each with its mark. */
const said = (planId: string, days: Itinerary['days']): Found => ({
  found: true,
  text: days
    .map(({ date, items }) => {
      const told = items.map((item) => itineraryLine(item).replace(/\.$/, ' [1].'));
      return `${sayDay(date)}: ${told.join(' ')}`;
    })
    .join(' '),
  citations: [
    {
      ...{ n: 1, documentId: planId, document: 'The plan', kind: 'itinerary' },
      quote: days.flatMap(({ items }) => items.map(itineraryLine)).join(' … '),
    },
  ],
});

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !SMALL_WORDS.has(word));

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
