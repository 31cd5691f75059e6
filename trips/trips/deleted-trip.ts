import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/**
 * That a trip was deleted: by this the rest of it is taken away, whatever breaks off in between, and a repeated deletion
 * is known to be one. Partition: the trip.
 */
export interface DeletedTrip extends Entity {
  readonly type: 'deleted_trip';
  readonly tripId: TripId;
  readonly name: string;
  readonly timeZone: string;
  readonly deletedBy: UserId;
  /** By name, as the others are told. */
  readonly byFamily: string;
  /** Who sat in it, each with its admin. */
  readonly seats: readonly { readonly familyId: FamilyId; readonly adminId: UserId }[];
  /** The conversation that has heard already. */
  readonly heardIn?: string | undefined;
  readonly deletedAt: string;
  /** How often it was cleared. */
  readonly cleared: number;
}

export const deletedTrips: Kind<DeletedTrip> = {
  type: 'deleted_trip',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('deleted_trip'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    dueAt: z.string().optional(),
    tripId: z.string(),
    name: z.string(),
    timeZone: z.string(),
    deletedBy: z.string(),
    byFamily: z.string(),
    seats: z.array(z.object({ familyId: z.string(), adminId: z.string() })),
    heardIn: z.string().optional(),
    deletedAt: z.string(),
    cleared: z.int(),
  }),
};

export const deletedTripId = (tripId: TripId): string => `deleted_${tripId}`;
