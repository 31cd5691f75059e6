import { audited } from '../audit/audit-entry.ts';
import { idFrom, type TaskId, type TripId, type UserId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import type { Change, Records } from '../records.ts';
import type { Task } from './task.ts';

/** Who asks, and which task it is to be. */
export interface Beginning {
  readonly tripId: TripId;
  readonly userId: UserId;
  readonly id: TaskId;
  /** UTC instant. */
  readonly at: string;
  /** The command, for the log of the trip; absent where it is a family's own matter. */
  readonly act?: string | undefined;
}

type AskedOf = Pick<Task, 'kind' | 'requestKey' | 'giving' | 'poll' | 'file' | 'onlyFamily'>;

/** The changes that begin a task and hand it to the queue, for a commit that they belong to; it fails when the task is there. */
export const taskBegun = ({ tripId, userId, id, at, act }: Beginning, asked: AskedOf): readonly Change[] => {
  const task: Task = {
    pk: tripId,
    id,
    type: 'task',
    _schema_version: 1,
    tripId,
    status: 'queued',
    progress: 0,
    step: 'Waiting to begin',
    requestedBy: userId,
    createdAt: at,
    updatedAt: at,
    ...asked,
  };
  return [
    { put: task, ifAbsent: true },
    ...(act === undefined ? [] : [audited(tripId, act, userId, at)]),
    tell(tripId, { kind: 'job', taskId: id, job: asked.kind }, at, { id: idFrom('fact', id, 'job') }),
  ];
};

/**
 * Saves a task and the fact that hands it to the queue together, so that none is lost between. `conflict` when a task of
 * this id is there already.
 */
export const beginTask = async (
  records: Records,
  beginning: Beginning,
  asked: AskedOf,
): Promise<{ readonly ok: true; readonly taskId: TaskId; readonly already: false } | 'conflict'> => {
  const commit = await records.commit(beginning.tripId, taskBegun(beginning, asked));
  return commit.ok ? { ok: true, taskId: beginning.id, already: false } : 'conflict';
};
