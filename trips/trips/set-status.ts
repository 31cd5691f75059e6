import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { dayOf } from '../dates.ts';
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

/** What a trip may become at once when its first day has come: nobody had to confirm it, and it was travelled all the same. */
const ONCE_BEGUN: Readonly<Record<TripStatus, readonly TripStatus[]>> = {
  planning: ['in_progress', 'completed'],
  confirmed: ['completed'],
  in_progress: [],
  completed: [],
  cancelled: [],
};

/** Whether the trip's first day is still to come where it goes; one without days may begin on any. */
export const isAhead = ({ startDate, timeZone }: Pick<Trip, 'startDate' | 'timeZone'>, now: number): boolean =>
  startDate !== undefined && dayOf(new Date(now).toISOString(), timeZone) < startDate;

/** Whether a trip that became so can be put back to what it was before. */
export const canReturn = (became: TripStatus, before: TripStatus): boolean => NEXT[became].includes(before);

const nextOf = (trip: Trip, now: number): readonly TripStatus[] => [
  ...NEXT[trip.status],
  ...(isAhead(trip, now) ? [] : ONCE_BEGUN[trip.status]),
];

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
 * Moves the trip on. Confirming needs dates, cancelling a reason; from its first day on it may begin or end without having
 * been confirmed. Saying what is so already changes nothing. Everyone is told. `wrong-status` when the one cannot become the other, `stale` when `ifMatch` is no longer the trip's etag.
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
    const becomes = nextOf(trip, clock.now());
    if (!becomes.includes(status)) {
      const may = becomes.map((next) => SAID[next]).join(' or ');
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
