import { parentPort, workerData } from 'node:worker_threads';
import { NOTHING_ASKED } from '../../trips/itineraries/asked.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { withRainPlans } from '../../trips/itineraries/editing/rain-plans.ts';
import { withAsked } from '../../trips/itineraries/editing/with-asked.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import { labelOf } from '../../trips/itineraries/relax.ts';
import { openHighs } from '../solve/highs.ts';
import { factsFrom } from './facts-from.ts';
import type { PlanningAnswer, PlanningInput } from './planning-input.ts';

// Reading documents and searching for a plan is computing for a tenth of a second or more: conversations must not wait for it.
/** What a plan is worth waiting for; then the best so far is taken. */
const SECONDS = 45;

const input = workerData as PlanningInput;
const answer = (what: PlanningAnswer): void => parentPort?.postMessage(what);

const asked = input.asked ?? NOTHING_ASKED;
const stated = factsFrom(input);
const facts = withAsked(stated, asked);
answer({ say: 'read', places: facts.candidates.length });
const planned = planItinerary(facts, (await openHighs())(SECONDS));
if (planned.ok) {
  const days = withRainPlans({ ...planned.plan, asked }, stated);
  const plan = { ...planned.plan, days };
  answer({ say: 'planned', plan, checks: checkPlan(plan, facts) });
} else {
  const { why, reason } = planned;
  // A family's own limit is nobody else's business, and that family's to raise.
  const offered = planned.changes.filter(({ relaxations }) =>
    relaxations.every(({ kind }) => kind !== 'family-budget'),
  );
  const changes = offered.map((change) => ({ label: labelOf(change), relaxations: [...change.relaxations] }));
  answer({ say: 'nothing-fits', why, reason, changes });
}
