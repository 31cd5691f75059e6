import { type Clock, instant } from '../clock.ts';
import type { TripId, UserId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripOrganizer } from '../roles/permission.ts';
import { familiesIn } from './create-trip.ts';
import { type DeletedTrip, deletedTripId, deletedTrips } from './deleted-trip.ts';
import { trips } from './trip.ts';

/**
 * Deletes a trip for good: from here on nobody finds it, and all that is in it is taken away soon after, its documents
 * with their text and bytes, its polls, plans, expenses and links. Everyone who heard of it is told. `stale` when
 * `ifMatch` is not its etag.
 */
export const deleteTrip = (
  records: Records,
  clock: Clock,
  { trip: { id }, person, participation }: TripOrganizer,
  { ifMatch, heardIn }: { readonly ifMatch?: string | undefined; readonly heardIn?: string | undefined } = {},
): Promise<Outcome<{ name: string }>> =>
  retrying(async () => {
    const [trip, seats] = await Promise.all([records.read(trips, id, id), familiesIn(records, id)]);
    if (!trip) return rejected('not-found');
    if (ifMatch !== undefined && trip._etag !== ifMatch) return rejected('stale');
    // Somebody else has become the organizer since the permission was given.
    if (trip.organizerId !== person.id) return rejected('stale');
    const at = instant(clock);
    const deleted: DeletedTrip = {
      pk: id,
      id: deletedTripId(id),
      type: 'deleted_trip',
      _schema_version: deletedTrips.version,
      dueAt: at,
      tripId: id,
      name: trip.name,
      timeZone: trip.timeZone,
      deletedBy: person.id,
      byFamily: participation.familyName,
      seats: seats.map(({ familyId, adminId }) => ({ familyId, adminId })),
      heardIn,
      deletedAt: at,
      cleared: 0,
    };
    const commit = await records.commit(id, [{ remove: id, ifMatch: trip._etag }, { put: deleted }]);
    return commit.ok ? { ok: true as const, name: trip.name } : 'conflict';
  });

/** Whether this person has deleted this trip, of late: saying so again changes nothing. */
export const hasDeleted = async (records: Records, userId: UserId, tripId: TripId): Promise<boolean> =>
  (await records.read(deletedTrips, tripId, deletedTripId(tripId)))?.deletedBy === userId;
