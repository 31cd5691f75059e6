import { choosing, HIGHEST, LOWEST } from '../consensus/ballot.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { ballotKind } from './ballot-kinds.ts';
import { type Choice, type Said, type Scores, SIT_OUT } from './choice.ts';
import type { Poll } from './poll.ts';

const isOrder = (said: Said): said is readonly string[] => Array.isArray(said);

/** Reads what was said as a ballot of the poll's kind: one option alone is that one at its best. */
export const choiceIn = (poll: Pick<Poll, 'kind' | 'options'>, said: Said): Outcome<{ choice: Choice }> => {
  if (said === SIT_OUT) return { ok: true, choice: { optionId: SIT_OUT, scores: {} } };
  const ids = poll.options.map(({ optionId }) => optionId);
  const named = typeof said === 'string' ? [said] : isOrder(said) ? said : Object.keys(said);
  if (named.some((optionId) => !ids.includes(optionId))) return rejected('unknown-option', `1-${ids.length}`);
  if (new Set(named).size < named.length) return rejected('invalid', 'an option is named twice');
  const kind = ballotKind(poll.kind);
  if (typeof said === 'string' || isOrder(said))
    return kind.readOrder ? kind.readOrder(ids, named) : kind.read(ids, choosing(named));
  const scores: Scores = said;
  if (Object.values(scores).some((score) => !(score >= LOWEST && score <= HIGHEST)))
    return rejected('invalid', `a score is a whole number from ${LOWEST} to ${HIGHEST}`);
  return kind.read(ids, scores);
};
