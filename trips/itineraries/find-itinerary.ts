import { people } from '../people/person.ts';
import type { Records, Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf, type TripMember } from '../roles/permission.ts';
import { tripsOf } from '../trips/create-trip.ts';
import { type Itinerary, itineraries } from './itinerary.ts';

/** A plan by its id alone, as a member of its trip sees it, when the person is one; `not-found` otherwise, whether or not it exists. */
export const findItinerary = async (
  records: Records,
  userId: string,
  itineraryId: string,
): Promise<Outcome<{ itinerary: Stored<Itinerary>; member: TripMember }>> => {
  const person = await records.read(people, userId, userId);
  for (const { tripId } of person ? await tripsOf(records, person) : []) {
    const itinerary = await records.read(itineraries, tripId, itineraryId);
    const mine = itinerary && (await memberOf(records, userId, tripId));
    if (itinerary && mine?.ok) return { ok: true, itinerary, member: mine.member };
  }
  return rejected('not-found');
};
