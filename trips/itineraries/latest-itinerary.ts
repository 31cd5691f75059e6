import type { TripId } from '../ids.ts';
import type { Records, Stored } from '../records.ts';
import { type Itinerary, itineraries } from './itinerary.ts';

/** The trip's newest plan; `undefined` while there is none. */
export const latestItinerary = async (records: Records, tripId: TripId): Promise<Stored<Itinerary> | undefined> =>
  (await records.list(itineraries, tripId)).toSorted((a, b) => b.version - a.version)[0];
