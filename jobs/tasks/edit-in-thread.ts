import { Worker } from 'node:worker_threads';
import type { Library } from '../../rag/library.ts';
import { type Clock, instant } from '../../trips/clock.ts';
import { dayOf } from '../../trips/dates.ts';
import type { EditablePlan } from '../../trips/itineraries/editing/desk.ts';
import type { EditPlan, PlanTurn } from '../../trips/itineraries/editing/edit-itinerary.ts';
import type { Edited } from '../../trips/itineraries/editing/edited.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Records } from '../../trips/records.ts';
import { trips } from '../../trips/trips/trip.ts';
import { gatherInput } from './gather-input.ts';
import type { PlanningInput } from './planning-input.ts';

/** What the editing thread is given. */
export interface EditingInput {
  readonly input: PlanningInput;
  readonly plan: EditablePlan;
  readonly change: PlanTurn;
}

const THREAD = new URL('./editing-thread.ts', import.meta.url);
/** An edit looks at a few days only; what takes longer than this has gone astray. */
const PATIENCE_MS = 20_000;

const inThread = (given: EditingInput): Promise<Edited> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData: given });
    const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    worker.on('message', (edited: Edited) => resolve(edited));
    worker.on('error', (cause) => reject(new PathfinderError('internal', 'editing a plan failed', cause)));
    worker.on('exit', () => {
      clearTimeout(timer);
      // Without effect when the answer has come.
      reject(new PathfinderError('internal', 'editing a plan ended without an answer'));
    });
  });

/** Changes plans in a thread of its own, from the trip's papers, families, polls and bookings as they are now. */
export const planEditor =
  (records: Records, library: Pick<Library, 'passages'>, clock: Clock): EditPlan =>
  async (tripId, plan, change) => {
    const input = await gatherInput(records, library, tripId, []);
    if (input === 'dates-missing') return input;
    const zone = (await records.read(trips, tripId, tripId))?.timeZone ?? 'UTC';
    const today = dayOf(instant(clock), zone);
    return inThread({ input: { ...input, trip: { ...input.trip, today } }, plan, change });
  };
