import { daysBetween, sayDay, sayRange } from '../dates.ts';
import { checkBudget } from './check-budget.ts';
import { checkAges, checkDiet, checkMobility } from './check-people.ts';
import { checkCuisines, checkFullDays, checkLodging, checkRoute } from './check-round.ts';
import { count, type FinishedPlan, named, type Visited } from './finished-plan.ts';
import type { PlanCheck } from './itinerary.ts';
import type { PlanningFacts } from './planning-facts.ts';

/**
 * Proves a finished plan against the facts, constraint by constraint, with the numbers in words that name no family.
 * It shares no code with the planner: what the planner got wrong, this must see.
 */
export const checkPlan = (plan: FinishedPlan, facts: PlanningFacts): readonly PlanCheck[] => {
  const byId = new Map(facts.candidates.map((candidate) => [candidate.id, candidate]));
  const visits = plan.days.flatMap(({ date, items }) =>
    items.map(
      (item): Visited => ({
        date,
        item,
        from: clock(item.start),
        to: clock(item.end),
        candidate: item.candidateId === undefined ? undefined : byId.get(item.candidateId),
      }),
    ),
  );
  const places = visits.filter(({ item }) => item.kind === 'meal' || item.kind === 'sight');
  return [
    checkBudget(plan, visits, facts),
    checkDates(plan, visits, facts),
    checkDuplicates(places),
    checkHours(places),
    checkOverlap(plan, visits),
    checkDiet(places, facts.families),
    checkMobility(visits, facts.families),
    checkAges(places, facts.families),
    checkBookings(visits, facts),
    checkRoute(plan, visits, facts),
    checkLodging(plan, visits, facts),
    checkFullDays(plan, visits, facts),
    checkCuisines(visits, facts),
    checkAsked(visits, facts),
  ].flatMap((check) => check ?? []);
};

const clock = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const checkDates = (plan: FinishedPlan, visits: readonly Visited[], { trip, families }: PlanningFacts): PlanCheck => {
  const wanted = daysBetween(trip.startDate, trip.endDate);
  const dates = plan.days.map(({ date }) => date);
  const same = wanted.length === dates.length && wanted.every((date, index) => date === dates[index]);
  const emptied = dates.filter(
    (date) => families.length > 0 && families.every(({ preferences }) => preferences.unavailable.includes(date)),
  );
  const onEmpty = visits.filter(
    ({ date, item, candidate }) =>
      emptied.includes(date) && (item.kind === 'sight' || item.kind === 'meal') && !candidate?.booking,
  );
  const partly = dates.filter((date) => families.some(({ preferences }) => preferences.unavailable.includes(date)));
  const span = sayRange(trip.startDate, trip.endDate);
  const detail = !same
    ? `The days of the plan are not the days of the trip, ${span}`
    : onEmpty.length > 0
      ? `Nobody can be there for ${named(onEmpty)}`
      : `${count(dates.length, 'day')}, ${span}; ${partly.length === 0 ? 'everyone is there throughout' : `not everyone is there on ${partly.map((day) => sayDay(day)).join(', ')}`}`;
  return { constraint: 'dates', ok: same && onEmpty.length === 0, detail };
};

/** Where nothing is planned nothing is proved: neither this nor the next check says anything then. */
const checkDuplicates = (places: readonly Visited[]): PlanCheck | undefined => {
  if (places.length === 0) return undefined;
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const seen = new Map<string, Visited[]>();
  for (const visit of places) {
    const key = plain(`${visit.candidate?.name ?? visit.item.title} ${visit.candidate?.city ?? ''}`);
    seen.set(key, [...(seen.get(key) ?? []), visit]);
  }
  // Two bookings at one place are what people wanted.
  const twice = [...seen.values()]
    .filter(
      (visits) =>
        visits.filter(({ candidate }) => !candidate?.booking).length +
          Number(visits.some(({ candidate }) => candidate?.booking)) >
        1,
    )
    .flat();
  return twice.length > 0
    ? { constraint: 'duplicates', ok: false, detail: `Planned more than once: ${named(twice)}` }
    : {
        constraint: 'duplicates',
        ok: true,
        detail: `${count(places.length, 'place')}, ${places.length === 1 ? 'planned once' : 'none twice'}`,
      };
};

const checkHours = (places: readonly Visited[]): PlanCheck | undefined => {
  if (places.length === 0) return undefined;
  const constraint = 'opening-hours';
  const known: Visited[] = [];
  const unknown: Visited[] = [];
  const shut: Visited[] = [];
  for (const visit of places) {
    // 1 January 2024 was a Monday, the first of the week here.
    const weekday = ((((Date.parse(visit.date) - Date.parse('2024-01-01')) / 86_400_000) % 7) + 7) % 7;
    const spans = visit.candidate?.hours?.[weekday];
    if (spans === undefined) unknown.push(visit);
    else if (spans.some(({ from, to }) => from <= visit.from && visit.to <= to)) known.push(visit);
    else shut.push(visit);
  }
  if (shut.length > 0) {
    const detail = `Not open when planned: ${shut.map(({ candidate, item, date }) => `${candidate?.name ?? item.title} (${sayDay(date)} ${item.start}-${item.end})`).join(', ')}`;
    return { constraint, ok: false, detail };
  }
  const unsure = unknown.length > 0 ? `; hours not known: ${named(unknown)}` : '';
  return {
    constraint,
    ok: true,
    detail: `${known.length} of ${count(places.length, 'visit')} checked against opening hours, all open${unsure}`,
  };
};

/** The minutes between two places on the map that nobody can do without: a straight line at the speed of a taxi. */
const leastWay = ({ candidate: one }: Visited, { candidate: other }: Visited): number => {
  if (!one?.at || !other?.at) return 0;
  const [lat, lon] = [other.at.lat - one.at.lat, other.at.lon - one.at.lon].map((degrees) => (degrees * Math.PI) / 180);
  const chord =
    Math.sin((lat ?? 0) / 2) ** 2 +
    Math.cos((one.at.lat * Math.PI) / 180) * Math.cos((other.at.lat * Math.PI) / 180) * Math.sin((lon ?? 0) / 2) ** 2;
  const km = 2 * 6_371 * Math.asin(Math.sqrt(chord));
  return (km / 30) * 60;
};

/** Whether anybody would have to be at both. */
const mayMeet = ({ candidate: one }: Visited, { candidate: other }: Visited): boolean =>
  !one?.who || !other?.who || one.who.some((id) => other.who?.includes(id));

const checkOverlap = (plan: FinishedPlan, visits: readonly Visited[]): PlanCheck => {
  const clashes: string[] = [];
  for (const { date } of plan.days) {
    const day = visits.filter((visit) => visit.date === date);
    for (const [index, one] of day.entries()) {
      if (one.to <= one.from) clashes.push(`${one.item.title} on ${sayDay(date)} ends before it begins`);
      for (const other of day.slice(index + 1)) {
        if (one.from < other.to && other.from < one.to && mayMeet(one, other))
          clashes.push(`${one.item.title} and ${other.item.title} on ${sayDay(date)}`);
      }
      const next = day.filter(({ from }) => from >= one.to).sort((a, b) => a.from - b.from)[0];
      if (next && !next.candidate?.booking && !one.candidate?.booking && next.from - one.to < leastWay(one, next))
        clashes.push(`${one.item.title} and ${next.item.title} on ${sayDay(date)}, too far apart`);
    }
  }
  return clashes.length > 0
    ? { constraint: 'overlap', ok: false, detail: `At the same time: ${clashes.join('; ')}` }
    : {
        constraint: 'overlap',
        ok: true,
        detail: `${count(visits.length, 'entry', 'entries')}, no two at the same time`,
      };
};

/** Proves that what people have asked of the plan itself is so. */
const checkAsked = (visits: readonly Visited[], { trip: { asked } }: PlanningFacts): PlanCheck | undefined => {
  if (!asked) return undefined;
  const { pins, dropped, starts, joining, free = [] } = asked;
  if (pins.length + dropped.length + starts.length + joining.length + free.length === 0) return undefined;
  const wrong: string[] = [];
  const kept: string[] = [];
  for (const { candidateId, name, date } of pins) {
    const there = visits.filter(({ item }) => item.candidateId === candidateId);
    if (there.some((visit) => visit.date !== date && !visit.candidate?.booking))
      wrong.push(`${name} is not on ${sayDay(date)}`);
    else if (there.length > 0) kept.push(`${name} on ${sayDay(date)}`);
  }
  for (const { candidateId, name } of dropped) {
    const there = visits.some(({ item, candidate }) => item.candidateId === candidateId && !candidate?.booking);
    if (there) wrong.push(`${name} is in the plan`);
    else kept.push(`without ${name}`);
  }
  const early = visits.filter(({ date, from, item, candidate }) => {
    const said = starts.filter(({ on }) => on === undefined || on === date).at(-1);
    return said && (item.kind === 'sight' || item.kind === 'meal') && !candidate?.booking && from < clock(said.at);
  });
  if (early.length > 0) wrong.push(`too early: ${named(early)}`);
  for (const { on, at } of starts) kept.push(`nothing before ${at}${on === undefined ? '' : ` on ${sayDay(on)}`}`);
  for (const { on, from, to } of free) {
    const busy = visits.filter(
      (visit) =>
        visit.date === on &&
        visit.item.kind === 'sight' &&
        !visit.candidate?.booking &&
        visit.from < clock(to) &&
        visit.to > clock(from),
    );
    if (busy.length > 0) wrong.push(`not free on ${sayDay(on)}: ${named(busy)}`);
    else kept.push(`${sayDay(on)} free${from === '00:00' && to === '23:59' ? '' : ` ${from}-${to}`}`);
  }
  for (const { candidateId, name, families } of joining) {
    const there = visits.find(({ item }) => item.candidateId === candidateId);
    if (!there) continue;
    if (families.join() !== (there.item.who ?? []).join()) wrong.push(`${name} is written for others than join it`);
    else kept.push(`${name} for ${count(families.length, 'family', 'families')}`);
  }
  return { constraint: 'asked', ok: wrong.length === 0, detail: (wrong.length > 0 ? wrong : kept).join('; ') };
};

const checkBookings = (visits: readonly Visited[], { trip, candidates }: PlanningFacts): PlanCheck | undefined => {
  const booked = candidates.filter(
    ({ kind, booking }) =>
      (kind === 'sight' || kind === 'meal') &&
      booking &&
      booking.date >= trip.startDate &&
      booking.date <= trip.endDate,
  );
  if (booked.length === 0) return undefined;
  const missing = booked.filter(
    ({ id, booking }) =>
      !visits.some(
        ({ date, from, item }) => item.candidateId === id && date === booking?.date && from === booking.start,
      ),
  );
  return missing.length > 0
    ? {
        constraint: 'bookings',
        ok: false,
        detail: `Booked but not in the plan at its time: ${missing.map(({ name }) => name).join(', ')}`,
      }
    : {
        constraint: 'bookings',
        ok: true,
        detail: `${count(booked.length, 'booking')} kept at ${booked.length === 1 ? 'its' : 'their'} time`,
      };
};
