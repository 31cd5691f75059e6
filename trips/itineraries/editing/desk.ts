import { daysBetween } from '../../dates.ts';
import { minutesOf, type PlanAsked } from '../asked.ts';
import type { Candidate, Meal } from '../candidate.ts';
import { checkPlan } from '../check.ts';
import { type DayFrame, frameDay } from '../day-frame.ts';
import type { DayRoute } from '../day-route.ts';
import type { Itinerary, ItineraryItem, PlanCheck } from '../itinerary.ts';
import { type Needs, needsOf } from '../needs.ts';
import type { Plan } from '../plan.ts';
import { currencyOf, type PlanningFacts } from '../planning-facts.ts';
import { type Settled, settle } from '../settled.ts';
import { withAsked } from './with-asked.ts';

/** A plan that can be edited, with what was asked of it so far. */
export interface EditablePlan extends Plan {
  readonly asked: PlanAsked;
}

/** A plan on the desk, with all that is needed to change a day of it. */
export interface Desk {
  readonly plan: EditablePlan;
  /** The facts before anything was asked of the plan. */
  readonly stated: PlanningFacts;
  readonly facts: PlanningFacts;
  readonly needs: Needs;
  readonly settled: Settled;
  readonly currency: string | undefined;
  readonly byId: ReadonlyMap<string, Candidate>;
  readonly frames: readonly DayFrame[];
}

export const deskOf = (plan: EditablePlan, stated: PlanningFacts): Desk => {
  const facts = withAsked(stated, plan.asked);
  const needs = needsOf(facts.families);
  const dates = plan.days.map(({ date }) => date);
  const nights = daysBetween(facts.trip.startDate, facts.trip.endDate).length - 1;
  const settled = settle(facts, needs, nights);
  const byId = new Map(facts.candidates.map((candidate) => [candidate.id, candidate]));
  const routes = routesOf(plan.days, byId);
  const frames = dates.map((_, index) => frameDay(facts, settled, needs, dates, index, routes?.[index]));
  return { plan, stated, facts, needs, settled, currency: currencyOf(facts), byId, frames };
};

/** How the days of a round trip go, read from its journeys; `undefined` for a trip to one place. */
const routesOf = (days: Itinerary['days'], byId: Desk['byId']): readonly DayRoute[] | undefined => {
  const legs = days.map(({ items }) =>
    items.map(({ candidateId }) => byId.get(candidateId ?? '')).find((candidate) => candidate?.leg),
  );
  const first = legs.find((leg) => leg !== undefined)?.leg;
  if (!first) return undefined;
  let here: string | undefined = first.from;
  return legs.map((leg) => {
    const from = here;
    here = leg?.leg ? leg.leg.to : here;
    return { from, to: here, ...(leg && { leg }) };
  });
};

/** One thing on one day. What cannot be moved is there to be planned around. */
export interface Entry {
  readonly key: string;
  readonly item: ItineraryItem;
  readonly start: number;
  readonly end: number;
  readonly candidate: Candidate | undefined;
  /** What it is to its day; absent for what is no visit. */
  readonly part: 'sight' | Meal | undefined;
  readonly movable: boolean;
}

/** The things of a day without the free time between them. */
export const entriesOf = (items: readonly ItineraryItem[], { byId }: Pick<Desk, 'byId'>): readonly Entry[] =>
  items.flatMap((item, index): readonly Entry[] => {
    const open = item.kind === 'free' && item.meal !== undefined;
    if (item.kind === 'free' && !open) return [];
    const candidate = item.candidateId === undefined ? undefined : byId.get(item.candidateId);
    const part = item.meal ?? (item.kind === 'sight' ? 'sight' : undefined);
    return [
      {
        key: open ? `open:${item.meal}` : `${item.candidateId ?? item.kind}:${index}`,
        item,
        start: minutesOf(item.start),
        end: minutesOf(item.end),
        candidate,
        part,
        movable: open || (part !== undefined && candidate !== undefined && candidate.booking === undefined),
      },
    ];
  });

export const failed = (checks: readonly PlanCheck[]): ReadonlySet<string> =>
  new Set(checks.filter(({ ok }) => !ok).map(({ constraint }) => constraint));

export const checksOf = ({ plan, facts }: Pick<Desk, 'plan' | 'facts'>): readonly PlanCheck[] => checkPlan(plan, facts);
