import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Clock, instant } from '../trips/clock.ts';
import { type Entity, type Kind, retrying, type Stored } from '../trips/records.ts';
import type { DocumentCodec } from './document-codec.ts';
import type { EntityStore, KeptDocument } from './entity-store.ts';

/**
 * How far a transformation is. It looks through all documents again and again until a look finds nothing to do, because
 * documents are written meanwhile. The only one of its partition, so that whoever comes next goes on from here.
 */
export interface Transformation extends Entity {
  readonly type: 'transformation';
  /** Digest of what documents are brought to: for other versions, or another key, it begins anew. */
  readonly goal: string;
  readonly look: number;
  readonly continuation?: string | undefined;
  /** Documents seen in this look, and those among them that were not as they should be. */
  readonly seen: number;
  readonly found: number;
  /** Documents of this look that could not be read: a key is missing, or a newer build wrote them. */
  readonly unreadable: number;
  /** Documents rewritten in all looks. */
  readonly rewritten: number;
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
}

export const transformations: Kind<Transformation> = {
  type: 'transformation',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('transformation'),
    _schema_version: z.number(),
    goal: z.string(),
    look: z.number(),
    continuation: z.string().optional(),
    seen: z.number(),
    found: z.number(),
    unreadable: z.number(),
    rewritten: z.number(),
    startedAt: z.string(),
    finishedAt: z.string().optional(),
  }),
};

export interface TransformHouse {
  readonly store: EntityStore;
  readonly codec: DocumentCodec;
  readonly kinds: readonly Kind<Entity>[];
  readonly clock: Clock;
  readonly log: { error(fields: object, message: string): void };
}

/** Documents a page: few enough that little is done again after a crash. */
const PAGE = 100;
/** Looks after which it ends though the last one still found something: an older build keeps writing. */
const MOST_LOOKS = 5;
const PLACE = 'transformation';

type State = 'right' | 'rewritten' | 'contested' | 'unreadable';

/**
 * Brings every kept document to the present version of its kind, sealed by the key that writes now. Goes on where an
 * earlier run stopped. Several may run at once, beside servers: a document is written under the etag that was read, and
 * keeps the end of its time.
 */
export const transformDocuments = async (
  house: TransformHouse,
  onProgress: (progress: Transformation) => void = () => undefined,
): Promise<Transformation> => {
  const { store, clock } = house;
  const kinds = new Map(house.kinds.map((kind) => [kind.type, kind]));
  let now = await begin(house);
  while (now.finishedAt === undefined) {
    const page = await store.keptPage(PAGE, now.continuation);
    const states: State[] = [];
    for (const kept of page.items) states.push(await transform(house, kinds.get(kept.body.type), kept));
    const next = after(now, page.continuation, states, instant(clock));
    const commit = await store.commit(PLACE, [{ put: next, ifMatch: now._etag }]);
    // Another worker was faster with this page: go on from where it is.
    now = commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : await begin(house);
    onProgress(now);
  }
  return now;
};

/** The progress once a page is done. */
const after = (
  { _etag: _, ...now }: Stored<Transformation>,
  continuation: string | undefined,
  states: readonly State[],
  at: string,
): Transformation => {
  const count = (...wanted: readonly State[]): number => states.filter((state) => wanted.includes(state)).length;
  const next = {
    ...now,
    continuation,
    seen: now.seen + states.length,
    found: now.found + count('rewritten', 'contested'),
    unreadable: now.unreadable + count('unreadable'),
    rewritten: now.rewritten + count('rewritten'),
  };
  if (continuation !== undefined) return next;
  if (next.found === 0 || next.look >= MOST_LOOKS) return { ...next, finishedAt: at };
  return { ...next, look: next.look + 1, seen: 0, found: 0, unreadable: 0 };
};

/** The transformation that is under way, or a new one. */
const begin = ({ store, codec, kinds, clock }: TransformHouse): Promise<Stored<Transformation>> =>
  retrying(async () => {
    const goal = hash(
      'sha256',
      JSON.stringify([codec.sealsWith.name, kinds.map(({ type, version }) => [type, version])]),
    );
    const current = await store.read(transformations, PLACE, PLACE);
    if (current?.goal === goal && current.finishedAt === undefined) return current;
    const fresh: Transformation = {
      pk: PLACE,
      id: PLACE,
      type: 'transformation',
      _schema_version: transformations.version,
      goal,
      look: 1,
      seen: 0,
      found: 0,
      unreadable: 0,
      rewritten: 0,
      startedAt: instant(clock),
    };
    const commit = await store.commit(PLACE, [
      { put: fresh, ifMatch: current?._etag, ifAbsent: current === undefined },
    ]);
    return commit.ok ? { ...fresh, _etag: commit.etags[0] ?? '' } : 'conflict';
  });

const transform = async (
  { store, codec, log }: TransformHouse,
  kind: Kind<Entity> | undefined,
  { body, etag, expiresAt }: KeptDocument & { readonly etag: string },
): Promise<State> => {
  const old = kind !== undefined && Number(body._schema_version ?? 1) !== kind.version;
  if (!old && !codec.wantsSealing(body)) return 'right';
  try {
    const opened = kind && old ? codec.decode(kind, body, etag) : (codec.open(body) as unknown as Entity);
    const next = { ...codec.encode(opened), pk: body.pk, id: body.id, type: body.type };
    const commit = await store.keep(body.pk, [{ body: next, expiresAt, ifMatch: etag }]);
    return commit.ok ? 'rewritten' : 'contested';
  } catch (error) {
    if (isUnavailable(error)) throw error;
    log.error({ type: body.type, id: body.id, err: error }, 'a document cannot be brought to the present version');
    return 'unreadable';
  }
};

const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'store-unavailable';
