import { z } from 'zod';
import type { FamilyId, TripId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';
import { type Participation, participations } from './trip.ts';

/** A family that has left a trip: what it paid or owes there keeps its name. Kept in the trip's partition and, to be found again, in the family's. */
export interface FormerFamily extends Entity {
  readonly type: 'former_family';
  readonly tripId: TripId;
  readonly familyId: FamilyId;
  readonly familyName: string;
  readonly leftAt: string;
}

export const formerFamilies: Kind<FormerFamily> = {
  type: 'former_family',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('former_family'),
    _schema_version: z.number(),
    tripId: z.string(),
    familyId: z.string(),
    familyName: z.string(),
    leftAt: z.string(),
  }),
};

export const formerFamilyId = (tripId: TripId, familyId: FamilyId): string => `former_${tripId}_${familyId}`;

/** A family as a trip remembers it, for the trip's partition. `leftAt` is a UTC instant. */
export const formerFamily = (
  { tripId, familyId, familyName }: Pick<Participation, 'tripId' | 'familyId' | 'familyName'>,
  leftAt: string,
): FormerFamily => ({
  pk: tripId,
  id: formerFamilyId(tripId, familyId),
  type: 'former_family',
  _schema_version: 1,
  tripId,
  familyId,
  familyName,
  leftAt,
});

/** The names of every family that is or was in the trip, by id. */
export const familyNames = async (records: Records, tripId: TripId): Promise<ReadonlyMap<FamilyId, string>> => {
  const [was, is] = await Promise.all([records.list(formerFamilies, tripId), records.list(participations, tripId)]);
  return new Map([...was, ...is].map(({ familyId, familyName }) => [familyId, familyName]));
};
