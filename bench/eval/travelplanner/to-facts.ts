import { DateTime } from 'luxon';
import { noPreferences } from '../../../trips/families/family.ts';
import type { Candidate } from '../../../trips/itineraries/candidate.ts';
import type { PlanningFacts } from '../../../trips/itineraries/planning-facts.ts';
import type { RoomType } from '../../../trips/itineraries/trip-rules.ts';
import { minutesOf, type Sandbox } from './task.ts';
import type { Asked } from './wishes.ts';

const currency = 'USD';
const dollars = (amount: number) => ({ amount: Math.round(amount * 100), currency });
const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const ROOM: Readonly<Record<string, RoomType>> = {
  'Entire home/apt': 'entire',
  'Private room': 'private',
  'Shared room': 'shared',
};

/** How a plan names a place, and how the set reads such a name. */
export const nameIn = (name: string, city: string): string => `${name}, ${city}`;
const READ = /(.*?),\s*([^,]+)(\(\w[\w\s]*\))?$/;

/** The rows a plan can speak of: those whose name leads back to them and to no row before. */
const nameable = <T>(rows: readonly T[], nameOf: (row: T) => string, cityOf: (row: T) => string): readonly T[] => {
  const byCity = Map.groupBy(rows, cityOf);
  return rows.filter((row) => {
    const found = READ.exec(nameIn(nameOf(row), cityOf(row)));
    const name = found?.[1]?.trim();
    if (name === undefined || found?.[2] !== cityOf(row) || name !== nameOf(row).trim() || /[;\n]/.test(name))
      return false;
    return byCity.get(cityOf(row))?.find((other) => nameOf(other).includes(name)) === row;
  });
};

const base = { diets: {}, about: '' } as const;

/** The offers of a sandbox as the product's candidates. `timed: false` leaves out when a way leaves and arrives. */
const candidatesOf = (box: Sandbox, timed: boolean): readonly Candidate[] => [
  ...nameable(
    box.accommodations,
    ({ NAME }) => NAME,
    ({ city }) => city,
  ).map(
    (row, index): Candidate => ({
      ...base,
      id: `stay ${index}`,
      kind: 'lodging',
      name: row.NAME,
      city: row.city,
      price: { per: 'night', each: dollars(row.price), ofRoom: true },
      rating: row['review rate number'] ?? undefined,
      stay: {
        sleeps: row['maximum occupancy'],
        minNights: row['minimum nights'],
        roomType: ROOM[row['room type']],
        forbids: [...String(row.house_rules ?? '').matchAll(/No ([^&]+)/g)].map(([, what = '']) => what.trim()),
      },
    }),
  ),
  ...nameable(
    box.restaurants,
    ({ Name }) => Name,
    ({ City }) => City,
  ).map(
    (row, index): Candidate => ({
      ...base,
      id: `meal ${index}`,
      kind: 'meal',
      name: row.Name,
      city: row.City,
      meals: ['breakfast', 'lunch', 'dinner'],
      price: { per: 'person', adult: dollars(row['Average Cost']) },
      cuisines: row.Cuisines.split(',').map((cuisine) => cuisine.trim()),
      rating: row['Aggregate Rating'] || undefined,
    }),
  ),
  ...nameable(
    box.attractions,
    ({ Name }) => Name,
    ({ City }) => City,
  ).map((row, index): Candidate => ({ ...base, id: `sight ${index}`, kind: 'sight', name: row.Name, city: row.City })),
  ...box.flights.map(
    (row): Candidate => ({
      ...base,
      id: `flight ${row['Flight Number']}`,
      kind: 'leg',
      name: `Flight ${row['Flight Number']}`,
      price: { per: 'person', adult: dollars(row.Price) },
      leg: {
        mode: 'flight',
        from: row.OriginCityName,
        to: row.DestCityName,
        date: row.FlightDate,
        ...(timed
          ? { departs: clock(row.DepTime), arrives: clock(row.ArrTime), minutes: minutesOf(row.ActualElapsedTime) }
          : {}),
      },
    }),
  ),
  ...box.roads.map(({ how, from, to, km, minutes }): Candidate => {
    const taxi = how === 'taxi';
    return {
      ...base,
      id: `${how} ${from} to ${to}`,
      kind: 'leg',
      name: taxi ? 'Taxi' : 'Your own car',
      price: { per: 'vehicle', each: dollars(Math.trunc(taxi ? km : km * 0.05)), seats: taxi ? 4 : 5 },
      leg: { mode: taxi ? 'taxi' : 'own-car', from, to, ...(timed ? { minutes } : {}) },
    };
  }),
];

/** A task as the product's planner takes it: one family, three meals and a sight on every full day. */
export const factsOf = (asked: Asked, box: Sandbox, timed: boolean): PlanningFacts => {
  const end = DateTime.fromISO(asked.startDate, { zone: 'utc' }).plus({ days: asked.days - 1 });
  return {
    trip: {
      startDate: asked.startDate,
      endDate: end.toISODate() ?? asked.startDate,
      destination: asked.among[0] ?? '',
      budget: dollars(asked.budget),
      round: { home: asked.home, among: asked.among, visit: asked.visit },
      everyFullDay: { meals: ['breakfast', 'lunch', 'dinner'], sights: 1 },
      rules: asked.rules,
    },
    families: [
      {
        id: 'party',
        members: Array.from({ length: asked.people }, () => ({ child: false })),
        preferences: noPreferences,
      },
    ],
    candidates: candidatesOf(box, timed),
    decided: [],
  };
};
