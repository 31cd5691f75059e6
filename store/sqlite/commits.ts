import { Worker } from 'node:worker_threads';
import type { SealingKey } from '../keyring.ts';
import { type CommitRequest, type FromWriter, pack, type ToWriter } from './commit-messages.ts';
import { type Database, unavailable } from './database.ts';

/** Commits of documents, made durable by a thread of their own so that the event loop never waits for the disk. */
export interface Commits {
  /** Resolves, once it is on the disk, with the id whose condition failed, if one did; rejects with `store-unavailable`. */
  commit(request: Omit<CommitRequest, 'n'>): Promise<string | undefined>;
  /** Removes what has expired; resolves with how many documents that were. */
  sweep(now: number): Promise<number>;
}

interface Waiting {
  readonly resolve: (result: { readonly conflict?: string | undefined; readonly swept?: number | undefined }) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Messages the thread has at most: one it works on and one that waits. Commits made meanwhile are gathered here, so that
 * a slow disk means larger groups and not more messages, each of which costs as much as a commit.
 */
const MOST_SENT = 2;

const THREAD = new URL('./commit-thread.ts', import.meta.url);
/** What the thread makes anew may take before it is tidied: left to itself, it keeps over a hundred MB for that. */
const YOUNG_MB = 8;

/** `writer` names this process among those that write the file; `key` seals what is written. A thread that dies is started again by the next commit. */
export const openCommits = (database: Database, writer: string, key: SealingKey): Commits => {
  const waiting = new Map<number, Waiting>();
  let gathered: CommitRequest[] = [];
  let last = 0;
  let sent = 0;
  let thread: Worker | undefined;

  const failAll = (cause: unknown): void => {
    const failure = unavailable(cause);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(THREAD, {
      workerData: { path: database.path, writer, key },
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.unref();
    started.on('message', (message: FromWriter) => {
      sent -= message.messages;
      flush();
      if (message.kind === 'failed') {
        const failure = unavailable(message.why);
        for (const n of message.ns) take(n)?.reject(failure);
        return;
      }
      const conflicts = new Map(message.conflicts);
      const swept = new Map(message.swept);
      for (const n of message.ns) take(n)?.resolve({ conflict: conflicts.get(n), swept: swept.get(n) });
    });
    const ended = (cause: unknown): void => {
      if (thread !== started) return;
      thread = undefined;
      sent = 0;
      gathered = [];
      failAll(cause);
    };
    started.on('error', ended);
    started.on('exit', (code) => ended(`the writing thread ended with ${code}`));
    return started;
  };

  const take = (n: number): Waiting | undefined => {
    const one = waiting.get(n);
    waiting.delete(n);
    // A process that has nothing else to do may end, but not while somebody waits for the disk.
    if (waiting.size === 0) thread?.unref();
    return one;
  };

  const send = (message: ToWriter): void => {
    thread ??= start();
    thread.ref();
    sent += 1;
    thread.postMessage(message);
  };

  const flush = (most = MOST_SENT): void => {
    if (gathered.length === 0 || sent >= most) return;
    const commits = gathered;
    gathered = [];
    send({ kind: 'commits', cells: pack(commits) });
  };

  const expect = <T>(begin: (n: number) => void, read: (result: Parameters<Waiting['resolve']>[0]) => T): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: (result) => resolve(read(result)), reject });
      begin(last);
    });

  database.onClose(async () => {
    flush(Number.POSITIVE_INFINITY);
    const ending = thread;
    if (!ending) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.ref();
    ending.postMessage({ kind: 'close' } satisfies ToWriter);
    await exited;
  });
  thread = start();

  return {
    commit: (request) =>
      expect(
        (n) => {
          gathered.push({ ...request, n });
          // Not at once: what is committed in one turn of the event loop crosses over together.
          if (gathered.length === 1) setImmediate(() => flush());
        },
        ({ conflict }) => conflict,
      ),
    sweep: (now) =>
      expect(
        (n) => send({ kind: 'sweep', n, now }),
        ({ swept }) => swept ?? 0,
      ),
  };
};
