import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { idFrom, type PollId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Poll, polls } from './poll.ts';
import { readStanding, type Standing } from './standing.ts';

/** Characters of an instant that name its hour. */
const HOUR = 'YYYY-MM-DDTHH'.length;

/**
 * Has the families that have not answered an open poll reminded now: whoever opened it, or the organizer. However often
 * it is asked, they are reminded once an hour at most; nobody is when all have answered.
 */
export const remindMissing = (
  records: Records,
  clock: Clock,
  { trip, person, isOrganizer }: TripMember,
  pollId: PollId,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; standing: Standing }>> =>
  retrying(async () => {
    const poll = await records.read(polls, trip.id, pollId);
    if (!poll) return rejected('not-found');
    if (!isOrganizer && poll.createdBy !== person.id)
      return rejected('not-allowed', `only ${poll.createdByName} or the organizer reminds of this poll`);
    const at = instant(clock);
    if (poll.status !== 'open' || (poll.closesAt !== undefined && poll.closesAt <= at))
      return rejected('poll-closed', poll.question);
    const standing = await readStanding(records, trip, poll);
    if (standing.tally.waitingFor.length === 0) return { ok: true as const, poll, standing };
    const id = idFrom('fact', 'poll-reminder', pollId, 'asked', at.slice(0, HOUR));
    const commit = await records.commit(trip.id, [
      { expect: pollId, ifMatch: poll._etag },
      tell(trip.id, { kind: 'poll-reminder', pollId }, at, { id, heardIn }),
      audited(trip.id, 'remindMissing', person.id, at, { pollId }),
    ]);
    return commit.ok ? { ok: true as const, poll, standing } : 'conflict';
  });
