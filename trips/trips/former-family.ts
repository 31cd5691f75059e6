import { z } from 'zod';
import type { FamilyId, TripId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';
import { participations } from './trip.ts';

/** A family that has left a trip: what it paid or owes there keeps its name. Partition: the trip. */
export interface FormerFamily extends Entity {
  readonly type: 'former_family';
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
    familyId: z.string(),
    familyName: z.string(),
    leftAt: z.string(),
  }),
};

export const formerFamilyId = (familyId: FamilyId): string => `former_${familyId}`;

/** The names of every family that is or was in the trip, by id. */
export const familyNames = async (records: Records, tripId: TripId): Promise<ReadonlyMap<FamilyId, string>> => {
  const [was, is] = await Promise.all([records.list(formerFamilies, tripId), records.list(participations, tripId)]);
  return new Map([...was, ...is].map(({ familyId, familyName }) => [familyId, familyName]));
};
