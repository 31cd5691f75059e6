import type { Ballot, Poll } from './poll.ts';
import type { Tally } from './tally.ts';

/** With fewer, a count says who voted for what. */
const LEAST_FAMILIES = 3;

interface Counted {
  readonly poll: Pick<Poll, 'anonymous' | 'status'>;
  readonly tally: Tally;
  readonly seats: readonly unknown[];
  readonly votes: readonly Ballot[];
}

/**
 * A poll as everybody may see it. Of an anonymous one nobody sees who voted for what, not even whoever organizes it; who
 * has answered at all is seen. While it is open its counts are shown only once at least three families have answered and
 * none is missing: a count that changes as a family answers says what it answered. Weights are left out of them, since by
 * its weight a family can be known.
 */
export const withoutNames = <Standing extends Counted>(
  standing: Standing,
): Omit<Standing, 'tally' | 'votes'> & Pick<Counted, 'tally' | 'votes'> => {
  const { poll, tally, seats } = standing;
  if (!poll.anonymous) return standing;
  const closed = poll.status !== 'open';
  const counted = closed || (seats.length >= LEAST_FAMILIES && tally.waitingFor.length === 0);
  return {
    ...standing,
    votes: [],
    tally: {
      options: tally.options.map(({ optionId, votes, score, ifNeedBe, cannot, beats }) => ({
        ...{ optionId, families: [], votes: counted ? votes : 0, weight: counted ? votes : 0 },
        ...(counted && score !== undefined && { score }),
        ...(counted && ifNeedBe !== undefined && { ifNeedBe, cannot }),
        ...(counted && beats !== undefined && { beats }),
      })),
      waitingFor: tally.waitingFor,
      sittingOut: [],
      leader: closed ? tally.leader : undefined,
      tied: closed ? tally.tied : [],
      says: {},
    },
  };
};
