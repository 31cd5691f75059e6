import type { Evidence } from '../retrieve/evidence.ts';
import type { WeightedTerm } from './question/question.ts';

/** A sentence chosen for the answer; `lead` is the one before it, where it leans on that. */
export interface Chosen {
  readonly evidence: Evidence;
  readonly lead?: string | undefined;
  /** What it answers: decides whether its heading must be told with it. */
  readonly terms: readonly WeightedTerm[];
  /** It says another time, amount or number than the sentence before it. */
  readonly against?: boolean;
  /** What it means for what was asked, in words of our own without a number that it does not tell: "No, that is over 15 kg". */
  readonly verdict?: string | undefined;
}

/** What follows from what was told: a calculation in words, and the sentences it stands on. */
export interface Conclusion {
  readonly text: string;
  readonly from: readonly Chosen[];
}

/** A sentence, and how surely it answers, as log odds. */
export interface Ranked {
  readonly entry: Evidence;
  readonly sure: number;
}
