import { setTimeout as wait } from 'node:timers/promises';
import { DefaultAzureCredential } from '@azure/identity';
import {
  AzureKeyCredential,
  type IndexDocumentsResult,
  SearchClient,
  SearchIndexClient,
  type SearchIndexClientOptions,
} from '@azure/search-documents';
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { indexDefinition, SEMANTIC } from './index-definition.ts';
import type { ScopedFilter } from './scoped-filter.ts';
import type { UnitDocument } from './unit-document.ts';

/** Actions in one batch: https://learn.microsoft.com/rest/api/searchservice/documents. Half of what is allowed: vectors are long. */
const BATCH = 500;
const PAGE = 1_000;
/** Results that can be skipped, a limit of the service. */
const MOST_SKIPPED = 100_000;
const TIMEOUT_MS = 10_000;
const RETRIES = 3;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 15_000;
/** How long what was written may take to be found; it mostly takes less than a second. */
const SETTLES_WITHIN_MS = 15_000;
const FIRST_LOOK_MS = 20;
const SLOWEST_LOOK_MS = 1_000;

const FIELDS = [
  'id',
  'shelf',
  'passage',
  'unit',
  'documentId',
  'document',
  'edition',
  'ordinal',
  'page',
  'heading',
  'names',
  'text',
  'start',
  'end',
  'terms',
] as const satisfies readonly (keyof UnitDocument)[];

/** A unit that was found, with the service's score. */
export interface FoundUnit {
  readonly document: UnitDocument;
  readonly score: number;
}

/** What units are looked for by; both where both are given. */
export interface UnitQuery {
  readonly top: number;
  readonly nearest?: { readonly vector: Float32Array; readonly count: number; readonly exhaustive?: boolean };
  /** Words in ASCII, any of which may be there. */
  readonly words?: string;
  /** `words` is in the full Lucene syntax. */
  readonly lucene?: boolean;
  /** The question itself: the semantic ranker, where there is one, orders what was found by it. */
  readonly asked?: string;
}

export interface SearchSettings {
  readonly endpoint: string;
  /** An admin key; without one, this process's managed identity is used. */
  readonly key: string;
  readonly index: string;
  readonly dimensions: number;
  /** Whether the service has the semantic ranker. */
  readonly semantic: boolean;
}

/** One index of Azure AI Search. Reading and counting demand a filter that keeps within somebody's shelves. Throws `far-end-unavailable`. */
export interface SearchService {
  query(filter: ScopedFilter, by: UnitQuery): Promise<readonly FoundUnit[]>;
  count(filter: ScopedFilter, words?: string): Promise<number>;
  /** Every unit, by document and in order. */
  all(filter: ScopedFilter): Promise<readonly UnitDocument[]>;
  facets(
    filter: ScopedFilter,
    field: 'names',
    most: number,
  ): Promise<readonly { readonly value: string; readonly count: number }[]>;
  keep(units: readonly UnitDocument[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
  /** Resolves when as many units as expected can be found: what is written is found a moment later. */
  settled(filter: ScopedFilter, expected: number): Promise<void>;
}

/** Opens the index, making it, or bringing its definition up to date, first. */
export const openSearchService = async (settings: SearchSettings): Promise<SearchService> => {
  const { endpoint, key, index, dimensions } = settings;
  const credential = key === '' ? new DefaultAzureCredential() : new AzureKeyCredential(key);
  const options: SearchIndexClientOptions = {
    // Plain http is for loopback only: `farEnd` in app/config.ts sees to that.
    allowInsecureConnection: endpoint.startsWith('http://'),
    retryOptions: { maxRetries: RETRIES, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 },
  };
  const client = new SearchClient<UnitDocument>(endpoint, index, credential, options);
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: BREAK_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
  });
  const calling = async <T>(call: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await breaker.execute(() => call(AbortSignal.timeout(TIMEOUT_MS)));
    } catch (cause) {
      throw new PathfinderError('far-end-unavailable', 'Azure AI Search did not answer as it should', cause);
    }
  };
  await calling((abortSignal) =>
    new SearchIndexClient(endpoint, credential, options).createOrUpdateIndex(indexDefinition(index, dimensions), {
      abortSignal,
    }),
  );

  const vectorsOf = (nearest: UnitQuery['nearest']) =>
    nearest && {
      filterMode: 'preFilter' as const,
      queries: [
        {
          kind: 'vector' as const,
          vector: [...nearest.vector],
          kNearestNeighborsCount: nearest.count,
          fields: ['vector' as const],
          ...(nearest.exhaustive && { exhaustive: true }),
        },
      ],
    };
  /** Whether the service turned the semantic ranker down: it is a paid feature of some tiers and regions. */
  let semantic = settings.semantic;

  const search = async (filter: ScopedFilter, by: UnitQuery, ranked: boolean): Promise<readonly FoundUnit[]> => {
    const plain = {
      filter,
      top: by.top,
      select: FIELDS,
      searchFields: ['terms'] as const,
      searchMode: 'any' as const,
      vectorSearchOptions: vectorsOf(by.nearest),
    };
    return calling(async (abortSignal) => {
      const found = await client.search(
        by.words,
        ranked
          ? {
              ...plain,
              abortSignal,
              queryType: 'semantic',
              semanticSearchOptions: { configurationName: SEMANTIC, semanticQuery: by.asked, errorMode: 'partial' },
            }
          : { ...plain, abortSignal, queryType: by.lucene ? 'full' : 'simple' },
      );
      const units: FoundUnit[] = [];
      for await (const { document, score } of found.results) {
        units.push({ document: document as UnitDocument, score });
        if (units.length === by.top) break;
      }
      return units;
    });
  };

  const service: SearchService = {
    query: async (filter, by) => {
      if (by.words === undefined && !by.nearest) return [];
      if (!semantic || by.asked === undefined) return search(filter, by, false);
      try {
        return await search(filter, by, true);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        semantic = false;
        return search(filter, by, false);
      }
    },
    count: (filter, words = '*') =>
      calling(async (abortSignal) => {
        const { count = 0 } = await client.search(words, {
          abortSignal,
          filter,
          top: 0,
          includeTotalCount: true,
          searchFields: ['terms'],
        });
        return count;
      }),
    all: async (filter) => {
      const units: UnitDocument[] = [];
      for (let skip = 0; skip < MOST_SKIPPED; skip += PAGE) {
        const page = await calling(async (abortSignal) => {
          const found = await client.search('*', {
            abortSignal,
            filter,
            skip,
            top: PAGE,
            select: FIELDS,
            orderBy: ['documentId asc', 'ordinal asc', 'unit asc'],
          });
          const documents: UnitDocument[] = [];
          for await (const { document } of found.results) {
            documents.push(document as UnitDocument);
            if (documents.length === PAGE) break;
          }
          return documents;
        });
        units.push(...page);
        if (page.length < PAGE) break;
      }
      return units;
    },
    facets: (filter, field, most) =>
      calling(async (abortSignal) => {
        const { facets } = await client.search('*', {
          abortSignal,
          filter,
          top: 0,
          facets: [`${field},count:${most}`],
        });
        return (facets?.[field] ?? []).flatMap(({ value, count }) =>
          typeof value === 'string' ? [{ value, count: count ?? 0 }] : [],
        );
      }),
    keep: async (units) => {
      for (let from = 0; from < units.length; from += BATCH) {
        allTaken(
          await calling((abortSignal) =>
            client.mergeOrUploadDocuments(units.slice(from, from + BATCH), { abortSignal }),
          ),
        );
      }
    },
    drop: async (ids) => {
      for (let from = 0; from < ids.length; from += BATCH) {
        allTaken(
          await calling((abortSignal) => client.deleteDocuments('id', ids.slice(from, from + BATCH), { abortSignal })),
        );
      }
    },
    settled: async (filter, expected) => {
      const started = performance.now();
      for (
        let pause = FIRST_LOOK_MS;
        (await service.count(filter)) !== expected;
        pause = Math.min(pause * 2, SLOWEST_LOOK_MS)
      ) {
        if (performance.now() - started > SETTLES_WITHIN_MS) {
          throw new PathfinderError('far-end-silent', 'Azure AI Search took what was written and does not show it');
        }
        await wait(pause);
      }
    },
  };
  return service;
};

/** A batch is answered for each of its documents: one that was not taken is a fault. */
const allTaken = ({ results }: IndexDocumentsResult): void => {
  const refused = results.find(({ succeeded }) => !succeeded);
  if (refused) {
    throw new PathfinderError(
      'far-end-unavailable',
      `Azure AI Search did not take a passage: ${refused.errorMessage ?? ''}`,
    );
  }
};

const isRefusal = (error: unknown): boolean =>
  error instanceof PathfinderError &&
  [400, 402, 403].includes((error.cause as { readonly statusCode?: number } | undefined)?.statusCode ?? 0);
