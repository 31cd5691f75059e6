import { type Clock, instant } from '../clock.ts';
import { idFrom, type PollId, type TripId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { trips } from '../trips/trip.ts';
import { type Poll, polls } from './poll.ts';
import { readStanding } from './standing.ts';

/**
 * Has the organizer told, once for each opening of a poll, that every family has answered. To be called after a count
 * has changed: of several last ballots at the same time each sees the others as missing. `heardIn` is where the last
 * answer was given, whose reply said so.
 */
export const tellWhenAnswered = (
  records: Records,
  clock: Clock,
  {
    tripId,
    pollId,
    heardIn,
  }: { readonly tripId: TripId; readonly pollId: PollId; readonly heardIn?: string | undefined },
): Promise<void> =>
  retrying(async () => {
    const [poll, trip] = await Promise.all([records.read(polls, tripId, pollId), records.read(trips, tripId, tripId)]);
    if (!poll || !trip || poll.status !== 'open' || poll.answeredAt !== undefined) return undefined;
    const { tally, seats } = await readStanding(records, trip, poll);
    if (seats.length < 2 || tally.waitingFor.length > 0) return undefined;
    const at = instant(clock);
    const told: Poll = { ...poll, answeredAt: at };
    const commit = await records.commit(tripId, [
      { put: told, ifMatch: poll._etag },
      tell(tripId, { kind: 'poll-answered', pollId }, at, { heardIn, id: idFrom('fact', 'poll-answered', pollId, at) }),
    ]);
    return commit.ok ? undefined : 'conflict';
  });
