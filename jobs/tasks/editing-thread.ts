import { parentPort, workerData } from 'node:worker_threads';
import { applyEdit, restorePlan } from '../../trips/itineraries/editing/apply-edit.ts';
import type { EditingInput } from './edit-in-thread.ts';
import { factsFrom } from './facts-from.ts';

// Reading documents is computing for a tenth of a second or more: conversations must not wait for it.
const { input, plan, change } = workerData as EditingInput;
const facts = factsFrom(input);
parentPort?.postMessage(
  change.kind === 'restore' ? restorePlan(plan, change.earlier, facts) : applyEdit(plan, facts, change),
);
