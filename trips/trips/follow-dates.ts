import { type Clock, instant } from '../clock.ts';
import { dayOf, instantAt, nextDay, previousDay } from '../dates.ts';
import { idFrom } from '../ids.ts';
import { memoriesBegun } from '../memories/request-memories.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Trip, trips } from './trip.ts';

/** A trip begins and ends by itself in the morning, when people may be told of it, and not at midnight. */
const BEGINS_AT = '07:00';
const ENDS_AT = '09:00';
/** When people are told what the day holds, and for how long that is of use. */
const DAY_TOLD_AT = '07:30';
const DAY_TOLD_UNTIL = '11:00';

type Dated = Pick<Trip, 'startDate' | 'endDate' | 'timeZone' | 'dayTold'>;

const begins = ({ startDate, timeZone }: Dated): string | undefined =>
  startDate && instantAt(startDate, BEGINS_AT, timeZone);
const ends = ({ endDate, timeZone }: Dated): string | undefined =>
  endDate && instantAt(nextDay(endDate), ENDS_AT, timeZone);

/** The next morning on which people are told what the day holds; nothing when there is none left. */
const nextMorning = ({ startDate, endDate, timeZone, dayTold }: Dated): string | undefined => {
  if (startDate === undefined || endDate === undefined) return undefined;
  const date = dayTold === undefined || dayTold < startDate ? startDate : nextDay(dayTold);
  return date > endDate ? undefined : instantAt(date, DAY_TOLD_AT, timeZone);
};

/** The trip with the moment at which its dates move it on or a day of it is to be told, when it is confirmed or under way. */
export const withLook = (trip: Trip): Trip => ({
  ...trip,
  dueAt:
    trip.status === 'confirmed'
      ? begins(trip)
      : trip.status === 'in_progress'
        ? (nextMorning(trip) ?? ends(trip))
        : undefined,
});

/**
 * Moves a confirmed trip to under way on its first day and to completed after its last, and has it told once, as each
 * morning what the day holds: safe
 * whichever worker does it. One that was missed altogether is only told to be over.
 */
export const followDates = (records: Records, clock: Clock, { id }: Pick<Trip, 'id'>): Promise<void> =>
  retrying(async () => {
    const trip = await records.read(trips, id, id);
    const now = instant(clock);
    if (!trip || trip.dueAt === undefined || trip.dueAt > now) return undefined;
    const end = ends(trip);
    if (trip.status === 'in_progress' && (end === undefined || end > now)) return tellDay(records, trip, now);
    const status = end !== undefined && end <= now ? 'completed' : 'in_progress';
    const commit = await records.commit(id, [
      { put: withLook({ ...trip, status }), ifMatch: trip._etag },
      tell(id, { kind: 'trip-status', status }, now, { id: idFrom('fact', id, status, trip.dueAt) }),
      ...(status === 'completed' ? await memoriesBegun(records, trip, now) : []),
    ]);
    return commit.ok ? undefined : 'conflict';
  });

/** Has the plan of today told, once; a morning that was slept through is not made up for at noon. */
const tellDay = async (records: Records, trip: Stored<Trip>, now: string): Promise<'conflict' | undefined> => {
  const { id, timeZone } = trip;
  const today = dayOf(now, timeZone);
  const { _etag, ...rest } = trip;
  const isMorning = now >= instantAt(today, DAY_TOLD_AT, timeZone);
  const dayTold = isMorning ? today : previousDay(today);
  const fresh = isMorning && now < instantAt(today, DAY_TOLD_UNTIL, timeZone);
  const commit = await records.commit(id, [
    { put: withLook({ ...rest, dayTold }), ifMatch: _etag },
    ...(fresh ? [tell(id, { kind: 'day-plan', date: today }, now, { id: idFrom('fact', id, 'day-plan', today) })] : []),
  ]);
  return commit.ok ? undefined : 'conflict';
};
