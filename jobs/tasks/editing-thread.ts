import { parentPort, workerData } from 'node:worker_threads';
import { applyEdit, restorePlan } from '../../trips/itineraries/editing/apply-edit.ts';
import { withRainPlans } from '../../trips/itineraries/editing/rain-plans.ts';
import type { EditingInput } from './edit-in-thread.ts';
import { factsFrom } from './facts-from.ts';

// Reading documents is computing for a tenth of a second or more: conversations must not wait for it.
const { input, plan, change } = workerData as EditingInput;
const facts = factsFrom(input);
const edited = change.kind === 'restore' ? restorePlan(plan, change.earlier, facts) : applyEdit(plan, facts, change);
parentPort?.postMessage(
  edited.ok ? { ...edited, plan: { ...edited.plan, days: withRainPlans(edited.plan, facts) } } : edited,
);
