/** Several numbers said at once: how good each option is, or which of them suit. Options are counted from 1. */
export interface BallotWords {
  readonly scores?: Readonly<Record<string, number>>;
  readonly picks?: readonly number[];
}

const SCORE = /(\d{1,2})\s*=\s*(\d{1,2})/g;
/** `1=4 2=2 3=5`, however it is divided; scores outside 1 to 5 are told so by whoever counts them. */
export const SCORES = /^\D{0,30}\d{1,2}\s*=\s*\d{1,2}(?:(?:\s|,|;|and|&)+\d{1,2}\s*=\s*\d{1,2})*\s*[.!]?$/i;
/** `1 3`, `1, 2 and 4`. */
export const PICKS =
  /^(?:(?:we|i)\s+)?(?:vote|pick|choose|take|options?|numbers?)?(?:\s+for)?\s*:?\s*\d{1,2}(?:(?:\s|,|;|\band\b|&|\+)+\d{1,2})+\s*[.!]?$/i;

/** Reads `1=4 2=2 3=5` and `1 and 3`; empty for other words. */
export const readBallotWords = (text: string): BallotWords => {
  const words = text.trim();
  if (SCORES.test(words))
    return {
      scores: Object.fromEntries([...words.matchAll(SCORE)].map(([, option, score]) => [option, Number(score)])),
    };
  if (PICKS.test(words)) return { picks: [...new Set([...words.matchAll(/\d{1,2}/g)].map(([n]) => Number(n)))] };
  return {};
};
