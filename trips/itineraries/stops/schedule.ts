import type { Stop } from '../../trips/stops.ts';

/** A stop with its nights, counted from the first night of the trip. */
export interface Stay {
  readonly city: string;
  readonly from: number;
  readonly nights: number;
}

/**
 * How many nights each stop has, so that together they are the nights of the trip. `begins` says from which night on the
 * papers have the group in a stop; what they say goes before what was wished. Stops that find no night are left out.
 */
export const scheduleStops = (
  wished: readonly Stop[],
  nights: number,
  begins: readonly (number | undefined)[] = [],
): readonly Stay[] => {
  const stops = wished.slice(0, Math.max(0, nights));
  const fixed = stops.map((_, index) => (index === 0 ? 0 : begins[index]));
  const held = inOrder(fixed, nights);
  const stays: Stay[] = [];
  for (let first = 0; first < stops.length; ) {
    const next = held.findIndex((night, index) => index > first && night !== undefined);
    const until = next < 0 ? stops.length : next;
    const from = held[first] ?? 0;
    const shares = shared(stops.slice(first, until), (next < 0 ? nights : (held[next] ?? nights)) - from);
    let night = from;
    for (const [index, own] of shares.entries()) {
      stays.push({ city: stops[first + index]?.city ?? '', from: night, nights: own });
      night += own;
    }
    first = until;
  }
  return stays;
};

/** The beginnings that leave every stop a night; one that does not is no help. */
const inOrder = (begins: readonly (number | undefined)[], nights: number): readonly (number | undefined)[] => {
  let last = 0;
  let lastNight = 0;
  return begins.map((night, index) => {
    if (night === undefined || index === 0) return night;
    const fits = night - lastNight >= index - last && nights - night >= begins.length - index;
    if (!fits) return undefined;
    last = index;
    lastNight = night;
    return night;
  });
};

/** Nights for stops that have so many together: as wished, the rest to those without a wish, what is amiss to the last. */
const shared = (stops: readonly Stop[], nights: number): readonly number[] => {
  const open = stops.filter((stop) => stop.nights === undefined).length;
  const said = stops.reduce((sum, stop) => sum + (stop.nights ?? 0), 0);
  const rest = Math.max(open, nights - said);
  let given = 0;
  const own = stops.map((stop): number => {
    if (stop.nights !== undefined) return stop.nights;
    given += 1;
    // The earlier ones have one more where it does not come out even.
    return Math.floor(rest / open) + (given <= rest % open ? 1 : 0);
  });
  let amiss = nights - own.reduce((sum, one) => sum + one, 0);
  for (let index = own.length - 1; index >= 0 && amiss !== 0; index -= 1) {
    const one = own[index] ?? 1;
    const next = amiss > 0 ? one + amiss : Math.max(1, one + amiss);
    amiss -= next - one;
    own[index] = next;
  }
  return own;
};
