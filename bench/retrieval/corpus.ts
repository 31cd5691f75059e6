/** A chunk of a document as an engine is given it: sentences, each with a vector of the model's length. */
export interface Chunk {
  readonly id: number;
  readonly heading: string;
  readonly sentences: readonly { readonly text: string; readonly vector: Float32Array }[];
}

export const DIMENSIONS = 512;
export const SENTENCES = 3;
const WORDS_A_SENTENCE = 12;
const VOCABULARY = 6_000;

/** Numbers that look random and are the same in every run. */
export const numbers = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** Some words are in every second chunk and most in few, as in writing. */
const word = (next: () => number): string => `word${Math.floor(next() ** 3 * VOCABULARY).toString(36)}x`;
export const sentence = (next: () => number): string =>
  Array.from({ length: WORDS_A_SENTENCE }, () => word(next)).join(' ');
export const vector = (next: () => number): Float32Array => {
  const values = Float32Array.from({ length: DIMENSIONS }, () => next() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
};

export const chunk = (id: number, next: () => number): Chunk => ({
  id,
  heading: `Guide ${Math.floor(id / 50)} > Part ${Math.floor((id % 50) / 10)}`,
  sentences: Array.from({ length: SENTENCES }, () => ({ text: sentence(next), vector: vector(next) })),
});

/** What is asked: a few words and a meaning. */
export const query = (next: () => number): { readonly words: readonly string[]; readonly vector: Float32Array } => ({
  words: Array.from({ length: 4 }, () => word(next)),
  vector: vector(next),
});
