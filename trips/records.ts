import type { z } from 'zod';
import { PathfinderError } from './pathfinder-error.ts';

/** What every stored document carries. Documents of one partition (`pk`) change together or not at all. */
export interface Entity {
  readonly pk: string;
  readonly id: string;
  readonly type: string;
  readonly _schema_version: number;
  /** Seconds after its last write when the document may be dropped. */
  readonly ttl?: number | undefined;
  /** UTC instant at which the document wants attention (a deadline, a next attempt); `due()` finds it by this. */
  readonly dueAt?: string | undefined;
}

/** A document as read: `_etag` changes with every write. */
export type Stored<E extends Entity = Entity> = E & { readonly _etag: string };

/**
 * One change in a commit. `ifMatch` demands the etag that was read; `ifAbsent` demands that nothing is there;
 * `expect` changes nothing and only demands that the document is still as it was read. `unread`: nobody is likely to read it
 * by its id soon, so that a store need not remember it.
 */
export type Change =
  | { readonly expect: string; readonly ifMatch: string }
  | {
      readonly put: Entity;
      readonly ifMatch?: string | undefined;
      readonly ifAbsent?: boolean;
      readonly unread?: boolean;
    }
  | { readonly remove: string; readonly ifMatch?: string | undefined };

/** A commit is whole: every change was saved durably, or (`conflict`) none was. */
export type Commit =
  | { readonly ok: true; readonly etags: readonly string[] }
  | { readonly ok: false; readonly conflict: string };

export interface Page<E> {
  readonly items: readonly E[];
  /** Hand this back to get the next page; absent on the last one. */
  readonly continuation?: string | undefined;
}

/** A type of document: its name, its schema, and how older versions become the current one. */
export interface Kind<E extends Entity> {
  readonly type: E['type'];
  readonly version: number;
  readonly schema: z.ZodType<E>;
  /** `upgrades[n]` turns a document of version n into version n + 1. */
  readonly upgrades?: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
}

/** The store as the domain sees it. All instants are UTC ISO strings. */
export interface Records {
  read<E extends Entity>(kind: Kind<E>, pk: string, id: string): Promise<Stored<E> | undefined>;
  /** All documents of a kind in one partition, by id. */
  list<E extends Entity>(kind: Kind<E>, pk: string): Promise<readonly Stored<E>[]>;
  page<E extends Entity>(kind: Kind<E>, pk: string, limit: number, continuation?: string): Promise<Page<Stored<E>>>;
  /** What stands in a partition, of every kind, by id: for what takes all of it away. At most `limit`. */
  inside(pk: string, limit: number): Promise<readonly Pick<Entity, 'id' | 'type'>[]>;
  /**
   * Documents of a kind that each stand in a partition of their own, named like them: by id, for what looks through all
   * of them (an erasure, a list for operators), never within a turn.
   */
  standingAlone<E extends Entity>(kind: Kind<E>, limit: number, continuation?: string): Promise<Page<Stored<E>>>;
  /** Documents of a kind in any partition whose `dueAt` has come, the earliest first. */
  due<E extends Entity>(kind: Kind<E>, before: string, limit: number): Promise<readonly Stored<E>[]>;
  /** Saves all changes of one partition or none. Resolves only when they are durable. */
  commit(pk: string, changes: readonly Change[]): Promise<Commit>;
  /**
   * What a personal value (a phone number, an e-mail address) is called in ids and keys: a keyed hash, 43 URL-safe
   * characters, that nobody without the key can check a guess against.
   */
  lookupKey(value: string): string;
}

/** Brings a document read from a store to the current version of its kind; throws `schema-newer` on one from the future. */
export const load = <E extends Entity>(kind: Kind<E>, raw: Record<string, unknown>): E => {
  let document = raw;
  let version = Number(document._schema_version ?? 1);
  if (version > kind.version) {
    throw new PathfinderError(
      'schema-newer',
      `${kind.type} ${String(document.id)} has version ${version}; this build knows ${kind.version}`,
    );
  }
  while (version < kind.version) {
    const upgrade = kind.upgrades?.[version];
    if (!upgrade) throw new PathfinderError('internal', `no upgrade of ${kind.type} from version ${version}`);
    version += 1;
    document = { ...upgrade(document), _schema_version: version };
  }
  return kind.schema.parse(document);
};

/** How long a lost race is run again before it is reported as a fault. */
const PATIENCE_MS = 20_000;
/** The longest wait between two attempts; it doubles from one millisecond. */
const LONGEST_WAIT_MS = 250;

/**
 * Read, decide, save: runs `attempt` again while it loses the race for its document (`conflict`). After each loss it
 * waits a random time that grows ("full jitter"), so that however many race, one after another gets through:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const retrying = async <T>(attempt: () => Promise<T | 'conflict'>): Promise<T> => {
  const started = performance.now();
  for (let losses = 0; ; losses += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
    if (performance.now() - started > PATIENCE_MS) {
      throw new PathfinderError('conflict', `lost the race for a document ${losses + 1} times`);
    }
    const wait = Math.random() * Math.min(LONGEST_WAIT_MS, 2 ** losses);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
};
