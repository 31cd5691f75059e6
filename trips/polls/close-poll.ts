import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { idFrom, type PollId, type UserId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Trip, trips } from '../trips/trip.ts';
import { extendedUntil } from './deadline.ts';
import { type Poll, polls } from './poll.ts';
import { settlePoll } from './settle-poll.ts';
import { answeredIn } from './standing.ts';

/** Ends a poll by hand: whoever opened it, or the organizer. Closing a closed poll changes nothing (`already`). */
export const closePoll = async (
  records: Records,
  clock: Clock,
  { trip, person, isOrganizer }: TripMember,
  pollId: PollId,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; already: boolean }>> => {
  const poll = await records.read(polls, trip.id, pollId);
  if (!poll) return rejected('not-found');
  if (!isOrganizer && poll.createdBy !== person.id)
    return rejected('not-allowed', `only ${poll.createdByName} or the organizer closes this poll`);
  return end(records, clock, trip.id, pollId, { by: person.id, heardIn });
};

/**
 * Ends a poll whose deadline has come, or extends it once when fewer families have answered than its quorum; safe
 * whichever worker does it, and however often.
 */
export const closeAtDeadline = (records: Records, clock: Clock, { tripId, id }: Pick<Poll, 'tripId' | 'id'>) =>
  end(records, clock, tripId, id);

const end = (
  records: Records,
  clock: Clock,
  tripId: string,
  pollId: PollId,
  { by, heardIn }: { readonly by?: UserId; readonly heardIn?: string | undefined } = {},
): Promise<Outcome<{ poll: Poll; already: boolean }>> =>
  retrying(async () => {
    const poll = await records.read(polls, tripId, pollId);
    const trip = await records.read(trips, tripId, tripId);
    if (!poll || !trip) return rejected('not-found');
    if (poll.status !== 'open' && poll.dueAt === undefined) return { ok: true as const, poll, already: true };
    const at = instant(clock);
    if (poll.status === 'open') {
      if (by === undefined) {
        // Reopened or extended by another worker meanwhile.
        if (poll.closesAt === undefined || poll.closesAt > at) return { ok: true as const, poll, already: true };
        if (await fallsShort(records, trip, poll)) {
          const closesAt = extendedUntil(poll.createdAt, poll.closesAt, at);
          const extended: Poll = {
            ...poll,
            closesAt,
            dueAt: closesAt,
            remindAt: undefined,
            extendedFrom: poll.closesAt,
          };
          const commit = await records.commit(tripId, [
            { put: extended, ifMatch: poll._etag },
            tell(tripId, { kind: 'poll-extended', pollId }, at, { id: idFrom('fact', 'poll-extended', pollId, at) }),
          ]);
          return commit.ok ? { ok: true as const, poll: extended, already: false } : 'conflict';
        }
      }
      // Closed first, counted after: a ballot in the store by then counts, and none can follow. Until it is counted the
      // poll stays due, so that whoever comes by after a crash counts it.
      const closed: Poll = { ...poll, status: 'closed', dueAt: at, remindAt: undefined };
      await records.commit(tripId, [
        { put: closed, ifMatch: poll._etag },
        ...(by === undefined ? [] : [audited(tripId, 'closePoll', by, at, { pollId })]),
      ]);
      return 'conflict';
    }
    const { dueAt: _, ...counted } = poll;
    const { outcome, changes } = await settlePoll(records, trip, poll, at);
    const settled: Poll = { ...counted, ...outcome };
    const commit = await records.commit(tripId, [
      { put: settled, ifMatch: poll._etag },
      ...changes,
      tell(tripId, { kind: 'poll-closed', pollId }, at, { heardIn, id: closingFact(poll) }),
    ]);
    return commit.ok ? { ok: true as const, poll: settled, already: false } : 'conflict';
  });

/** Whether too few families have answered, and voting has not been extended before. */
const fallsShort = async (records: Records, trip: Trip, poll: Poll): Promise<boolean> => {
  if (poll.quorum === undefined || poll.extendedFrom !== undefined) return false;
  const { answered, families } = await answeredIn(records, trip, poll);
  return answered < Math.min(poll.quorum, families);
};

/** One closing is told once; a poll that was taken up again is told of again. */
const closingFact = ({ id, reopened }: Poll): string =>
  reopened === undefined ? idFrom('fact', 'poll-closed', id) : idFrom('fact', 'poll-closed', id, String(reopened));
