import type { Clock } from '../clock.ts';
import { type ItineraryId, idFrom, type TaskId, type TripId } from '../ids.ts';
import { type Fact, tell } from '../notifications/fact.ts';
import { type Change, type Records, retrying, type Stored } from '../records.ts';
import { type Task, tasks } from '../tasks/task.ts';
import { type Itinerary, itineraries, type PlanCheck } from './itinerary.ts';
import type { Plan } from './plan.ts';
import type { OfferedChange } from './relaxation.ts';

/** Which planning it is. */
export interface PlanningRef {
  readonly tripId: TripId;
  readonly taskId: TaskId;
}

/** The itinerary a task makes: always the same one, however often the task is run. */
const itineraryOf = (taskId: TaskId): ItineraryId => idFrom('itinerary', taskId);

const isOver = ({ status }: Task): boolean => status === 'succeeded' || status === 'failed';

/** After the task's last change, so that what is told of it is told in order even within one millisecond. */
const nextInstant = (clock: Clock, { updatedAt }: Task): string =>
  new Date(Math.max(clock.now(), Date.parse(updatedAt) + 1)).toISOString();

/** A change to a task that is not over, saved with what comes of it; the task as it then is, or `undefined` when it is over or gone. */
const step = (
  records: Records,
  clock: Clock,
  { tripId, taskId }: PlanningRef,
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

/** One fact a task and kind, so that running the task again tells nothing twice. */
const fact = ({ tripId, taskId }: PlanningRef, about: Fact, at: string, name: string = about.kind): Change =>
  tell(tripId, about, at, { id: idFrom('fact', taskId, name) });

/** Notes how far the planning is. `aloud` tells people too, but only the first time the task gets this far. */
export const notePlanning = (
  records: Records,
  clock: Clock,
  ref: PlanningRef,
  { progress, step: now, aloud }: { readonly progress: number; readonly step: string; readonly aloud?: boolean },
): Promise<Task | undefined> =>
  step(records, clock, ref, async (task, at) => {
    const further = task.progress < progress;
    return {
      task: { status: 'running', progress: Math.max(task.progress, progress), step: now },
      more:
        aloud && further
          ? [fact(ref, { kind: 'plan-progress', taskId: ref.taskId, step: now }, at, `progress ${progress}`)]
          : [],
    };
  });

/**
 * Saves the plan, ends its task and tells everyone, in one commit. Returns the itinerary's id; `undefined` when the
 * task was over before, in which case nothing changes and nothing is told.
 */
export const saveItinerary = async (
  records: Records,
  clock: Clock,
  ref: PlanningRef,
  plan: Plan,
  checks: readonly PlanCheck[],
): Promise<ItineraryId | undefined> => {
  const { tripId, taskId } = ref;
  const id = itineraryOf(taskId);
  const done = await step(records, clock, ref, async (_, at) => {
    const versions = (await records.list(itineraries, tripId)).map(({ version }) => version);
    const itinerary: Itinerary = {
      pk: tripId,
      id,
      type: 'itinerary',
      _schema_version: 1,
      tripId,
      version: Math.max(0, ...versions) + 1,
      days: plan.days,
      total: plan.total,
      checks,
      gaps: plan.gaps,
      createdAt: at,
    };
    return {
      task: { status: 'succeeded', progress: 100, step: 'Done', result: id },
      more: [{ put: itinerary }, fact(ref, { kind: 'plan-ready', itineraryId: id, taskId }, at)],
    };
  });
  return done && id;
};

/** Ends the task without a plan and tells whoever asked why, and which `changes` would help. Nothing happens when it is over already. */
export const failPlanning = async (
  records: Records,
  clock: Clock,
  ref: PlanningRef,
  why: string,
  { reason, changes }: { readonly reason?: string; readonly changes?: readonly OfferedChange[] } = {},
): Promise<void> => {
  await step(records, clock, ref, async (_, at) => ({
    task: { status: 'failed', step: 'Stopped', error: why, changes },
    more: [fact(ref, { kind: 'plan-failed', taskId: ref.taskId, why, ...(reason ? { reason } : {}) }, at)],
  }));
};
