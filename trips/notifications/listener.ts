import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type Language, language } from '../language.ts';
import type { Entity, Kind, Records } from '../records.ts';

/** `plugin`: what an operator added, which brings people news and hears nothing from them. */
export const door = z.enum(['sms', 'teams', 'web', 'email', 'plugin']);
export type Door = z.infer<typeof door>;

/** Where one message goes: enough for a door to write there. */
export const recipient = z.object({
  door,
  /** The conversation's id at its door: a phone number, an e-mail address, a Teams or Direct Line conversation id. */
  conversation: z.string(),
  /** Several people read along. */
  group: z.boolean().optional(),
  /** What the door needs to write there later; opaque to everyone else. */
  reference: z.unknown().optional(),
  /** The one kind of message that may go to an address that has not opted in: somebody's invitation. Never after an opt-out. */
  unasked: z.boolean().optional(),
});
export type Recipient = Readonly<z.infer<typeof recipient>>;

/** A conversation that hears what happens in a trip. Partition: the trip. */
export interface Listener extends Entity {
  readonly type: 'listener';
  readonly tripId: TripId;
  readonly door: Door;
  /** The conversation's id at its door (a phone number, a Teams or Direct Line conversation id). */
  readonly conversation: string;
  /** A Teams channel or group chat: private things are not said there. */
  readonly group: boolean;
  /** Whom it speaks to; in a group, who bound it to the trip. */
  readonly userId: UserId;
  /** Absent in a group. */
  readonly familyId?: FamilyId | undefined;
  /** What is spoken there, as far as it was not asked for by its person; English when absent. */
  readonly language?: Language | undefined;
  /** What the door needs to write there later (a conversation reference); opaque to everyone else. */
  readonly reference?: unknown;
}

export const listeners: Kind<Listener> = {
  type: 'listener',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('listener'),
    _schema_version: z.number(),
    tripId: z.string(),
    door,
    conversation: z.string(),
    group: z.boolean(),
    userId: z.string(),
    familyId: z.string().optional(),
    language: language.optional(),
    reference: z.unknown().optional(),
  }),
};

/** The key of a conversation across doors; safe to put into an id. */
export const conversationKey = (records: Pick<Records, 'lookupKey'>, atDoor: Door, conversation: string): string =>
  `conversation_${records.lookupKey(`${atDoor} ${conversation}`)}`;

export const listenerId = (key: string): string => `listener_${key}`;
