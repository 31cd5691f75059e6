import { z } from 'zod';
import { type Address, address } from '../people/person.ts';
import type { Entity, Kind } from '../records.ts';

/** A code that lets a family into a trip, or a person into a family. Partition: the code itself. */
export interface Invitation extends Entity {
  readonly type: 'invitation';
  readonly code: string;
  readonly kind: 'trip' | 'family';
  readonly tripId?: string | undefined;
  /** The family invited; absent when it is known by name only and will be made when the code is used. */
  readonly familyId?: string | undefined;
  readonly familyName: string;
  /** For `family`: the member this code makes a person of. */
  readonly memberId?: string | undefined;
  readonly invitedBy: string;
  readonly invitedByName: string;
  readonly expiresAt: string;
  /** Where the code was sent, if we sent it. */
  readonly sentTo?: Address | undefined;
  readonly cancelledAt?: string | undefined;
  readonly usedBy?: string | undefined;
}

export const invitations: Kind<Invitation> = {
  type: 'invitation',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('invitation'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    code: z.string(),
    kind: z.enum(['trip', 'family']),
    tripId: z.string().optional(),
    familyId: z.string().optional(),
    familyName: z.string(),
    memberId: z.string().optional(),
    invitedBy: z.string(),
    invitedByName: z.string(),
    expiresAt: z.string(),
    sentTo: address.optional(),
    cancelledAt: z.string().optional(),
    usedBy: z.string().optional(),
  }),
};

export const invitationId = (code: string): string => `invitation_${code.toUpperCase()}`;
