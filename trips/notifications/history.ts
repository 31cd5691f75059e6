import type { Person } from '../people/person.ts';
import type { Records } from '../records.ts';
import { tripsOf } from '../trips/create-trip.ts';
import { type Delivery, deliveries } from './delivery.ts';

/** What one person was told in all their trips without having asked, or will be; what was kept for a digest shows as the digest. */
export const notificationsOf = async (records: Records, person: Person): Promise<readonly Delivery[]> => {
  const seats = await tripsOf(records, person);
  const all = await Promise.all(seats.map(({ tripId }) => records.list(deliveries, tripId)));
  return all.flat().filter(({ userId, status }) => userId === person.id && status !== 'held');
};
