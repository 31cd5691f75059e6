import type { Reply } from '../../cards/reply.ts';
import { nothingLiked } from '../../trips/magic-polls/nothing-liked.ts';
import { categoryOf } from '../../trips/magic-polls/poll-wish.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';

/**
 * What the organizer is offered in private when a poll has ended and the families want none of its options: to look for
 * others. Offered once: not again for the poll that follows.
 */
export const offerOthers = (
  { poll, tally }: Standing,
  { organizerId }: Pick<Trip, 'organizerId'>,
  reader: { readonly userId?: string | undefined; readonly group: boolean },
): Reply | undefined => {
  if (reader.group || reader.userId !== organizerId || poll.status !== 'closed' || poll.follows !== undefined)
    return undefined;
  if ((poll.category ?? categoryOf(poll.question)) === undefined || !nothingLiked(poll, tally)) return undefined;
  return {
    text: 'No option is one that half of the families would be glad of. Shall I look for others, nearer to what they said?',
    choices: [
      { label: 'Yes, look for others', act: { skill: 'magic-poll', input: { tripId: poll.tripId, follows: poll.id } } },
      { label: 'No, leave it', act: { skill: 'back', input: {} } },
    ],
  };
};
