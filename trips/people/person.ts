import { z } from 'zod';
import { type AgeBand, ageBand } from '../families/age-band.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type Language, language } from '../language.ts';
import { type NotificationPreferences, notificationPreferences } from '../notifications/preferences.ts';
import type { Entity, Kind } from '../records.ts';

/** The doors a person can be known by. `web` is a web-chat user id, `teams` an Entra object id, `sms` an E.164 number,
 * `entra` a tenant and object id. */
export const addressDoor = z.enum(['sms', 'teams', 'web', 'email', 'entra']);
export type AddressDoor = z.infer<typeof addressDoor>;

export const address = z.object({ door: addressDoor, value: z.string().min(1).max(320) });
export type Address = Readonly<z.infer<typeof address>>;

/** A person with an account. Partition: the user itself. */
export interface Person extends Entity {
  readonly type: 'user';
  readonly name: string;
  readonly familyId: FamilyId;
  readonly addresses: readonly Address[];
  /** Trips in which the person sits with another family than their own (a sample trip), by trip id. */
  readonly seats?: Readonly<Record<string, FamilyId>> | undefined;
  /** Accounts that went up in this one: what was said as one of them is theirs too. */
  readonly mergedFrom?: readonly UserId[] | undefined;
  /** Trips of families they belonged to before: what they did there is found by this. */
  readonly pastTrips?: readonly TripId[] | undefined;
  /** Came by a link and has proved no address yet: may chat and vote, and becomes an account by proving one. */
  readonly guest?: boolean | undefined;
  /** As they said when asked; only the band is kept. */
  readonly ageBand?: AgeBand | undefined;
  readonly notifications?: NotificationPreferences | undefined;
  /** The language they have asked to be spoken to in; until then each conversation goes by what is written there. */
  readonly language?: Language | undefined;
  /** Since when nothing of theirs is processed beyond being kept (GDPR Article 18). */
  readonly restrictedAt?: string | undefined;
  /** Made by operators only: may use the admin routes. */
  readonly superAdmin?: boolean | undefined;
  readonly createdAt: string;
}

/** The family a person speaks for in a trip. */
export const familyInTrip = (person: Person, tripId: string): FamilyId => person.seats?.[tripId] ?? person.familyId;

export const people: Kind<Person> = {
  type: 'user',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('user'),
    _schema_version: z.number(),
    name: z.string(),
    familyId: z.string(),
    addresses: z.array(address),
    seats: z.record(z.string(), z.string()).optional(),
    mergedFrom: z.array(z.string()).optional(),
    pastTrips: z.array(z.string()).optional(),
    guest: z.boolean().optional(),
    ageBand: ageBand.optional(),
    notifications: notificationPreferences.optional(),
    language: language.optional(),
    restrictedAt: z.string().optional(),
    superAdmin: z.boolean().optional(),
    createdAt: z.string(),
  }),
};

/** Who an address belongs to, and whether it may be written to. Partition: the address itself. */
export interface AddressEntry extends Entity {
  readonly type: 'address';
  readonly door: AddressDoor;
  readonly userId?: UserId | undefined;
  /** Consent to be written to without having asked: the words that gave it, when, and which notice they answered. */
  readonly optedIn?:
    | { readonly wording: string; readonly at: string; readonly noticeVersion?: number | undefined }
    | undefined;
  readonly optedOutAt?: string | undefined;
  /** What was sent there unasked (invitations), and when, the latest last. */
  readonly unasked?: readonly { readonly what: string; readonly at: string }[] | undefined;
}

export const addressEntries: Kind<AddressEntry> = {
  type: 'address',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('address'),
    _schema_version: z.number(),
    door: addressDoor,
    userId: z.string().optional(),
    optedIn: z.object({ wording: z.string(), at: z.string(), noticeVersion: z.int().optional() }).optional(),
    optedOutAt: z.string().optional(),
    unasked: z.array(z.object({ what: z.string(), at: z.string() })).optional(),
  }),
};
