import { z } from 'zod';
import { listed } from '../listed.ts';

/** A trip goes through at most so many cities. */
export const MAX_STOPS = 8;

/** A city a trip stops in. Without `nights` it shares what the others leave. */
export const stop = z.object({
  city: z.string().trim().min(1).max(60),
  nights: z.int().min(1).max(60).optional(),
});
export type Stop = Readonly<z.infer<typeof stop>>;

/** A change of the stops in the words people use; places count from the city that is named. */
export const stopChange = z.discriminatedUnion('kind', [
  /** Behind or before a stop, or at the end. */
  z.strictObject({
    kind: z.literal('add'),
    stop,
    after: z.string().max(60).optional(),
    before: z.string().max(60).optional(),
  }),
  z.strictObject({ kind: z.literal('remove'), city: z.string().max(60) }),
  z.strictObject({
    kind: z.literal('move'),
    city: z.string().max(60),
    after: z.string().max(60).optional(),
    before: z.string().max(60).optional(),
    /** To the beginning or the end. */
    to: z.enum(['first', 'last']).optional(),
  }),
  z.strictObject({ kind: z.literal('swap'), cities: z.tuple([z.string().max(60), z.string().max(60)]) }),
  /** So many nights there, or so many more or fewer. */
  z.strictObject({
    kind: z.literal('nights'),
    city: z.string().max(60),
    nights: z.int().min(1).max(60).optional(),
    more: z.int().min(-30).max(30).optional(),
  }),
]);
export type StopChange = Readonly<z.infer<typeof stopChange>>;

const plain = (city: string): string => city.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
export const sameCity = (one: string, other: string): boolean => plain(one) === plain(other);

/** Why stops cannot stand in a trip of so many nights (when that is known), in words; nothing when they can. */
export const badStops = (stops: readonly Stop[], nights?: number): string | undefined => {
  if (stops.length === 1) return 'one city is no round: set it as the destination';
  if (stops.length > MAX_STOPS) return `a trip can stop in ${MAX_STOPS} cities at most`;
  const twice = stops.find(({ city }, index) => stops.findIndex((one) => sameCity(one.city, city)) !== index);
  if (twice) return `${twice.city} can be one stop only`;
  if (nights !== undefined && stops.length > nights)
    return `${stops.length} cities need as many nights, and the trip has ${nights}`;
  return undefined;
};

/** The nights of all stops together; `undefined` while one of them is open. */
export const nightsOf = (stops: readonly Stop[]): number | undefined => {
  const all = stops.map(({ nights }) => nights);
  return all.some((nights) => nights === undefined) ? undefined : all.reduce((sum: number, n) => sum + (n ?? 0), 0);
};

/** The stops after a change; a sentence when there is nothing such to change. */
export const withChange = (stops: readonly Stop[], change: StopChange): readonly Stop[] | string => {
  const at = (city: string): number => stops.findIndex((one) => sameCity(one.city, city));
  const unknown = (...cities: readonly (string | undefined)[]): string | undefined => {
    const missing = cities.find((city) => city !== undefined && at(city) < 0);
    return missing === undefined ? undefined : `${missing} is no stop of this trip.`;
  };
  const insert = (rest: readonly Stop[], one: Stop, { after, before }: Places): readonly Stop[] => {
    const beside = after ?? before;
    const found = beside === undefined ? -1 : rest.findIndex(({ city }) => sameCity(city, beside));
    const index = found < 0 ? rest.length : before === undefined || after !== undefined ? found + 1 : found;
    return [...rest.slice(0, index), one, ...rest.slice(index)];
  };
  switch (change.kind) {
    case 'add':
      if (at(change.stop.city) >= 0) return `${change.stop.city} is a stop of this trip already.`;
      return unknown(change.after, change.before) ?? insert(stops, change.stop, change);
    case 'remove':
      return unknown(change.city) ?? stops.filter((_, index) => index !== at(change.city));
    case 'move': {
      const wrong = unknown(change.city, change.after, change.before);
      const one = stops[at(change.city)];
      if (wrong !== undefined || !one) return wrong ?? '';
      const rest = stops.filter((other) => other !== one);
      return change.to === 'first' ? [one, ...rest] : insert(rest, one, change);
    }
    case 'swap': {
      const [one, other] = change.cities;
      const [here, there] = [at(one), at(other)];
      const wrong = unknown(one, other);
      if (wrong !== undefined) return wrong;
      return stops.map((stop, index) =>
        index === here ? (stops[there] ?? stop) : index === there ? (stops[here] ?? stop) : stop,
      );
    }
    case 'nights': {
      const wrong = unknown(change.city);
      if (wrong !== undefined) return wrong;
      return stops.map((stop, index) => {
        if (index !== at(change.city)) return stop;
        const nights = change.nights ?? Math.max(1, (stop.nights ?? 1) + (change.more ?? 0));
        return { ...stop, nights };
      });
    }
  }
};

interface Places {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** `Rome 3 nights, Florence 2 and Venice`. */
export const sayStops = (stops: readonly Stop[]): string =>
  listed(
    stops.map(({ city, nights }, index) =>
      nights === undefined ? city : `${city} ${nights}${index === 0 ? (nights === 1 ? ' night' : ' nights') : ''}`,
    ),
  );
