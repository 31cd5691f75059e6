import { parentPort, workerData } from 'node:worker_threads';
import type { Passage } from '../../trips/itineraries/candidate.ts';
import { extractCandidates, type ReadingContext } from '../../trips/itineraries/candidates.ts';

// Reading many documents is computing for a second or more: conversations must not wait for it.
const { passages, context } = workerData as { readonly passages: readonly Passage[]; readonly context: ReadingContext };
parentPort?.postMessage(extractCandidates(passages, context));
