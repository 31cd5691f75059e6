import { parentPort, workerData } from 'node:worker_threads';
import { extractCandidates } from '../../trips/itineraries/candidates.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import { withDecisions } from '../../trips/itineraries/settled.ts';
import type { PlanningAnswer, PlanningInput } from './planning-input.ts';

// Reading documents and searching for a plan is computing for a tenth of a second or more: conversations must not wait for it.
const { passages, trip, families, decided } = workerData as PlanningInput;
const answer = (what: PlanningAnswer): void => parentPort?.postMessage(what);

const candidates = extractCandidates(passages, { ...trip, currency: trip.budget?.currency });
const facts = withDecisions({ trip, families, decided, candidates });
answer({ say: 'read', places: facts.candidates.length });
const planned = planItinerary(facts);
if (planned.ok) answer({ say: 'planned', plan: planned.plan, checks: checkPlan(planned.plan, facts) });
else answer({ say: 'nothing-fits', why: planned.why });
