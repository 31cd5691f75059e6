import { scoresOf } from './choice.ts';
import type { Standing } from './standing.ts';

/**
 * A poll as rows of cells, the header first: a row a family, with what it gives to each option (1 to 5, `x` where a poll
 * takes no scores), then how many vote for each. Of an anonymous poll only who has answered, and counts where they may be seen.
 */
export const pollTable = ({ poll, tally, seats, votes }: Standing): readonly (readonly string[])[] => {
  const header = ['Family', 'Answered', ...poll.options.map(({ text }) => text), 'Recorded by the organizer'];
  const rows = seats.map(({ familyId, familyName }) => {
    const ballot = votes.find((vote) => vote.familyId === familyId);
    const scores = ballot ? scoresOf(ballot) : (tally.says[familyId] ?? {});
    const cells = poll.options.map(({ optionId }) => {
      const score = scores[optionId];
      return score === undefined ? '' : poll.kind === 'score' ? String(score) : 'x';
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
