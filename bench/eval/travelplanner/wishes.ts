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

/** What the words of a task ask for. */
export const askedInText = (_query: string, _box: Sandbox): Asked => {
  throw new Error('not yet');
};
