import type { PlanAsked } from '../../trips/itineraries/asked.ts';
import type { Passage } from '../../trips/itineraries/candidate.ts';
import type { PlanCheck } from '../../trips/itineraries/itinerary.ts';
import type { Plan } from '../../trips/itineraries/plan.ts';
import type { PlanningFacts } from '../../trips/itineraries/planning-facts.ts';
import type { NothingFits } from '../../trips/itineraries/relax.ts';
import type { OfferedChange, Relaxation } from '../../trips/itineraries/relaxation.ts';
import type { Reserved } from '../../trips/itineraries/reserved.ts';
import type { Stop } from '../../trips/trips/stops.ts';

/** What the planning thread is given. */
export interface PlanningInput extends Omit<PlanningFacts, 'candidates'> {
  readonly passages: readonly Passage[];
  /** The cities the trip stops in, in their order; absent when it stays in one place. */
  readonly stops?: readonly Stop[] | undefined;
  /** What is given up so that there can be a plan. */
  readonly giving: readonly Relaxation[];
  /** What people noted as booked or cancelled for everyone. */
  readonly reserved?: Reserved | undefined;
  /** What was asked of the plans before. */
  readonly asked?: PlanAsked | undefined;
}

/** What it answers: first what it found in the documents, then the plan. */
export type PlanningAnswer =
  | { readonly say: 'read'; readonly places: number }
  | { readonly say: 'planned'; readonly plan: Plan; readonly checks: readonly PlanCheck[] }
  | {
      readonly say: 'nothing-fits';
      readonly why: NothingFits['why'];
      readonly reason: NothingFits['reason'];
      readonly changes: readonly OfferedChange[];
    };
