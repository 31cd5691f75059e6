import type { PollId } from '../ids.ts';
import { PathfinderError } from '../pathfinder-error.ts';
import type { Records, Stored } from '../records.ts';
import { familiesIn } from '../trips/create-trip.ts';
import type { Participation, Trip } from '../trips/trip.ts';
import { type Ballot, ballots, type Poll, pollPreferences, polls } from './poll.ts';
import { withoutNames } from './secret-ballot.ts';
import { type Tally, tallyOf } from './tally.ts';
import type { Counting } from './weights.ts';

/** A poll with where it stands now. */
export interface Standing {
  readonly poll: Poll;
  readonly tally: Tally;
  readonly seats: readonly Participation[];
  /** The seed's projection: who voted for what, one entry a family. */
  readonly votes: readonly Ballot[];
}

/** Where polls of one trip stand, as everybody may see it. */
export const readStandings = async (
  records: Records,
  trip: Pick<Trip, 'id'> & Counting,
  polls: readonly Poll[],
): Promise<readonly Standing[]> => (await countStandings(records, trip, polls)).map(withoutNames);

/**
 * Counts polls of one trip from their ballots. Members' preferences stand in for a missing ballot only once voting is
 * over. It names families in anonymous polls, too: for settling alone, never to be shown.
 */
export const countStandings = async (
  records: Records,
  trip: Pick<Trip, 'id'> & Counting,
  polls: readonly Poll[],
): Promise<readonly Standing[]> => {
  const seats = await familiesIn(records, trip.id);
  const votes = Map.groupBy(await records.list(ballots, trip.id), ({ pollId }) => pollId);
  const someOver = polls.some(({ status }) => status !== 'open');
  const wishes = Map.groupBy(someOver ? await records.list(pollPreferences, trip.id) : [], ({ pollId }) => pollId);
  return polls.map((poll) => {
    const membersDecide = poll.status !== 'open';
    const cast = votes.get(poll.id) ?? [];
    const preferences = membersDecide ? wishes.get(poll.id) : undefined;
    const tally = tallyOf(poll, seats, cast, { counting: trip, preferences, membersDecide });
    return { poll, seats, votes: cast, tally };
  });
};

/** Counts one poll. */
export const readStanding = async (
  records: Records,
  trip: Pick<Trip, 'id'> & Counting,
  poll: Poll,
): Promise<Standing> => {
  const [standing] = await readStandings(records, trip, [poll]);
  if (!standing) throw new PathfinderError('internal', 'a poll was counted as none');
  return standing;
};

/** How many families of how many would count if voting ended now: with a ballot, or through what its members have said. */
export const answeredIn = async (
  records: Records,
  trip: Pick<Trip, 'id'> & Counting,
  poll: Poll,
): Promise<{ readonly answered: number; readonly families: number }> => {
  const { tally, seats } = await readStanding(records, trip, { ...poll, status: 'closed' });
  return { answered: seats.length - tally.waitingFor.length, families: seats.length };
};

export const readPoll = (records: Records, tripId: string, pollId: PollId): Promise<Stored<Poll> | undefined> =>
  records.read(polls, tripId, pollId);
