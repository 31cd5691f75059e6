import { inThread } from './in-thread.ts';
import type { PlanningAnswer, PlanningInput } from './planning-input.ts';

const THREAD = new URL('./planning-thread.ts', import.meta.url);

/** Plans in a thread of its own; the thread is stopped when `signal` aborts. `onRead` hears how many places were found. */
export const planInThread = (
  input: PlanningInput,
  signal: AbortSignal,
  onRead: (places: number) => void,
): Promise<Exclude<PlanningAnswer, { say: 'read' }>> =>
  inThread(THREAD, input, signal, (answer: PlanningAnswer) => {
    if (answer.say !== 'read') return answer;
    onRead(answer.places);
    return undefined;
  });
