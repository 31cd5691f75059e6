import { addDays } from '../dates.ts';
import type { Itinerary } from './itinerary.ts';

/** So many days ahead the forecast of a day is looked at. */
export const WATCHED_AHEAD = 7;

/** The plan with the moment from which on the forecast of its days is looked at. */
export const watched = (plan: Itinerary): Itinerary => {
  const first = plan.days[0]?.date;
  return first === undefined ? plan : { ...plan, dueAt: `${addDays(first, -WATCHED_AHEAD)}T00:00:00.000Z` };
};
