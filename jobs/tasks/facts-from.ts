import { extractCandidates } from '../../trips/itineraries/candidates.ts';
import type { PlanningFacts } from '../../trips/itineraries/planning-facts.ts';
import { relaxed } from '../../trips/itineraries/relaxation.ts';
import { withReserved } from '../../trips/itineraries/reserved.ts';
import { withDecisions } from '../../trips/itineraries/settled.ts';
import type { PlanningInput } from './planning-input.ts';

/** What planning and its checker start from, read out of a trip's papers and notes; without what was asked of its plans. */
export const factsFrom = ({ passages, trip, families, decided, reserved, giving }: PlanningInput): PlanningFacts => {
  const stated = extractCandidates(passages, { ...trip, currency: trip.budget?.currency });
  const candidates = reserved ? withReserved(stated, reserved, trip) : stated;
  return relaxed(withDecisions({ trip, families, decided, candidates }), giving);
};
