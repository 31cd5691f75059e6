import type { Clock } from '../clock.ts';
import { idFrom, newToken, type TripId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { advanceTask, type TaskRef } from '../tasks/advance-task.ts';
import type { Task } from '../tasks/task.ts';
import type { Gathered } from './gather.ts';
import { type MemoryLane, type MemoryLink, memoryLaneId, memoryLanes, memoryLinkId } from './memory-lane.ts';

/** Days a link opens for, from when the memory lane was last made. */
const LINK_DAYS = 365;
const DAY_S = 86_400;

/** Notes how far the work is; `undefined` when the task is over or gone. */
export const noteMemories = (
  records: Records,
  clock: Clock,
  ref: TaskRef,
  progress: number,
  step: string,
): Promise<Task | undefined> =>
  advanceTask(records, clock, ref, async (task) => ({
    task: { status: 'running', progress: Math.max(task.progress, progress), step },
    more: [],
  }));

/** A token whose link opens: the one people have, for another year, or a new one. */
const openLink = async (
  records: Records,
  clock: Clock,
  tripId: TripId,
  before: string | undefined,
): Promise<string> => {
  const token = before ?? newToken();
  const id = memoryLinkId(token);
  const link: MemoryLink = {
    pk: id,
    id,
    type: 'memory_link',
    _schema_version: 1,
    ttl: LINK_DAYS * DAY_S,
    tripId,
    expiresAt: new Date(clock.now() + LINK_DAYS * DAY_S * 1000).toISOString(),
  };
  await records.commit(id, [{ put: link }]);
  return token;
};

/**
 * Saves the memory lane, ends its task and tells people, in one commit: nothing when the task was over before. Of a
 * worker that lost the race only a link remains that opens nothing.
 */
export const saveMemories = async (records: Records, clock: Clock, ref: TaskRef, made: Gathered): Promise<void> => {
  const { tripId, taskId } = ref;
  const known = await records.read(memoryLanes, tripId, memoryLaneId(tripId));
  const token = await openLink(records, clock, tripId, known?.token);
  await advanceTask(records, clock, ref, async (_, at) => {
    const before = await records.read(memoryLanes, tripId, memoryLaneId(tripId));
    const lane: MemoryLane = {
      pk: tripId,
      id: memoryLaneId(tripId),
      type: 'memory_lane',
      _schema_version: 1,
      tripId,
      ...made,
      token: before?.token ?? token,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
    return {
      task: { status: 'succeeded', progress: 100, step: 'Done', result: lane.id },
      more: [
        { put: lane, ifMatch: before?._etag, ifAbsent: before === undefined },
        // Everybody hears of it once; what is made anew is told to whoever asked.
        tell(tripId, { kind: 'memories-ready', taskId, first: before === undefined }, at, {
          id: idFrom('fact', taskId, 'memories-ready'),
        }),
      ],
    };
  });
};

/** Ends the task without one, with the reason for whoever looks at it. Nothing when it was over. */
export const failMemories = async (records: Records, clock: Clock, ref: TaskRef, why: string): Promise<void> => {
  await advanceTask(records, clock, ref, async () => ({
    task: { status: 'failed', step: 'Stopped', error: why },
    more: [],
  }));
};
