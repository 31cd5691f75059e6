import type { Activity, Entity } from 'botbuilder';
import type { Progress } from '../../bot/progress.ts';

/** How Teams shows an answer that is being made. https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux */
interface StreamInfo extends Entity {
  readonly type: 'streaminfo';
  readonly streamType: 'informative' | 'streaming' | 'final';
  readonly streamId?: string;
  readonly streamSequence?: number;
}

export interface AnswerStreamSettings {
  /** Sends an activity; resolves with its id. */
  readonly send: (activity: Partial<Activity>) => Promise<string | undefined>;
  /** Only one-to-one chats of Teams stream; elsewhere the typing indicator shows. */
  readonly streams: boolean;
  /** Milliseconds an answer may take before anything shows. */
  readonly afterMs: number;
  /** Milliseconds between updates: Teams takes no more than one a second. */
  readonly gapMs: number;
  /** Told when showing it failed; the answer does not depend on it. */
  readonly failed: (error: unknown) => void;
}

/** What is shown while an answer is made, and the message that ends it. */
export interface AnswerStream {
  readonly progress: Progress;
  /** Nothing more is shown from here on. Resolves with the stream that the answer must end, if one was begun. The first call gets it. */
  end(): Promise<string | undefined>;
}

/** An informative update may have this many characters. */
const MAX_INFORMATIVE = 1_000;

/** Begins to wait. Call `end` before the answer is sent, and in any case. */
export const answerStream = ({ send, streams, afterMs, gapMs, failed }: AnswerStreamSettings): AnswerStream => {
  let due = false;
  let over = false;
  let showing: Promise<void> | undefined;
  let next: { readonly streamType: 'informative' | 'streaming'; readonly text: string } | undefined;
  let streamId: string | undefined;
  let sequence = 0;
  let timer: NodeJS.Timeout | undefined = setTimeout(() => {
    due = true;
    timer = undefined;
    if (next) show();
    else
      showing = send({ type: 'typing' })
        .then(() => undefined, failed)
        .finally(settled);
  }, afterMs);

  const settled = (): void => {
    showing = undefined;
    if (over || !due) return;
    timer = setTimeout(show, gapMs);
  };
  const show = (): void => {
    timer = undefined;
    if (over || !next || showing) return;
    const { streamType, text } = next;
    next = undefined;
    sequence += 1;
    const info: StreamInfo = {
      type: 'streaminfo',
      streamType,
      streamSequence: sequence,
      ...(streamId ? { streamId } : {}),
    };
    // Nothing a person wrote may work as Markdown.
    showing = send({ type: 'typing', text, textFormat: 'plain', entities: [info] })
      .then(
        (id) => {
          streamId ??= id;
          // Without its id a stream can neither go on nor be ended: the answer is then a message of its own.
          if (streamId === undefined) over = true;
        },
        (error: unknown) => {
          over = true;
          failed(error);
        },
      )
      .finally(settled);
  };
  const say = (streamType: 'informative' | 'streaming', text: string): void => {
    // Once the answer itself is coming, what was done to get it is no news.
    if (!streams || over || text.trim() === '' || (streamType === 'informative' && next?.streamType === 'streaming'))
      return;
    next = { streamType, text };
    if (due && !timer) show();
  };

  return {
    progress: {
      doing: (what) => say('informative', what.slice(0, MAX_INFORMATIVE)),
      soFar: (text) => say('streaming', text.trimEnd()),
    },
    end: async () => {
      over = true;
      clearTimeout(timer);
      await showing;
      const mine = streamId;
      streamId = undefined;
      return mine;
    },
  };
};

/** The message as the end of a stream. */
export const endingStream = (activity: Partial<Activity>, streamId: string | undefined): Partial<Activity> => {
  if (streamId === undefined) return activity;
  const final: StreamInfo = { type: 'streaminfo', streamType: 'final', streamId };
  return { ...activity, entities: [...(activity.entities ?? []), final] };
};

/** The message without its stream, for when Teams holds the stream over: its reader stopped it, or it took too long. */
export const withoutStream = ({ entities = [], ...activity }: Partial<Activity>): Partial<Activity> => ({
  ...activity,
  entities: entities.filter(({ type }) => type !== 'streaminfo'),
});

/** The stream that a message ends, which is then the message's id. */
export const streamEnded = ({ entities = [] }: Partial<Activity>): string | undefined =>
  entities.find(({ type, streamType }) => type === 'streaminfo' && streamType === 'final')?.streamId;
