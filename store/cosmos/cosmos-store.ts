import type { Container, OperationInput, SqlQuerySpec } from '@azure/cosmos';
import type { Clock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Change, Commit, Entity, Kind, Stored } from '../../trips/records.ts';
import type { DocumentCodec } from '../document-codec.ts';
import { type EntityStore, type KeptBody, type KeptDocument, MAX_PAGE } from '../entity-store.ts';

/** Operations a transactional batch may have: https://learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch */
const MAX_OPERATIONS = 100;
/** Bytes a request may have: https://learn.microsoft.com/azure/cosmos-db/concepts-limits */
const MOST_BYTES = 2 * 1024 * 1024;
/** Documents dropped in one sweep; the next one goes on. */
const SWEPT_AT_ONCE = 1_000;

type Kept = Record<string, unknown> & { readonly pk: string; readonly id: string; readonly _etag: string };

/**
 * The entity store on one Azure Cosmos DB container. A commit is a transactional batch. When a document expires is
 * written beside it (`_expires`, milliseconds), because the server's own TTL may be late.
 */
export const cosmosStore = (container: Container, clock: Clock, codec: DocumentCodec): EntityStore => {
  const alive = ({ _expires }: Record<string, unknown>): boolean =>
    typeof _expires !== 'number' || _expires > clock.now();

  const readRaw = async (pk: string, id: string): Promise<Kept | undefined> => {
    const { resource } = await reached(() => container.item(id, pk).read<Kept>());
    return resource;
  };

  /** `query` names `c.pk = @pk` itself: the filter does not hang on the routing header alone. */
  const ask = async (pk: string | undefined, query: SqlQuerySpec): Promise<readonly Kept[]> => {
    const { resources } = await reached(() =>
      container.items.query<Kept>(query, pk === undefined ? {} : { partitionKey: pk }).fetchAll(),
    );
    return resources;
  };

  const revive = <E extends Entity>(kind: Kind<E>, raw: Kept): Stored<E> => codec.decode(kind, raw, raw._etag);

  const listed = async (pk: string, type: string, after: string, limit?: number): Promise<readonly Kept[]> =>
    ask(pk, {
      query: `SELECT ${limit === undefined ? '' : `TOP ${limit} `}* FROM c WHERE c.pk = @pk AND c.type = @type AND c.id > @after
        AND (NOT IS_DEFINED(c._expires) OR c._expires > @now) ORDER BY c.id`,
      parameters: [
        { name: '@pk', value: pk },
        { name: '@type', value: type },
        { name: '@after', value: after },
        { name: '@now', value: clock.now() },
      ],
    });

  const operationOf = (pk: string, change: Change): OperationInput => {
    if ('expect' in change) {
      // A batch has no read with a condition: a patch of a field that nobody reads asks the same.
      return {
        operationType: 'Patch',
        id: change.expect,
        ifMatch: change.ifMatch,
        resourceBody: { operations: [{ op: 'set', path: '/_seen', value: clock.now() }] },
      };
    }
    if ('remove' in change) {
      return { operationType: 'Delete', id: change.remove, ...(change.ifMatch && { ifMatch: change.ifMatch }) };
    }
    const { put, ifMatch, ifAbsent } = change;
    if (put.pk !== pk) throw new PathfinderError('internal', `a commit to ${pk} holds a document of ${put.pk}`);
    const kept = codec.encode(put);
    const body = put.ttl === undefined ? kept : { ...kept, _expires: clock.now() + put.ttl * 1000 };
    const resourceBody = JSON.parse(JSON.stringify(body));
    if (ifMatch !== undefined) return { operationType: 'Replace', id: put.id, ifMatch, resourceBody };
    return { operationType: ifAbsent ? 'Create' : 'Upsert', resourceBody };
  };

  const idOf = (change: Change): string =>
    'expect' in change ? change.expect : 'remove' in change ? change.remove : change.put.id;

  /** What a refused operation means: nothing more to do for it, another way to ask, or a lost race. */
  const secondTry = async (pk: string, change: Change, status: number): Promise<Change | 'drop' | 'conflict'> => {
    if ('remove' in change && change.ifMatch === undefined && status === 404) return 'drop';
    if ('put' in change && change.ifAbsent && status === 409) {
      const there = await readRaw(pk, change.put.id);
      if (!there) return change;
      // Its time is over: the server has only not dropped it yet.
      if (!alive(there)) return { put: change.put, ifMatch: there._etag };
    }
    return 'conflict';
  };

  const commit = async (pk: string, changes: readonly Change[]): Promise<Commit> => {
    if (changes.length > MAX_OPERATIONS) {
      throw new PathfinderError('internal', `a commit of ${changes.length} changes; ${MAX_OPERATIONS} fit`);
    }
    const etags = new Map<Change, string>();
    let trying = changes.map((asked) => ({ asked, now: asked }));
    while (trying.length > 0) {
      const operations = trying.map(({ now }) => operationOf(pk, now));
      // Asked here, because the client tells of the refusal as of any other failure.
      if (Buffer.byteLength(JSON.stringify(operations)) > MOST_BYTES) {
        throw new PathfinderError('internal', 'a commit has more bytes than Cosmos DB takes');
      }
      const { result = [] } = await reached(() => container.items.batch(operations, pk));
      const failed = result.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
      if (failed < 0) {
        trying.forEach(({ asked }, index) => {
          etags.set(asked, result[index]?.eTag ?? '');
        });
        break;
      }
      const refused = trying[failed];
      const status = result[failed]?.statusCode ?? 0;
      if (!refused) throw new PathfinderError('store-unavailable', `a batch was refused with ${status}`);
      // 449: another batch was at the same documents; nothing was done. https://learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb
      if (status === 449) continue;
      if (![404, 409, 412].includes(status)) {
        throw new PathfinderError('store-unavailable', `a document was refused with ${status}`);
      }
      const next = await secondTry(pk, refused.now, status);
      if (next === 'conflict') return { ok: false, conflict: idOf(refused.asked) };
      trying = trying.flatMap((one) =>
        one !== refused ? [one] : next === 'drop' ? [] : [{ asked: one.asked, now: next }],
      );
    }
    return { ok: true, etags: changes.map((change) => etags.get(change) ?? '') };
  };

  return {
    read: async <E extends Entity>(kind: Kind<E>, pk: string, id: string) => {
      const raw = await readRaw(pk, id);
      return raw && alive(raw) ? revive(kind, raw) : undefined;
    },
    list: async <E extends Entity>(kind: Kind<E>, pk: string) =>
      (await listed(pk, kind.type, '')).map((raw) => revive(kind, raw)),
    page: async (kind, pk, limit, continuation = '') => {
      const size = Math.min(limit, MAX_PAGE);
      const found = await listed(pk, kind.type, continuation, size + 1);
      const items = found.slice(0, size).map((raw) => revive(kind, raw));
      return { items, continuation: found.length > size ? items.at(-1)?.id : undefined };
    },
    inside: async (pk, limit) =>
      ask(pk, {
        query: `SELECT TOP ${Math.trunc(limit)} c.pk, c.id, c.type, c._etag FROM c WHERE c.pk = @pk ORDER BY c.id`,
        parameters: [{ name: '@pk', value: pk }],
      }) as Promise<readonly (Kept & { readonly type: string })[]>,
    standingAlone: async (kind, limit, continuation = '') => {
      const size = Math.min(limit, MAX_PAGE);
      const found = await ask(undefined, {
        query: `SELECT TOP ${size + 1} * FROM c WHERE c.type = @type AND c.pk = c.id AND c.id > @after
          AND (NOT IS_DEFINED(c._expires) OR c._expires > @now) ORDER BY c.id`,
        parameters: [
          { name: '@type', value: kind.type },
          { name: '@after', value: continuation },
          { name: '@now', value: clock.now() },
        ],
      });
      const items = found.slice(0, size).map((raw) => revive(kind, raw));
      return { items, continuation: found.length > size ? items.at(-1)?.id : undefined };
    },
    due: async (kind, before, limit) => {
      const found = await ask(undefined, {
        query: `SELECT TOP ${Math.trunc(limit)} * FROM c WHERE c.type = @type AND c.dueAt <= @before
          AND (NOT IS_DEFINED(c._expires) OR c._expires > @now) ORDER BY c.dueAt`,
        parameters: [
          { name: '@type', value: kind.type },
          { name: '@before', value: before },
          { name: '@now', value: clock.now() },
        ],
      });
      return found.map((raw) => revive(kind, raw));
    },
    commit,
    keptPage: async (limit, continuation) => {
      // Not ordered: the account hands out its partitions one after another, and its token says how far it came.
      const asked = container.items.query<Kept>('SELECT * FROM c', {
        maxItemCount: Math.min(limit, MAX_PAGE),
        ...(continuation !== undefined && { continuationToken: continuation }),
      });
      const { resources = [], continuationToken } = await reached(() => asked.fetchNext());
      return {
        items: resources.filter(alive).map(keptOf),
        continuation: continuationToken === '' ? undefined : continuationToken,
      };
    },
    keep: async (pk, documents) => {
      const operations = documents.map(({ body, expiresAt, ifMatch }): OperationInput => {
        const resourceBody = JSON.parse(JSON.stringify({ ...body, _expires: expiresAt }));
        return ifMatch === undefined
          ? { operationType: 'Upsert', resourceBody }
          : { operationType: 'Replace', id: body.id, ifMatch, resourceBody };
      });
      const { result = [] } = await reached(() => container.items.batch(operations, pk));
      const failed = result.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
      if (failed < 0) return { ok: true, etags: result.map(({ eTag }) => eTag ?? '') };
      const status = result[failed]?.statusCode;
      if (status !== 404 && status !== 412) {
        throw new PathfinderError('store-unavailable', `a document was refused with ${status}`);
      }
      return { ok: false, conflict: documents[failed]?.body.id ?? '' };
    },
    lookupKey: codec.lookupKey,
    ping: async () => {
      await commit('ping', [{ put: { pk: 'ping', id: 'ping', type: 'ping', _schema_version: 1, ttl: 3_600 } }]);
    },
    sweep: async () => {
      const expired = await ask(undefined, {
        query: `SELECT TOP ${SWEPT_AT_ONCE} c.pk, c.id, c._etag FROM c WHERE c._expires <= @now`,
        parameters: [{ name: '@now', value: clock.now() }],
      });
      let swept = 0;
      for (const { pk, id, _etag } of expired) {
        if ((await commit(pk, [{ remove: id, ifMatch: _etag }])).ok) swept += 1;
      }
      return swept;
    },
    close: async () => container.database.client.dispose(),
  };
};

/** Fields the account and this store add to a document. */
const OWN_FIELDS = new Set(['_rid', '_self', '_etag', '_attachments', '_ts', '_expires', '_seen']);

const keptOf = (raw: Kept): KeptDocument & { readonly etag: string } => ({
  body: Object.fromEntries(Object.entries(raw).filter(([name]) => !OWN_FIELDS.has(name))) as KeptBody,
  etag: raw._etag,
  expiresAt: typeof raw._expires === 'number' ? raw._expires : undefined,
});

/** Turns whatever keeps the account from answering into a fault that the doors know how to answer. */
const reached = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    throw new PathfinderError(
      'store-unavailable',
      `Cosmos DB: ${cause instanceof Error ? cause.message : cause}`,
      cause,
    );
  }
};
