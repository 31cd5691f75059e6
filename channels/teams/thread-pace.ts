/**
 * What one bot may send into one conversation: so many operations in so many milliseconds.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit
 */
const LIMITS = [
  { most: 7, periodMs: 1_000 },
  { most: 8, periodMs: 2_000 },
  { most: 60, periodMs: 30_000 },
  { most: 1_800, periodMs: 3_600_000 },
] as const;
const [, , , HOUR] = LIMITS;

/** Conversations that are remembered before those that fell silent an hour ago are dropped. */
const MAX_CONVERSATIONS = 5_000;

/** Keeps what is sent into each conversation under the limits of Teams. */
export interface ThreadPace {
  /**
   * Milliseconds after which one more may be sent to the conversation, and its place is taken; undefined when that is
   * longer than `patienceMs`, and then no place is taken.
   */
  place(conversation: string, patienceMs: number): number | undefined;
  /** Teams asked for a pause: nothing goes to the conversation for so many milliseconds. */
  pause(conversation: string, forMs: number): void;
}

interface Thread {
  /** When the latest operations were or will be sent, in order. */
  readonly sent: number[];
  pausedUntil: number;
}

/** `now` is in milliseconds. The counts are of this process: where several send, Teams' own 429 is the backstop. */
export const threadPace = (now: () => number): ThreadPace => {
  const threads = new Map<string, Thread>();
  const threadOf = (conversation: string): Thread => {
    const known = threads.get(conversation);
    if (known) return known;
    if (threads.size >= MAX_CONVERSATIONS) dropSilent(threads, now() - HOUR.periodMs);
    const thread = { sent: [], pausedUntil: 0 };
    threads.set(conversation, thread);
    return thread;
  };
  return {
    place: (conversation, patienceMs) => {
      const thread = threadOf(conversation);
      const { sent } = thread;
      const free = LIMITS.map(
        ({ most, periodMs }) => (sent[sent.length - most] ?? Number.NEGATIVE_INFINITY) + periodMs,
      );
      const at = Math.max(now(), thread.pausedUntil, ...free);
      const wait = at - now();
      if (wait > patienceMs) return undefined;
      sent.push(at);
      if (sent.length > HOUR.most) sent.shift();
      return wait;
    },
    pause: (conversation, forMs) => {
      const thread = threadOf(conversation);
      thread.pausedUntil = Math.max(thread.pausedUntil, now() + forMs);
    },
  };
};

const dropSilent = (threads: Map<string, Thread>, since: number): void => {
  for (const [conversation, { sent, pausedUntil }] of threads) {
    if ((sent.at(-1) ?? 0) < since && pausedUntil < since) threads.delete(conversation);
  }
};
