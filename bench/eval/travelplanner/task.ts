import { z } from 'zod';

const restaurant = z.object({
  Name: z.string(),
  'Average Cost': z.number(),
  Cuisines: z.string(),
  'Aggregate Rating': z.number(),
  City: z.string(),
});
const attraction = z.object({ Name: z.string(), City: z.string() });
const accommodation = z.object({
  NAME: z.string(),
  price: z.number(),
  'room type': z.string(),
  house_rules: z.unknown(),
  'minimum nights': z.number(),
  'maximum occupancy': z.number(),
  'review rate number': z.number().nullish(),
  city: z.string(),
});
const flight = z.object({
  'Flight Number': z.string(),
  Price: z.number(),
  DepTime: z.string(),
  ArrTime: z.string(),
  ActualElapsedTime: z.string(),
  FlightDate: z.string(),
  OriginCityName: z.string(),
  DestCityName: z.string(),
});
export type Restaurant = z.infer<typeof restaurant>;
export type Attraction = z.infer<typeof attraction>;
export type Accommodation = z.infer<typeof accommodation>;
export type Flight = z.infer<typeof flight>;

/** One day of a plan as the set writes it; `-` is deliberately empty. */
export interface PlanRow {
  readonly days: number;
  readonly current_city: string;
  readonly transportation: string;
  readonly breakfast: string;
  readonly attraction: string;
  readonly lunch: string;
  readonly dinner: string;
  readonly accommodation: string;
}

/** A task of the set: a query, the same in fields, and all that may be used for the plan. */
export const task = z.object({
  idx: z.number(),
  level: z.string(),
  query: z.string(),
  org: z.string(),
  dest: z.string(),
  days: z.number(),
  visiting_city_number: z.number(),
  people_number: z.number(),
  budget: z.number(),
  flight_dates: z.array(z.string()).optional(),
  local_constraint: z.object({
    'house rule': z.string().nullish(),
    cuisine: z.array(z.string()).nullish(),
    'room type': z.string().nullish(),
    transportation: z.string().nullish(),
  }),
  sandbox: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.unknown()))])),
});
export type Task = z.infer<typeof task>;

/** What a task's sandbox offers, by sort. */
export interface Sandbox {
  readonly cities: readonly string[];
  readonly restaurants: readonly Restaurant[];
  readonly attractions: readonly Attraction[];
  readonly accommodations: readonly Accommodation[];
  readonly flights: readonly Flight[];
  readonly roads: readonly Road[];
}

/** A way by road. `minutes` are absent when the text does not state them. */
export interface Road {
  readonly how: 'self-driving' | 'taxi';
  readonly from: string;
  readonly to: string;
  readonly km: number;
  readonly minutes: number;
  readonly text: string;
}

const ROAD = /^(self-driving|taxi), from (.+?) to (.+?), duration: (.+?), distance: ([\d,.]+) ?(?:km|m)\b/i;

/** `3 hours 29 mins` in minutes. */
export const minutesOf = (duration: string): number =>
  60 * Number(/(\d+) ?h/.exec(duration)?.[1] ?? 0) + Number(/(\d+) ?m/.exec(duration)?.[1] ?? 0);

const rowsOf = <T>(box: Task['sandbox'], start: string, schema: z.ZodType<T>): readonly T[] =>
  Object.entries(box).flatMap(([key, value]) =>
    key.startsWith(start) && Array.isArray(value) ? value.map((row) => schema.parse(row)) : [],
  );

/** Sorts a sandbox. A road trip of more than a day is none, as the set has it. */
export const openSandbox = ({ sandbox }: Task): Sandbox => ({
  cities: Object.keys(sandbox).flatMap((key) => (key.startsWith('Accommodations in ') ? [key.slice(18)] : [])),
  restaurants: rowsOf(sandbox, 'Restaurants in', restaurant),
  attractions: rowsOf(sandbox, 'Attractions in', attraction),
  accommodations: rowsOf(sandbox, 'Accommodations in', accommodation),
  flights: rowsOf(sandbox, 'Flight', flight),
  roads: Object.values(sandbox).flatMap((value): readonly Road[] => {
    const found = typeof value === 'string' ? ROAD.exec(value) : undefined;
    if (!found) return [];
    const [text, how = '', from = '', to = '', duration = '', km = ''] = found;
    if (duration.includes('day')) return [];
    return [
      {
        how: how.toLowerCase() as Road['how'],
        from,
        to,
        km: Number(km.replaceAll(',', '')),
        minutes: minutesOf(duration),
        text,
      },
    ];
  }),
});
