import type { TripId } from '../ids.ts';
import type { Records } from '../records.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { families } from './family.ts';

/** The names of all minors in the families of a trip. */
export const childrenIn = async (records: Records, tripId: TripId): Promise<readonly string[]> => {
  const seats = await familiesIn(records, tripId);
  const all = await Promise.all(seats.map(({ familyId }) => records.read(families, familyId, familyId)));
  return all.flatMap((family) => family?.members.flatMap(({ child, name }) => (child ? [name] : [])) ?? []);
};
