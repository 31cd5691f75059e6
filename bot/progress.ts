/**
 * Shows that an answer is being made, at doors that can; it is never part of the answer. Both return at once and never
 * throw, and may be called as often as there is news.
 */
export interface Progress {
  /** What is being done, e.g. `Looking through your trip's documents`. */
  doing(what: string): void;
  /** The answer as far as it is written; each time it begins with what was said the time before. */
  soFar(text: string): void;
}

/** Where nobody can be shown anything. */
export const QUIET: Progress = { doing: () => undefined, soFar: () => undefined };
