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

/** Minutes from one place to another by street, rounded up to five. */
export const wayMinutes = (from: Point, to: Point): number => {
  const north = (to.lat - from.lat) * DEGREE_KM;
  const east = (to.lon - from.lon) * DEGREE_KM * Math.cos(((from.lat + to.lat) / 2) * (Math.PI / 180));
  const km = Math.hypot(north, east) * DETOUR;
  const minutes = km <= WALK_KM ? (km / WALK_KM_AN_HOUR) * 60 : WAIT_MINUTES + (km / RIDE_KM_AN_HOUR) * 60;
  return Math.ceil(minutes / 5) * 5;
};
