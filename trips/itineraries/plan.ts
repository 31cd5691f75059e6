import { daysBetween } from '../dates.ts';
import type { Money } from '../money.ts';
import { type Choice, canChoose, choose } from './choose.ts';
import { gapsOf } from './gaps.ts';
import type { Itinerary } from './itinerary.ts';
import { withLanes } from './lanes.ts';
import { needsOf } from './needs.ts';
import { currencyOf, type PlanningFacts } from './planning-facts.ts';
import { type NothingFits, refuse, withoutLimits } from './relax.ts';
import { relaxed } from './relaxation.ts';
import { settle } from './settled.ts';
import type { Solve } from './solving/linear-program.ts';
import { type Limits, type TripModel, tripModel } from './solving/trip-program.ts';
import { writeDays } from './write-days.ts';

/** A plan before it is checked and saved. */
export type Plan = Pick<Itinerary, 'days' | 'gaps'> & { readonly total?: Money | undefined };

export type Planned = { readonly ok: true; readonly plan: Plan; readonly wishes: Choice['wishes'] } | NothingFits;

/**
 * Plans every day of the trip from what its papers offer and its families need: the way, the beds, the meals and the
 * sights that `solve` finds to meet their wishes best within every limit. Nothing is invented: what the papers do not
 * offer stays free and is named in `gaps`. When nothing fits, it says so and which smallest changes would help.
 */
export const planItinerary = (facts: PlanningFacts, solve: Solve): Planned => {
  const parting = withLanes(facts);
  const together = planAs(parting, facts, solve);
  if (parting === facts || (together.ok && hasLanes(together.plan, parting))) return together;
  // What cannot be had at one time is had one after the other.
  const apart = planAs(facts, facts, solve);
  return apart.ok ? apart : together;
};

const hasLanes = ({ days }: Plan, { candidates }: PlanningFacts): boolean => {
  const there = new Set(days.flatMap(({ items }) => items.flatMap(({ candidateId }) => candidateId ?? [])));
  return candidates.every(({ lanes = [] }) => lanes.every(({ id }) => there.has(id)));
};

/** Plans from `facts`; what is told of the plan is told of the facts as they were `stated`. */
const planAs = (facts: PlanningFacts, stated: PlanningFacts, solve: Solve): Planned => {
  const model = modelOf(facts);
  const limits = limitsOf(facts, model.currency);
  const choice = choose(model, limits, solve);
  if (choice && !lacksDecided(choice))
    return { ok: true, plan: planFrom(stated, model, choice), wishes: choice.wishes };
  // Was it the money that left out what the families decided, or would there be no time for it anyway?
  const free = model.settled.decided.length > 0 ? choose(model, withoutLimits(limits), solve) : undefined;
  const kept = new Set(model.settled.decided.map(({ candidate }) => candidate.id));
  for (const { candidate } of free?.left ?? []) kept.delete(candidate.id);
  const dropped = choice?.left.some(({ candidate, decided }) => decided && kept.has(candidate.id)) ?? true;
  if (choice && !dropped) return { ok: true, plan: planFrom(stated, model, choice), wishes: choice.wishes };
  const works = (relaxations: Parameters<typeof relaxed>[1]): boolean => fits(relaxed(facts, relaxations), solve);
  return refuse(model, limits, free ? kept : new Set(), solve, works, modelOf);
};

const lacksDecided = ({ left }: Choice): boolean => left.some(({ decided }) => decided);

const modelOf = (facts: PlanningFacts): TripModel => {
  const dates = daysBetween(facts.trip.startDate, facts.trip.endDate);
  const needs = needsOf(facts.families);
  return tripModel(facts, settle(facts, needs, dates.length - 1), needs, dates, currencyOf(facts));
};

/** Whether a plan can be made, whatever is wished for beyond it. */
const fits = (facts: PlanningFacts, solve: Solve): boolean => {
  const model = modelOf(facts);
  return canChoose(model, limitsOf(facts, model.currency), solve);
};

const planFrom = (facts: PlanningFacts, model: TripModel, choice: Choice): Plan => {
  const { settled, needs, currency } = model;
  const days = writeDays(model, choice);
  const known = currency !== undefined && days.some(({ items }) => items.some(({ cost }) => cost));
  const gaps = gapsOf(facts, settled, needs, choice, days, currency);
  return { days, gaps, ...(known ? { total: { amount: choice.spent.total, currency } } : {}) };
};

/** What may be spent; a limit in another currency than the plan's cannot be held against it. */
const limitsOf = ({ trip, families }: PlanningFacts, currency: string | undefined): Limits => {
  const amount = (money: Money | undefined): number =>
    money && money.currency === currency ? money.amount : Number.POSITIVE_INFINITY;
  return { total: amount(trip.budget), shares: families.map(({ preferences }) => amount(preferences.budget)) };
};
