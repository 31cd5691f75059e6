import type { Choice as Answer } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { DayAnswer } from '../../cards/words/english/ballots.ts';
import { GLAD, LOWEST } from '../../trips/consensus/ballot.ts';
import { type Choice, SIT_OUT, scoresOf } from '../../trips/polls/choice.ts';
import type { Poll } from '../../trips/polls/poll.ts';

/** Whether a family that gave a date this score can come. */
export const dayIn = (score = LOWEST): DayAnswer => (score >= GLAD ? 'yes' : score > LOWEST ? 'if-need-be' : 'no');

/** What a family does with a ballot, in words: `vote 2) Salty Pelican`, `rank 3) Pizza, then 1) Taverna`. */
export const sayChoice = (
  { kind = 'choice', options }: Pick<Poll, 'kind' | 'options'>,
  choice: Choice,
  { polls, ballots }: Pick<Words, 'polls' | 'ballots'>,
): string => {
  if (choice.optionId === SIT_OUT) return kind === 'dates' ? ballots.canNever : polls.sitsOut;
  const scores = scoresOf(choice);
  const named = options.flatMap(({ optionId, text }, index) => {
    const score = scores[optionId];
    return score === undefined ? [] : [{ said: `${index + 1}) ${text}`, score }];
  });
  if (kind === 'dates') {
    const saying = (day: DayAnswer) => named.filter(({ score }) => dayIn(score) === day).map(({ said }) => said);
    return ballots.canCome(saying('yes'), saying('if-need-be'));
  }
  const inOrder = kind === 'rank' ? named.toSorted((a, b) => b.score - a.score) : named;
  return ballots.chooses(
    kind,
    inOrder.map(({ said, score }) => (kind === 'score' ? `${said} ${score}` : said)),
  );
};

/** Whether a family can come on one date, as a list. */
export const dayChoices = (
  { tripId, id }: Poll,
  optionId: string,
  { ballots }: Pick<Words, 'ballots'>,
): readonly Answer[] =>
  [
    { day: 'yes' as const, score: 5 },
    { day: 'if-need-be' as const, score: 3 },
    { day: 'no' as const, score: 1 },
  ].map(({ day, score }) => ({
    label: ballots.day(day),
    act: { skill: 'vote', input: { tripId, pollId: id, optionId, score } },
  }));

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
