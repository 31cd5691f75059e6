import { randomUUID } from 'node:crypto';
import type { Activity, ActivityHandler } from 'botbuilder';
import type { Logger } from 'pino';
import { enterTurn } from '../../bot/bot.ts';
import type { Incoming } from '../../bot/incoming.ts';
import type { Reply } from '../../cards/reply.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Received, ReceivedFile, WebLine } from './conversation-documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type Held, hold, type Saved, type Told, toldAfter } from './told.ts';
import type { Appended, Beside, Line, Transcript } from './transcript.ts';
import { WebAdapter } from './web-adapter.ts';

/** A turn that takes longer than this shows that the assistant is typing. */
const TYPING_AFTER_MS = 400;
/** How long a message may wait for its answer, to be saved together with it: less than anybody notices. */
const HOLD_MS = 50;
/** How long after an answer could not even be saved it is tried again. */
const RETRY_MS = 2_000;
/** Unanswered lines taken up at a time. */
const RESUME_BATCH = 100;

/** Keeps uploaded bytes until the turn that gets them is over; `BlobStore` is one. */
export interface UploadStore {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  remove(name: string): Promise<void>;
}

export interface AnswerLines {
  /**
   * Saves a message that came in and has it answered; resolves when it is saved, or was before under the same key. What is
   * answered at once is saved together with its answer.
   */
  hear(conversationId: string, message: Line, key: string | undefined): Promise<Appended>;
  /** Answers a line after those that came before it in its conversation; returns at once. */
  take(line: WebLine): void;
  /** Answers every line that was saved and never answered; resolves when that is done. */
  resume(): Promise<void>;
  /** Takes up nothing more and resolves when the turns that run are over. */
  close(): Promise<void>;
}

export interface AnswerLinesOptions {
  readonly bot: ActivityHandler;
  readonly transcript: Transcript;
  readonly uploads: UploadStore;
  readonly log: Logger;
  render(reply: Reply): Partial<Activity>;
  /** Shows something that is not kept to whoever looks at the conversation now. */
  whisper(conversationId: string, activity: Partial<Activity>): void;
}

/** Runs the bot on what came in. A line counts as answered in the same commit that saves its answer. */
export const answerLines = (options: AnswerLinesOptions): AnswerLines => {
  const { bot, transcript, uploads, log, render, whisper } = options;
  const adapter = new WebAdapter();
  const inOrder = oneAtATime();
  /** The turns that run, and of each conversation the last of them. */
  const turns = new Map<string, Promise<void>>();
  const busy = new Map<string, Promise<void>>();
  /** Of each conversation the newest message that is not saved yet. */
  const unsaved = new Map<string, Held>();
  /** How many messages were held back for their answers: each turn has a name of its own. */
  let heldBack = 0;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const converse = async (line: WebLine, received: Received, told: Told): Promise<void> => {
    const rendered = new Map<Reply, Partial<Activity>>();
    const rendering = (reply: Reply): Partial<Activity> => {
      const activity = rendered.get(reply) ?? render(reply);
      rendered.set(reply, activity);
      return activity;
    };
    let early: readonly string[] | undefined;
    const say = (activities: readonly Partial<Activity>[], beside?: Beside): Promise<Saved> =>
      told.say(
        activities.map((activity) => ({ activity })),
        beside,
      );
    await adapter.process(
      asHeard(line),
      async (activities) => {
        const said = early;
        early = undefined;
        if (said) return said;
        for (const activity of activities) if (activity.type === 'typing') whisper(line.pk, activity);
        const lines = activities.filter(({ type }) => type !== 'typing');
        return lines.length === 0 ? [] : (await say(lines)).ids;
      },
      async (context) => {
        enterTurn(context, {
          incoming: {
            ...incomingOf(line, received, uploads),
            saying: async (replies, position) => {
              const saved = await say(replies.map(rendering), position);
              if (saved.status === 'known') return 'apart';
              if (saved.status === 'saved' && replies.length > 0) early = saved.ids;
              return saved.status;
            },
          },
          render: rendering,
          edits: true,
          // When the process died between the turn and its answer, the turn is a repeat but the answer is still due.
          answersRepeats: true,
        });
        await bot.run(context);
      },
    );
    await told.end();
  };

  const answer = async (line: WebLine, told: Told): Promise<void> => {
    const { received } = line;
    if (!received) return;
    const typing = setTimeout(() => whisper(line.pk, { type: 'typing' }), TYPING_AFTER_MS);
    try {
      await converse(line, received, told);
    } catch (error) {
      const errorId = randomUUID().slice(0, 8);
      log.error({ errorId, err: error, conversation: line.pk, activity: line.activity.id }, 'a web turn failed');
      await told.say([{ activity: apology(errorId) }]);
    } finally {
      clearTimeout(typing);
    }
    for (const { blob } of received.files) await uploads.remove(blob);
  };

  /** Runs one turn after those before it in its conversation; never rejects. */
  const run = (id: string, { pk, activity }: WebLine, turn: () => Promise<void>): Promise<void> => {
    const running = inOrder(pk, turn)
      .catch((error: unknown) => {
        log.error({ err: error, conversation: pk, activity: activity.id }, 'a web answer could not be saved');
        later();
      })
      .finally(() => turns.delete(id));
    turns.set(id, running);
    busy.set(pk, running);
    running.finally(() => {
      if (busy.get(pk) === running) busy.delete(pk);
    });
    return running;
  };

  const start = (line: WebLine): Promise<void> => {
    const id = `${line.pk} ${line.sequence}`;
    return turns.get(id) ?? run(id, line, () => answer(line, toldAfter(transcript, line)));
  };

  const keepFirst = async (held: Held): Promise<Appended> => {
    held.release();
    const appended = await held.saved;
    const saved = appended.status === 'appended' ? appended.lines[0] : undefined;
    if (saved && !closed) void start(saved);
    return appended;
  };

  const answerFirst = async (conversationId: string, message: Line, key: string | undefined, held: Held) => {
    // What cannot be looked up cannot be saved either, and that tells whoever sent it.
    const draft = await transcript.draft(conversationId, message, key).catch(() => undefined);
    if (!draft || closed) return keepFirst(held);
    heldBack += 1;
    void run(`held ${heldBack}`, draft, () => answer(draft, held));
    const patience = setTimeout(held.release, HOLD_MS);
    try {
      return await held.saved;
    } finally {
      clearTimeout(patience);
    }
  };

  const resume = async (): Promise<void> => {
    const tried = new Set<string>();
    while (!closed) {
      const found = await transcript.unanswered(RESUME_BATCH);
      const fresh = found.filter((line) => !tried.has(`${line.pk} ${line.sequence}`));
      if (fresh.length === 0) return;
      for (const line of fresh) tried.add(`${line.pk} ${line.sequence}`);
      await Promise.all(fresh.map((line) => start(line)));
    }
  };

  const later = (): void => {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      resume().catch((error: unknown) => {
        log.error({ err: error }, 'unanswered web messages could not be read');
        later();
      });
    }, RETRY_MS);
    retry.unref();
  };

  return {
    hear: (conversationId, message, key) => {
      const before = unsaved.get(conversationId);
      // What was held back is saved before what comes after it.
      before?.release();
      const held = hold(transcript, conversationId, message, key);
      unsaved.set(conversationId, held);
      const saved = (): void => {
        if (unsaved.get(conversationId) === held) unsaved.delete(conversationId);
      };
      held.saved.then(saved, saved);
      const alone = !closed && !before && !busy.has(conversationId);
      const atOnce = alone && message.received?.files.length === 0;
      return atOnce ? answerFirst(conversationId, message, key, held) : keepFirst(held);
    },
    take: (line) => {
      if (!closed) void start(line);
    },
    resume,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await Promise.all(turns.values());
    },
  };
};

const apology = (errorId: string): Partial<Activity> => ({
  type: 'message',
  text: `Something went wrong on my side and I could not finish that. Please try again in a minute. If it stays like this, tell whoever runs Pathfinder this number: ${errorId}.`,
  textFormat: 'plain',
});

/** The saved activity as the Bot Framework wants it: with whom it speaks to. */
const asHeard = (line: WebLine): Partial<Activity> => ({
  ...line.activity,
  recipient: { id: 'pathfinder', name: 'Pathfinder' } as Activity['recipient'],
});

const incomingOf = (line: WebLine, received: Received, uploads: UploadStore): Incoming => ({
  door: 'web',
  eventId:
    received.once === undefined ? (line.activity.id ?? `${line.pk} ${line.sequence}`) : `${line.pk} ${received.once}`,
  conversation: line.pk,
  group: false,
  sender: {
    address: { door: 'web', value: received.user },
    name: received.name,
    userId: received.userId,
  },
  locale: line.activity.locale,
  text: received.text,
  act: received.act,
  files: received.files.map((file) => ({
    name: file.name,
    mediaType: file.mediaType,
    read: () => fetchUpload(uploads, file),
  })),
  event: received.event,
});

const fetchUpload = async (uploads: UploadStore, file: ReceivedFile): Promise<Uint8Array> => {
  const bytes = await uploads.get(file.blob);
  if (!bytes) throw new PathfinderError('store-unavailable', `the upload ${file.blob} is gone`);
  return bytes;
};
