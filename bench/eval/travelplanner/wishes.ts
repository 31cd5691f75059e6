import { readTripWish } from '../../../bot/understanding/trip-wish.ts';
import type { RoomType, TripRule } from '../../../trips/itineraries/trip-rules.ts';
import type { Sandbox, Task } from './task.ts';

/** What a task asks for, in the product's words. */
export interface Asked {
  readonly home: string;
  readonly among: readonly string[];
  readonly visit: number;
  readonly startDate: string;
  readonly days: number;
  readonly people: number;
  /** Whole dollars. */
  readonly budget: number;
  readonly rules: readonly TripRule[];
}

const ROOMS: Readonly<Record<string, RoomType[]>> = {
  'not shared room': ['private', 'entire'],
  'shared room': ['shared'],
  'private room': ['private'],
  'entire room': ['entire'],
};

/** What the fields of a task ask for. */
export const askedInFields = (task: Task, box: Sandbox): Asked => {
  const { 'house rule': house, cuisine, 'room type': room, transportation } = task.local_constraint;
  const types = Object.entries(ROOMS).find(([name]) => name === room)?.[1];
  return {
    home: task.org,
    among: box.cities,
    visit: task.visiting_city_number,
    startDate: task.flight_dates?.toSorted()[0] ?? '2022-03-01',
    days: task.days,
    people: task.people_number,
    budget: task.budget,
    rules: [
      ...(types ? [{ kind: 'room-type', types } as const] : []),
      ...(house ? [{ kind: 'stay-allows', what: house } as const] : []),
      ...(transportation === 'no flight' ? [{ kind: 'without-mode', mode: 'flight' } as const] : []),
      ...(transportation === 'no self-driving' ? [{ kind: 'without-mode', mode: 'own-car' } as const] : []),
      ...(cuisine ?? []).map((one) => ({ kind: 'cuisine', cuisine: one }) as const),
    ],
  };
};

/** The day on which the set's queries were written, as far as a year that is not said depends on it. */
const SAID = new Date('2022-01-01T00:00:00Z');

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/**
 * What the words of a task ask for, as the product reads them. The sandbox tells only which names are places: one that
 * was read and is none is taken for the nearest that is one.
 */
export const askedInText = (query: string, box: Sandbox): Asked => {
  const wish = readTripWish(query, SAID);
  const ends = [...box.flights.map(({ OriginCityName: from }) => from), ...box.roads.map(({ from }) => from)];
  const homes = [...new Set(ends)].filter((city) => !box.cities.includes(city) || wish.home === city);
  const same = (one: string, other: string | undefined): boolean => other !== undefined && plain(one) === plain(other);
  const home =
    homes.find((city) => same(city, wish.home)) ?? homes.find((city) => query.includes(city)) ?? wish.home ?? '';
  const city = box.cities.find((one) => same(one, wish.destination));
  const days = wish.days ?? 3;
  const visit = wish.cities ?? (city === undefined || days > 3 ? box.cities.length : 1);
  return {
    home,
    among: visit === 1 && city !== undefined ? [city] : box.cities,
    visit,
    startDate: wish.dates?.startDate ?? '2022-03-01',
    days,
    // Whoever counts nobody speaks of one.
    people: wish.people ?? 1,
    budget: wish.budget ? wish.budget.amount / 100 : (wish.bareBudget ?? 0),
    rules: wish.rules,
  };
};
