import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

// The package is CommonJS.
const { createHttpServer } = createRequire(import.meta.url)('@vercel/cosmosdb-server') as {
  createHttpServer(): ReturnType<typeof createServer>;
};

/** A Cosmos DB account on loopback. */
export interface CosmosAccount {
  readonly endpoint: string;
  /** Queries that would read another partition, or whose SQL leaves the partition to the routing header. */
  readonly violations: readonly string[];
  /** Every query, as it came. */
  readonly queries: readonly string[];
  /** Answers the next requests to documents with these statuses, in turn; `0` breaks the connection off. */
  failNext(...statuses: readonly number[]): void;
  /** While it lasts, every request to documents is answered 403. */
  outage(lasts: boolean): void;
  /** The documents of a partition as the server keeps them. */
  raw(pk: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** How the store reaches the account. */
export const cosmosSettings = ({ endpoint }: Pick<CosmosAccount, 'endpoint'>) => ({
  endpoint,
  key: Buffer.from('example key').toString('base64'),
  database: 'pathfinder',
  container: 'entities',
});

interface Operation {
  readonly operationType: 'Create' | 'Upsert' | 'Replace' | 'Delete' | 'Patch' | 'Read';
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: Record<string, unknown> & {
    readonly operations?: readonly { readonly op: string; readonly path: string; readonly value: unknown }[];
  };
}

type Document = Record<string, unknown> & { readonly id: string; readonly _etag?: string };

/** https://learn.microsoft.com/azure/cosmos-db/concepts-limits */
const MOST_BYTES = 2 * 1024 * 1024;

const PARTITION = 'x-ms-documentdb-partitionkey';
/** What every partition may be asked for: what is due, what has expired, what is a partition of its own, and, for whoever carries it away, everything. */
const ACROSS = /c\.(dueAt|_expires) <= @|c\.pk = c\.id|^SELECT \* FROM c$/;

/**
 * A recording proxy before `@vercel/cosmosdb-server`. That server ignores the partition of a query, has no transactional
 * batches and takes requests of any size: the first is checked here, the second are done here, all or nothing, a
 * partition at a time, and the third are refused as Cosmos DB refuses them.
 */
export const cosmosAccount = async (): Promise<CosmosAccount> => {
  const inner = createHttpServer();
  inner.listen(0, '127.0.0.1');
  await once(inner, 'listening');
  const upstream = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
  const violations: string[] = [];
  const queries: string[] = [];
  const failures: number[] = [];
  const lines = new Map<string, Promise<unknown>>();
  let documentsUrl = '';
  let down = false;

  const inTurn = <T>(partition: string, work: () => Promise<T>): Promise<T> => {
    const done = (lines.get(partition) ?? Promise.resolve()).then(work, work);
    lines.set(partition, done);
    return done;
  };

  const ask = (method: string, url: string, partition: string, body?: unknown): Promise<Response> =>
    fetch(upstream + url, {
      method,
      headers: {
        [PARTITION]: partition,
        'content-type': 'application/json',
        // Without it that server fails on a document that is not there, instead of saying so.
        ...(method === 'GET' && { 'x-ms-documentdb-query-enablecrosspartition': 'true' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  const check = (headers: IncomingHttpHeaders, body: string): string | undefined => {
    const { query = '', parameters = [] } = JSON.parse(body) as {
      query?: string;
      parameters?: readonly { readonly name: string; readonly value: unknown }[];
    };
    queries.push(query);
    const partition = headers[PARTITION];
    if (partition === undefined) return ACROSS.test(query) ? undefined : `asks every partition: ${query}`;
    if (!query.includes('c.pk = @pk')) return `leaves the partition to the header: ${query}`;
    const named = JSON.stringify([parameters.find(({ name }) => name === '@pk')?.value]);
    return named === partition ? undefined : `names ${named} and is sent to ${String(partition)}`;
  };

  const batch = async (url: string, partition: string, operations: readonly Operation[]): Promise<object[]> => {
    const seen = new Map<string, Document | undefined>();
    const current = async (id: string): Promise<Document | undefined> => {
      if (!seen.has(id)) {
        const response = await ask('GET', `${url}/${encodeURIComponent(id)}`, partition);
        seen.set(id, response.ok ? ((await response.json()) as Document) : undefined);
      }
      return seen.get(id);
    };
    const todo: (() => Promise<{ statusCode: number; eTag?: string }>)[] = [];
    for (const [index, { operationType, resourceBody, ifMatch, ...operation }] of operations.entries()) {
      const id = operation.id ?? String(resourceBody?.id);
      const there = await current(id);
      const status = refusal(operationType, there, ifMatch);
      if (status !== undefined)
        return operations.map((_, other) => ({ statusCode: other === index ? status : 424, requestCharge: 1 }));
      const patched = (resourceBody?.operations ?? []).map(({ path, value }) => [path.slice(1), value]);
      const next = operationType === 'Patch' ? { ...there, ...Object.fromEntries(patched) } : resourceBody;
      seen.set(id, operationType === 'Delete' ? undefined : ({ ...next, _etag: 'written' } as Document));
      todo.push(async () => {
        const at = `${url}/${encodeURIComponent(id)}`;
        const response =
          operationType === 'Delete'
            ? await ask('DELETE', at, partition)
            : there
              ? await ask('PUT', at, partition, next)
              : await ask('POST', url, partition, next);
        if (!response.ok) throw new Error(`${operationType} ${id}: ${response.status} ${await response.text()}`);
        if (operationType === 'Delete') return { statusCode: 204 };
        return { statusCode: there ? 200 : 201, eTag: ((await response.json()) as { _etag: string })._etag };
      });
    }
    const results: object[] = [];
    for (const one of todo) results.push({ ...(await one()), requestCharge: 1 });
    return results;
  };

  const forward = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<void> => {
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    // Without it that server fails on a document that is not there, instead of saying so.
    if (request.method === 'GET') headers['x-ms-documentdb-query-enablecrosspartition'] = 'true';
    const answer = await fetch(upstream + request.url, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body !== '' && { body }),
    });
    const { 'content-encoding': ____, 'transfer-encoding': _____, ...kept } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, kept);
    response.end(await answer.text());
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    const body = await text(request);
    const partition = request.headers[PARTITION];
    const aboutDocuments = /\/docs(\/|$)/.test(url);
    if (aboutDocuments) documentsUrl ||= url.slice(0, url.indexOf('/docs') + 5);
    const failure = aboutDocuments ? (failures.shift() ?? (down ? 403 : undefined)) : undefined;
    if (failure === 0) {
      request.socket.destroy();
      return;
    }
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '1' });
      response.end(JSON.stringify(value));
    };
    if (failure !== undefined) {
      answer(failure, { code: String(failure), message: 'told to fail' });
      return;
    }
    if (aboutDocuments && Buffer.byteLength(body) > MOST_BYTES) {
      answer(413, { code: 'RequestEntityTooLarge', message: 'Request size is too large' });
      return;
    }
    // A query plan reads nothing: the client asks for it before it goes to a partition.
    const isPlan = request.headers['x-ms-cosmos-is-query-plan-request'] !== undefined;
    const isQuery = request.headers['content-type']?.startsWith('application/query+json') ?? false;
    const violation = isQuery && !isPlan && aboutDocuments ? check(request.headers, body) : undefined;
    if (violation !== undefined) {
      violations.push(violation);
      answer(400, { code: 'BadRequest', message: violation });
      return;
    }
    const line = typeof partition === 'string' ? partition : '';
    if (request.headers['x-ms-cosmos-is-batch-request'] !== undefined) {
      const results = await inTurn(line, () => batch(url, line, JSON.parse(body) as Operation[]));
      const failed = results.some((result) => (result as { statusCode: number }).statusCode >= 400);
      answer(failed ? 207 : 200, results);
      return;
    }
    await inTurn(line, () => forward(request, response, body));
  };

  const unanswered = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    violations,
    queries,
    failNext: (...statuses) => {
      failures.push(...statuses);
    },
    outage: (lasts) => {
      down = lasts;
    },
    raw: async (pk) => {
      const listed = await ask('GET', documentsUrl, JSON.stringify([pk]));
      const { Documents } = (await listed.json()) as { Documents?: readonly Record<string, unknown>[] };
      return (Documents ?? []).filter((document) => document.pk === pk);
    },
    close: async () => {
      // The client asks for the plans of its queries and waits for none of them: one that is cut off it asks for again,
      // each second, ten times, and keeps its process alive meanwhile.
      for (const response of unanswered) await once(response, 'close');
      for (const one of [server, inner]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
};

/** The status with which Cosmos DB refuses an operation on what is there; nothing when it is done. */
const refusal = (
  operationType: Operation['operationType'],
  there: Document | undefined,
  ifMatch: string | undefined,
): number | undefined => {
  if (operationType === 'Create') return there ? 409 : undefined;
  if (!there) return operationType === 'Upsert' ? undefined : 404;
  return ifMatch !== undefined && there._etag !== ifMatch ? 412 : undefined;
};
