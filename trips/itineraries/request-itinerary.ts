import { type Clock, instant } from '../clock.ts';
import { idFrom, type TaskId, type TripId, type UserId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { beginTask } from '../tasks/begin-task.ts';
import { tasks } from '../tasks/task.ts';
import { settledAlready } from '../trips/set-status.ts';
import type { Relaxation } from './relaxation.ts';

export interface ItineraryRequest {
  readonly tripId: TripId;
  readonly userId: UserId;
  /** Names the request: the same key again is the same task, whatever is redelivered. */
  readonly key?: string | undefined;
  /** What the organizer gives up so that there can be a plan. */
  readonly giving?: readonly Relaxation[] | undefined;
}

/**
 * Asks for a plan. The task and the fact that hands it to the queue are saved together, so that none is lost between.
 * A trip is planned once at a time: while a plan is being made, its task is returned (`already`).
 */
export const requestItinerary = (
  records: Records,
  clock: Clock,
  { tripId, userId, key, giving }: ItineraryRequest,
): Promise<Outcome<{ taskId: TaskId; already: boolean }>> =>
  retrying(async () => {
    const permission = await memberOf(records, userId, tripId);
    if (!permission.ok) return permission;
    const { trip } = permission.member;
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    if (trip.startDate === undefined || trip.endDate === undefined) return rejected('dates-missing', trip.name);
    const before = (await records.list(tasks, tripId)).filter(({ kind }) => kind === 'plan-itinerary');
    const same =
      before.find(({ requestKey }) => key !== undefined && requestKey === key) ??
      before.find(({ status }) => status === 'queued' || status === 'running');
    if (same) return { ok: true as const, taskId: same.id, already: true };
    // The id counts the trip's plans: of two requests at once only one finds it free.
    const id = idFrom('task', tripId, 'plan-itinerary', String(before.length));
    const by = { tripId, userId, id, at: instant(clock), act: 'requestItinerary' };
    return beginTask(records, by, { kind: 'plan-itinerary', requestKey: key, giving });
  });
