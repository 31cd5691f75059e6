import { parentPort, workerData } from 'node:worker_threads';
import { extractCandidates } from '../../trips/itineraries/candidates.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import { labelOf } from '../../trips/itineraries/relax.ts';
import { relaxed } from '../../trips/itineraries/relaxation.ts';
import { withReserved } from '../../trips/itineraries/reserved.ts';
import { withDecisions } from '../../trips/itineraries/settled.ts';
import { openHighs } from '../solve/highs.ts';
import type { PlanningAnswer, PlanningInput } from './planning-input.ts';

// Reading documents and searching for a plan is computing for a tenth of a second or more: conversations must not wait for it.
/** What a plan is worth waiting for; then the best so far is taken. */
const SECONDS = 45;

const { passages, trip, families, decided, reserved, giving } = workerData as PlanningInput;
const answer = (what: PlanningAnswer): void => parentPort?.postMessage(what);

const stated = extractCandidates(passages, { ...trip, currency: trip.budget?.currency });
const candidates = reserved ? withReserved(stated, reserved, trip) : stated;
const facts = relaxed(withDecisions({ trip, families, decided, candidates }), giving);
answer({ say: 'read', places: facts.candidates.length });
const planned = planItinerary(facts, (await openHighs())(SECONDS));
if (planned.ok) answer({ say: 'planned', plan: planned.plan, checks: checkPlan(planned.plan, facts) });
else {
  const { why, reason } = planned;
  // A family's own limit is nobody else's business, and that family's to raise.
  const offered = planned.changes.filter(({ relaxations }) =>
    relaxations.every(({ kind }) => kind !== 'family-budget'),
  );
  const changes = offered.map((change) => ({ label: labelOf(change), relaxations: [...change.relaxations] }));
  answer({ say: 'nothing-fits', why, reason, changes });
}
