import { z } from 'zod';
import type { FamilyId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/** The doors a person can be known by. `web` is a web-chat user id, `teams` an Entra object id, `sms` an E.164 number. */
export const addressDoor = z.enum(['sms', 'teams', 'web', 'email']);
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
    createdAt: z.string(),
  }),
};

/** Who an address belongs to, and whether it may be written to. Partition: the address itself. */
export interface AddressEntry extends Entity {
  readonly type: 'address';
  readonly door: AddressDoor;
  readonly userId?: UserId | undefined;
  /** Consent to be written to without having asked: the words that gave it, and when. */
  readonly optedIn?: { readonly wording: string; readonly at: string } | undefined;
  readonly optedOutAt?: string | undefined;
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
    optedIn: z.object({ wording: z.string(), at: z.string() }).optional(),
    optedOutAt: z.string().optional(),
  }),
};
