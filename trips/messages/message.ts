import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/** Seconds what people write to one another in a trip is kept: 90 days. */
export const MESSAGE_TTL_S = 90 * 86_400;
/** Characters one message may have. */
export const MAX_MESSAGE = 2_000;

/** What one person wrote to everyone in the trip. Partition: the trip. */
export interface TripMessage extends Entity {
  readonly type: 'message';
  readonly tripId: TripId;
  readonly userId: UserId;
  readonly userName: string;
  readonly familyId: FamilyId;
  readonly familyName: string;
  readonly text: string;
  /** Told in every conversation of the trip, by SMS too; otherwise only where the trip's chat is open. */
  readonly everywhere: boolean;
  readonly createdAt: string;
}

export const messages: Kind<TripMessage> = {
  type: 'message',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('message'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string(),
    userId: z.string(),
    userName: z.string(),
    familyId: z.string(),
    familyName: z.string(),
    text: z.string(),
    everywhere: z.boolean(),
    createdAt: z.string(),
  }),
};
