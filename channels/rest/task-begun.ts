import { z } from 'zod';
import type { TaskId, TripId, UserId } from '../../trips/ids.ts';
import type { Records } from '../../trips/records.ts';
import type { Outcome } from '../../trips/rejection.ts';
import { taskStatus, tasks } from '../../trips/tasks/task.ts';
import { shown } from './schema-names.ts';

/** What answers a request whose work goes on: `tasks/{taskId}` tells how far it is. */
export const begunShown = shown('TaskBegun', z.object({ taskId: z.string(), status: taskStatus }));

/**
 * Answers who asked for work in a trip with its task, which is the one that goes on already where there is one. `begin`
 * is given a key that is the same for a repeat of the request.
 */
export const answerBegun = async (
  records: Records,
  { tripId, userId, idempotencyKey }: { tripId: TripId; userId: UserId; idempotencyKey: string | undefined },
  begin: (by: { tripId: TripId; userId: UserId; key: string | undefined }) => Promise<Outcome<{ taskId: TaskId }>>,
) => {
  const key = idempotencyKey && `rest ${userId} ${idempotencyKey}`;
  const asked = await begin({ tripId, userId, key });
  if (!asked.ok) return asked;
  const { taskId } = asked;
  const status = (await records.read(tasks, tripId, taskId))?.status ?? 'queued';
  return { ok: true as const, status: 202, body: { taskId, status }, location: `/tasks/${taskId}` };
};
