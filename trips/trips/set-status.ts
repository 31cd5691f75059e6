import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { memoriesBegun } from '../memories/request-memories.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripOrganizer } from '../roles/permission.ts';
import { withLook } from './follow-dates.ts';
import { type Trip, type TripStatus, trips } from './trip.ts';

/** What each status can become. A trip that was called off can be taken up again; one that is over cannot. */
const NEXT: Readonly<Record<TripStatus, readonly TripStatus[]>> = {
  planning: ['confirmed', 'cancelled'],
  confirmed: ['planning', 'in_progress', 'cancelled'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: ['planning'],
};

const SAID: Readonly<Record<TripStatus, string>> = {
  planning: 'being planned',
  confirmed: 'confirmed',
  in_progress: 'under way',
  completed: 'over',
  cancelled: 'cancelled',
};

/** Why nothing is planned or voted on in this trip any more, in words; nothing while it goes on. */
export const settledAlready = ({ status, name }: Pick<Trip, 'status' | 'name'>): string | undefined =>
  status === 'completed' || status === 'cancelled' ? `${name} is ${SAID[status]}` : undefined;

/**
 * Moves the trip on. Confirming needs dates, cancelling a reason; saying what is so already changes nothing. Everyone
 * is told. `wrong-status` when the one cannot become the other, `stale` when `ifMatch` is no longer the trip's etag.
 */
export const setTripStatus = (
  records: Records,
  clock: Clock,
  { trip: { id }, person }: TripOrganizer,
  { status, because }: { readonly status: TripStatus; readonly because?: string | undefined },
  { ifMatch, heardIn }: { readonly ifMatch?: string | undefined; readonly heardIn?: string | undefined } = {},
): Promise<Outcome<{ trip: Trip; etag: string }>> =>
  retrying(async () => {
    const trip = await records.read(trips, id, id);
    if (!trip) return rejected('not-found');
    if (ifMatch !== undefined && trip._etag !== ifMatch) return rejected('stale');
    if (trip.status === status) return { ok: true as const, trip, etag: trip._etag };
    if (!NEXT[trip.status].includes(status)) {
      const may = NEXT[trip.status].map((next) => SAID[next]).join(' or ');
      return rejected('wrong-status', `${trip.name} is ${SAID[trip.status]}${may && `, and can only be ${may} next`}`);
    }
    if (status === 'confirmed' && trip.startDate === undefined) return rejected('dates-missing', trip.name);
    const reason = because?.trim().slice(0, 200);
    if (status === 'cancelled' && !reason) return rejected('invalid', 'say why the trip is cancelled');
    const at = instant(clock);
    const next = withLook({ ...trip, status, cancelledBecause: status === 'cancelled' ? reason : undefined });
    const commit = await records.commit(id, [
      { put: next, ifMatch: trip._etag },
      audited(id, 'setTripStatus', person.id, at, { from: trip.status, to: status }),
      tell(id, { kind: 'trip-status', status, because: next.cancelledBecause }, at, { heardIn }),
      ...(status === 'completed' ? await memoriesBegun(records, trip, at) : []),
    ]);
    return commit.ok ? { ok: true as const, trip: next, etag: commit.etags[0] ?? '' } : 'conflict';
  });
