import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** Milliseconds a write waits for another connection's write before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/** The one SQLite file of the embedded default. Documents are written by a thread of their own (commits.ts); this is for the rest. */
export interface Database {
  readonly path: string;
  /** For reads, and for statements prepared once. Never write through it directly. */
  readonly handle: DatabaseSync;
  /**
   * Runs `work` inside the next group commit and resolves with its result once that commit is on the disk.
   * When `work` throws, only its own changes are undone; `work` may be run a second time, and must then do the same.
   * Rejects with `store-unavailable` when the commit fails.
   */
  write<T>(work: (handle: DatabaseSync) => T): Promise<T>;
  /** Makes what was removed unreadable in the write-ahead log, too; in the file itself it is overwritten at once. */
  scrub(): Promise<void>;
  /** Runs `step` when the database is closed, before it is. */
  onClose(step: () => Promise<void>): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly work: (handle: DatabaseSync) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Settle = () => void;

/**
 * A connection that loses nothing it has acknowledged: WAL, and every commit synced
 * (https://sqlite.org/pragma.html#pragma_synchronous). What is removed is overwritten with zeros.
 */
export const connect = (path: string): DatabaseSync => {
  const handle = new DatabaseSync(path, { allowExtension: true, timeout: BUSY_TIMEOUT_MS });
  handle.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON',
  );
  return handle;
};

/** Opens (or makes) the file and its folder. */
export const openDatabase = (path: string): Database => {
  mkdirSync(dirname(path), { recursive: true });
  const handle = connect(path);
  const closing: (() => Promise<void>)[] = [];
  let waiting: Waiting[] = [];
  let scheduled = false;
  let closed = false;

  const savepoint = handle.prepare('SAVEPOINT one');
  const release = handle.prepare('RELEASE one');
  const undo = handle.prepare('ROLLBACK TO one');
  const begin = handle.prepare('BEGIN IMMEDIATE');
  const commit = handle.prepare('COMMIT');

  /** Runs each part by itself; only a part that throws is undone. */
  const runApart = (batch: readonly Waiting[]): readonly Settle[] =>
    batch.map(({ work, resolve, reject }) => {
      savepoint.run();
      try {
        const value = work(handle);
        release.run();
        return () => resolve(value);
      } catch (error) {
        undo.run();
        release.run();
        return () => reject(faultOf(error));
      }
    });

  const runTogether = (batch: readonly Waiting[]): readonly Settle[] =>
    batch.map(({ work, resolve }) => {
      const value = work(handle);
      return () => resolve(value);
    });

  const attempt = (batch: readonly Waiting[], run: typeof runTogether): readonly Settle[] => {
    begin.run();
    try {
      const settled = run(batch);
      commit.run();
      return settled;
    } catch (error) {
      if (handle.isTransaction) handle.exec('ROLLBACK');
      throw error;
    }
  };

  const flush = (): void => {
    scheduled = false;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    let settled: readonly Settle[];
    try {
      try {
        settled = attempt(batch, runTogether);
      } catch {
        // Rare, so it may cost: somebody's part threw, and the others must not suffer for it.
        settled = attempt(batch, runApart);
      }
    } catch (cause) {
      const failure = unavailable(cause);
      for (const { reject } of batch) reject(failure);
      return;
    }
    for (const settle of settled) settle();
  };

  return {
    path,
    handle,
    write: <T>(work: (handle: DatabaseSync) => T) =>
      new Promise<T>((resolve, reject) => {
        if (closed) {
          reject(unavailable('it is closed'));
          return;
        }
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      }),
    scrub: async () => {
      try {
        handle.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      } catch (cause) {
        throw unavailable(cause);
      }
    },
    onClose: (step) => {
      closing.push(step);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      flush();
      for (const step of closing) await step();
      handle.close();
    },
  };
};

/** The fault of a store that cannot save or read now. */
export const unavailable = (cause: unknown): PathfinderError =>
  new PathfinderError('store-unavailable', 'the database cannot be used', cause);

/** A failing statement is the store's fault, whatever it was doing; other errors belong to whoever threw them. */
const faultOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? unavailable(error) : error;
