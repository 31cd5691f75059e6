import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { LOWEST } from '../consensus/ballot.ts';
import { type FamilyId, idFrom, type PollId } from '../ids.ts';
import { tellOnce } from '../notifications/tell-once.ts';
import { type Change, type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember, TripOrganizer } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import { participationId, participations } from '../trips/trip.ts';
import { type Choice, type Said, sameChoice, scoresOf } from './choice.ts';
import {
  type Ballot,
  ballotId,
  ballots,
  MAX_HISTORY,
  type Poll,
  type PollPreference,
  polls,
  preferenceId,
} from './poll.ts';
import { choiceIn } from './read-choice.ts';

export interface Cast {
  readonly poll: Poll;
  readonly choice: Choice;
  /** `ballot`: the family's vote; `preference`: one member's wish, which is not a vote. */
  readonly as: 'ballot' | 'preference';
  /** What the ballot said before, when it was changed. */
  readonly before?: Choice | undefined;
}

/**
 * Votes, with one option or with scores as the poll's kind takes them. The family admin's choice is the family's ballot (one document per family: repeating or redelivering it is
 * the same vote); another member's choice is kept as their preference.
 */
export const castBallot = (
  records: Records,
  clock: Clock,
  member: TripMember,
  pollId: PollId,
  said: Said,
  heardIn?: string,
): Promise<Outcome<{ cast: Cast }>> =>
  vote(records, clock, { ...member, familyId: member.participation.familyId }, pollId, said, heardIn);

/**
 * Records the vote of a family that answered elsewhere, marked as such; its own vote replaces it at any time. `duplicate`
 * when it has voted itself, which nobody replaces for it.
 */
export const recordBallot = async (
  records: Records,
  clock: Clock,
  organizer: TripOrganizer,
  pollId: PollId,
  { familyId, said, heardIn }: { readonly familyId: FamilyId; readonly said: Said; readonly heardIn?: string },
): Promise<Outcome<{ cast: Cast }>> => {
  const { trip } = organizer;
  if (familyId === organizer.participation.familyId)
    return vote(records, clock, { ...organizer, familyId }, pollId, said, heardIn);
  if (!(await records.read(participations, trip.id, participationId(trip.id, familyId)))) return rejected('not-found');
  return vote(records, clock, { ...organizer, familyId, isFamilyAdmin: true, byProxy: true }, pollId, said, heardIn);
};

interface Voter extends Pick<TripMember, 'trip' | 'person' | 'isFamilyAdmin'> {
  readonly familyId: FamilyId;
  readonly byProxy?: boolean;
}

const vote = (
  records: Records,
  clock: Clock,
  { trip, person, familyId, isFamilyAdmin, byProxy }: Voter,
  pollId: PollId,
  said: Said,
  heardIn?: string,
): Promise<Outcome<{ cast: Cast }>> =>
  retrying(async () => {
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    const poll = await records.read(polls, trip.id, pollId);
    if (!poll) return rejected('not-found');
    const at = instant(clock);
    if (poll.status !== 'open' || (poll.closesAt !== undefined && poll.closesAt <= at))
      return rejected('poll-closed', poll.question);
    if (poll.anonymous && byProxy)
      return rejected('not-allowed', 'in an anonymous poll each family answers for itself');
    const read = choiceIn(poll, said);
    if (!read.ok) return read;
    const { choice } = read;
    // A vote never slips in behind the closing of its poll.
    const stillOpen: Change = { expect: poll.id, ifMatch: poll._etag };
    const cast = {
      pk: trip.id,
      _schema_version: 1,
      pollId,
      familyId,
      userId: person.id,
      timestamp: at,
    };

    if (!isFamilyAdmin) {
      const given = scoresOf(choice);
      const scores = Object.fromEntries(poll.options.map(({ optionId }) => [optionId, given[optionId] ?? LOWEST]));
      const preference: PollPreference = {
        ...cast,
        id: preferenceId(pollId, person.id),
        type: 'poll_preference',
        scores,
      };
      const commit = await records.commit(trip.id, [stillOpen, { put: preference }]);
      return commit.ok ? { ok: true as const, cast: { poll, choice, as: 'preference' as const } } : 'conflict';
    }

    const id = ballotId(pollId, familyId);
    const before = await records.read(ballots, trip.id, id);
    const ballot: Ballot = { ...cast, id, type: 'ballot', ...choice, byProxy, history: historyOf(before, choice) };
    if (byProxy && before && !before.byProxy) return rejected('duplicate', 'that family has voted itself');
    // Two voices of one family at once are heard one after the other, so that none of their choices is forgotten.
    const changes: Change[] = [stillOpen, { put: ballot, ifMatch: before?._etag, ifAbsent: before === undefined }];
    // One fact per poll, not per ballot: every conversation is told where the poll stands, however many voted meanwhile.
    if (!before || !sameChoice(before, choice) || before.byProxy !== byProxy) {
      const factId = idFrom('fact', 'poll-updated', pollId);
      changes.push(await tellOnce(records, trip.id, { kind: 'poll-updated', pollId }, at, { id: factId, heardIn }));
    }
    if (byProxy) changes.push(audited(trip.id, 'recordBallot', person.id, at, { pollId, familyId }));
    const commit = await records.commit(trip.id, changes);
    if (!commit.ok) return 'conflict';
    return { ok: true as const, cast: { poll, choice, as: 'ballot' as const, before } };
  });

/** What the ballot remembers once it says `choice`: saying the same again is no change. */
const historyOf = (before: Ballot | undefined, choice: Choice): Ballot['history'] => {
  if (!before || sameChoice(before, choice)) return before?.history;
  const past = { optionId: before.optionId, scores: before.scores, userId: before.userId, at: before.timestamp };
  return [...(before.history ?? []), past].slice(-MAX_HISTORY);
};
