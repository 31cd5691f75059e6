import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { filterOf } from './search-filter.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly key?: boolean;
  readonly filterable?: boolean;
  readonly facetable?: boolean;
  readonly sortable?: boolean;
  readonly dimensions?: number;
}
interface Definition {
  readonly name: string;
  readonly fields: readonly Field[];
}
type Row = Readonly<Record<string, unknown>>;

/** A search as the real client sends it (REST 2026-04-01). */
export interface SearchRequest {
  readonly search?: string;
  readonly filter?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly select?: string;
  readonly orderby?: string;
  readonly searchFields?: string;
  readonly queryType?: string;
  readonly semanticQuery?: string;
  readonly facets?: readonly string[];
  readonly vectorFilterMode?: string;
  readonly vectorQueries?: readonly {
    readonly vector: readonly number[];
    readonly k: number;
    readonly fields: string;
  }[];
}

/** An Azure AI Search service on loopback. */
export interface SearchStandIn {
  readonly endpoint: string;
  /** The definitions that were put, by name. */
  readonly indexes: ReadonlyMap<string, Definition>;
  /** Every search, as it came. */
  readonly searches: readonly SearchRequest[];
  /** What is kept in an index. */
  rows(index: string): readonly Row[];
  /** Answers the next requests with these statuses, in turn. */
  failNext(...statuses: readonly number[]): void;
  /** What is written is found only after so many further searches. */
  lag(searches: number): void;
  /** Whether the semantic ranker is there; without it a query for it is answered 400. */
  semantic(there: boolean): void;
  close(): Promise<void>;
}

const KEY = 'example-admin-key';
/** How a test reaches the service. */
export const searchSettings = (endpoint: string, dimensions = 64) => ({
  endpoint,
  key: KEY,
  index: 'trips',
  dimensions,
  semantic: false,
});

/** Keeps the documents that the real client sends, and answers its searches; 400 for what the real service would refuse. */
export const searchStandIn = async (): Promise<SearchStandIn> => {
  const indexes = new Map<string, Definition>();
  const kept = new Map<string, Map<string, Row>>();
  /** What searches see; behind what is kept while it lags. */
  const seen = new Map<string, Map<string, Row>>();
  const searches: SearchRequest[] = [];
  const failures: number[] = [];
  let lagging = 0;
  let behind = 0;
  let semantic = true;

  const catchUp = (index: string): void => {
    seen.set(index, new Map(kept.get(index)));
  };

  const write = (index: string, body: { readonly value: readonly Row[] }): object => {
    const rows = kept.get(index) ?? new Map<string, Row>();
    const definition = indexes.get(index);
    const value = body.value.map(({ '@search.action': action, ...row }) => {
      const id = String(row.id);
      for (const name of Object.keys(row)) {
        const field = definition?.fields.find((one) => one.name === name);
        if (!field) throw new Error(`no field ${name}`);
        if (field.dimensions && (row[name] as readonly unknown[]).length !== field.dimensions)
          throw new Error('dimensions');
      }
      if (!/^[\w=-]+$/.test(id)) throw new Error(`no key: ${id}`);
      if (action === 'delete') rows.delete(id);
      else if (action === 'mergeOrUpload') rows.set(id, { ...rows.get(id), ...row });
      else throw new Error(`no action: ${action}`);
      return { key: id, status: true, errorMessage: null, statusCode: 200 };
    });
    kept.set(index, rows);
    behind = lagging;
    if (behind === 0) catchUp(index);
    return { value };
  };

  const search = (index: string, asked: SearchRequest): object => {
    searches.push(asked);
    if (behind > 0) {
      behind -= 1;
      if (behind === 0) catchUp(index);
    }
    if (asked.queryType === 'semantic' && !semantic)
      throw new Error('Semantic search is not enabled for this service.');
    if (asked.vectorQueries && asked.vectorFilterMode !== 'preFilter') throw new Error('vectorFilterMode');
    const matches = asked.filter === undefined ? () => true : filterOf(asked.filter);
    const rows = [...(seen.get(index)?.values() ?? [])].filter(matches);
    const found = ranked(rows, asked);
    const ordered = asked.orderby ? found.toSorted((a, b) => compare(a.row, b.row, asked.orderby ?? '')) : found;
    const select = asked.select?.split(',');
    const page = ordered.slice(asked.skip ?? 0, (asked.skip ?? 0) + Math.min(asked.top ?? 50, 1_000));
    return {
      ...(asked.count && { '@odata.count': found.length }),
      ...(asked.facets && {
        '@search.facets': facetsOf(
          asked.facets,
          found.map(({ row }) => row),
        ),
      }),
      value: page.map(({ row, score }) => ({
        '@search.score': score,
        ...Object.fromEntries(
          Object.entries(row).filter(([name]) => name !== 'vector' && (!select || select.includes(name))),
        ),
      })),
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const refuse = (status: number, message: string): void =>
      answer(status, { error: { code: String(status), message } });
    if (request.headers['api-key'] !== KEY) return refuse(403, 'the key');
    const failure = failures.shift();
    if (failure !== undefined) return refuse(failure, 'made to fail');
    const { pathname } = new URL(request.url ?? '/', 'http://search');
    const [, index = '', rest = ''] = /^\/indexes\('([^']+)'\)(.*)$/.exec(pathname) ?? [];
    try {
      const body = request.method === 'GET' ? {} : ((await json(request)) as object);
      if (request.method === 'PUT' && rest === '') {
        indexes.set(index, body as Definition);
        return answer(indexes.has(index) ? 200 : 201, body);
      }
      if (!indexes.has(index)) return refuse(404, `no index ${index}`);
      if (rest === '/docs/search.index') return answer(200, write(index, body as { value: readonly Row[] }));
      if (rest === '/docs/search.post.search') return answer(200, search(index, body as SearchRequest));
      return refuse(404, pathname);
    } catch (error) {
      return refuse(400, error instanceof Error ? error.message : String(error));
    }
  };

  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    indexes,
    searches,
    rows: (index) => [...(kept.get(index)?.values() ?? [])],
    failNext: (...statuses) => failures.push(...statuses),
    lag: (count) => {
      lagging = count;
    },
    semantic: (there) => {
      semantic = there;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

interface Ranked {
  readonly row: Row;
  readonly score: number;
}

/** By words, by vectors, or by reciprocal ranks of both: https://learn.microsoft.com/azure/search/hybrid-search-ranking. */
const ranked = (
  rows: readonly Row[],
  { search, searchFields = '', queryType, vectorQueries }: SearchRequest,
): readonly Ranked[] => {
  const byVector = vectorQueries?.map(({ vector, k, fields }) =>
    rows
      .map((row) => ({ row, score: 1 / (2 - cosine(vector, row[fields] as readonly number[])) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k),
  );
  if (search === undefined || search === null) return byVector?.[0] ?? rows.map((row) => ({ row, score: 1 }));
  const wanted = search.split(/\s+/).map((word) => matcher(word, queryType === 'full'));
  const byWords = rows
    .map((row) => {
      const words = searchFields.split(',').flatMap((field) => String(row[field] ?? '').split(/\s+/));
      return { row, score: search === '*' ? 1 : wanted.filter((matches) => words.some(matches)).length };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (!byVector) return byWords;
  const fused = new Map<Row, number>();
  for (const list of [byWords, ...byVector]) {
    for (const [rank, { row }] of list.entries()) fused.set(row, (fused.get(row) ?? 0) + 1 / (60 + rank));
  }
  return [...fused].map(([row, score]) => ({ row, score })).sort((a, b) => b.score - a.score);
};

const matcher = (word: string, lucene: boolean): ((other: string) => boolean) => {
  if (lucene && word.endsWith('*')) return (other) => other.startsWith(word.slice(0, -1));
  if (lucene && word.endsWith('~1')) return (other) => edits(word.slice(0, -2), other) <= 1;
  return (other) => other === word;
};

const edits = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const last = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row.push(
        Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
  }
  return row[b.length] ?? 0;
};

const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths === 0 ? 0 : dot / lengths;
};

const compare = (a: Row, b: Row, orderby: string): number => {
  for (const field of orderby.split(',').map((part) => part.trim().split(' ')[0] ?? '')) {
    const [x, y] = [a[field], b[field]] as [string | number, string | number];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

const facetsOf = (asked: readonly string[], rows: readonly Row[]): Record<string, object[]> =>
  Object.fromEntries(
    asked.map((facet) => {
      const [field = '', ...options] = facet.split(',');
      const most = Number(options.find((option) => option.startsWith('count:'))?.slice('count:'.length) ?? 10);
      const counts = new Map<unknown, number>();
      for (const row of rows)
        for (const value of row[field] as readonly unknown[]) counts.set(value, (counts.get(value) ?? 0) + 1);
      const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
      return [field, sorted.map(([value, count]) => ({ value, count }))];
    }),
  );
