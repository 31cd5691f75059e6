import { type Clock, instant } from '../clock.ts';
import type { TripId } from '../ids.ts';
import { openPolls } from '../polls/open-poll.ts';
import { type Records, retrying } from '../records.ts';
import { trips } from '../trips/trip.ts';
import { categoryOf } from './poll-wish.ts';
import type { Disputed } from './stance.ts';

/** Offers a trip remembers; the oldest give way. */
const MOST_REMEMBERED = 50;

/**
 * Whether a poll may be offered for what families see differently: once a topic and trip, never while a poll about it is
 * open, and not where the organizer has turned it off. It counts as offered from now on, whichever conversation asked first.
 */
export const claimOffer = (
  records: Records,
  clock: Clock,
  tripId: TripId,
  { category, day }: Disputed,
): Promise<boolean> =>
  retrying(async () => {
    const trip = await records.read(trips, tripId, tripId);
    if (!trip || trip.offersPolls === false || trip.status === 'completed' || trip.status === 'cancelled') return false;
    const made = trip.offeredPolls ?? [];
    if (
      made.some((one) => one.category === category && (one.day === undefined || day === undefined || one.day === day))
    )
      return false;
    const open = await openPolls(records, tripId);
    if (open.some((poll) => (poll.category ?? categoryOf(poll.question)) === category)) return false;
    const next = { ...trip, offeredPolls: [...made, { category, day, at: instant(clock) }].slice(-MOST_REMEMBERED) };
    const commit = await records.commit(tripId, [{ put: next, ifMatch: trip._etag }]);
    return commit.ok ? true : 'conflict';
  });
