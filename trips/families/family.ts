import { z } from 'zod';
import type { UserId } from '../ids.ts';
import { money } from '../money.ts';
import { FORMER_FAMILY } from '../privacy/former.ts';
import type { Entity, Kind } from '../records.ts';
import { ageBand } from './age-band.ts';

/** A family has at most this many members (the product's limit; it bounds documents and cards). */
export const MAX_MEMBERS = 12;

/** One person of a family; `userId` once they have an account. Children are known by name and age only. */
export const member = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  age: z.int().min(0).max(120).optional(),
  /** Was counted ("2 adults") and not named yet. */
  unnamed: z.boolean().optional(),
  /** When the age was not said in years. */
  ageBand: ageBand.optional(),
  child: z.boolean(),
  userId: z.string().optional(),
  /** How much they like things, 1-5 by topic. */
  interests: z.record(z.string().max(40), z.number().min(1).max(5)).optional(),
  /** How the family's admin reaches them; never shown outside the family. */
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }).optional(),
});
export type Member = Readonly<z.infer<typeof member>>;

/** Whom to call in an emergency. */
export const emergencyContact = z.object({
  name: z.string().min(1).max(60),
  relation: z.string().max(60).optional(),
  /** E.164. */
  phone: z.string(),
});
export type EmergencyContact = Readonly<z.infer<typeof emergencyContact>>;

/** Emergency contacts a family can name. */
export const MAX_EMERGENCY_CONTACTS = 5;

/** Interests of one person, or of a family, that are kept. */
export const MAX_INTERESTS = 30;

export const pace = z.enum(['slow', 'steady', 'full']);

/** What a family needs and wishes. Private to the family: others learn only what follows from it. */
export const preferences = z.object({
  /** Words as the family said them, e.g. `vegetarian`, `no nuts`, `halal`. */
  diet: z.array(z.string().max(60)).max(20),
  /** What must not be eaten or touched, e.g. `nuts`, `bee stings`. */
  allergies: z.array(z.string().max(60)).max(20),
  /** E.g. `wheelchair`, `stroller`, `no stairs`. */
  mobility: z.array(z.string().max(60)).max(20),
  /** The most the family wants to spend on the whole trip. */
  budget: money.optional(),
  pace: pace.optional(),
  /** Interest 1-5 by topic, e.g. `{ beach: 5 }`. */
  interests: z.record(z.string().max(40), z.number().min(1).max(5)),
  /** Days (trip time zone) the family cannot do. */
  unavailable: z.array(z.iso.date()).max(60),
  /** Anything else to bear in mind. */
  notes: z.string().max(500).optional(),
});
export type Preferences = Readonly<z.infer<typeof preferences>>;

export const noPreferences: Preferences = { diet: [], allergies: [], mobility: [], interests: {}, unavailable: [] };

/** A family: the unit that joins, votes and leaves. Partition: the family itself. */
export interface Family extends Entity {
  readonly type: 'family';
  readonly name: string;
  readonly adminId: UserId;
  readonly members: readonly Member[];
  readonly preferences: Preferences;
  readonly emergencyContacts: readonly EmergencyContact[];
  readonly createdAt: string;
}

export const families: Kind<Family> = {
  type: 'family',
  version: 2,
  upgrades: {
    1: ({ preferences: said, ...rest }) => ({
      ...rest,
      preferences: { allergies: [], ...(said as object) },
      emergencyContacts: [],
    }),
  },
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('family'),
    _schema_version: z.number(),
    name: z.string(),
    adminId: z.string(),
    members: z.array(member),
    preferences,
    emergencyContacts: z.array(emergencyContact),
    createdAt: z.string(),
  }),
};

/** `the Chens`, `the Ruizes`: a family spoken of as a group. */
export const sayFamily = (name: string): string =>
  name === FORMER_FAMILY
    ? 'a former family'
    : `the ${name}${/(s|x|z|ch|sh)$/i.test(name) && !/ch$/i.test(name) ? 'es' : 's'}`;

/** Heads for weighing and for money: every member counts as one person. */
export const headCount = (family: Pick<Family, 'members'>): number => Math.max(1, family.members.length);
