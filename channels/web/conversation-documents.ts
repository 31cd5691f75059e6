import { hash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { UserId } from '../../trips/ids.ts';
import type { Entity, Kind } from '../../trips/records.ts';
import { addressed } from './addressed.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** Seconds what is said in web chat is kept (the product's limit: chat is kept 90 days). */
const TRANSCRIPT_SECONDS = 90 * DAY_SECONDS;

/** The `ttl` of what is saved at `now` (ms): it ends with a day, so that what is written again that day keeps its place in the index. */
export const transcriptTtl = (now: number): number => {
  const second = Math.floor(now / 1000);
  return Math.floor((second + TRANSCRIPT_SECONDS) / DAY_SECONDS) * DAY_SECONDS - second;
};

/**
 * One web conversation. Partition: itself. Its `last` is the watermark: every activity takes the next number. `dueAt`
 * stands on it while something that came in was not answered.
 */
export interface WebConversation extends Entity {
  readonly type: 'web_conversation';
  /** The Direct Line user id it belongs to. */
  readonly user: string;
  readonly last: number;
  /** The numbers of what came in and was not answered, the oldest first. */
  readonly waiting?: readonly number[] | undefined;
  /** The keys of what was appended lately, and how many documents hold the earlier ones (used-keys.ts). */
  readonly keys?: string | undefined;
  readonly aside?: number | undefined;
  /** It is from when each key had a document of its own: some may still be there. */
  readonly marked?: boolean | undefined;
  readonly createdAt: string;
}

export const webConversations: Kind<WebConversation> = {
  type: 'web_conversation',
  version: 2,
  upgrades: { 1: (conversation) => ({ ...conversation, marked: true }) },
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('web_conversation'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    dueAt: z.string().optional(),
    user: z.string(),
    last: z.number().int(),
    waiting: z.array(z.number().int()).optional(),
    keys: z.string().optional(),
    aside: z.number().int().optional(),
    marked: z.boolean().optional(),
    createdAt: z.string(),
  }),
};

/** The id of a conversation's own document in its partition. */
export const CONVERSATION_ID = 'conversation';

const file = z.object({ name: z.string(), mediaType: z.string(), blob: z.string() });

/** What the bot is told of an activity that came in. */
const received = z.object({
  event: z.enum(['message', 'joined', 'left']),
  /** The same for the same event however often it comes; what was saved before there was one has its activity's id. */
  once: z.string().optional(),
  user: z.string(),
  userId: z.string().optional(),
  name: z.string().optional(),
  text: z.string(),
  act: z.object({ skill: z.string(), input: z.record(z.string(), z.unknown()) }).optional(),
  files: z.array(file),
});
export type Received = Readonly<Omit<z.infer<typeof received>, 'userId'>> & { readonly userId?: UserId | undefined };
export type ReceivedFile = Readonly<z.infer<typeof file>>;

/** One line of the transcript, as it is kept: without what its place in the conversation says again. */
interface KeptLine {
  /** False for events that only the bot sees. */
  readonly shown?: boolean | undefined;
  /** What was said. Where, when and by whom is put to it when it is read (addressed.ts). */
  readonly activity: Partial<Activity>;
  readonly at: string;
  /** It came in. */
  readonly inbound?: boolean | undefined;
  /** The number of what it answers. */
  readonly replyTo?: number | undefined;
  /** Of what came in, what the bot is told; not kept of what was answered at once. */
  readonly received?: Received | undefined;
}

/** One line, and where it stands. */
export interface WebLine {
  readonly pk: string;
  readonly sequence: number;
  readonly shown: boolean;
  /** As Direct Line clients get it. */
  readonly activity: Partial<Activity>;
  /** Set on what came in and waits for its answer. */
  readonly received?: Received | undefined;
}

/** The lines that were said in one breath, written once: mostly a message and its answer. Partition: its conversation. */
export interface WebActivity extends Entity {
  readonly type: 'web_activity';
  /** The number of the last of its lines; the others have the numbers before. */
  readonly sequence: number;
  readonly lines: readonly KeptLine[];
}

export const webActivities: Kind<WebActivity> = {
  type: 'web_activity',
  version: 4,
  upgrades: {
    // Since version 2 the conversation knows what waits for an answer.
    1: ({ dueAt: _, ...line }) => line,
    // Before version 3 each line had a document of its own.
    2: ({ shown, activity, received, ...document }) => ({ ...document, lines: [{ shown, activity, received }] }),
    // Before version 4 each activity was kept as clients get it.
    3: ({ lines, ...document }) => ({ ...document, lines: (lines as readonly WholeLine[]).map(shortened) }),
  },
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('web_activity'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    sequence: z.number().int(),
    lines: z.array(
      z.object({
        shown: z.boolean().optional(),
        activity: z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null),
        at: z.string(),
        inbound: z.boolean().optional(),
        replyTo: z.number().int().optional(),
        received: received.optional(),
      }),
    ),
  }),
};

/** A line of version 3. */
type WholeLine = Pick<KeptLine, 'shown' | 'activity' | 'received'>;

const shortened = ({ activity, received, ...line }: WholeLine): KeptLine => ({
  ...line,
  activity,
  at: String(activity.timestamp),
  inbound: received !== undefined,
  received,
});

/** What is kept of an activity that is not addressed yet: who says it stands in its place, but for the name they go by. */
export const keptActivity = (activity: Partial<Activity>): Partial<Activity> =>
  !activity.from || activity.from.name ? activity : { ...activity, from: undefined };

/** A document's lines, the oldest first, in a conversation with `user`. */
export const linesOf = ({ pk, sequence: last, lines }: WebActivity, user: string): readonly WebLine[] =>
  lines.map(({ shown = true, activity, at, inbound = false, replyTo, received }, index) => {
    const sequence = last - lines.length + 1 + index;
    return {
      ...{ pk, sequence, shown },
      activity: addressed(activity, { conversationId: pk, user, sequence, at, inbound, replyTo }),
      ...(received ? { received } : {}),
    };
  });

/** The id of the document whose last line has this number: they sort as numbers do, so that the first after a number holds the line after it. */
export const sequenceId = (sequence: number): string => `activity_${String(sequence).padStart(10, '0')}`;

/** What is remembered of things said, so that they are not said twice. Partition: the conversation. */
export interface WebDelivery extends Entity {
  readonly type: 'web_delivery';
  readonly sequence: number;
  /** What the newest of the messages that replace one another says. */
  readonly content?: string | undefined;
  /** Keys that the conversation itself holds no longer (used-keys.ts). */
  readonly keys?: string | undefined;
}

/** The id of the document that remembers what this led to. */
export const markerId = (key: string): string => `delivery_${hash('sha256', key, 'base64url')}`;

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
    keys: z.string().optional(),
  }),
};
