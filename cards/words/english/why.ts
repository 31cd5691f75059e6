import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('en');

/** Why a poll came out as it did. */
export const why = {
  nothing: 'Nothing has been voted on yet. Start a poll: "poll: where do we eat? A, B or C".',
  noNumbers: (question: string): string => `I have no numbers for "${question}": it was settled before I kept them.`,
  stillOpen: (ground: string): string => `Voting is still open. ${ground}`,
  /** The rules by which polls are settled, in words for everybody. */
  rules: {
    turns: 'Each decision costs one turn, shared by those who wanted it; fewest turns goes first, then most votes.',
    'one-against-one':
      'Every two options are compared: how many families rank the one before the other. What beats all others wins; fewest turns breaks a tie.',
    days: 'A yes counts one, "if need be" half. On a tie the date goes first on which fewest cannot come, then fewest turns.',
  },
  turnsUsed: (used: string): string => `Turns used so far: ${used}.`,
  /** `ground`: what stands in the way and how it could be met, as the domain says it. */
  ground: (question: string, ground: string): string =>
    `"${question}": ${ground === '' ? 'nothing I know of stands in the way.' : ground}`,
  nothingInTheWay: 'nothing I know of stands in the way.',
  nothingBetween: 'Nothing I know of stands between you. Put it to a vote: "poll: A or B?"',
  wouldBring: (turns: number): string => `would bring its families to ${count(turns, { one: 'turn', other: 'turns' })}`,
  /** Of an option that breaks a limit. */
  out: (reasons: readonly string[]): string => `out: ${say.list(reasons)}`,
  wantedBy: (families: string): string => `wanted by ${families}`,
};
