import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';

/** Days a guest link lets people in. */
export const GUEST_LINK_DAYS = 30;

/** What a link makes of who opens it: the admin of a family of their own in the trip, or one more of the family that gave it out. */
export const guestPlace = z.enum(['family', 'member']);
export type GuestPlace = z.infer<typeof guestPlace>;

/** A link by which people without an account take part. Partition: the hash of its token, which stands nowhere here. */
export interface GuestLink extends Entity {
  readonly type: 'guest_link';
  readonly tripId: TripId;
  readonly place: GuestPlace;
  /** The family that gave it out. */
  readonly familyId: FamilyId;
  readonly createdBy: UserId;
  readonly expiresAt: string;
  readonly revokedAt?: string | undefined;
}

export const guestLinks: Kind<GuestLink> = {
  type: 'guest_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('guest_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string(),
    place: guestPlace,
    familyId: z.string(),
    createdBy: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().optional(),
  }),
};

/** The link a trip, or a family in it, gives out now, so that it can be shown again. Partition: the trip. */
export interface GivenGuestLink extends Entity {
  readonly type: 'given_guest_link';
  /** Kept sealed. */
  readonly token: string;
  readonly expiresAt: string;
}

export const givenGuestLinks: Kind<GivenGuestLink> = {
  type: 'given_guest_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('given_guest_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    token: z.string(),
    expiresAt: z.string(),
  }),
};

export const guestLinkId = (records: Pick<Records, 'lookupKey'>, token: string): string =>
  `guest_link_${records.lookupKey(`guest link ${token}`)}`;

export const givenId = (place: GuestPlace, familyId: FamilyId): string =>
  place === 'family' ? 'guest_link_trip' : `guest_link_${familyId}`;
