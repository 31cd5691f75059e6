import { type Clock, instant } from '../clock.ts';
import { dayOf } from '../dates.ts';
import { idFrom, type TaskId, type TripId, type UserId } from '../ids.ts';
import { type Change, type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { isOver } from '../tasks/advance-task.ts';
import { beginTask, taskBegun } from '../tasks/begin-task.ts';
import { tasks } from '../tasks/task.ts';
import type { Trip } from '../trips/trip.ts';

const KIND = 'make-memories';

/** The id counts the trip's tasks of this kind: of two that begin at once only one finds it free. */
const taskId = (tripId: TripId, before: number): TaskId => idFrom('task', tripId, KIND, String(before));

/** Whether the trip's last day has passed where it was. */
const isPast = ({ status, endDate, timeZone }: Trip, at: string): boolean =>
  status === 'completed' || (endDate !== undefined && status !== 'cancelled' && dayOf(at, timeZone) > endDate);

/** What begins the memory lane of a trip that ends, for the commit that ends it; nothing when somebody asked for it before. */
export const memoriesBegun = async (
  records: Records,
  { id, organizerId }: Pick<Trip, 'id' | 'organizerId'>,
  at: string,
): Promise<readonly Change[]> => {
  const first = taskId(id, 0);
  if (await records.read(tasks, id, first)) return [];
  return taskBegun({ tripId: id, userId: organizerId, id: first, at }, { kind: KIND });
};

/**
 * Has the memory lane of a trip that is over made, or made anew with what came since. One is made at a time: while it
 * is, its task is returned (`already`); so it is for a repeated `key`.
 */
export const requestMemories = (
  records: Records,
  clock: Clock,
  { tripId, userId, key }: { readonly tripId: TripId; readonly userId: UserId; readonly key?: string | undefined },
): Promise<Outcome<{ taskId: TaskId; already: boolean }>> =>
  retrying(async () => {
    const permission = await memberOf(records, userId, tripId);
    if (!permission.ok) return permission;
    const { trip } = permission.member;
    const at = instant(clock);
    if (!isPast(trip, at)) return rejected('wrong-status', `${trip.name} is not over yet`);
    const before = (await records.list(tasks, tripId)).filter(({ kind }) => kind === KIND);
    const same =
      before.find(({ requestKey }) => key !== undefined && requestKey === key) ?? before.find((task) => !isOver(task));
    if (same) return { ok: true as const, taskId: same.id, already: true };
    const by = { tripId, userId, id: taskId(tripId, before.length), at, act: 'requestMemories' };
    return beginTask(records, by, { kind: KIND, requestKey: key });
  });
