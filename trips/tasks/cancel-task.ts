import { audited } from '../audit/audit-entry.ts';
import type { Clock } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { advanceTask } from './advance-task.ts';
import { findTask } from './find-task.ts';
import type { Task } from './task.ts';

/**
 * Stops work that was asked for: it changes nothing any more from now on, and its job ends where it runs. For whoever asked
 * for it and for the trip's organizer. Stopping it again does nothing; `wrong-status` when it is finished, and for a file
 * that is being read, which is removed instead.
 */
export const cancelTask = async (
  records: Records,
  clock: Clock,
  userId: string,
  taskId: string,
): Promise<Outcome<{ task: Task }>> => {
  const task = await findTask(records, userId, taskId);
  if (!task) return rejected('not-found');
  const { tripId, kind } = task;
  const permission = await memberOf(records, userId, tripId);
  if (!permission.ok) return permission;
  if (task.requestedBy !== userId && !permission.member.isOrganizer)
    return rejected('not-allowed', 'only who asked for it or the organizer stops it');
  if (kind === 'read-document')
    return rejected('wrong-status', 'a file that is being read cannot be stopped; remove it when it is read');
  const stopped = await advanceTask(records, clock, { tripId, taskId: task.id }, async (_, at) => ({
    task: { status: 'cancelled', step: 'Stopped' },
    more: [
      audited(tripId, 'cancelTask', userId, at),
      tell(tripId, { kind: 'job-cancelled', taskId: task.id, job: kind }, at, {
        id: idFrom('fact', task.id, 'job-cancelled'),
      }),
    ],
  }));
  // It was over: perhaps because somebody stopped it at the same moment.
  const ended = stopped ?? (await findTask(records, userId, taskId));
  return ended?.status === 'cancelled' ? { ok: true, task: ended } : rejected('wrong-status', 'it is finished already');
};
