import type { TripFacts } from '../consensus/facts.ts';
import { listed } from '../listed.ts';
import type { PollCategory, RuledOutOption } from '../polls/poll.ts';
import type { PollWish } from './poll-wish.ts';

const THINGS: Readonly<Record<PollCategory, readonly [one: string, many: string]>> = {
  dining: ['place to eat', 'places to eat'],
  lodging: ['place to stay', 'places to stay'],
  activity: ['thing to do', 'things to do'],
  date: ['day', 'days'],
  transport: ['way to get about', 'ways to get about'],
};
const HELPS: Readonly<Record<PollCategory, string>> = {
  dining: 'a list of restaurants or a menu, with names, prices and opening hours',
  lodging: 'offers or pages of the places you look at, with names and prices',
  activity: 'a guide or a leaflet, with names, prices and opening hours',
  date: 'the first and the last day of the trip',
  transport: 'how one gets there, with times and fares',
};

/** Why there is no poll yet, and which document or fact would help; for everybody. */
export const sayMissing = (
  { category, question }: Pick<PollWish, 'category' | 'question'>,
  {
    trip,
    found,
    ruledOut,
    booked,
    before,
  }: {
    readonly trip: TripFacts;
    /** Names of what can be chosen. */
    readonly found: readonly string[];
    readonly ruledOut: readonly RuledOutOption[];
    readonly booked: boolean;
    /** Some of what was found has been voted on already. */
    readonly before: boolean;
  },
): string => {
  if (category === 'date' && (trip.startDate === undefined || trip.endDate === undefined))
    return 'I need the dates of the trip before I can propose days: tell me, e.g. "11-15 June 2027".';
  const [one, many] = THINGS[category];
  const so =
    found.length === 0
      ? `I found no ${before ? 'other ' : ''}${many} in your trip's documents that can be chosen.`
      : `I found only one ${one} in your trip's documents${before ? ' that was not voted on' : ''}: ${found[0]}${booked ? ', which is booked already' : ''}.`;
  const out = ruledOut.map(({ text, out: why }) => `${text} (${why})`);
  return [
    so,
    out.length > 0 ? `Out: ${listed(out)}.` : undefined,
    category === 'date'
      ? undefined
      : `Send me ${HELPS[category]}, and I look again; or name the options yourself: "poll: ${question} A, B or C".`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
};
