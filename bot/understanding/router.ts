import type { TextEmbedder } from '../house.ts';
import { overlap, stems } from './lexical.ts';

/** What a message most likely asks for. */
export interface Guess {
  readonly intent: string;
  /** 0 to 1; below the threshold of whoever asks, it is no answer. */
  readonly confidence: number;
  /** The next best intent's confidence. */
  readonly runnerUp: number;
}

export interface Example {
  readonly intent: string;
  readonly text: string;
}

/** Finds the examples nearest to a message, by meaning and by words. */
export interface Router {
  /**
   * The best guess, or nothing when no example is near at all. Right after the start it waits a little for the
   * examples to be embedded; when that takes long or fails, words alone decide.
   */
  guess(text: string): Promise<Guess | undefined>;
  /** Resolves when the examples are embedded. */
  ready(): Promise<void>;
}

/** Share of the meaning in the blend; words carry the rest. Measured on held-out sayings (see router.test.ts). */
const MEANING = 0.75;
/** Nearest examples of an intent that are averaged: one odd example then decides less. */
const NEIGHBOURS = 2;

/** The longest a message waits for the model to load: beyond it an answer by words alone is better than none, and Twilio gives up after 15 s. */
const PATIENCE_MS = 10_000;

const cosine = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};

/** A router over the given examples. Embedding them starts at once and is not waited for. */
export const exampleRouter = (embedder: TextEmbedder, examples: readonly Example[]): Router => {
  const known = examples.map(({ intent, text }) => ({ intent, stems: stems(text) }));
  const seenIn = new Map<string, number>();
  for (const { stems: words } of known)
    for (const word of new Set(words)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  const weightOf = (stem: string): number => Math.log(1 + known.length / (1 + (seenIn.get(stem) ?? 0)));

  let vectors: readonly Float32Array[] | undefined;
  const embedded = embedder
    .embed(
      examples.map(({ text }) => text),
      'later',
    )
    .then((result) => {
      vectors = result;
    });
  // Whoever awaits ready() learns of a failure; until then words alone decide.
  embedded.catch(() => undefined);

  return {
    ready: () => embedded,
    guess: async (text) => {
      if (!vectors) await atMost(PATIENCE_MS, embedded);
      const words = stems(text);
      const [vector] = vectors ? await embedder.embed([text]) : [];
      const scores = new Map<string, number[]>();
      known.forEach((example, index) => {
        const lexical = overlap(words, example.stems, weightOf);
        const exampleVector = vectors?.[index];
        const score =
          vector && exampleVector ? MEANING * cosine(vector, exampleVector) + (1 - MEANING) * lexical : lexical;
        const list = scores.get(example.intent);
        if (list) list.push(score);
        else scores.set(example.intent, [score]);
      });
      const ranked = [...scores.entries()]
        .map(([intent, all]) => {
          const best = all.sort((a, b) => b - a).slice(0, NEIGHBOURS);
          return { intent, score: best.reduce((sum, score) => sum + score, 0) / best.length };
        })
        .sort((a, b) => b.score - a.score);
      const [first, second] = ranked;
      return first && { intent: first.intent, confidence: first.score, runnerUp: second?.score ?? 0 };
    },
  };
};

/** Resolves with the work, however it ends, or after `ms`. */
const atMost = (ms: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(done, done);
  });
