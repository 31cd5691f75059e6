import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { UserId } from '../../trips/ids.ts';
import type { Entity, Kind } from '../../trips/records.ts';

/** Seconds what is said in web chat is kept (the product's limit: chat is kept 90 days). */
export const TRANSCRIPT_TTL_SECONDS = 90 * 24 * 60 * 60;

/** One web conversation. Partition: itself. Its `last` is the watermark: every activity takes the next number. */
export interface WebConversation extends Entity {
  readonly type: 'web_conversation';
  /** The Direct Line user id it belongs to. */
  readonly user: string;
  readonly last: number;
  readonly createdAt: string;
}

export const webConversations: Kind<WebConversation> = {
  type: 'web_conversation',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('web_conversation'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    user: z.string(),
    last: z.number().int(),
    createdAt: z.string(),
  }),
};

/** The id of a conversation's own document in its partition. */
export const CONVERSATION_ID = 'conversation';

const file = z.object({ name: z.string(), mediaType: z.string(), blob: z.string() });

/** What the bot is told of an activity that came in. */
const received = z.object({
  event: z.enum(['message', 'joined']),
  user: z.string(),
  userId: z.string().optional(),
  name: z.string().optional(),
  text: z.string(),
  act: z.object({ skill: z.string(), input: z.record(z.string(), z.unknown()) }).optional(),
  files: z.array(file),
});
export type Received = Readonly<Omit<z.infer<typeof received>, 'userId'>> & { readonly userId?: UserId | undefined };
export type ReceivedFile = Readonly<z.infer<typeof file>>;

/** One line of the transcript. Partition: its conversation. `dueAt` stands on it until the bot has answered it. */
export interface WebActivity extends Entity {
  readonly type: 'web_activity';
  readonly sequence: number;
  /** False for events that only the bot sees. */
  readonly shown: boolean;
  /** As Direct Line clients get it. */
  readonly activity: Partial<Activity>;
  /** Set on what came in. */
  readonly received?: Received | undefined;
}

export const webActivities: Kind<WebActivity> = {
  type: 'web_activity',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('web_activity'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    dueAt: z.string().optional(),
    sequence: z.number().int(),
    shown: z.boolean(),
    activity: z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null),
    received: received.optional(),
  }),
};

/** The document id of the activity with this number: numbers sort as ids do. */
export const sequenceId = (sequence: number): string => `activity_${String(sequence).padStart(10, '0')}`;

/** The id Direct Line clients see. */
export const activityId = (conversationId: string, sequence: number): string =>
  `${conversationId}|${String(sequence).padStart(7, '0')}`;

/** What a delivery key led to, so that a repeated key is a no-op. Partition: the conversation. */
export interface WebDelivery extends Entity {
  readonly type: 'web_delivery';
  readonly sequence: number;
  /** What the newest of the messages that replace one another says. */
  readonly content?: string | undefined;
}

export const webDeliveries: Kind<WebDelivery> = {
  type: 'web_delivery',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('web_delivery'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    sequence: z.number().int(),
    content: z.string().optional(),
  }),
};
