import type { DatabaseSync } from 'node:sqlite';

/** The etags of documents, as the file has them, known to the one connection that writes most of them. */
export interface KnownEtags {
  /** Call first in a transaction that writes: what other connections have written since the last is found out. */
  begin(): void;
  /** The etag of a document that is there at `now` (milliseconds since the epoch). */
  at(pk: string, id: string, now: number): string | undefined;
  /** This connection has written a document, or removed it (`etag` undefined). */
  wrote(pk: string, id: string, etag: string | undefined, expiresAt: number | null): void;
  /** What is known of one document is no longer so. */
  forgetOne(pk: string, id: string): void;
  /** Nothing is known any more: a transaction was undone, or wrote without saying what. */
  forget(): void;
}

/** A few megabytes at most. */
const MOST = 20_000;

interface Known {
  readonly etag: string | undefined;
  readonly expiresAt: number | null;
}

const ABSENT: Known = { etag: undefined, expiresAt: null };

/** Looks into the file once for each: the look is half of a commit's work. */
export const knownEtags = (handle: DatabaseSync): KnownEtags => {
  // Changes when another connection has committed (https://sqlite.org/pragma.html#pragma_data_version).
  const version = handle.prepare('PRAGMA data_version');
  const read = handle.prepare('SELECT etag, expires_at AS expiresAt FROM entities WHERE pk = ? AND id = ?');
  const known = new Map<string, Known>();
  let seen: unknown;

  const keep = (key: string, one: Known): void => {
    if (known.size >= MOST) known.clear();
    known.set(key, one);
  };
  // The length keeps apart what would read the same.
  const keyOf = (pk: string, id: string): string => `${pk.length} ${pk}${id}`;

  return {
    begin: () => {
      const { data_version: now } = version.get() as { data_version: number };
      if (now !== seen) known.clear();
      seen = now;
    },
    at: (pk, id, now) => {
      const key = keyOf(pk, id);
      let one = known.get(key);
      if (!one) {
        one = (read.get(pk, id) as Known | undefined) ?? ABSENT;
        keep(key, one);
      }
      return one.expiresAt === null || one.expiresAt > now ? one.etag : undefined;
    },
    wrote: (pk, id, etag, expiresAt) => keep(keyOf(pk, id), { etag, expiresAt }),
    forgetOne: (pk, id) => known.delete(keyOf(pk, id)),
    forget: () => known.clear(),
  };
};
