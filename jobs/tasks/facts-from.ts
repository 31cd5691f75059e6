import { extractCandidates } from '../../trips/itineraries/candidates.ts';
import type { PlanningFacts } from '../../trips/itineraries/planning-facts.ts';
import { relaxed } from '../../trips/itineraries/relaxation.ts';
import { withReserved } from '../../trips/itineraries/reserved.ts';
import { withDecisions } from '../../trips/itineraries/settled.ts';
import { withStops } from '../../trips/itineraries/stops/with-stops.ts';
import type { PlanningInput } from './planning-input.ts';

/** What planning and its checker start from, read out of a trip's papers and notes; without what was asked of its plans. */
export const factsFrom = (input: PlanningInput): PlanningFacts => {
  const { passages, trip, families, decided, reserved, giving, stops } = input;
  const around = { ...trip, currency: trip.budget?.currency, cities: stops?.map(({ city }) => city) };
  const stated = extractCandidates(passages, around);
  const candidates = reserved ? withReserved(stated, reserved, around) : stated;
  const facts = withStops({ trip, families, decided, candidates }, stops);
  return relaxed(withDecisions(facts), giving);
};
