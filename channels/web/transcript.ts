import { hash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { type Clock, instant } from '../../trips/clock.ts';
import { type Change, type Entity, type Records, retrying, type Stored } from '../../trips/records.ts';
import {
  CONVERSATION_ID,
  keptActivity,
  linesOf,
  markerId,
  type Received,
  sequenceId,
  transcriptTtl,
  type WebActivity,
  type WebConversation,
  type WebDelivery,
  type WebLine,
  webActivities,
  webConversations,
  webDeliveries,
} from './conversation-documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { PageHints } from './render-web.ts';
import { usedKeys, withKey } from './used-keys.ts';

/** The most lines one batch covers. */
const BATCH_LINES = 100;
/** Conversations whose newest number is remembered, so that a busy one is not read before each write. */
const REMEMBERED = 2_000;

/** Something new to say in a conversation; the transcript numbers, dates and addresses it. */
export interface Line {
  readonly activity: Partial<Activity>;
  readonly shown?: boolean;
  /** The number of what it answers. */
  readonly replyTo?: number | undefined;
  /** Present on what came in: it waits until something settles it. */
  readonly received?: Received;
}

export interface AppendOptions {
  /** Names what is appended: the same key again changes nothing. */
  readonly key?: string | undefined;
  /** The number of the line that is answered by this; when somebody has answered it already, nothing is appended. */
  readonly settles?: number | undefined;
  /** The first of the lines came in, and the others answer it: it does not wait. */
  readonly answered?: boolean | undefined;
  /** A document of the same partition that is saved in the same commit, under its own condition. */
  readonly beside?: Beside | undefined;
  /** Nothing is appended when the newest message with the same `replaces` hint says the same. */
  readonly unlessSame?: boolean | undefined;
}

export type Beside = Extract<Change, { readonly put: Entity }>;

/**
 * `repeated`: the key had been used; `sequence` is where. `settled`: the line had been answered. `moved`: what was to be
 * saved beside it has changed meanwhile. Nothing was saved then.
 */
export type Appended =
  | { readonly status: 'appended'; readonly lines: readonly WebLine[] }
  | { readonly status: 'repeated'; readonly sequence: number }
  | { readonly status: 'settled' }
  | { readonly status: 'moved' }
  | { readonly status: 'no-conversation' };

export interface Batch {
  readonly activities: readonly Partial<Activity>[];
  /** The number of the newest line this batch accounts for: ask for what is after it next. */
  readonly watermark: number;
  /** There is more than one batch may hold. */
  readonly more: boolean;
}

/** What was said in web conversations: durable, numbered, each thing once. */
export interface Transcript {
  /** Makes the conversation unless it is there, with a first line that only the bot sees; returns that line when new. */
  open(conversationId: string, user: string, first: Line): Promise<WebLine | undefined>;
  append(conversationId: string, lines: readonly Line[], options?: AppendOptions): Promise<Appended>;
  /**
   * What came in as it will probably be once it is appended, so that it can be answered before; undefined when the key
   * has been used, and when the conversation is not at hand.
   */
  draft(conversationId: string, line: Line, key: string | undefined): Promise<WebLine | undefined>;
  /** What came after a number, oldest first, at most 100 lines; undefined when there is no such conversation. */
  after(conversationId: string, sequence: number): Promise<Batch | undefined>;
  /** The number of its newest line; undefined when there is no such conversation. */
  newest(conversationId: string): Promise<number | undefined>;
  /** What came in and was not answered, of at most `limit` conversations; the oldest first in each. */
  unanswered(limit: number): Promise<readonly WebLine[]>;
  /** Calls `heard` with what was appended, after each append made in this process; in order within a conversation. */
  onAppend(heard: (conversationId: string, lines: readonly WebLine[]) => void): void;
}

export const transcript = ({ records, clock }: { readonly records: Records; readonly clock: Clock }): Transcript => {
  const heads = new Map<string, Stored<WebConversation>>();
  const lookUp = usedKeys(records);
  /** Of conversations the key that was looked for last, and not found, and what the conversation was like then. */
  const unused = new Map<string, { readonly head: WebConversation; readonly key: string }>();
  const used = async (head: WebConversation, key: string): Promise<number | undefined> => {
    const looked = unused.get(head.pk);
    if (looked?.head === head && looked.key === key) return undefined;
    const sequence = await lookUp(head, key);
    if (sequence === undefined) unused.set(head.pk, { head, key });
    return sequence;
  };
  const inLine = oneAtATime();
  const listeners: ((conversationId: string, lines: readonly WebLine[]) => void)[] = [];

  const remember = (head: Stored<WebConversation>): void => {
    unused.delete(head.pk);
    heads.delete(head.pk);
    heads.set(head.pk, head);
    if (heads.size > REMEMBERED) {
      const oldest = heads.keys().next();
      if (oldest.done) return;
      heads.delete(oldest.value);
      unused.delete(oldest.value);
    }
  };

  const readHead = async (conversationId: string): Promise<Stored<WebConversation> | undefined> => {
    const head = await records.read(webConversations, conversationId, CONVERSATION_ID);
    if (head) remember(head);
    else heads.delete(conversationId);
    return head;
  };

  /** The document of lines said in one breath; `answered`: all but the first answer that one. */
  const document = (conversationId: string, first: number, lines: readonly Line[], answered = false): WebActivity => {
    const last = first + lines.length - 1;
    const at = instant(clock);
    return {
      ...{ pk: conversationId, id: sequenceId(last), type: 'web_activity', _schema_version: webActivities.version },
      ...{ ttl: transcriptTtl(clock.now()), sequence: last },
      lines: lines.map(({ activity, shown = true, received, replyTo = answered ? first : undefined }, index) => ({
        ...(shown ? {} : { shown }),
        at,
        ...(received ? { inbound: true } : replyTo === undefined ? {} : { replyTo }),
        ...(received && !(answered && index === 0) ? { received } : {}),
        activity: keptActivity(activity),
      })),
    };
  };

  const appendOnce = async (
    conversationId: string,
    lines: readonly Line[],
    { key, settles, answered, beside, unlessSame }: AppendOptions,
  ): Promise<Appended | 'conflict'> => {
    const waits = (head: WebConversation): boolean => settles === undefined || !!head.waiting?.includes(settles);
    let head = heads.get(conversationId) ?? (await readHead(conversationId));
    // What is remembered may be from before another process took the line in.
    if (head && !waits(head)) head = await readHead(conversationId);
    if (!head) return { status: 'no-conversation' };
    if (!waits(head)) return { status: 'settled' };
    const repeated = key === undefined ? undefined : await used(head, key);
    if (repeated !== undefined) return { status: 'repeated', sequence: repeated };
    if (lines.length === 0 && settles === undefined && !beside) return { status: 'appended', lines: [] };
    const { user } = head;
    const first = head.last + 1;
    const last = head.last + lines.length;
    const saying = document(conversationId, first, lines, answered);
    const said = linesOf(saying, user);
    const changes: Change[] = [];
    const kept = { pk: conversationId, ttl: transcriptTtl(clock.now()) };
    const keyed = key === undefined ? undefined : withKey(head, key, first, kept);
    if (keyed?.setAside) changes.push({ put: keyed.setAside });
    for (const { activity, sequence } of said) {
      const newest = newestOf(kept, activity, sequence);
      if (!newest) continue;
      const known = unlessSame ? await records.read(webDeliveries, conversationId, newest.id) : undefined;
      if (known && known.content === newest.content) return { status: 'repeated', sequence: known.sequence };
      // No condition of its own: every append to a conversation holds its head.
      changes.push({ put: newest });
    }
    const waiting = [
      ...(head.waiting ?? []).filter((sequence) => sequence !== settles),
      ...said.filter(({ received }) => received !== undefined).map(({ sequence }) => sequence),
    ];
    const headAt = changes.length;
    const newHead = headOf({ ...head, ...keyed?.held, ttl: kept.ttl, last }, waiting, instant(clock));
    changes.push({ put: newHead, ifMatch: head._etag });
    if (said.length > 0) changes.push({ put: saying, ifAbsent: true, unread: true });
    // Last: of two that fail the first is told, and a head that has moved is no reason to ask the conversation again.
    if (beside) changes.push(beside);

    const commit = await records.commit(conversationId, changes);
    if (!commit.ok) {
      if (commit.conflict === beside?.put.id) return { status: 'moved' };
      heads.delete(conversationId);
      return 'conflict';
    }
    remember({ ...newHead, _etag: commit.etags[headAt] ?? '' });
    return { status: 'appended', lines: said };
  };

  /** The lines after a number, the oldest first: those of as many documents as are asked for. */
  const linesAfter = async (
    { pk, user }: WebConversation,
    sequence: number,
    documents: number,
  ): Promise<readonly WebLine[]> => {
    const { items } = await records.page(webActivities, pk, documents, sequenceId(sequence));
    return items.flatMap((item) => linesOf(item, user)).filter((line) => line.sequence > sequence);
  };

  return {
    open: (conversationId, user, first) =>
      inLine(conversationId, async () => {
        if (heads.has(conversationId) || (await readHead(conversationId))) return undefined;
        const saying = document(conversationId, 1, [first]);
        const at = instant(clock);
        const made: WebConversation = {
          ...{ pk: conversationId, id: CONVERSATION_ID, type: 'web_conversation' },
          _schema_version: webConversations.version,
          ttl: transcriptTtl(clock.now()),
          ...{ user, last: 1, createdAt: at },
        };
        const head = headOf(made, first.received ? [1] : [], at);
        const commit = await records.commit(conversationId, [
          { put: head, ifAbsent: true },
          { put: saying, ifAbsent: true },
        ]);
        if (!commit.ok) return undefined;
        remember({ ...head, _etag: commit.etags[0] ?? '' });
        return linesOf(saying, user)[0];
      }),

    append: async (conversationId, lines, options = {}) => {
      const appended = await inLine(conversationId, () => retrying(() => appendOnce(conversationId, lines, options)));
      if (appended.status === 'appended' && lines.length > 0) {
        for (const heard of listeners) heard(conversationId, appended.lines);
      }
      return appended;
    },

    draft: async (conversationId, line, key) => {
      const head = heads.get(conversationId);
      if (!head) return undefined;
      if (key !== undefined && (await used(head, key)) !== undefined) return undefined;
      return linesOf(document(conversationId, head.last + 1, [line]), head.user)[0];
    },

    after: async (conversationId, sequence) => {
      // From the store and not from memory: another process may have written.
      const head = await records.read(webConversations, conversationId, CONVERSATION_ID);
      if (!head) return undefined;
      const watermark = Math.min(head.last, sequence + BATCH_LINES);
      const lines = watermark > sequence ? await linesAfter(head, sequence, watermark - sequence) : [];
      return {
        activities: lines.flatMap((line) => (line.shown && line.sequence <= watermark ? [line.activity] : [])),
        watermark,
        more: watermark < head.last,
      };
    },

    newest: async (conversationId) => (await records.read(webConversations, conversationId, CONVERSATION_ID))?.last,

    unanswered: async (limit) => {
      const heads = await records.due(webConversations, instant(clock), limit);
      const lines = await Promise.all(
        heads.flatMap((head) =>
          (head.waiting ?? []).map(async (sequence) => {
            const [line] = await linesAfter(head, sequence - 1, 1);
            return line?.sequence === sequence ? [line] : [];
          }),
        ),
      );
      return lines.flat();
    },

    onAppend: (heard) => {
      listeners.push(heard);
    },
  };
};

/** A conversation's own document with what waits for an answer in it; since `at`, unless it waited before. */
const headOf = (head: WebConversation, waiting: readonly number[], at: string): WebConversation =>
  waiting.length === 0
    ? { ...head, waiting: undefined, dueAt: undefined }
    : { ...head, waiting, dueAt: head.dueAt ?? at };

/** What remembers the newest of the messages that replace one another. */
const newestOf = (
  kept: Pick<WebDelivery, 'pk' | 'ttl'>,
  activity: Partial<Activity>,
  sequence: number,
): WebDelivery | undefined => {
  const hints: PageHints | undefined = activity.channelData?.pathfinder;
  if (hints?.replaces === undefined) return undefined;
  const content = hash('sha256', JSON.stringify([activity.text, activity.attachments]), 'base64url');
  return {
    ...kept,
    ...{ id: markerId(`replaces ${hints.replaces}`), type: 'web_delivery', _schema_version: webDeliveries.version },
    ...{ sequence, content },
  };
};
