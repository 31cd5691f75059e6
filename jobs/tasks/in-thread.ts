import { Worker } from 'node:worker_threads';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/**
 * Computes in a thread of its own, which is stopped when `signal` aborts. `onAnswer` hears each message of the thread and
 * returns what it was waited for, or nothing while more is to come.
 */
export const inThread = <Answer, Result>(
  thread: URL,
  input: unknown,
  signal: AbortSignal,
  onAnswer: (answer: Answer) => Result | undefined,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(thread, { workerData: input });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: Answer) => {
      const result = onAnswer(answer);
      if (result !== undefined) resolve(result);
    });
    worker.on('error', (cause) => reject(new PathfinderError('internal', 'computing in a thread failed', cause)));
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      // Without effect when the result has come.
      reject(signal.aborted ? signal.reason : new PathfinderError('internal', 'a thread ended without a result'));
    });
  });
