import type { Choice as Answer } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Choice, SIT_OUT, scoresOf } from '../../trips/polls/choice.ts';
import type { Poll } from '../../trips/polls/poll.ts';

/** What a family does with a ballot, in words: `vote 2) Salty Pelican`, `pick 1) Taverna and 3) Pizza`, `score 1) Taverna 4`. */
export const sayChoice = (
  { kind, options }: Pick<Poll, 'kind' | 'options'>,
  choice: Choice,
  { polls }: Pick<Words, 'polls'>,
): string => {
  if (choice.optionId === SIT_OUT) return polls.sitsOut;
  const scores = scoresOf(choice);
  const named = options.flatMap(({ optionId, text }, index) => {
    const score = scores[optionId];
    return score === undefined ? [] : [`${index + 1}) ${text}${kind === 'score' ? ` ${score}` : ''}`];
  });
  return polls.choice(kind ?? 'choice', named);
};

/** How good one option is, as a list in which number n means score n. */
export const scoreChoices = (
  { tripId, id }: Poll,
  optionId: string,
  { polls }: Pick<Words, 'polls'>,
): readonly Answer[] =>
  polls.scoreWords.map((label, index) => ({
    label,
    act: { skill: 'vote', input: { tripId, pollId: id, optionId, score: index + 1 } },
  }));
