import type { Clock } from '../clock.ts';
import type { TaskId, TripId } from '../ids.ts';
import { type Change, type Records, retrying, type Stored } from '../records.ts';
import { type Task, tasks } from './task.ts';

/** Which task it is. */
export interface TaskRef {
  readonly tripId: TripId;
  readonly taskId: TaskId;
}

/** Nothing comes of it any more, or has come already. */
export const isOver = ({ status }: Pick<Task, 'status'>): boolean =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled';

/** After the task's last change, so that what is told of it is told in order even within one millisecond. */
const nextInstant = (clock: Clock, { updatedAt }: Task): string =>
  new Date(Math.max(clock.now(), Date.parse(updatedAt) + 1)).toISOString();

/** A change to a task that is not over, saved with what comes of it; the task as it then is, or `undefined` when it is over or gone. */
export const advanceTask = (
  records: Records,
  clock: Clock,
  { tripId, taskId }: TaskRef,
  change: (
    task: Stored<Task>,
    at: string,
  ) => Promise<{ readonly task: Partial<Task>; readonly more: readonly Change[] }>,
): Promise<Task | undefined> =>
  retrying(async () => {
    const task = await records.read(tasks, tripId, taskId);
    if (!task || isOver(task)) return undefined;
    const at = nextInstant(clock, task);
    const { task: changed, more } = await change(task, at);
    const next: Task = { ...task, ...changed, updatedAt: at };
    const commit = await records.commit(tripId, [{ put: next, ifMatch: task._etag }, ...more]);
    return commit.ok ? next : ('conflict' as const);
  });
