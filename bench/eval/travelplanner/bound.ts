import { daysBetween } from '../../../trips/dates.ts';
import type { Candidate } from '../../../trips/itineraries/candidate.ts';
import type { PlanningFacts } from '../../../trips/itineraries/planning-facts.ts';
import type { TripRule } from '../../../trips/itineraries/trip-rules.ts';

/** Meals a day. */
const MEALS = 3;
const NEVER = Number.POSITIVE_INFINITY;

/** A way through the cities: in which order, and on which days one moves. */
interface Way {
  readonly cities: readonly string[];
  /** The day each city is reached, and last the day home is. */
  readonly days: readonly number[];
}

/**
 * The least any plan of a task costs, in cents, by trying every way there is: no solver and none of the planner's code.
 * `Infinity` when there is no plan at any price. It counts what the set counts: days, not hours.
 */
export const leastCost = (facts: PlanningFacts): number => {
  const { round, startDate, endDate, rules = [] } = facts.trip;
  const dates = daysBetween(startDate, endDate);
  const people = facts.families.reduce((sum, { members }) => sum + members.length, 0);
  if (!round) return NEVER;
  const cuisines = rules.flatMap((rule) => (rule.kind === 'cuisine' ? [rule.cuisine] : []));
  const meals = new Map(round.among.map((city) => [city, mealCosts(facts, city, people, cuisines, dates.length)]));
  let least = NEVER;
  for (const cities of orders(round.among, round.visit)) {
    for (const days of departures(cities.length, dates.length - 1)) {
      const way = { cities, days };
      const moving = legsCost(facts, way, dates, people);
      const sleeping = cities.reduce((sum, city, index) => sum + bedCost(facts, city, nightsOf(way, index), people), 0);
      if (moving + sleeping >= least) continue;
      least = Math.min(least, moving + sleeping + eatingCost(way, meals, cuisines.length));
    }
  }
  return least;
};

const nightsOf = ({ days }: Way, index: number): number => (days[index + 1] ?? 0) - (days[index] ?? 0);

const orders = (cities: readonly string[], most: number): readonly (readonly string[])[] =>
  most === 0
    ? [[]]
    : cities.flatMap((city) =>
        orders(
          cities.filter((other) => other !== city),
          most - 1,
        ).map((rest) => [city, ...rest]),
      );

/** Every choice of days to move on: out on the first, home on the last, a night at least in each city. */
const departures = (cities: number, last: number): readonly (readonly number[])[] => {
  const go = (days: readonly number[]): readonly (readonly number[])[] => {
    if (days.length === cities) return [[...days, last]];
    const from = (days.at(-1) ?? 0) + 1;
    const to = last - (cities - days.length);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => go([...days, from + index])).flat();
  };
  return last < cities ? [] : go([0]);
};

/** What nobody knows the price of counts as nothing. */
const priceOf = ({ price }: Candidate, people: number): number => {
  if (!price) return 0;
  if (price.per === 'person') return price.adult.amount * people;
  return price.per === 'vehicle' ? price.each.amount * Math.ceil(people / price.seats) : NEVER;
};

const barred = (rules: readonly TripRule[], { leg }: Candidate): boolean =>
  rules.some((rule) => rule.kind === 'without-mode' && rule.mode === leg?.mode);

/** The cheapest legs, all by one's own car or none. */
const legsCost = ({ trip, candidates }: PlanningFacts, way: Way, dates: readonly string[], people: number): number => {
  const home = trip.round?.home ?? '';
  const stops = [home, ...way.cities, home];
  const cost = (own: boolean): number =>
    stops.slice(1).reduce((sum, to, index) => {
      const fitting = candidates.filter(
        (candidate) =>
          candidate.leg?.from === stops[index] &&
          candidate.leg?.to === to &&
          (candidate.leg.date === undefined || candidate.leg.date === dates[way.days[index] ?? 0]) &&
          (candidate.leg.mode === 'own-car') === own &&
          !barred(trip.rules ?? [], candidate),
      );
      return sum + Math.min(NEVER, ...fitting.map((leg) => priceOf(leg, people)));
    }, 0);
  return Math.min(cost(true), cost(false));
};

/** The cheapest bed; changing beds within a city is never cheaper than the cheaper of the two. */
const bedCost = ({ trip, candidates }: PlanningFacts, city: string, nights: number, people: number): number =>
  Math.min(
    NEVER,
    ...candidates
      .filter(({ kind, city: own, stay }) => {
        if (kind !== 'lodging' || own !== city || (stay?.minNights ?? 1) > nights) return false;
        return (trip.rules ?? []).every(
          (rule) =>
            !(rule.kind === 'room-type' && stay?.roomType && !rule.types.includes(stay.roomType)) &&
            !(rule.kind === 'stay-allows' && stay?.forbids?.some((one) => `${one} `.startsWith(`${rule.what} `))),
        );
      })
      .map(({ price, stay }) =>
        price === undefined
          ? 0
          : price.per === 'night'
            ? price.each.amount * nights * Math.ceil(people / (stay?.sleeps ?? people))
            : NEVER,
      ),
  );

/** By the cuisines they cover (a bit each) and their number: the least that many different restaurants of a city cost. */
type MealCosts = readonly (readonly number[])[];

const mealCosts = (
  { candidates }: PlanningFacts,
  city: string,
  people: number,
  cuisines: readonly string[],
  days: number,
): MealCosts => {
  const most = MEALS * days;
  const table = Array.from({ length: 1 << cuisines.length }, (_, mask) =>
    Array.from({ length: most + 1 }, (_cost, number) => (mask === 0 && number === 0 ? 0 : NEVER)),
  );
  for (const meal of candidates.filter(({ kind, city: own }) => kind === 'meal' && own === city)) {
    const bits = cuisines.reduce((sum, cuisine, bit) => sum | (meal.cuisines?.includes(cuisine) ? 1 << bit : 0), 0);
    const price = priceOf(meal, people);
    for (let number = most - 1; number >= 0; number -= 1) {
      for (const [mask, row] of table.entries()) {
        const into = table[mask | bits];
        const cost = (row[number] ?? NEVER) + price;
        if (into && cost < (into[number + 1] ?? NEVER)) into[number + 1] = cost;
      }
    }
  }
  return table;
};

/** Three meals on each full day; on a day of moving none, or what is needed for a cuisine that is still missing. */
const eatingCost = (way: Way, costs: ReadonlyMap<string, MealCosts>, cuisines: number): number => {
  const all = (1 << cuisines) - 1;
  // `spare`: how many more meals the day of reaching the next city still has room for.
  const go = (index: number, covered: number, spare: number): number => {
    const city = way.cities[index];
    if (city === undefined) return covered === all ? 0 : NEVER;
    const needed = MEALS * (nightsOf(way, index) - 1);
    let least = NEVER;
    for (const [mask, row] of (costs.get(city) ?? []).entries()) {
      for (let more = 0; more <= Math.min(cuisines, spare + MEALS); more += 1) {
        const cost = row[needed + more] ?? NEVER;
        if (cost >= least) continue;
        const left = MEALS - Math.max(0, more - spare);
        least = Math.min(least, cost + go(index + 1, covered | mask, left));
      }
    }
    return least;
  };
  return go(0, 0, MEALS);
};
