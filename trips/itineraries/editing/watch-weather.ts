import { type Clock, instant } from '../../clock.ts';
import { addDays, dayOf, instantAt } from '../../dates.ts';
import { idFrom } from '../../ids.ts';
import { tell } from '../../notifications/fact.ts';
import { type Records, retrying } from '../../records.ts';
import { type Trip, trips } from '../../trips/trip.ts';
import { LIKELY_RAIN } from '../../weather/forecast.ts';
import { type Itinerary, itineraries } from '../itinerary.ts';
import { citiesOn } from '../stops/cities-on.ts';
import { WATCHED_AHEAD } from '../watched.ts';
import { planChanges, sayChanges } from './changes.ts';
import { type EditPlan, editable } from './edit-itinerary.ts';
import { MAX_WAITING, type PlanProposal, planProposals, type RainAhead } from './plan-proposal.ts';

/** When people can still do something about tomorrow, in the trip's time zone. */
const LOOKS_AT = ['08:00', '18:00'];
/** Percent by which another day must be drier to be worth a change. */
const DRIER_BY = 30;
/** Drier days that are tried for one thing. */
const MOST_TRIED = 3;

/** How likely rain is on each of some days of a trip, in percent, the worse of two cities; days without a forecast are absent. */
export type RainOn = (
  trip: Trip,
  plan: Pick<Itinerary, 'days'>,
  dates: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

/**
 * Looks at the forecast for a plan and proposes to move what is outdoors on a wet day to a drier one, where the checker
 * lets it: once for each thing and day, and nothing is moved. What was proposed for a rain that is not forecast any more is
 * withdrawn. Safe whichever worker does it.
 */
export const watchWeather = async (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  rainOn: RainOn,
  { tripId, id }: Pick<Itinerary, 'tripId' | 'id'>,
): Promise<void> => {
  const trip = await records.read(trips, tripId, tripId);
  const plan = await records.read(itineraries, tripId, id);
  const now = instant(clock);
  if (!plan || plan.dueAt === undefined || plan.dueAt > now) return;
  const over = !trip || plan.followedBy !== undefined || trip.status === 'cancelled' || trip.status === 'completed';
  const today = dayOf(now, trip?.timeZone ?? 'UTC');
  const dates = over ? [] : plan.days.map(({ date }) => date).filter((date) => date >= today);
  const { _etag, dueAt: _, ...rest } = plan;
  const dueAt = trip && dates.length > 0 ? nextLook(today, trip.timeZone, now) : undefined;
  // Of several workers the one that sets the next look does this one.
  const mine = await records.commit(tripId, [{ put: dueAt === undefined ? rest : { ...rest, dueAt }, ifMatch: _etag }]);
  if (!mine.ok || !trip || dates.length === 0) return;
  await look(records, clock, editPlan, trip, plan, dates, await rainOn(trip, plan, dates));
};

const nextLook = (today: string, timeZone: string, now: string): string | undefined =>
  [today, addDays(today, 1)]
    .flatMap((date) => LOOKS_AT.map((time) => instantAt(date, time, timeZone)))
    .find((at) => at > now);

const look = async (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  trip: Trip,
  plan: Itinerary,
  dates: readonly string[],
  rain: ReadonlyMap<string, number>,
): Promise<void> => {
  const before = (await records.list(planProposals, trip.id)).filter(({ rain: because }) => because);
  for (const { id, rain: because } of before.filter(({ status }) => status === 'waiting'))
    if (because && !stillWet(because, plan, dates, rain)) await withdraw(records, clock, trip.id, id);
  const known = new Set(before.filter(({ status }) => status !== 'withdrawn').map(({ id }) => id));
  const last = addDays(dates[0] ?? '', WATCHED_AHEAD);
  for (const { date, items } of plan.days.filter((day) => dates.includes(day.date) && day.date <= last)) {
    const chance = rain.get(date) ?? 0;
    if (chance < LIKELY_RAIN) continue;
    for (const { candidateId, outdoor, title } of items) {
      const id = proposalOf(trip.id, candidateId ?? '', date);
      if (!outdoor || candidateId === undefined || known.has(id)) continue;
      const thing = { id: candidateId, title };
      await proposeDrier(records, clock, editPlan, trip, plan, id, thing, date, chance, rain);
    }
  }
};

const proposalOf = (tripId: string, candidateId: string, date: string): string =>
  idFrom('proposal', tripId, 'rain', candidateId, date);

const stillWet = (
  { thing, on }: RainAhead,
  plan: Itinerary,
  dates: readonly string[],
  rain: ReadonlyMap<string, number>,
): boolean =>
  dates.includes(on) &&
  (rain.get(on) ?? LIKELY_RAIN) >= LIKELY_RAIN &&
  plan.days.some(({ date, items }) => date === on && items.some(({ title }) => title === thing));

/** Things outdoors on days for which rain is forecast. */
const gettingWet = ({ days }: Pick<Itinerary, 'days'>, rain: ReadonlyMap<string, number>): number =>
  days
    .filter(({ date }) => (rain.get(date) ?? 0) >= LIKELY_RAIN)
    .reduce((sum, { items }) => sum + items.filter(({ outdoor }) => outdoor).length, 0);

const proposeDrier = async (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  trip: Trip,
  plan: Itinerary,
  id: string,
  thing: { readonly id: string; readonly title: string },
  on: string,
  chance: number,
  rain: ReadonlyMap<string, number>,
): Promise<void> => {
  const here = citiesOn(trip, plan, on);
  const drier = [...rain]
    .filter(([date, other]) => date !== on && other < LIKELY_RAIN && other <= chance - DRIER_BY)
    .filter(([date]) => citiesOn(trip, plan, date).some((city) => here.includes(city)))
    .sort(([a, one], [b, two]) => one - two || (a < b ? -1 : 1));
  for (const [to, toChance] of drier.slice(0, MOST_TRIED)) {
    const edit = { kind: 'move', item: thing.id, on, to } as const;
    const edited = await editPlan(trip.id, editable(plan), edit);
    if (edited === 'dates-missing' || !edited.ok || gettingWet(edited.plan, rain) >= gettingWet(plan, rain)) continue;
    const at = instant(clock);
    const summary = [sayChanges(planChanges(plan, edited.plan)), ...edited.remarks].join(' ').trim();
    const because: RainAhead = { thing: thing.title, on, chance, to, toChance };
    await propose(records, trip.id, { id, edit, summary, because, at });
    return;
  }
};

const propose = (
  records: Records,
  tripId: string,
  {
    id,
    edit,
    summary,
    because,
    at,
  }: Pick<PlanProposal, 'id' | 'edit' | 'summary'> & { because: RainAhead; at: string },
): Promise<void> =>
  retrying(async () => {
    const all = await records.list(planProposals, tripId);
    const before = all.find((one) => one.id === id);
    const waiting = all.filter(({ status }) => status === 'waiting').length;
    if ((before && before.status !== 'withdrawn') || waiting >= MAX_WAITING) return undefined;
    const proposal: PlanProposal = {
      ...{ pk: tripId, id, type: 'plan_proposal', _schema_version: 1, tripId },
      ...{ edit, summary, rain: because, status: 'waiting', createdAt: at },
    };
    const saved = await records.commit(tripId, [
      before ? { put: proposal, ifMatch: before._etag } : { put: proposal, ifAbsent: true },
      tell(tripId, { kind: 'plan-proposed', proposalId: id }, at, { id: idFrom('fact', id, at) }),
    ]);
    return saved.ok ? undefined : 'conflict';
  });

const withdraw = (records: Records, clock: Clock, tripId: string, id: string): Promise<void> =>
  retrying(async () => {
    const read = await records.read(planProposals, tripId, id);
    if (read?.status !== 'waiting') return undefined;
    const { _etag, ...rest } = read;
    const put: PlanProposal = { ...rest, status: 'withdrawn', decidedAt: instant(clock) };
    const saved = await records.commit(tripId, [{ put, ifMatch: _etag }]);
    return saved.ok ? undefined : 'conflict';
  });
