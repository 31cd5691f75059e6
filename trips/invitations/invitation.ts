import { z } from 'zod';
import { type Address, address } from '../people/person.ts';
import type { Entity, Kind } from '../records.ts';

/** Days an invitation can be used after it was made, or last sent. */
export const INVITATION_DAYS = 14;

/** Seconds an invitation is kept: a day longer than it can be used, so that late-comers are told why. */
export const INVITATION_TTL_S = (INVITATION_DAYS + 1) * 86_400;

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
  /** Where the code is sent, if we send it; forgotten once it is used or cancelled. */
  readonly sentTo?: Address | undefined;
  /** When it was handed over to be sent, the latest last. */
  readonly sentAt?: readonly string[] | undefined;
  readonly cancelledAt?: string | undefined;
  /** The family that used it. */
  readonly usedBy?: string | undefined;
  /** For `family`: who took the place: their id, or the key of the address they came from. */
  readonly claimedBy?: string | undefined;
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
    sentAt: z.array(z.string()).optional(),
    cancelledAt: z.string().optional(),
    usedBy: z.string().optional(),
    claimedBy: z.string().optional(),
  }),
};

export const invitationId = (code: string): string => `invitation_${code.trim().toUpperCase()}`;

/** That a trip, or a family, has given out a code: so that those still open can be listed. Partition: the trip or the family. */
export interface Invited extends Entity {
  readonly type: 'invited';
  readonly code: string;
}

export const inviteds: Kind<Invited> = {
  type: 'invited',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('invited'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    code: z.string(),
  }),
};

/** The note of a code among those of the trip or the family it is for. */
export const invitedIn = ({ kind, tripId, familyId, code }: Invitation): Invited => ({
  pk: (kind === 'trip' ? tripId : familyId) ?? '',
  id: `invited_${code}`,
  type: 'invited',
  _schema_version: 1,
  ttl: INVITATION_TTL_S,
  code,
});
