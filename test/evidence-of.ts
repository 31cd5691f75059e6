import { type AnswerKind, kindAsked } from '../rag/answer/question/answer-kind.ts';
import { askedTerms } from '../rag/answer/question/asked-terms.ts';
import type { WeightedTerm } from '../rag/answer/question/question.ts';
import type { Evidence } from '../rag/retrieve/evidence.ts';
import { match, spoken } from '../rag/retrieve/term-fits.ts';

/** A question as it is read, and one sentence as it is found for it, alone in its document. */
export const evidenceOf = (
  text: string,
  told: string,
  heading?: string,
): {
  readonly part: { readonly text: string; readonly kind: AnswerKind; readonly terms: readonly WeightedTerm[] };
  readonly sentence: Evidence;
} => {
  const kind = kindAsked(text);
  const terms = askedTerms(text, kind).map((term) => ({ ...term, weight: 1, names: false, whom: false }));
  const fits = terms.map((term) => ({
    ...{ term, aside: false, weight: 1, known: true, namedElsewhere: false },
    ...{ own: match(term, spoken(told)), above: match(term, spoken(heading ?? '')) },
    ...{ beside: 0, around: 0, about: 0, within: 0 },
  }));
  const sentence: Evidence = {
    passage: { documentId: 'd', document: 'd.txt', ordinal: 0, units: [told], spans: [[0, told.length]], heading },
    ...{ unit: 0, text: told, span: [0, told.length], cosine: 0.5, score: 1 },
    ...{ covered: 1, complete: true, coveredHere: 1, astray: false, onTopic: false, named: 0 },
    fits,
  };
  return { part: { text, kind, terms }, sentence };
};
