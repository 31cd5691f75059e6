import { cityMapping } from 'city-timezones';
import { own } from '../own.ts';
import { ALSO_CALLED } from './place-names.ts';

/** Whether a time zone's name is one that clocks can be set by. */
export const knownZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Share of a region's city people that must live in one time zone for the region to stand for it. */
const MOST_OF_IT = 0.75;

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** City people by time zone, by the name of a city, or of a province or country. */
type People = Map<string, Map<string, number>>;

const count = (into: People, name: string, zone: string, people: number): void => {
  const key = fold(name);
  if (key === '') return;
  const zones = into.get(key) ?? new Map<string, number>();
  into.set(key, zones.set(zone, (zones.get(zone) ?? 0) + people));
};

interface OnMap {
  /** In degrees. */
  readonly lat: number;
  readonly lon: number;
  readonly people: number;
}

let known:
  | {
      readonly cities: People;
      readonly regions: People;
      readonly map: ReadonlyMap<string, OnMap>;
      /** What countries are called in Spanish, and in English here. */
      readonly abroad: ReadonlyMap<string, string>;
    }
  | undefined;

/** The name that the list has for what somebody calls a place. */
const listedName = (name: string): string => {
  const key = fold(name);
  const { cities, regions, abroad } = places();
  const also = own(ALSO_CALLED, key);
  if (also !== undefined) return also;
  return cities.has(key) || regions.has(key) ? key : (abroad.get(key) ?? key);
};

const places = (): NonNullable<typeof known> => {
  if (known) return known;
  const cities: People = new Map();
  const regions: People = new Map();
  const map = new Map<string, OnMap>();
  const sound = new Map<string, boolean>();
  const abroad = new Map<string, string>();
  const inSpanish = new Intl.DisplayNames(['es'], { type: 'region' });
  for (const { city, city_ascii, province, country, iso2, timezone, pop, lat, lng: lon } of cityMapping) {
    if (!timezone) continue;
    // Thousands of cities share a few hundred zones, and asking about one takes a tenth of a millisecond.
    if (!sound.has(timezone)) sound.set(timezone, knownZone(timezone));
    if (!sound.get(timezone)) continue;
    for (const name of new Set([city, city_ascii])) {
      // Of two cities of one name the larger is meant.
      const key = fold(name);
      if ((cities.get(key)?.values().next().value ?? -1) < pop) cities.set(key, new Map([[timezone, pop]]));
      if ((map.get(key)?.people ?? -1) < pop) map.set(key, { lat, lon, people: pop });
    }
    for (const name of new Set([province, country])) if (name) count(regions, name, timezone, pop);
    if (/^[A-Z]{2}$/.test(iso2)) abroad.set(iso2, country);
  }
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const name = fold(zone.slice(zone.lastIndexOf('/') + 1));
    if (!cities.has(name)) cities.set(name, new Map([[zone, 0]]));
  }
  known = {
    ...{ cities, regions, map },
    abroad: new Map([...abroad].map(([iso2, country]) => [fold(inSpanish.of(iso2) ?? iso2), fold(country)])),
  };
  return known;
};

const zoneOfName = (name: string): string | undefined => {
  const { cities, regions } = places();
  const key = listedName(name);
  const region = regions.get(key);
  const city = cities.get(key)?.keys().next().value;
  if (!region || city !== undefined) return city;
  const all = [...region.values()].reduce((sum, people) => sum + people, 0);
  return [...region].find(([, people]) => people >= all * MOST_OF_IT)?.[0];
};

/** Whether a city, region or country is called so, however it is written. */
export const isKnownPlace = (name: string): boolean => {
  const { map, regions } = places();
  const key = listedName(name);
  return map.has(key) || regions.has(key);
};

/** Where a city is on the map, in degrees; of two cities of one name the larger. `undefined` when it is not known. */
export const placeOnMap = (city: string): Pick<OnMap, 'lat' | 'lon'> | undefined =>
  places().map.get(listedName(city.split(',')[0] ?? ''));

/**
 * The IANA time zone of a place as people name it: a city, a country or region within one zone, or a zone itself;
 * `undefined` when it is not known. Cities by https://www.npmjs.com/package/city-timezones.
 */
export const zoneOfPlace = (place: string): string | undefined => {
  const words = place.trim();
  if (words.includes('/') && knownZone(words)) return words;
  // `Lisbon, Portugal`, `the south of France`: the first part that is known, then without what only narrows it.
  const parts = words.split(/\s*[,;(/]\s*/).filter(Boolean);
  const broader = words.replace(
    /^(?:the |a |north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|coast|of|in|\s)+/i,
    '',
  );
  for (const name of [words, ...parts, broader]) {
    const zone = zoneOfName(name);
    if (zone !== undefined) return zone;
  }
  return undefined;
};
