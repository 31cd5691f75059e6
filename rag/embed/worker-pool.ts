import { Worker } from 'node:worker_threads';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Urgency } from './embeddings.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Times one batch is handed to a worker before it is given up. */
const TRIES = 2;
/** Workers in a row that may die before their model is loaded; then waiting work fails instead of waiting for ever. */
const FAILED_STARTS = 3;

/** What a thread makes anew may take before it is tidied: left to itself, a thread keeps over a hundred MB for that. */
const YOUNG_MB = 8;

/** Threads that turn batches of text into vectors. */
export interface WorkerPool {
  /** Vectors for one batch. Urgent batches go first; each kind keeps its order. Throws `embedding-failed`. */
  run(texts: readonly string[], urgency: Urgency): Promise<readonly Float32Array[]>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

interface Batch {
  readonly id: number;
  readonly texts: readonly string[];
  readonly urgency: Urgency;
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
}

interface Thread {
  readonly worker: Worker;
  loaded: boolean;
  batch: Batch | undefined;
}

/** Starts `size` threads of `script`. A thread that dies is replaced, and its batch is tried once more. */
export const openWorkerPool = (
  script: URL,
  size: number,
  onCrash: (error: unknown) => void = () => undefined,
): WorkerPool => {
  const waiting: Record<Urgency, Batch[]> = { now: [], later: [] };
  const threads = new Set<Thread>();
  let readiness = Promise.withResolvers<void>();
  // Whoever never asks whether the model is ready is not to be struck by its failure.
  readiness.promise.catch(() => undefined);
  let failedStarts = 0;
  let lastId = 0;
  let closed = false;

  const failure = (why: string, cause?: unknown): PathfinderError =>
    new PathfinderError('embedding-failed', why, cause);

  const handOut = (): void => {
    for (const thread of threads) {
      if (!thread.loaded || thread.batch) continue;
      const batch = waiting.now.shift() ?? waiting.later.shift();
      if (!batch) return;
      thread.batch = batch;
      batch.tries += 1;
      thread.worker.postMessage({ id: batch.id, texts: batch.texts } satisfies ToWorker);
    }
  };

  const rejectWaiting = (error: PathfinderError): void => {
    for (const batch of [...waiting.now.splice(0), ...waiting.later.splice(0)]) batch.reject(error);
  };

  const start = (): void => {
    const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const thread: Thread = { worker, loaded: false, batch: undefined };
    threads.add(thread);
    let cause: unknown;
    thread.worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        thread.loaded = true;
        failedStarts = 0;
        readiness.resolve();
      } else {
        const { batch } = thread;
        thread.batch = undefined;
        if (message.kind === 'vectors') batch?.resolve(message.vectors);
        else batch?.reject(failure(`the embedding model failed: ${message.why}`));
      }
      handOut();
    });
    thread.worker.on('error', (error) => {
      cause = error;
    });
    thread.worker.on('exit', () => {
      threads.delete(thread);
      if (closed) return;
      onCrash(cause);
      const { batch } = thread;
      if (batch && batch.tries < TRIES) waiting[batch.urgency].unshift(batch);
      else batch?.reject(failure('the embedding thread died twice over the same text', cause));
      if (!thread.loaded) failedStarts += 1;
      if (failedStarts < FAILED_STARTS) start();
      else if (threads.size === 0) {
        const error = failure('the embedding model does not start', cause);
        rejectWaiting(error);
        readiness.reject(error);
      }
      handOut();
    });
  };

  const startAll = (): void => {
    failedStarts = 0;
    readiness = Promise.withResolvers<void>();
    readiness.promise.catch(() => undefined);
    while (threads.size < size) start();
  };
  startAll();

  return {
    run: (texts, urgency) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(failure('the embedding threads are closed'));
          return;
        }
        lastId += 1;
        waiting[urgency].push({ id: lastId, texts, urgency, resolve, reject, tries: 0 });
        // Every thread failed to start before: what was wrong then (memory, a file) may be right now.
        if (threads.size === 0) startAll();
        handOut();
      }),
    ready: () => readiness.promise,
    close: async () => {
      if (closed) return;
      closed = true;
      const stopped = failure('the embedding threads are closed');
      rejectWaiting(stopped);
      readiness.reject(stopped);
      const all = [...threads];
      for (const { batch } of all) batch?.reject(stopped);
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
};
