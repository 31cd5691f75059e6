import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { badDates, knownZone, type NewTrip } from './create-trip.ts';
import { renameInSeats } from './seats.ts';
import { type Trip, trips } from './trip.ts';

export type TripChange = Partial<
  Pick<NewTrip, 'name' | 'destination' | 'startDate' | 'endDate' | 'timeZone' | 'budget' | 'weighting'>
>;

/** Changes what the organizer settles. `ifMatch` is the etag the caller read; `stale` when somebody changed it since. */
export const updateTrip = async (
  records: Records,
  { trip: read, isOrganizer }: TripMember,
  change: TripChange,
  ifMatch?: string,
): Promise<Outcome<{ trip: Trip; etag: string }>> => {
  if (!isOrganizer) return rejected('not-allowed', 'only the organizer changes the trip');
  if (change.timeZone !== undefined && !knownZone(change.timeZone)) {
    return rejected('invalid', `no time zone ${change.timeZone}`);
  }
  return retrying(async () => {
    const trip = await records.read(trips, read.id, read.id);
    if (!trip) return rejected('not-found');
    if (ifMatch !== undefined && trip._etag !== ifMatch) return rejected('stale');
    const next: Trip = { ...trip, ...change };
    const problem = badDates(next.startDate, next.endDate);
    if (problem !== undefined) return rejected('dates-invalid', problem);
    const commit = await records.commit(trip.id, [{ put: next, ifMatch: trip._etag }]);
    if (!commit.ok) return 'conflict' as const;
    if (next.name !== trip.name) await renameInSeats(records, next);
    return { ok: true as const, trip: next, etag: commit.etags[0] ?? '' };
  });
};
