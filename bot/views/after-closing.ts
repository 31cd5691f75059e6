import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { goingAlong } from '../../trips/polls/sitting-out.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { offerOthers } from './offer-others.ts';

interface Reader {
  readonly userId?: string | undefined;
  readonly group: boolean;
}

/** What the organizer is asked in private when a poll has ended: to look for other options, or to settle that some go apart. */
export const afterClosing = (
  standing: Standing,
  trip: Pick<Trip, 'organizerId'>,
  reader: Reader,
  words: Pick<Words, 'polls' | 'say'>,
): Reply | undefined => offerOthers(standing, trip, reader, words) ?? offerSplit(standing, trip, reader, words);

/** Offered where some want what others sit out: settled so, the plan leaves those free meanwhile. */
const offerSplit = (
  { poll, seats, votes }: Standing,
  { organizerId }: Pick<Trip, 'organizerId'>,
  { userId, group }: Reader,
  { polls, say }: Pick<Words, 'polls' | 'say'>,
): Reply | undefined => {
  const option = poll.options.find(({ optionId }) => optionId === poll.winner);
  if (group || userId !== organizerId || poll.status !== 'closed' || !option) return undefined;
  const along = goingAlong(
    poll,
    seats.map(({ familyId }) => familyId),
    votes,
  );
  if (!along) return undefined;
  const named = (goes: boolean): string =>
    say.list(
      seats.filter(({ familyId }) => along.includes(familyId) === goes).map((seat) => say.family(seat.familyName)),
    );
  const about = { tripId: poll.tripId, pollId: poll.id };
  return {
    text: polls.splitUp(named(true), option.text, named(false)),
    choices: [
      { label: polls.settleSplit, act: { skill: 'finalize-poll', input: about } },
      { label: polls.voteAgain, act: { skill: 'reopen-poll', input: about } },
    ],
  };
};
