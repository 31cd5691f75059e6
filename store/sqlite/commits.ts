import { Worker } from 'node:worker_threads';
import type { SealingKey } from '../keyring.ts';
import { type CommitRequest, type FromWriter, pack, type Result, type ToWriter } from './commit-messages.ts';
import { type Database, unavailable } from './database.ts';

/** Commits of documents, made durable by a thread of their own so that the event loop never waits for the disk. */
export interface Commits {
  /** Resolves, once it is on the disk, with the id whose condition failed, if one did; rejects with `store-unavailable`. */
  commit(request: CommitRequest): Promise<string | undefined>;
  /** Removes what has expired; resolves with how many documents that were. */
  sweep(now: number): Promise<number>;
}

interface Waiting {
  readonly resolve: (result: Result | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Messages the thread has at most. Commits made meanwhile are gathered here, so that a slow disk means larger groups and not
 * more of them: each costs a message and a sync. One that waited there would have been sent with what little had come by then.
 */
const MOST_SENT = 1;

/**
 * With so many the thread sets out at once when it is idle: people who waited for the same group come back together, and
 * what they say next would else be handled whole before any of it is written, thread and event loop idle by turns.
 */
const ENOUGH = 12;
/** …as long as the last group was synced in so many milliseconds: where the disk is slow, two small groups take twice as long as one. */
const QUICK_MS = 2.5;

const THREAD = new URL('./commit-thread.ts', import.meta.url);
/** What the thread makes anew may take before it is tidied: left to itself, it keeps over a hundred MB for that. */
const YOUNG_MB = 8;

/** `writer` names this process among those that write the file; `key` seals what is written. A thread that dies is started again by the next commit. */
export const openCommits = (database: Database, writer: string, key: SealingKey): Commits => {
  let requests: CommitRequest[] = [];
  let asking: Waiting[] = [];
  /**
   * Who waits for each message that the thread has, in its order. Not a map from numbers: V8 keeps what a map forgot in it
   * for as long as an older table of the map lives, here a body of JSON for every other commit.
   */
  let sent: (readonly Waiting[])[] = [];
  let thread: Worker | undefined;
  let quick = false;

  const failAll = (failed: readonly Waiting[], cause: unknown): void => {
    const failure = unavailable(cause);
    for (const { reject } of failed) reject(failure);
  };

  const start = (): Worker => {
    const started = new Worker(THREAD, {
      workerData: { path: database.path, writer, key },
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.unref();
    started.on('message', (message: FromWriter) => {
      const answered = sent.splice(0, message.messages).flat();
      flush();
      // A process that has nothing else to do may end, but not while somebody waits for the disk.
      if (sent.length === 0) started.unref();
      if (message.kind === 'failed') return failAll(answered, message.why);
      quick = message.syncMs < QUICK_MS;
      const results: (Result | undefined)[] = [];
      for (const [index, result] of message.results) results[index] = result;
      for (const [index, { resolve }] of answered.entries()) resolve(results[index]);
    });
    const ended = (cause: unknown): void => {
      if (thread !== started) return;
      thread = undefined;
      const all = [...sent.flat(), ...asking];
      [sent, requests, asking] = [[], [], []];
      failAll(all, cause);
    };
    started.on('error', ended);
    started.on('exit', (code) => ended(`the writing thread ended with ${code}`));
    return started;
  };

  const send = (message: ToWriter, waiting: readonly Waiting[]): void => {
    thread ??= start();
    thread.ref();
    sent.push(waiting);
    thread.postMessage(message);
  };

  const flush = (most = MOST_SENT): void => {
    if (requests.length === 0 || sent.length >= most) return;
    const cells = pack(requests);
    const waiting = asking;
    [requests, asking] = [[], []];
    send({ kind: 'commits', cells }, waiting);
  };
  const flushSoon = (): void => flush();

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
      new Promise((resolve, reject) => {
        requests.push(request);
        asking.push({ resolve: resolve as Waiting['resolve'], reject });
        // Not at once: what is committed in one turn of the event loop crosses over together.
        if (requests.length === 1) setImmediate(flushSoon);
        else if (requests.length === ENOUGH && quick) flush();
      }),
    sweep: (now) =>
      new Promise((resolve, reject) => {
        send({ kind: 'sweep', now }, [{ resolve: resolve as Waiting['resolve'], reject }]);
      }),
  };
};
