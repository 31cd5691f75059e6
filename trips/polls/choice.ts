import { choosing, LOWEST } from '../consensus/ballot.ts';
import type { Ballot } from './poll.ts';

/** What a family says, and its ballot keeps, that wants none of the options: it has answered, and sits this one out. */
export const SIT_OUT = 'sit_out';

/** What is given to each option, 1 to 5; one that is not named has 1. */
export type Scores = Readonly<Record<string, number>>;

/** What a voter says: one option, {@link SIT_OUT}, several in the order they are wanted, or 1 to 5 for several (approving gives 5). */
export type Said = string | readonly string[] | Scores;

/** What a ballot keeps of it. `optionId` is the favourite; `scores` only where the poll takes more than one option. */
export type Choice = Pick<Ballot, 'optionId' | 'scores'>;

/** What a ballot says of the options, whatever the kind of its poll. */
export const scoresOf = ({ optionId, scores }: Choice): Scores => scores ?? choosing([optionId]);

/** The place of a score in a ranking, from 1. */
export const placeIn = (scores: Scores, score: number): number =>
  1 + Object.values(scores).filter((other) => other > score).length;

/** Whether two ballots say the same of every option. */
export const sameChoice = (a: Choice, b: Choice): boolean => {
  if (a.optionId !== b.optionId) return false;
  if (a.scores === undefined && b.scores === undefined) return true;
  const [x, y] = [scoresOf(a), scoresOf(b)];
  return [...Object.keys(x), ...Object.keys(y)].every((id) => (x[id] ?? LOWEST) === (y[id] ?? LOWEST));
};
