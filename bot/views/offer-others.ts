import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { nothingLiked } from '../../trips/magic-polls/nothing-liked.ts';
import { categoryOf } from '../../trips/magic-polls/poll-wish.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';

/**
 * What the organizer is offered in private when a poll has ended and the families want none of its options: to look for
 * others. Offered once: not again for the poll that follows.
 */
export const offerOthers = (
  { poll, tally, seats }: Standing,
  { organizerId }: Pick<Trip, 'organizerId'>,
  reader: { readonly userId?: string | undefined; readonly group: boolean },
  { polls }: Pick<Words, 'polls'>,
): Reply | undefined => {
  if (
    reader.group ||
    reader.userId !== organizerId ||
    poll.status !== 'closed' ||
    poll.follows !== undefined ||
    poll.anonymous
  )
    return undefined;
  // Where nobody answered there is nothing to be nearer to.
  if (tally.waitingFor.length === seats.length) return undefined;
  if ((poll.category ?? categoryOf(poll.question)) === undefined || !nothingLiked(poll, tally)) return undefined;
  return {
    text: polls.noneLiked,
    choices: [
      { label: polls.lookForOthers, act: { skill: 'magic-poll', input: { tripId: poll.tripId, follows: poll.id } } },
      { label: polls.leaveIt, act: { skill: 'back', input: {} } },
    ],
  };
};
