import { sayDay } from '../dates.ts';
import type { Candidate, LegTerms } from './candidate.ts';
import { count, type FinishedPlan, named, type Visited } from './finished-plan.ts';
import type { PlanCheck } from './itinerary.ts';
import type { PlanningFacts } from './planning-facts.ts';

/** Where each day of a plan begins and ends, as its journeys say; `undefined` where a day ends at no known place. */
interface DayPlaces {
  readonly date: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly leg?: LegTerms | undefined;
}

/** Follows the journeys through the days, the first place being where the first of them begins. */
const followed = (plan: FinishedPlan, visits: readonly Visited[]): readonly DayPlaces[] => {
  const legOn = (date: string): LegTerms | undefined =>
    visits.find((visit) => visit.date === date && visit.candidate?.leg)?.candidate?.leg;
  const first = plan.days.flatMap(({ date }) => legOn(date) ?? [])[0];
  let here = first?.from;
  return plan.days.map(({ date }) => {
    const leg = legOn(date);
    const from = here;
    here = leg ? leg.to : here;
    return { date, from, to: here, leg };
  });
};

/** Proves that a round trip is one: out from home, through as many cities as asked, each once, and back. */
export const checkRoute = (
  plan: FinishedPlan,
  visits: readonly Visited[],
  { trip }: PlanningFacts,
): PlanCheck | undefined => {
  const { round } = trip;
  if (!round || plan.days.length < 2) return undefined;
  const constraint = 'route';
  const days = followed(plan, visits);
  const legs = days.flatMap(({ leg }) => leg ?? []);
  const wrong: string[] = [];
  for (const { date, from, leg } of days) {
    if (leg && leg.from !== from) wrong.push(`${sayDay(date)} sets out from ${leg.from}, but the group is in ${from}`);
    if (leg?.date !== undefined && leg.date !== date)
      wrong.push(`what is taken on ${sayDay(date)} goes on another day`);
  }
  const first = round.home === undefined ? days[0]?.to : undefined;
  const order = [...(first === undefined ? [] : [first]), ...legs.map(({ to }) => to)].filter(
    (city) => city !== round.home,
  );
  const cities = new Set(order);
  if (cities.size !== order.length) wrong.push('a city is left and visited again');
  if (round.home !== undefined && (legs[0]?.from !== round.home || days.at(-1)?.to !== round.home))
    wrong.push(`it does not begin and end in ${round.home}`);
  if (cities.size !== round.visit) wrong.push(`it visits ${cities.size} of ${count(round.visit, 'city', 'cities')}`);
  const elsewhere = order.filter((city) => !round.among.includes(city));
  if (elsewhere.length > 0) wrong.push(`${elsewhere.join(', ')} was not asked for`);
  for (const { city, from, nights } of trip.stays ?? []) {
    const slept = days.slice(from, from + nights).filter(({ to }) => to === city).length;
    if (slept !== nights) wrong.push(`${city} has ${slept} of ${count(nights, 'night')} in their place`);
  }
  const own = legs.filter(({ mode }) => mode === 'own-car').length;
  if (own > 0 && own < legs.length) wrong.push('your own car is left behind');
  for (const rule of trip.rules ?? [])
    if (rule.kind === 'without-mode' && legs.some(({ mode }) => mode === rule.mode))
      wrong.push(`it goes by ${rule.mode}`);
  const there = visits.filter(
    ({ candidate, item }) => candidate?.city && (item.kind === 'meal' || item.kind === 'sight'),
  );
  const lost = there.filter(({ date, candidate }) => {
    const day = days.find((one) => one.date === date);
    return candidate?.city !== day?.from && candidate?.city !== day?.to;
  });
  if (lost.length > 0) wrong.push(`the group is elsewhere that day: ${named(lost)}`);
  return wrong.length > 0
    ? { constraint, ok: false, detail: `The way does not hold: ${wrong.join('; ')}` }
    : {
        constraint,
        ok: true,
        detail: [
          ...(round.home ? [round.home] : []),
          ...(trip.stays?.map(({ city, nights }) => `${city} ${count(nights, 'night')}`) ?? order),
          ...(round.home ? [round.home] : []),
        ].join(' - '),
      };
};

/** The stay a night is spent at, by the date of the night. */
const bedsOf = (visits: readonly Visited[], plan: FinishedPlan): ReadonlyMap<string, readonly Candidate[]> => {
  const beds = new Map<string, Candidate[]>();
  const dates = plan.days.map(({ date }) => date);
  for (const { item, candidate } of visits) {
    if (!item.nights || !candidate) continue;
    const first = dates.indexOf(item.nights.first);
    for (const date of first < 0 ? [] : dates.slice(first, first + item.nights.count))
      beds.set(date, [...(beds.get(date) ?? []), candidate]);
  }
  return beds;
};

/** Proves that every night has one bed, where the group is, and that every house's terms are kept. */
export const checkLodging = (
  plan: FinishedPlan,
  visits: readonly Visited[],
  { trip, families, candidates }: PlanningFacts,
): PlanCheck | undefined => {
  const offered = candidates.filter(({ kind }) => kind === 'lodging');
  if (plan.days.length < 2 || offered.length === 0) return undefined;
  const beds = bedsOf(visits, plan);
  const days = followed(plan, visits);
  const nights = plan.days.slice(0, -1).map(({ date }) => date);
  const wrong: string[] = [];
  for (const date of nights) {
    const [bed, second] = beds.get(date) ?? [];
    const { to } = days.find((day) => day.date === date) ?? {};
    const city = trip.round ? to : trip.destination;
    if (second) wrong.push(`two stays on ${sayDay(date)}`);
    if (!bed) {
      if (trip.round && offered.some((stay) => (stay.city ?? trip.destination) === city))
        wrong.push(`no bed on ${sayDay(date)}`);
      continue;
    }
    if ((bed.city ?? trip.destination) !== city) wrong.push(`${bed.name} is not in ${city}`);
  }
  const used = [...new Set([...beds.values()].flat())];
  for (const bed of used) {
    const slept = nights.filter((date) => beds.get(date)?.includes(bed)).length;
    if (!bed.confirmed && slept < (bed.stay?.minNights ?? 1))
      wrong.push(`${bed.name} is let for ${bed.stay?.minNights} nights at least`);
    for (const rule of trip.rules ?? []) {
      const type = bed.stay?.roomType;
      if (rule.kind === 'room-type' && type && !rule.types.includes(type)) wrong.push(`${bed.name} has ${type} rooms`);
      if (rule.kind === 'stay-allows' && bed.stay?.forbids?.some((one) => `${one} `.startsWith(`${rule.what} `)))
        wrong.push(`${bed.name} does not allow ${rule.what}`);
    }
  }
  if (wrong.length > 0) return { constraint: 'lodging', ok: false, detail: [...new Set(wrong)].join('; ') };
  const had = nights.filter((date) => beds.has(date)).length;
  const people = families.reduce((sum, { members }) => sum + (members.length || 1), 0);
  const asked = (trip.rules ?? []).flatMap((rule) =>
    rule.kind === 'room-type'
      ? [`${rule.types.join(' or ')} rooms`]
      : rule.kind === 'stay-allows'
        ? [`${rule.what} not forbidden`]
        : [],
  );
  return {
    constraint: 'lodging',
    ok: true,
    detail: `${had} of ${count(nights.length, 'night')} with beds for ${count(people, 'person', 'people')}${asked.length > 0 ? `; ${asked.join(', ')}` : ''}`,
  };
};

/** Proves that every day spent in one city has the meals and sights every such day must have. */
export const checkFullDays = (
  plan: FinishedPlan,
  visits: readonly Visited[],
  { trip }: PlanningFacts,
): PlanCheck | undefined => {
  const { everyFullDay } = trip;
  if (!everyFullDay) return undefined;
  const moving = new Set(visits.flatMap(({ date, candidate }) => (candidate?.leg ? [date] : [])));
  const full = plan.days.filter(
    ({ date }, index) => !moving.has(date) && (trip.round || (index > 0 && index < plan.days.length - 1)),
  );
  const short = full.filter(({ items }) => {
    const meals = everyFullDay.meals.filter(
      (part) => !items.some(({ kind, meal }) => kind === 'meal' && meal === part),
    );
    const booked = items.filter(({ kind, meal }) => kind === 'meal' && meal === undefined).length;
    return meals.length > booked || items.filter(({ kind }) => kind === 'sight').length < everyFullDay.sights;
  });
  const what = `${count(everyFullDay.meals.length, 'meal')}${everyFullDay.sights > 0 ? ` and ${count(everyFullDay.sights, 'sight')} or more` : ''}`;
  return {
    constraint: 'full-days',
    ok: short.length === 0,
    detail:
      short.length === 0
        ? `${what} on each of ${count(full.length, 'full day')}`
        : `Not ${what} on ${short.map(({ date }) => sayDay(date)).join(', ')}`,
  };
};

/** Proves that every cuisine asked for is eaten once, away from home. */
export const checkCuisines = (visits: readonly Visited[], { trip }: PlanningFacts): PlanCheck | undefined => {
  const asked = (trip.rules ?? []).flatMap((rule) => (rule.kind === 'cuisine' ? rule.cuisine : []));
  if (asked.length === 0) return undefined;
  const found = asked.map((cuisine) => ({
    cuisine,
    at: visits.find(({ item, candidate }) => item.kind === 'meal' && candidate?.cuisines?.includes(cuisine)),
  }));
  const missing = found.filter(({ at }) => at === undefined).map(({ cuisine }) => cuisine);
  return {
    constraint: 'cuisine',
    ok: missing.length === 0,
    detail:
      missing.length === 0
        ? found.map(({ cuisine, at }) => `${cuisine} at ${at?.candidate?.name}`).join(', ')
        : `No ${missing.join(' and no ')} meal is planned`,
  };
};
