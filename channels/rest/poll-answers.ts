import { z } from 'zod';
import type { Poll } from '../../trips/polls/poll.ts';
import { readPoll, readStanding, type Standing } from '../../trips/polls/standing.ts';
import type { Records, Stored } from '../../trips/records.ts';
import { type Rejection, rejected } from '../../trips/rejection.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import type { pollShown } from './poll-shapes.ts';
import { type Asked, type Given, idOf, type Shown } from './route.ts';

export const tripParams = z.object({ tripId: idOf('trip') });
export const pollParams = tripParams.extend({ pollId: idOf('poll') });

export type PollBody = Shown<z.input<typeof pollShown>>;

/** A poll with where it stands, as routes show it. */
export const bodyOf = ({ poll, votes, tally }: Standing) => ({ ...poll, kind: poll.kind ?? 'choice', votes, tally });

/** What routes on one poll answer, and when they refuse to touch it. */
export interface PollAnswers {
  /** The poll as it is now, with its ETag; `not-found` when there is none. */
  reread(status: number, member: TripMember, pollId: string): Promise<Given<PollBody> | Rejection>;
  /** Refuses a write to a poll that changed since the caller read it. Ballots change no poll: they are documents of their own. */
  unchanged(
    asked: Pick<Asked<z.output<typeof pollParams>, unknown, unknown>, 'ifMatch' | 'params'>,
  ): Promise<Rejection | undefined>;
}

export const pollAnswers = (records: Records): PollAnswers => {
  const given = async (status: number, { trip }: TripMember, poll: Stored<Poll>): Promise<Given<PollBody>> => ({
    ok: true,
    status,
    body: bodyOf(await readStanding(records, trip, poll)),
    etag: poll._etag,
  });
  return {
    reread: async (status, member, pollId) => {
      const poll = await readPoll(records, member.trip.id, pollId);
      return poll ? given(status, member, poll) : rejected('not-found');
    },
    unchanged: async ({ ifMatch, params }) => {
      if (ifMatch.length === 0) return undefined;
      const poll = await readPoll(records, params.tripId, params.pollId);
      return poll && !ifMatch.includes(poll._etag) ? rejected('stale') : undefined;
    },
  };
};
