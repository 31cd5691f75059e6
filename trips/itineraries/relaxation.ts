import { z } from 'zod';
import { daysBetween } from '../dates.ts';
import { needsOf } from './needs.ts';
import { withOwn } from './own-arrangements.ts';
import { currencyOf, type PlanningFacts, type PlanningFamily } from './planning-facts.ts';
import { settle } from './settled.ts';
import { tripRule } from './trip-rules.ts';

/** One thing that is given up so that a plan can be made, or by how much what may be spent is raised. */
export const relaxation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), rule: tripRule }),
  /** What the families decided, by the candidate's id; a vote for a stay too. */
  z.object({ kind: z.literal('decided'), candidateId: z.string() }),
  /** What is booked, by the candidate's id. */
  z.object({ kind: z.literal('booked'), candidateId: z.string() }),
  /** Minor units of the plan's currency. */
  z.object({ kind: z.literal('budget'), to: z.int() }),
  /** A way or a bed that no paper offers, and the group finds itself. */
  z.object({ kind: z.literal('own-way'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('own-bed'), city: z.string() }),
  /** A family's own limit. */
  z.object({ kind: z.literal('family-budget'), familyId: z.string(), to: z.int() }),
]);
export type Relaxation = Readonly<z.infer<typeof relaxation>>;

/** A set of relaxations as it is offered to people. */
export const offeredChange = z.object({ label: z.string(), relaxations: z.array(relaxation) });
export type OfferedChange = Readonly<z.infer<typeof offeredChange>>;

/** The facts after changes that were proposed for them. */
export const relaxed = (facts: PlanningFacts, relaxations: readonly Relaxation[]): PlanningFacts => {
  let now = facts;
  for (const one of relaxations) now = relaxedBy(now, one);
  return now;
};

const relaxedBy = (facts: PlanningFacts, one: Relaxation): PlanningFacts => {
  const { trip } = facts;
  const currency = currencyOf(facts);
  switch (one.kind) {
    case 'rule': {
      const given = JSON.stringify(one.rule);
      return { ...facts, trip: { ...trip, rules: trip.rules?.filter((rule) => JSON.stringify(rule) !== given) } };
    }
    case 'own-way':
    case 'own-bed':
      return withOwn(facts, [one]);
    case 'booked':
      return { ...facts, candidates: facts.candidates.filter(({ id }) => id !== one.candidateId) };
    case 'decided': {
      const nights = daysBetween(trip.startDate, trip.endDate).length - 1;
      const { decided, votedStay } = settle(facts, needsOf(facts.families), nights);
      const gone = [...decided, ...(votedStay ? [votedStay] : [])].find(
        ({ candidate }) => candidate.id === one.candidateId,
      )?.decision;
      return { ...facts, decided: facts.decided.filter((decision) => decision !== gone) };
    }
    case 'budget':
      return currency === undefined ? facts : { ...facts, trip: { ...trip, budget: { amount: one.to, currency } } };
    case 'family-budget':
      return {
        ...facts,
        families: facts.families.map((family) => (family.id === one.familyId ? withLimit(family, one.to) : family)),
      };
  }
};

const withLimit = (family: PlanningFamily, amount: number): PlanningFamily => {
  const { budget } = family.preferences;
  return budget ? { ...family, preferences: { ...family.preferences, budget: { ...budget, amount } } } : family;
};
