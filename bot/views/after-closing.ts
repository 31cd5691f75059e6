import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import { goingAlong } from '../../trips/polls/sitting-out.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { offerOthers } from './offer-others.ts';

interface Reader {
  readonly userId?: string | undefined;
  readonly group: boolean;
}

/** What the organizer is asked in private when a poll has ended: to look for other options, to settle that some go apart, or which of those that are level stands. */
export const afterClosing = (
  standing: Standing,
  trip: Pick<Trip, 'organizerId'>,
  reader: Reader,
  words: Pick<Words, 'polls' | 'say'>,
): Reply | undefined =>
  offerOthers(standing, trip, reader, words) ??
  offerSplit(standing, trip, reader, words) ??
  askLevel(standing, trip, reader, words);

/** Asked where the families are level: without an answer the poll would stay without an outcome. */
const askLevel = (
  { poll, tally }: Standing,
  { organizerId }: Pick<Trip, 'organizerId'>,
  { userId, group }: Reader,
  { polls }: Pick<Words, 'polls'>,
): Reply | undefined => {
  if (group || userId !== organizerId || poll.status !== 'closed' || poll.winner !== undefined) return undefined;
  const level = poll.options.filter(({ optionId }) => tally.tied.includes(optionId));
  if (level.length === 0) return undefined;
  const about = { tripId: poll.tripId, pollId: poll.id };
  return {
    text: polls.level,
    choices: [
      ...level.map(({ optionId, text }) => ({
        label: text,
        act: { skill: 'finalize-poll', input: { ...about, optionId } },
      })),
      { label: polls.everyoneAgain, act: { skill: 'reopen-poll', input: about } },
    ],
  };
};

/**
 * Offered where some want what others sit out: settled so, the plan leaves those free meanwhile. Days that nobody sits
 * out are offered as the trip's.
 */
const offerSplit = (
  { poll, seats, votes }: Standing,
  { organizerId }: Pick<Trip, 'organizerId'>,
  { userId, group }: Reader,
  words: Pick<Words, 'polls' | 'say'>,
): Reply | undefined => {
  const { polls, say } = words;
  const option = poll.options.find(({ optionId }) => optionId === poll.winner);
  if (group || userId !== organizerId || poll.status !== 'closed' || !option) return undefined;
  const along = goingAlong(
    poll,
    seats.map(({ familyId }) => familyId),
    votes,
  );
  if (!along) return offerDates(poll, words);
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

/** The days that won, where a poll asked when the trip is to be. */
const offerDates = (poll: Poll, { polls, say }: Pick<Words, 'polls' | 'say'>): Reply | undefined => {
  const { days = [] } = poll.options.find(({ optionId }) => optionId === poll.winner) ?? {};
  const [first, last] = [days[0], days.at(-1)];
  if (poll.kind !== 'dates' || !first || !last || first === last) return undefined;
  const about = { tripId: poll.tripId, pollId: poll.id };
  return {
    text: polls.makeTripDates(say.range(first, last)),
    choices: [
      { label: polls.setThem, act: { skill: 'finalize-poll', input: { ...about, setDates: true } } },
      { label: polls.voteAgain, act: { skill: 'reopen-poll', input: about } },
    ],
  };
};
