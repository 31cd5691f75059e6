import { type Clock, instant } from '../clock.ts';
import { instantAt, nextDay } from '../dates.ts';
import { idFrom } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { type Trip, trips } from './trip.ts';

/** A trip begins and ends by itself in the morning, when people may be told of it, and not at midnight. */
const BEGINS_AT = '07:00';
const ENDS_AT = '09:00';

type Dated = Pick<Trip, 'startDate' | 'endDate' | 'timeZone'>;

const begins = ({ startDate, timeZone }: Dated): string | undefined =>
  startDate && instantAt(startDate, BEGINS_AT, timeZone);
const ends = ({ endDate, timeZone }: Dated): string | undefined =>
  endDate && instantAt(nextDay(endDate), ENDS_AT, timeZone);

/** The trip with the moment at which its dates move it on by themselves, when it is confirmed or under way. */
export const withLook = (trip: Trip): Trip => ({
  ...trip,
  dueAt: trip.status === 'confirmed' ? begins(trip) : trip.status === 'in_progress' ? ends(trip) : undefined,
});

/**
 * Moves a confirmed trip to under way on its first day and to completed after its last, and has it told once: safe
 * whichever worker does it. One that was missed altogether is only told to be over.
 */
export const followDates = (records: Records, clock: Clock, { id }: Pick<Trip, 'id'>): Promise<void> =>
  retrying(async () => {
    const trip = await records.read(trips, id, id);
    const now = instant(clock);
    if (!trip || trip.dueAt === undefined || trip.dueAt > now) return undefined;
    const end = ends(trip);
    const status = end !== undefined && end <= now ? 'completed' : 'in_progress';
    const commit = await records.commit(id, [
      { put: withLook({ ...trip, status }), ifMatch: trip._etag },
      tell(id, { kind: 'trip-status', status }, now, { id: idFrom('fact', id, status, trip.dueAt) }),
    ]);
    return commit.ok ? undefined : 'conflict';
  });
