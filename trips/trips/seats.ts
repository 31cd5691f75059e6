import { type Family, headCount } from '../families/family.ts';
import { type Records, retrying } from '../records.ts';
import { type Participation, participations, type Trip } from './trip.ts';

/** Brings the family's name and head count, as its trips know them, up to date. */
export const refreshSeats = async (records: Records, family: Family): Promise<void> => {
  for (const { tripId, id } of await records.list(participations, family.id)) {
    for (const pk of [family.id, tripId]) {
      await retrying(async () => {
        const seat = await records.read(participations, pk, id);
        if (!seat) return undefined;
        const next: Participation = {
          ...seat,
          familyName: family.name,
          adminId: family.adminId,
          heads: headCount(family),
        };
        const commit = await records.commit(pk, [{ put: next, ifMatch: seat._etag }]);
        return commit.ok ? undefined : 'conflict';
      });
    }
  }
};

/** Tells the trip's families, in their own partitions too, what it is called now. */
export const renameInSeats = async (
  records: Records,
  { id: tripId, name }: Pick<Trip, 'id' | 'name'>,
): Promise<void> => {
  for (const { familyId, id } of await records.list(participations, tripId)) {
    for (const pk of [tripId, familyId]) {
      await retrying(async () => {
        const seat = await records.read(participations, pk, id);
        if (!seat) return undefined;
        const next: Participation = { ...seat, tripName: name };
        return (await records.commit(pk, [{ put: next, ifMatch: seat._etag }])).ok ? undefined : 'conflict';
      });
    }
  }
};
