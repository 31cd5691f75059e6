import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type FamilyId, idFrom, type PollId } from '../ids.ts';
import { tellOnce } from '../notifications/tell-once.ts';
import { type Change, type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember, TripOrganizer } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import type { Choice } from './choice.ts';
import { ballotId, ballots, type Poll, pollPreferences, polls, preferenceId } from './poll.ts';

interface TakenBack {
  readonly poll: Poll;
  /** What was taken back, as `Cast` names it; nothing when nothing had been said. */
  readonly as?: 'ballot' | 'preference' | undefined;
  /** What the family's ballot said. */
  readonly before?: Choice | undefined;
}

/**
 * Takes a vote back while the poll is open, as though it had never been cast: the family admin the family's ballot,
 * another member the wish they stated. Repeating it changes nothing.
 */
export const takeBackBallot = (
  records: Records,
  clock: Clock,
  { trip, person, isFamilyAdmin, participation: { familyId } }: TripMember,
  pollId: PollId,
  heardIn?: string,
): Promise<Outcome<TakenBack>> =>
  retrying(async () => {
    const open = await openIn(records, clock, trip, pollId);
    if (!open.ok) return open;
    if (isFamilyAdmin) return withoutBallot(records, clock, trip, open.poll, { familyId, heardIn });
    const id = preferenceId(pollId, person.id);
    const wish = await records.read(pollPreferences, trip.id, id);
    if (!wish) return { ok: true as const, poll: open.poll };
    const commit = await records.commit(trip.id, [
      { expect: pollId, ifMatch: open.poll._etag },
      { remove: id, ifMatch: wish._etag },
    ]);
    return commit.ok ? { ok: true as const, poll: open.poll, as: 'preference' as const } : 'conflict';
  });

/** Takes out a vote that was recorded for a family; one it has cast itself is its own (`not-allowed`). */
export const takeBackRecorded = (
  records: Records,
  clock: Clock,
  { trip, person }: TripOrganizer,
  pollId: PollId,
  { familyId, heardIn }: { readonly familyId: FamilyId; readonly heardIn?: string | undefined },
): Promise<Outcome<TakenBack>> =>
  retrying(async () => {
    const open = await openIn(records, clock, trip, pollId);
    if (!open.ok) return open;
    const ballot = await records.read(ballots, trip.id, ballotId(pollId, familyId));
    if (ballot && !ballot.byProxy) return rejected('not-allowed', 'that family has voted itself');
    return withoutBallot(records, clock, trip, open.poll, { familyId, heardIn, by: person.id });
  });

const openIn = async (
  records: Records,
  clock: Clock,
  trip: TripMember['trip'],
  pollId: PollId,
): Promise<Outcome<{ poll: Poll & { readonly _etag: string } }>> => {
  const over = settledAlready(trip);
  if (over !== undefined) return rejected('wrong-status', over);
  const poll = await records.read(polls, trip.id, pollId);
  if (!poll) return rejected('not-found');
  return poll.status !== 'open' || (poll.closesAt !== undefined && poll.closesAt <= instant(clock))
    ? rejected('poll-closed', poll.question)
    : { ok: true, poll };
};

const withoutBallot = async (
  records: Records,
  clock: Clock,
  trip: Pick<TripMember['trip'], 'id'>,
  poll: Poll & { readonly _etag: string },
  {
    familyId,
    heardIn,
    by,
  }: { readonly familyId: FamilyId; readonly heardIn?: string | undefined; readonly by?: TripMember['person']['id'] },
): Promise<Outcome<TakenBack> | 'conflict'> => {
  const ballot = await records.read(ballots, trip.id, ballotId(poll.id, familyId));
  if (!ballot) return { ok: true, poll };
  const at = instant(clock);
  const { answeredAt, ...missing } = poll;
  // Once the family answers again, the organizer is told again that all have.
  const stillOpen: Change =
    answeredAt === undefined
      ? { expect: poll.id, ifMatch: poll._etag }
      : { put: missing satisfies Poll, ifMatch: poll._etag };
  const factId = idFrom('fact', 'poll-updated', poll.id);
  const commit = await records.commit(trip.id, [
    stillOpen,
    { remove: ballot.id, ifMatch: ballot._etag },
    await tellOnce(records, trip.id, { kind: 'poll-updated', pollId: poll.id }, at, { id: factId, heardIn }),
    ...(by === undefined ? [] : [audited(trip.id, 'takeBackRecorded', by, at, { pollId: poll.id, familyId })]),
  ]);
  return commit.ok ? { ok: true, poll, as: 'ballot', before: ballot } : 'conflict';
};
