import { randomBytes } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import type { Clock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Change, Entity, Kind, Stored } from '../../trips/records.ts';
import type { DocumentCodec } from '../document-codec.ts';
import { type EntityStore, type KeptBody, MAX_PAGE } from '../entity-store.ts';
import type { ChangeRow } from './commit-messages.ts';
import { openCommits } from './commits.ts';
import { type Database, unavailable } from './database.ts';
import { documentCache } from './document-cache.ts';

/**
 * The one type whose documents are listed by their ids, which begin so and no other's in their partitions: what is said is
 * what is written most, and a place in a second index would cost as much as the document (docs/adr/0024).
 */
const LISTED_BY_ID = { type: 'web_activity', from: 'activity_', until: 'activity`' } as const;

/**
 * A table with row ids keeps documents of up to 4 KB within their page, where one without would spill from 1 KB on.
 * `entity_writers` counts each process's groups of writes: by it the others see that what they remember may be old.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entities (
    pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL,
    due_at TEXT, expires_at INTEGER, body TEXT NOT NULL,
    PRIMARY KEY (pk, id)
  );
  CREATE INDEX IF NOT EXISTS entities_listed ON entities (pk, type, id) WHERE type <> 'web_activity';
  DROP INDEX IF EXISTS entities_by_type;
  CREATE INDEX IF NOT EXISTS entities_due ON entities (type, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS entities_standing_alone ON entities (type, pk) WHERE pk = id;
  CREATE INDEX IF NOT EXISTS entities_expiring ON entities (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS entity_writers (writer TEXT PRIMARY KEY, groups INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Documents remembered at most; at a few kilobytes each, some tens of megabytes. */
const REMEMBERED = 10_000;
const NEVER = Number.POSITIVE_INFINITY;

interface Row {
  readonly etag: string;
  readonly body: string;
  readonly expires_at: number | null;
}

/** The entity store on one SQLite file. Every commit is durable (fsync) before it resolves. */
export const sqliteStore = (database: Database, clock: Clock, codec: DocumentCodec): EntityStore => {
  const { handle } = database;
  handle.exec(SCHEMA);
  const name = randomBytes(6).toString('base64url');
  const commits = openCommits(database, name, codec.sealsWith);
  const statement = {
    read: handle.prepare(
      'SELECT etag, body, expires_at FROM entities WHERE pk = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)',
    ),
    list: handle.prepare(
      `SELECT etag, body, expires_at FROM entities INDEXED BY entities_listed WHERE pk = ? AND type = ? AND type <> '${LISTED_BY_ID.type}'
       AND id > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY id LIMIT ?`,
    ),
    listById: handle.prepare(
      `SELECT etag, body, expires_at FROM entities WHERE pk = ? AND type = ? AND id > ? AND id < '${LISTED_BY_ID.until}'
       AND (expires_at IS NULL OR expires_at > ?) ORDER BY id LIMIT ?`,
    ),
    inside: handle.prepare('SELECT id, type FROM entities WHERE pk = ? ORDER BY id LIMIT ?'),
    standingAlone: handle.prepare(
      `SELECT etag, body, expires_at FROM entities WHERE type = ? AND pk = id AND pk > ?
       AND (expires_at IS NULL OR expires_at > ?) ORDER BY pk LIMIT ?`,
    ),
    due: handle.prepare(
      'SELECT etag, body, expires_at FROM entities WHERE type = ? AND due_at <= ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY due_at LIMIT ?',
    ),
    kept: handle.prepare(
      'SELECT rowid AS row, etag, body, expires_at FROM entities WHERE rowid > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY rowid LIMIT ?',
    ),
    others: handle.prepare('SELECT total(groups) AS groups FROM entity_writers WHERE writer <> ?'),
  };

  let writes = 0;
  const nextEtag = (): string => {
    writes += 1;
    return `${name}-${writes.toString(36)}`;
  };

  const cache = documentCache(REMEMBERED);
  let othersWrote = -1;
  let looked = false;
  /** Once a turn of the event loop: forgets everything when another process has written since. */
  const keepUp = (): void => {
    if (!looked) guarded(look);
  };
  const look = (): void => {
    looked = true;
    setImmediate(lookAgain);
    const { groups } = statement.others.get(name) as { groups: number };
    if (groups !== othersWrote) cache.clear();
    othersWrote = groups;
  };
  const lookAgain = (): void => {
    looked = false;
  };

  const revive = <E extends Entity>(kind: Kind<E>, { body, etag }: Row): Stored<E> =>
    codec.decode(kind, JSON.parse(body) as Record<string, unknown>, etag);
  const rows = (prepared: StatementSync, ...parameters: (string | number)[]): Row[] =>
    prepared.all(...parameters) as unknown as Row[];
  const rowsOf = (type: string, pk: string, after: string, now: number, limit: number): readonly Row[] =>
    type === LISTED_BY_ID.type
      ? rows(statement.listById, pk, type, after || LISTED_BY_ID.from, now, limit)
      : rows(statement.list, pk, type, after, now, limit);
  const list = <E extends Entity>(kind: Kind<E>, pk: string, after: string, limit: number): readonly Stored<E>[] =>
    guarded(() => rowsOf(kind.type, pk, after, clock.now(), limit)).map((row) => revive(kind, row));

  const rowOf = (pk: string, change: Change, now: number): ChangeRow => {
    if ('expect' in change) return { id: change.expect, ifMatch: change.ifMatch };
    if ('remove' in change) return { id: change.remove, put: null, ifMatch: change.ifMatch };
    if (change.put.pk !== pk)
      throw new PathfinderError('internal', `a commit to ${pk} holds a document of ${change.put.pk}`);
    const entity = change.put;
    return {
      id: entity.id,
      put: {
        type: entity.type,
        etag: nextEtag(),
        dueAt: entity.dueAt ?? null,
        expiresAt: expiry(entity.ttl, now),
        body: codec.encodeApart(entity),
      },
      ifMatch: change.ifMatch,
      ifAbsent: change.ifAbsent,
    };
  };

  /** Remembers what a commit that is now durable has changed. */
  const remember = (pk: string, changes: readonly Change[], saved: readonly ChangeRow[]): void =>
    saved.forEach(({ id, put }, index) => {
      const change = changes[index];
      if (put && change && 'put' in change) {
        if (change.unread) cache.forgetOne(pk, id, put.type);
        else cache.wrote({ ...change.put, _etag: put.etag }, put.expiresAt ?? NEVER);
      } else if (put === null) cache.removed(pk, id);
    });

  return {
    read: async <E extends Entity>(kind: Kind<E>, pk: string, id: string) => {
      const now = clock.now();
      keepUp();
      const kept = cache.get(pk, id, now);
      if (kept && (kept.document === undefined || kept.document._schema_version === kind.version))
        return kept.document as Stored<E> | undefined;
      const row = guarded(() => statement.read.get(pk, id, now)) as Row | undefined;
      const document = row && revive(kind, row);
      cache.set(pk, id, document, row?.expires_at ?? NEVER);
      return document;
    },
    list: async <E extends Entity>(kind: Kind<E>, pk: string) => {
      const now = clock.now();
      keepUp();
      const kept = cache.list(pk, kind.type, now);
      if (kept) return kept as readonly Stored<E>[];
      const found = guarded(() => rowsOf(kind.type, pk, '', now, -1));
      const documents = found.map((row) => revive(kind, row));
      cache.setList(pk, kind.type, documents, Math.min(NEVER, ...found.map(({ expires_at }) => expires_at ?? NEVER)));
      return documents;
    },
    page: async (kind, pk, limit, continuation = '') => {
      const size = Math.min(limit, MAX_PAGE);
      const items = list(kind, pk, continuation, size + 1);
      const shown = items.slice(0, size);
      return { items: shown, continuation: items.length > size ? shown.at(-1)?.id : undefined };
    },
    inside: async (pk, limit) =>
      guarded(() => statement.inside.all(pk, limit)) as unknown as readonly { id: string; type: string }[],
    standingAlone: async (kind, limit, continuation = '') => {
      const size = Math.min(limit, MAX_PAGE);
      const found = guarded(() => rows(statement.standingAlone, kind.type, continuation, clock.now(), size + 1));
      const items = found.slice(0, size).map((row) => revive(kind, row));
      return { items, continuation: found.length > size ? items.at(-1)?.id : undefined };
    },
    due: async (kind, before, limit) =>
      guarded(() => rows(statement.due, kind.type, before, clock.now(), limit)).map((row) => revive(kind, row)),
    commit: async (pk, changes) => {
      const now = clock.now();
      const saved = changes.map((change) => rowOf(pk, change, now));
      const conflict = await commits.commit({ pk, now, changes: saved });
      if (conflict !== undefined) {
        // Whoever won may be another process, or what is remembered may be older than the file.
        looked = false;
        cache.forget(pk);
        return { ok: false, conflict };
      }
      remember(pk, changes, saved);
      return { ok: true, etags: saved.map(({ put, ifMatch }) => put?.etag ?? ifMatch ?? '') };
    },
    ping: async () => {
      guarded(() => handle.prepare('SELECT 1').get());
      await commits.commit({ pk: 'ping', now: clock.now(), changes: [] });
      // A full disk still reads: the file's header is written anew as it is, which asks for room as any write does.
      await database.write((writer) => writer.exec('PRAGMA user_version = 0'));
    },
    sweep: async () => {
      const swept = await commits.sweep(clock.now());
      if (swept > 0) cache.clear();
      return swept;
    },
    keptPage: async (limit, continuation = '0') => {
      const size = Math.min(limit, MAX_PAGE);
      const found = guarded(() =>
        statement.kept.all(Number(continuation), clock.now(), size),
      ) as unknown as readonly (Row & { readonly row: number })[];
      return {
        items: found.map(({ etag, body, expires_at }) => ({
          body: JSON.parse(body) as KeptBody,
          etag,
          expiresAt: expires_at ?? undefined,
        })),
        continuation: found.length === size ? String(found.at(-1)?.row) : undefined,
      };
    },
    keep: async (pk, documents) => {
      const changes = documents.map(({ body, expiresAt, ifMatch }) => ({
        id: body.id,
        put: {
          type: body.type,
          etag: nextEtag(),
          dueAt: typeof body.dueAt === 'string' ? body.dueAt : null,
          expiresAt: expiresAt ?? null,
          body: { open: JSON.stringify(body) },
        },
        ifMatch,
      }));
      const conflict = await commits.commit({ pk, now: clock.now(), changes });
      cache.clear();
      return conflict === undefined ? { ok: true, etags: changes.map(({ put }) => put.etag) } : { ok: false, conflict };
    },
    lookupKey: codec.lookupKey,
    close: () => database.close(),
  };
};

/** When a document may go, in whole seconds, as `ttl` is: what is saved again with the same end keeps its place in the index. */
const expiry = (ttl: number | undefined, now: number): number | null =>
  ttl === undefined ? null : (Math.floor(now / 1000) + ttl) * 1000;

/** Turns a failing SQLite call into a fault that the doors know how to answer. */
const guarded = <T>(call: () => T): T => {
  try {
    return call();
  } catch (cause) {
    throw unavailable(cause);
  }
};
