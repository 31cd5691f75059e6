import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { idFrom, type PollId } from '../ids.ts';
import { tellOnce } from '../notifications/tell-once.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { remindAtFor } from './deadline.ts';
import { type Poll, polls } from './poll.ts';

/**
 * Says when voting on an open poll ends by itself: whoever opened it, or the organizer. `closesAt` is a UTC instant to
 * come. Families that have not answered are reminded before it anew, and cards that show the poll follow.
 */
export const setDeadline = (
  records: Records,
  clock: Clock,
  { trip, person, isOrganizer }: TripMember,
  pollId: PollId,
  closesAt: string,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll }>> =>
  retrying(async () => {
    const poll = await records.read(polls, trip.id, pollId);
    if (!poll) return rejected('not-found');
    if (!isOrganizer && poll.createdBy !== person.id)
      return rejected('not-allowed', `only ${poll.createdByName} or the organizer says when this poll ends`);
    const at = instant(clock);
    if (poll.status !== 'open' || (poll.closesAt !== undefined && poll.closesAt <= at))
      return rejected('poll-closed', poll.question);
    if (closesAt <= at) return rejected('dates-invalid', 'the deadline has passed');
    const remindAt = remindAtFor(at, closesAt, trip.timeZone);
    const moved: Poll = { ...poll, closesAt, remindAt, dueAt: remindAt ?? closesAt, extendedFrom: undefined };
    const commit = await records.commit(trip.id, [
      { put: moved, ifMatch: poll._etag },
      await tellOnce(records, trip.id, { kind: 'poll-updated', pollId }, at, {
        id: idFrom('fact', 'poll-updated', pollId),
        heardIn,
      }),
      audited(trip.id, 'setDeadline', person.id, at, { pollId, closesAt }),
    ]);
    return commit.ok ? { ok: true as const, poll: moved } : 'conflict';
  });
