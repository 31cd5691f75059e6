import { GLAD, LOWEST } from '../consensus/ballot.ts';
import { placeIn, type Scores, scoresOf } from './choice.ts';
import type { Poll } from './poll.ts';
import type { Standing } from './standing.ts';

/**
 * A poll as rows of cells, the header first: a row a family, with what it gives to each option (1 to 5, its place, or
 * whether it can come; `x` where it is only voted for), then how many vote for each. Of an anonymous poll only who has answered, and counts where they may be seen.
 */
export const pollTable = ({ poll, tally, seats, votes }: Standing): readonly (readonly string[])[] => {
  const header = ['Family', 'Answered', ...poll.options.map(({ text }) => text), 'Recorded by the organizer'];
  const rows = seats.map(({ familyId, familyName }) => {
    const ballot = votes.find((vote) => vote.familyId === familyId);
    const scores = ballot ? scoresOf(ballot) : (tally.says[familyId] ?? {});
    const cells = poll.options.map(({ optionId }) => {
      const score = scores[optionId];
      return score === undefined ? '' : cellOf(poll.kind, score, scores);
    });
    const answered = tally.waitingFor.includes(familyId)
      ? 'no'
      : tally.sittingOut.includes(familyId)
        ? 'sits this one out'
        : 'yes';
    return [familyName, answered, ...cells, ballot?.byProxy ? 'yes' : ''];
  });
  const count = (optionId: string): string =>
    String(tally.options.find((option) => option.optionId === optionId)?.votes ?? 0);
  const hidden = poll.anonymous === true && poll.status === 'open' && tally.options.every((one) => one.votes === 0);
  const totals = poll.options.map(({ optionId }) => (hidden ? '' : count(optionId)));
  return [header, ...rows, ['Votes', '', ...totals, '']];
};

const cellOf = (kind: Poll['kind'], score: number, scores: Scores): string => {
  switch (kind) {
    case 'score':
      return String(score);
    case 'rank':
      return String(placeIn(scores, score));
    case 'dates':
      return score >= GLAD ? 'yes' : score > LOWEST ? 'if need be' : 'no';
    default:
      return 'x';
  }
};
