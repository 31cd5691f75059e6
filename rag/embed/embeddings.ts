/** How soon a vector is needed: `now` while a person waits, `later` while a document is taken in. */
export type Urgency = 'now' | 'later';

/** Turns text into vectors whose dot product says how alike two texts are in meaning. */
export interface Embeddings {
  /** Names the model and its version: vectors of different models must not be compared. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector of length 1 for each text, in order. Throws `embedding-failed`. Urgent texts overtake the others. */
  embed(texts: readonly string[], urgency?: Urgency): Promise<Float32Array[]>;
  /** Forgets what was made of these texts, where such is kept: what a text means can be guessed from its vector. */
  forget?(texts: readonly string[]): Promise<void>;
  /** Resolves when the first vector can be made without waiting for the model to load. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The cosine of two vectors of length 1. */
export const cosine = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};
