import { GLAD, LOWEST } from '../consensus/ballot.ts';
import type { Poll } from '../polls/poll.ts';
import type { Tally } from '../polls/tally.ts';

/**
 * Whether the families want none of the options: nobody took part, or no option is one that half of the families in the
 * trip would be glad of where each could say so of every option. In a poll of one choice each, or of rankings, different
 * favourites are a disagreement and no dislike.
 */
export const nothingLiked = (
  { options, kind }: Pick<Poll, 'options' | 'kind'>,
  { says, waitingFor }: Pick<Tally, 'says' | 'waitingFor'>,
): boolean => {
  const ballots = Object.values(says);
  const taking = ballots.filter((scores) => Object.values(scores).some((score) => score > LOWEST));
  if (taking.length === 0) return true;
  if (kind === undefined || kind === 'choice' || kind === 'rank') return false;
  const families = ballots.length + waitingFor.length;
  return options.every(
    ({ optionId }) => 2 * taking.filter((scores) => (scores[optionId] ?? LOWEST) >= GLAD).length < families,
  );
};
