import { type Clock, instant } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { settledAlready } from '../trips/set-status.ts';
import { trips } from '../trips/trip.ts';
import { closeAtDeadline } from './close-poll.ts';
import { type Poll, polls } from './poll.ts';
import { readStanding } from './standing.ts';

/** Does what an open poll's time has come for: reminds those that have not answered, or ends it. Safe with several workers. */
export const followDeadline = async (records: Records, clock: Clock, poll: Poll): Promise<void> => {
  await remindMissing(records, clock, poll);
  await closeAtDeadline(records, clock, poll);
};

/**
 * Puts the reminder of a poll into the outbox, once: the note that it was and the fact are one commit. Who has not
 * answered is seen when it is told. None when its deadline has come as well, or every family has answered.
 */
const remindMissing = (records: Records, clock: Clock, { tripId, id }: Pick<Poll, 'tripId' | 'id'>): Promise<void> =>
  retrying(async () => {
    const [poll, trip] = await Promise.all([records.read(polls, tripId, id), records.read(trips, tripId, tripId)]);
    const at = instant(clock);
    if (!poll || !trip || poll.status !== 'open' || poll.remindAt === undefined || poll.remindAt > at) return undefined;
    const late = poll.closesAt === undefined || poll.closesAt <= at || settledAlready(trip) !== undefined;
    const missing = late ? [] : (await readStanding(records, trip, poll)).tally.waitingFor;
    const reminded: Poll = { ...poll, remindAt: undefined, dueAt: poll.closesAt };
    const told = tell(tripId, { kind: 'poll-reminder', pollId: id }, at, {
      id: idFrom('fact', 'poll-reminder', id, poll.remindAt),
    });
    const commit = await records.commit(tripId, [
      { put: reminded, ifMatch: poll._etag },
      ...(missing.length > 0 ? [told] : []),
    ]);
    return commit.ok ? undefined : 'conflict';
  });
