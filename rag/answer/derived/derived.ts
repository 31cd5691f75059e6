import type { Evidence } from '../../retrieve/evidence.ts';
import type { PartAnswer } from '../answer-part.ts';
import type { Chosen, Conclusion } from '../chosen.ts';
import type { WeightedTerm } from '../question/question.ts';

/** What a question comes to that no single sentence answers: the sentences it stands on, and what follows from them. */
export interface Derived {
  readonly chosen: readonly Chosen[];
  readonly conclusion?: Conclusion | undefined;
}

/** Asks the papers something else, in the same conversation; `undefined` when nothing would be asked. */
export type AskFor = (question: string) => Promise<PartAnswer | undefined>;

/** A way to work an answer out; `undefined` when the question asks for nothing of the kind, or the papers do not tell enough. */
export type Derive = (answer: PartAnswer, ask: AskFor) => Promise<Derived | undefined>;

/** A sentence that something follows from; its heading is told with it where that says what of `terms` it does not. */
export const standsOn = (evidence: Evidence, terms: readonly WeightedTerm[], verdict?: string): Chosen => ({
  evidence,
  terms,
  verdict,
});

/** Of a word this much must be in a sentence or above it. */
const MET = 0.85;

/** Whether all that is asked about stands in a sentence or in the headings above it. */
export const isAllAbout = ({ fits }: Evidence): boolean => {
  const telling = fits.filter(({ term }) => term.weight > 0.5);
  return telling.length > 0 && telling.every(({ own, above }) => Math.max(own, above) >= MET);
};
