/** Where something is, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Streets are longer than the air line by about this much. */
const DETOUR = 1.3;
/** Up to here people walk, with children. */
const WALK_KM = 1.2;
const WALK_KM_AN_HOUR = 4;
/** Beyond, they ride: so long until they sit in something, and so fast it goes in a town. */
const WAIT_MINUTES = 12;
const RIDE_KM_AN_HOUR = 22;
const DEGREE_KM = 111.2;

/** Up to here people go from city to city by land; so fast, with so much for coming and going. */
const BY_LAND_KM = 700;
const LAND_KM_AN_HOUR = 90;
const LAND_MINUTES = 45;
const AIR_KM_AN_HOUR = 700;
const AIR_MINUTES = 210;

const airline = (from: Point, to: Point): number => {
  const north = (to.lat - from.lat) * DEGREE_KM;
  const east = (to.lon - from.lon) * DEGREE_KM * Math.cos(((from.lat + to.lat) / 2) * (Math.PI / 180));
  return Math.hypot(north, east);
};

/** Minutes from one city to another, door to door and roughly, rounded up to a quarter of an hour. */
export const journeyMinutes = (from: Point, to: Point): number => {
  const km = airline(from, to);
  const minutes =
    km <= BY_LAND_KM ? LAND_MINUTES + ((km * DETOUR) / LAND_KM_AN_HOUR) * 60 : AIR_MINUTES + (km / AIR_KM_AN_HOUR) * 60;
  return Math.ceil(minutes / 15) * 15;
};

/** Minutes from one place to another by street, rounded up to five. */
export const wayMinutes = (from: Point, to: Point): number => {
  const km = airline(from, to) * DETOUR;
  const minutes = km <= WALK_KM ? (km / WALK_KM_AN_HOUR) * 60 : WAIT_MINUTES + (km / RIDE_KM_AN_HOUR) * 60;
  return Math.ceil(minutes / 5) * 5;
};
