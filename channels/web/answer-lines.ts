import { randomUUID } from 'node:crypto';
import type { Activity, ActivityHandler } from 'botbuilder';
import type { Logger } from 'pino';
import { enterTurn } from '../../bot/bot.ts';
import type { Incoming } from '../../bot/incoming.ts';
import type { Reply } from '../../cards/reply.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Received, ReceivedFile, WebActivity } from './conversation-documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Transcript } from './transcript.ts';
import { WebAdapter } from './web-adapter.ts';

/** A turn that takes longer than this shows that the assistant is typing. */
const TYPING_AFTER_MS = 400;
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
  /** Answers a line after those that came before it in its conversation; returns at once. */
  take(line: WebActivity): void;
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
  const running = new Map<string, Promise<void>>();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const converse = async (line: WebActivity, received: Received, again: boolean): Promise<void> => {
    let settled = false;
    const say = async (activities: readonly Partial<Activity>[]): Promise<readonly string[]> => {
      for (const activity of activities) if (activity.type === 'typing') whisper(line.pk, activity);
      const lines = activities.filter(({ type }) => type !== 'typing').map(reply(line));
      if (lines.length === 0) return [];
      const appended = await transcript.append(line.pk, lines, settled ? {} : { settles: line.sequence });
      settled = true;
      return appended.status === 'appended' ? appended.lines.map(({ activity }) => activity.id ?? '') : [];
    };
    await adapter.process(asHeard(line), say, async (context) => {
      enterTurn(context, {
        incoming: incomingOf(line, received, uploads),
        render,
        edits: true,
        // When the process died between the turn and its answer, the turn is a repeat but the answer is still due.
        answersRepeats: again,
      });
      await bot.run(context);
    });
    if (!settled) await transcript.append(line.pk, [], { settles: line.sequence });
  };

  const answer = async (line: WebActivity, again: boolean): Promise<void> => {
    const { received } = line;
    if (!received) return;
    const typing = setTimeout(() => whisper(line.pk, { type: 'typing' }), TYPING_AFTER_MS);
    try {
      await converse(line, received, again);
    } catch (error) {
      const errorId = randomUUID().slice(0, 8);
      log.error({ errorId, err: error, conversation: line.pk, activity: line.activity.id }, 'a web turn failed');
      await transcript.append(line.pk, [reply(line)(apology(errorId))], { settles: line.sequence });
    } finally {
      clearTimeout(typing);
    }
    for (const { blob } of received.files) await uploads.remove(blob);
  };

  const start = (line: WebActivity, again: boolean): Promise<void> => {
    const id = `${line.pk} ${line.id}`;
    const already = running.get(id);
    if (already) return already;
    const run = inOrder(line.pk, () => answer(line, again))
      .catch((error: unknown) => {
        log.error({ err: error, conversation: line.pk, activity: line.activity.id }, 'a web answer could not be saved');
        later();
      })
      .finally(() => running.delete(id));
    running.set(id, run);
    return run;
  };

  const resume = async (): Promise<void> => {
    const tried = new Set<string>();
    while (!closed) {
      const found = await transcript.unanswered(RESUME_BATCH);
      const fresh = found.filter((line) => !tried.has(`${line.pk} ${line.id}`));
      if (fresh.length === 0) return;
      for (const line of fresh) tried.add(`${line.pk} ${line.id}`);
      await Promise.all(fresh.map((line) => start(line, true)));
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
    take: (line) => {
      if (!closed) start(line, false);
    },
    resume,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await Promise.all(running.values());
    },
  };
};

const reply = (line: WebActivity) => (activity: Partial<Activity>) => ({
  activity: { ...activity, replyToId: line.activity.id } as Partial<Activity>,
});

const apology = (errorId: string): Partial<Activity> => ({
  type: 'message',
  text: `Something went wrong on my side and I could not finish that. Please try again in a minute. If it stays like this, tell whoever runs Pathfinder this number: ${errorId}.`,
  textFormat: 'plain',
});

/** The saved activity as the Bot Framework wants it: with whom it speaks to. */
const asHeard = (line: WebActivity): Partial<Activity> => ({
  ...line.activity,
  recipient: { id: 'pathfinder', name: 'Pathfinder' } as Activity['recipient'],
});

const incomingOf = (line: WebActivity, received: Received, uploads: UploadStore): Incoming => ({
  door: 'web',
  eventId: line.activity.id ?? line.id,
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
