import { Worker } from 'node:worker_threads';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { PlanningAnswer, PlanningInput } from './planning-input.ts';

const THREAD = new URL('./planning-thread.ts', import.meta.url);

/** Plans in a thread of its own; the thread is stopped when `signal` aborts. `onRead` hears how many places were found. */
export const planInThread = (
  input: PlanningInput,
  signal: AbortSignal,
  onRead: (places: number) => void,
): Promise<Exclude<PlanningAnswer, { say: 'read' }>> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(THREAD, { workerData: input });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: PlanningAnswer) => {
      if (answer.say === 'read') onRead(answer.places);
      else resolve(answer);
    });
    worker.on('error', (cause) => reject(new PathfinderError('internal', 'planning failed', cause)));
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      // Without effect when the plan has come.
      reject(signal.aborted ? signal.reason : new PathfinderError('internal', 'planning ended without a plan'));
    });
  });
