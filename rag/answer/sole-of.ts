import type { Evidence } from '../retrieve/evidence.ts';
import type { Said } from './going-on.ts';
import { type AnswerKind, holdsAnswer } from './question/answer-kind.ts';
import type { QuestionPart } from './question/question.ts';

/** Kinds of value that can be told apart from all else in a sentence. */
const PLAIN: ReadonlySet<AnswerKind> = new Set(['money', 'phone', 'email', 'web', 'address', 'code', 'duration']);

/**
 * What a bare "what is the address?" asks of the last answer: the one value of the kind in the passage it was told from,
 * or in its whole document; `undefined` where there are several, or more was asked than the kind.
 */
export const soleOf = (
  part: QuestionPart,
  beside: readonly Evidence[],
  before: readonly Said[],
): Evidence | undefined => {
  if (!part.besideSaid || part.terms.length > 0 || !PLAIN.has(part.kind)) return undefined;
  const signs = beside
    .map((entry) => ({ entry, sign: holdsAnswer(part.kind, entry.text) }))
    .filter(({ sign }) => sign > 0);
  const surest = Math.max(...signs.map(({ sign }) => sign));
  const holding = signs.filter(({ sign }) => sign === surest).map(({ entry }) => entry);
  const [near, ...others] = holding.filter(({ passage }) =>
    before.some(({ passage: said }) => said.documentId === passage.documentId && said.ordinal === passage.ordinal),
  );
  if (near) return others.length === 0 ? near : undefined;
  return holding.length === 1 ? holding[0] : undefined;
};
