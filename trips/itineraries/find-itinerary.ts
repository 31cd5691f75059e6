import { people } from '../people/person.ts';
import type { Records, Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { tripsOf } from '../trips/create-trip.ts';
import type { Trip } from '../trips/trip.ts';
import { type Itinerary, itineraries } from './itinerary.ts';

/** A plan by its id alone, with its trip, when the person is in it; `not-found` otherwise, whether or not it exists. */
export const findItinerary = async (
  records: Records,
  userId: string,
  itineraryId: string,
): Promise<Outcome<{ itinerary: Stored<Itinerary>; trip: Trip }>> => {
  const person = await records.read(people, userId, userId);
  for (const { tripId } of person ? await tripsOf(records, person) : []) {
    const itinerary = await records.read(itineraries, tripId, itineraryId);
    const mine = itinerary && (await memberOf(records, userId, tripId));
    if (itinerary && mine?.ok) return { ok: true, itinerary, trip: mine.member.trip };
  }
  return rejected('not-found');
};
