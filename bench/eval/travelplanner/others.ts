import { DateTime } from 'luxon';
import { CUISINES } from '../../../trips/itineraries/trip-rules.ts';
import { leastCost } from './bound.ts';
import { openSandbox, type Task } from './task.ts';
import { factsOf } from './to-facts.ts';
import { askedInFields } from './wishes.ts';

/** Draws from 0 inclusive to 1 exclusive. */
export type Draw = () => number;

/** The same draws for the same seed (mulberry32). */
export const drawsOf = (seed: number): Draw => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const oneOf = <T>(draw: Draw, from: readonly [T, ...T[]]): T =>
  from[Math.floor(draw() * from.length)] ?? from[0];
const some = <T>(draw: Draw, from: readonly T[], number: number): readonly T[] =>
  from
    .map((one) => ({ one, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, number)
    .map(({ one }) => one);
const between = (draw: Draw, from: number, to: number): number => from + Math.floor(draw() * (to - from + 1));

const RULES = ['pets', 'smoking', 'parties', 'visitors', 'children under 10'] as const;
const ROOMS = ['entire room', 'private room', 'not shared room', 'shared room'] as const;
const WAYS = ['no flight', 'no self-driving'] as const;
const SORTS = ['Attractions in ', 'Restaurants in ', 'Accommodations in '] as const;

/** What all tasks offer by city, the cities of each region, and where trips set out from. */
interface World {
  readonly offers: ReadonlyMap<string, Task['sandbox']>;
  readonly regions: readonly (readonly [region: string, cities: readonly string[]])[];
  readonly homes: readonly string[];
}

const worldOf = (tasks: readonly Task[]): World => {
  const offers = new Map<string, Task['sandbox']>();
  const regions = new Map<string, Set<string>>();
  for (const task of tasks) {
    for (const city of openSandbox(task).cities) {
      const own = Object.entries(task.sandbox).filter(([key]) => SORTS.some((sort) => key === `${sort}${city}`));
      if (own.length === SORTS.length && own.every(([, rows]) => Array.isArray(rows) && rows.length > 0))
        offers.set(city, Object.fromEntries(own));
      if (offers.has(city) && task.visiting_city_number > 1)
        regions.set(task.dest, (regions.get(task.dest) ?? new Set()).add(city));
    }
  }
  const homes = [...new Set(tasks.map(({ org }) => org))];
  return { offers, homes, regions: [...regions].map(([region, cities]) => [region, [...cities]]) };
};

/**
 * Other tasks of the same kind: the places of the given ones, with other homes, ways, dates, parties, limits and rules,
 * each with a limit near to what it costs at least. `say` words them.
 */
export const otherTasks = (
  tasks: readonly Task[],
  number: number,
  seed: number,
  say: (task: Task, draw: Draw) => string,
): readonly Task[] => {
  const world = worldOf(tasks);
  const draw = drawsOf(seed);
  return Array.from({ length: number }, (_, idx) => {
    const task = invented(world, idx, draw);
    return { ...task, query: say(task, draw) };
  });
};

const invented = ({ offers, regions, homes }: World, idx: number, draw: Draw): Task => {
  const visit = oneOf(draw, [1, 2, 3]);
  const [days, wide] = [2 * visit + 1, regions.filter(([, cities]) => cities.length >= visit)];
  const [region, all] = wide[Math.floor(draw() * wide.length)] ?? ['', []];
  const cities = visit === 1 ? some(draw, [...offers.keys()], 1) : some(draw, all, between(draw, visit, all.length));
  const home = some(
    draw,
    homes.filter((one) => !cities.includes(one)),
    1,
  )[0];
  if (home === undefined) throw new Error('the tasks name no city to set out from');
  const start = DateTime.utc(2022, 3, 1).plus({ days: between(draw, 0, 240) });
  const dates = Array.from({ length: days }, (_, day) => start.plus({ days: day }).toISODate() ?? '');
  const often = draw();
  const cuisines = often < 0.4 ? [] : some(draw, SERVED, between(draw, 1, 4));
  const task: Task = {
    idx,
    level: 'other',
    query: '',
    org: home,
    dest: visit === 1 ? (cities[0] ?? '') : region,
    days,
    visiting_city_number: visit,
    people_number: between(draw, 1, 9),
    budget: 0,
    flight_dates: dates,
    local_constraint: {
      'house rule': draw() < 0.45 ? oneOf(draw, RULES) : null,
      cuisine: cuisines.length > 0 ? [...cuisines] : null,
      'room type': draw() < 0.5 ? oneOf(draw, ROOMS) : null,
      transportation: draw() < 0.4 ? oneOf(draw, WAYS) : null,
    },
    sandbox: {
      ...Object.assign({}, ...cities.map((city) => offers.get(city) ?? {})),
      ...waysBetween([home, ...cities], dates, draw),
    },
  };
  const least = leastCost(factsOf(askedInFields(task, openSandbox(task)), openSandbox(task), false)) / 100;
  const budget = (Number.isFinite(least) ? least : 1_000 * task.people_number) * (0.8 + 1.2 * draw());
  return { ...task, budget: Math.max(100, Math.round(budget / 100) * 100) };
};

/** What restaurants of the set serve. */
const SERVED = CUISINES.filter((one) =>
  ['American', 'Chinese', 'French', 'Indian', 'Italian', 'Mediterranean', 'Mexican'].includes(one),
);

const two = (number: number): string => String(number).padStart(2, '0');

const waysBetween = (cities: readonly string[], dates: readonly string[], draw: Draw): Task['sandbox'] => {
  const box: Task['sandbox'] = {};
  for (const from of cities) {
    for (const to of cities) {
      if (from === to) continue;
      const km = between(draw, 60, 1_900);
      const [hours, minutes] = [Math.floor(km / 85), between(draw, 1, 59)];
      const road = `from ${from} to ${to}, duration: ${hours} hours ${minutes} mins, distance: ${km.toLocaleString('en')} km`;
      if (draw() < 0.85) {
        box[`Self-driving from ${from} to ${to}`] = `self-driving, ${road}, cost: ${Math.trunc(km * 0.05)}`;
        box[`Taxi from ${from} to ${to}`] = `taxi, ${road}, cost: ${km}`;
      }
      for (const date of dates)
        if (draw() < 0.6) box[`Flight from ${from} to ${to} on ${date}`] = flights(from, to, date, km, draw);
    }
  }
  return box;
};

const flights = (from: string, to: string, date: string, km: number, draw: Draw): Record<string, unknown>[] =>
  Array.from({ length: between(draw, 1, 8) }, () => {
    const [departs, minutes] = [between(draw, 300, 1_400), 45 + Math.round(km / 12)];
    const arrives = (departs + minutes) % 1440;
    return {
      'Flight Number': `F${between(draw, 1_000_000, 9_999_999)}`,
      Price: between(draw, 30, 400),
      DepTime: `${two(Math.floor(departs / 60))}:${two(departs % 60)}`,
      ArrTime: `${two(Math.floor(arrives / 60))}:${two(arrives % 60)}`,
      ActualElapsedTime: `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`,
      FlightDate: date,
      OriginCityName: from,
      DestCityName: to,
    };
  });
