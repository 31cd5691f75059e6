import { choosing, GLAD, HIGHEST, LOWEST } from '../consensus/ballot.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { Ballot, Poll } from './poll.ts';

/** What a family says, and its ballot keeps, that wants none of the options: it has answered, and sits this one out. */
export const SIT_OUT = 'sit_out';

/** What a voter says: one option, {@link SIT_OUT}, or {@link LOWEST} to {@link HIGHEST} for several (approving gives the highest). */
export type Said = string | Readonly<Record<string, number>>;

/** What a ballot keeps of it. `optionId` is the favourite; `scores` only where the poll takes more than one option. */
export type Choice = Pick<Ballot, 'optionId' | 'scores'>;

/**
 * Reads what was said as a ballot of the poll's kind. One option alone is that one at its best. Scores in a poll of one
 * choice are the option with the highest of them; in one of several, the options that the family would be glad of.
 */
export const choiceIn = (poll: Pick<Poll, 'kind' | 'options'>, said: Said): Outcome<{ choice: Choice }> => {
  const unknown = rejected('unknown-option', `1-${poll.options.length}`);
  if (said === SIT_OUT) return { ok: true, choice: { optionId: SIT_OUT, scores: {} } };
  if (typeof said === 'string') {
    if (!poll.options.some(({ optionId }) => optionId === said)) return unknown;
    if (poll.kind === undefined || poll.kind === 'choice') return { ok: true, choice: { optionId: said } };
    return { ok: true, choice: { optionId: said, scores: choosing([said]) } };
  }
  const given = Object.entries(said);
  const ids = new Set(poll.options.map(({ optionId }) => optionId));
  if (given.some(([optionId]) => !ids.has(optionId))) return unknown;
  if (given.some(([, score]) => !Number.isInteger(score) || score < LOWEST || score > HIGHEST))
    return rejected('invalid', `a score is a whole number from ${LOWEST} to ${HIGHEST}`);
  const [favourite, rival] = bestOf(poll, said);
  if (favourite === undefined)
    return rejected('invalid', 'those scores want none of the options: give at least one of them more than 1');
  switch (poll.kind ?? 'choice') {
    case 'score':
      return { ok: true, choice: { optionId: favourite, scores: said } };
    case 'approval': {
      const approved = poll.options.flatMap(({ optionId }) => ((said[optionId] ?? LOWEST) >= GLAD ? [optionId] : []));
      if (approved.length === 0)
        return rejected('invalid', `in this poll a score of ${GLAD} or ${HIGHEST} picks an option, and none has that`);
      return { ok: true, choice: { optionId: approved[0] ?? favourite, scores: choosing(approved) } };
    }
    case 'choice':
      return rival === undefined
        ? { ok: true, choice: { optionId: favourite } }
        : rejected('invalid', 'this poll takes one option, and those scores put several first');
  }
};

/** What a ballot says of the options, whatever the kind of its poll. */
export const scoresOf = ({ optionId, scores }: Choice): Readonly<Record<string, number>> =>
  scores ?? choosing([optionId]);

/** Whether two ballots say the same of every option. */
export const sameChoice = (a: Choice, b: Choice): boolean => {
  if (a.optionId !== b.optionId) return false;
  if (a.scores === undefined && b.scores === undefined) return true;
  const [x, y] = [scoresOf(a), scoresOf(b)];
  return [...Object.keys(x), ...Object.keys(y)].every((id) => (x[id] ?? LOWEST) === (y[id] ?? LOWEST));
};

/** The options with the highest score, in the order of the poll; none when no score is above the lowest. */
const bestOf = ({ options }: Pick<Poll, 'options'>, scores: Readonly<Record<string, number>>): readonly string[] => {
  const most = Math.max(LOWEST, ...Object.values(scores));
  return most === LOWEST ? [] : options.flatMap(({ optionId }) => (scores[optionId] === most ? [optionId] : []));
};
