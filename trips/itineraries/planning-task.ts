import type { Clock } from '../clock.ts';
import { type ItineraryId, idFrom, type TaskId } from '../ids.ts';
import { type Fact, tell } from '../notifications/fact.ts';
import type { Change, Records } from '../records.ts';
import { advanceTask, type TaskRef } from '../tasks/advance-task.ts';
import type { Task } from '../tasks/task.ts';
import { following } from './editing/edit-itinerary.ts';
import type { Itinerary, PlanCheck } from './itinerary.ts';
import { latestItinerary } from './latest-itinerary.ts';
import type { Plan } from './plan.ts';
import type { OfferedChange } from './relaxation.ts';
import { watched } from './watched.ts';

/** Which planning it is. */
export type PlanningRef = TaskRef;

/** The itinerary a task makes: always the same one, however often the task is run. */
const itineraryOf = (taskId: TaskId): ItineraryId => idFrom('itinerary', taskId);

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
  advanceTask(records, clock, ref, async (task, at) => {
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
  const done = await advanceTask(records, clock, ref, async (_, at) => {
    const latest = await latestItinerary(records, tripId);
    const itinerary: Itinerary = watched({
      pk: tripId,
      id,
      type: 'itinerary',
      _schema_version: 1,
      tripId,
      version: (latest?.version ?? 0) + 1,
      days: plan.days,
      total: plan.total,
      checks,
      gaps: plan.gaps,
      createdAt: at,
      asked: latest?.asked,
      basedOn: latest?.version,
      shareToken: latest?.shareToken,
    });
    return {
      task: { status: 'succeeded', progress: 100, step: 'Done', result: id },
      more: [...following(latest, itinerary), fact(ref, { kind: 'plan-ready', itineraryId: id, taskId }, at)],
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
  await advanceTask(records, clock, ref, async (_, at) => ({
    task: { status: 'failed', step: 'Stopped', error: why, changes },
    more: [fact(ref, { kind: 'plan-failed', taskId: ref.taskId, why, ...(reason ? { reason } : {}) }, at)],
  }));
};
