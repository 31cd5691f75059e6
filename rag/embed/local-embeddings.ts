import { batchesOf, MAX_EMBEDDED_CHARACTERS } from './batches.ts';
import type { Embeddings } from './embeddings.ts';
import { openWorkerPool, type WorkerPoolOptions } from './worker-pool.ts';

const WORKER = new URL('./embedding-worker.ts', import.meta.url);

/** What the model is given: one line, no longer than it can use, and never empty (it has no vector for nothing). */
const asInput = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '.' : line.slice(0, MAX_EMBEDDED_CHARACTERS);
};

/**
 * The Universal Sentence Encoder that npm brings along, in `workers` processes (about 150 MB each; none while they rest,
 * from which the first text wakes them in about half a second). Needs no network.
 */
export const localEmbeddings = ({
  workers,
  ...options
}: WorkerPoolOptions & { readonly workers: number }): Embeddings => {
  const pool = openWorkerPool(WORKER, workers, options);
  return {
    model: 'universal-sentence-encoder-lite-1',
    dimensions: 512,
    embed: async (texts, urgency = 'now') => {
      const inputs = texts.map(asInput);
      const vectors: Float32Array[] = new Array(texts.length);
      await Promise.all(
        batchesOf(inputs).map(async (batch) => {
          const made = await pool.run(
            batch.map((index) => inputs[index] ?? ''),
            urgency,
          );
          for (const [position, index] of batch.entries()) {
            const vector = made[position];
            if (vector) vectors[index] = vector;
          }
        }),
      );
      return vectors;
    },
    ready: () => pool.ready(),
    close: () => pool.close(),
  };
};
