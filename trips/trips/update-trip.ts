import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { moveReminders } from '../reminders/move-reminders.ts';
import type { TripOrganizer } from '../roles/permission.ts';
import { badDates, familiesIn, type NewTrip, nightsBetween } from './create-trip.ts';
import { withLook } from './follow-dates.ts';
import { renameInSeats } from './seats.ts';
import { badStops } from './stops.ts';
import { knownZone, zoneOfPlace } from './time-zone.ts';
import { type BudgetSplit, type Trip, trips } from './trip.ts';

export type TripChange = Partial<
  Pick<Trip, 'offersPolls'> &
    Pick<
      NewTrip,
      | 'name'
      | 'destination'
      | 'stops'
      | 'startDate'
      | 'endDate'
      | 'timeZone'
      | 'budget'
      | 'budgetSplit'
      | 'weighting'
      | 'rules'
    >
>;

/** A trip that goes elsewhere goes by the clock there, unless somebody had chosen another. */
const zoneAfter = ({ destination, timeZone }: Trip, change: TripChange): string => {
  const derived = timeZone === (zoneOfPlace(destination) ?? 'UTC');
  const there = derived && change.destination !== undefined ? zoneOfPlace(change.destination) : undefined;
  return change.timeZone ?? there ?? timeZone;
};

const namesItsFamilies = async (records: Records, tripId: string, split: BudgetSplit | undefined): Promise<boolean> => {
  if (split?.by !== 'share') return true;
  const seats = await familiesIn(records, tripId);
  return Object.keys(split.shares).every((family) => seats.some(({ familyId }) => familyId === family));
};

/** Changes what the organizer settles. `ifMatch` is the etag the caller read; `stale` when somebody changed it since. */
export const updateTrip = async (
  records: Records,
  clock: Clock,
  { trip: read, person }: TripOrganizer,
  change: TripChange,
  ifMatch?: string,
): Promise<Outcome<{ trip: Trip; etag: string }>> => {
  if (change.timeZone !== undefined && !knownZone(change.timeZone)) {
    return rejected('invalid', `no time zone ${change.timeZone}`);
  }
  if (!(await namesItsFamilies(records, read.id, change.budgetSplit))) {
    return rejected('invalid', 'a share is for a family in this trip');
  }
  return retrying(async () => {
    const trip = await records.read(trips, read.id, read.id);
    if (!trip) return rejected('not-found');
    if (ifMatch !== undefined && trip._etag !== ifMatch) return rejected('stale');
    const stops = change.stops ?? trip.stops ?? [];
    const next = withLook({
      ...{ ...trip, ...change, timeZone: zoneAfter(trip, change) },
      stops: stops.length > 0 ? stops : undefined,
    });
    // Days that leave no night for a stop are told with the plan; stops that cannot be are not taken.
    const wrong = change.stops && badStops(stops, nightsBetween(next.startDate, next.endDate));
    if (wrong !== undefined) return rejected('invalid', wrong);
    const problem = badDates(next.startDate, next.endDate);
    if (problem !== undefined) return rejected('dates-invalid', problem);
    const commit = await records.commit(trip.id, [
      { put: next, ifMatch: trip._etag },
      audited(trip.id, 'updateTrip', person.id, instant(clock), { changed: Object.keys(change).sort().join(', ') }),
    ]);
    if (!commit.ok) return 'conflict' as const;
    if (next.name !== trip.name) await renameInSeats(records, next);
    if (next.timeZone !== trip.timeZone) await moveReminders(records, trip.id, trip.timeZone, next.timeZone);
    return { ok: true as const, trip: next, etag: commit.etags[0] ?? '' };
  });
};
