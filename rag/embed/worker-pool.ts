import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Urgency } from './embeddings.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Times one batch is handed to a worker before it is given up. */
const TRIES = 2;
/** Workers in a row that may die before their model is loaded; then waiting work fails instead of waiting for ever. */
const FAILED_STARTS = 3;

/** MB of what a process makes anew before it is tidied: it makes little that lasts. */
const YOUNG_FLAG = '--max-semi-space-size=2';

/** Processes that turn batches of text into vectors. */
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

interface Worker {
  readonly process: ChildProcess;
  loaded: boolean;
  batch: Batch | undefined;
}

export interface WorkerPoolOptions {
  readonly onCrash?: ((error: unknown) => void) | undefined;
  /** Milliseconds without work after which the processes end, until there is work again; never when absent. */
  readonly restAfterMs?: number | undefined;
}

/** Up to `size` processes of `script`, started by the first that asks for any. One that dies is replaced, and its batch is tried once more. */
export const openWorkerPool = (
  script: URL,
  size: number,
  { onCrash = () => undefined, restAfterMs }: WorkerPoolOptions = {},
): WorkerPool => {
  const waiting: Record<Urgency, Batch[]> = { now: [], later: [] };
  const workers = new Set<Worker>();
  let readiness = Promise.withResolvers<void>();
  // Whoever never asks whether the model is ready is not to be struck by its failure.
  readiness.promise.catch(() => undefined);
  let failedStarts = 0;
  let lastId = 0;
  let closed = false;
  let resting: NodeJS.Timeout | undefined;

  const failure = (why: string, cause?: unknown): PathfinderError =>
    new PathfinderError('embedding-failed', why, cause);

  const idle = (worker: Worker): boolean => worker.loaded && worker.batch === undefined;

  /** Ends processes that had nothing to do for long: a loaded model is most of what a quiet server would hold. */
  const restLater = (): void => {
    clearTimeout(resting);
    if (restAfterMs === undefined || workers.size === 0 || ![...workers].every(idle)) return;
    resting = setTimeout(() => {
      for (const { process } of workers) process.kill('SIGKILL');
      workers.clear();
    }, restAfterMs).unref();
  };

  const handOut = (): void => {
    for (const worker of workers) {
      if (!worker.loaded || worker.batch) continue;
      const batch = waiting.now.shift() ?? waiting.later.shift();
      if (!batch) return;
      worker.batch = batch;
      batch.tries += 1;
      worker.process.send({ id: batch.id, texts: batch.texts } satisfies ToWorker);
    }
  };

  const rejectWaiting = (error: PathfinderError): void => {
    for (const batch of [...waiting.now.splice(0), ...waiting.later.splice(0)]) batch.reject(error);
  };

  const start = (): void => {
    const started = fork(fileURLToPath(script), {
      serialization: 'advanced',
      execArgv: [YOUNG_FLAG],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const worker: Worker = { process: started, loaded: false, batch: undefined };
    workers.add(worker);
    let cause: unknown;
    started.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        worker.loaded = true;
        failedStarts = 0;
        readiness.resolve();
      } else {
        const { batch } = worker;
        worker.batch = undefined;
        if (message.kind === 'vectors') batch?.resolve(message.vectors);
        else batch?.reject(failure(`the embedding model failed: ${message.why}`));
      }
      handOut();
      restLater();
    });
    const gone = (): void => {
      // One that was sent to rest is no loss.
      if (!workers.delete(worker) || closed) return;
      onCrash(cause);
      const { batch } = worker;
      if (batch && batch.tries < TRIES) waiting[batch.urgency].unshift(batch);
      else batch?.reject(failure('the embedding process died twice over the same text', cause));
      if (!worker.loaded) failedStarts += 1;
      if (failedStarts < FAILED_STARTS) start();
      else if (workers.size === 0) {
        const error = failure('the embedding model does not start', cause);
        rejectWaiting(error);
        readiness.reject(error);
      }
      handOut();
    };
    started.on('exit', gone);
    started.on('error', (error) => {
      cause = error;
      // One that could not even be made has no end either.
      if (started.pid === undefined) gone();
    });
  };

  const startAll = (): void => {
    failedStarts = 0;
    readiness = Promise.withResolvers<void>();
    readiness.promise.catch(() => undefined);
    while (workers.size < size) start();
  };

  return {
    run: (texts, urgency) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(failure('the embedding processes are closed'));
          return;
        }
        lastId += 1;
        waiting[urgency].push({ id: lastId, texts, urgency, resolve, reject, tries: 0 });
        clearTimeout(resting);
        // Nobody has asked yet, they rest, or they failed to start before: what was wrong then (memory, a file) may be right now.
        if (workers.size === 0) startAll();
        handOut();
      }),
    ready: () => {
      if (!closed && workers.size === 0) startAll();
      return readiness.promise;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      clearTimeout(resting);
      const stopped = failure('the embedding processes are closed');
      rejectWaiting(stopped);
      readiness.reject(stopped);
      const all = [...workers];
      for (const { batch } of all) batch?.reject(stopped);
      await Promise.all(all.map(({ process }) => ended(process)));
    },
  };
};

/** Kills a process and resolves when it is gone. */
const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (
      process.pid === undefined ||
      process.exitCode !== null ||
      process.signalCode !== null ||
      !process.kill('SIGKILL')
    )
      resolve();
    else process.once('exit', () => resolve());
  });
