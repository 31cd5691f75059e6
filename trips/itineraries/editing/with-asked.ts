import { minutesOf, type PlanAsked } from '../asked.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { decidedCandidate } from '../settled.ts';

/** The facts as they are once what was asked of the plan counts: planner and checker read the same. */
export const withAsked = (facts: PlanningFacts, asked: PlanAsked): PlanningFacts => {
  const dropped = new Set(asked.dropped.map(({ candidateId }) => candidateId));
  const candidates = facts.candidates.flatMap((candidate) => {
    // What is booked comes off by cancelling it, not by leaving it out.
    if (dropped.has(candidate.id) && !candidate.booking) return [];
    const lock = asked.locks.find(({ candidateId }) => candidateId === candidate.id);
    const pin = asked.pins.find(({ candidateId }) => candidateId === candidate.id);
    const joining = asked.joining.find(({ candidateId }) => candidateId === candidate.id);
    const locked = lock && !candidate.booking && lock.date >= facts.trip.startDate && lock.date <= facts.trip.endDate;
    return [
      {
        ...candidate,
        ...(pin && { onlyOn: pin.date }),
        ...(joining && { who: joining.families }),
        ...(locked && {
          locked: true,
          booking: { date: lock.date, start: minutesOf(lock.start), end: minutesOf(lock.end) },
        }),
      },
    ];
  });
  const decided = facts.decided.filter((decision) => {
    const own = decidedCandidate(decision, facts.candidates);
    return !own || !dropped.has(own.id) || own.booking !== undefined;
  });
  return { ...facts, trip: { ...facts.trip, asked }, candidates, decided };
};
