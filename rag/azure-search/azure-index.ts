import { randomUUID } from 'node:crypto';
import { odata } from '@azure/search-documents';
import type { ReaderScope } from '../library.ts';
import type { Hit, IndexedName, Names, SearchIndex, Shelf, Spread } from '../search-index.ts';
import { asciiWord, stemFrom } from '../words/ascii-word.ts';
import { tokensOfAll } from '../words/terms.ts';
import { isOneOf, onShelf, readableBy, type ScopedFilter } from './scoped-filter.ts';
import type { SearchService } from './search-service.ts';
import { passagesOf, type UnitDocument, unitsOf } from './unit-document.ts';

/** Units beside the nearest that are asked for before they are counted as passages: a passage has several. */
const UNITS_PER_PASSAGE = 3;
/** Names that one answer holds; a trip's documents have some hundreds. */
const MOST_NAMES = 2_000;
/** Passages whose words are looked at for what a misspelt one may have meant. */
const SPELLINGS_FROM = 50;
/** The most results one request gives: https://learn.microsoft.com/azure/search/search-pagination-page-layout. */
const PAGE = 1_000;
const NAME_SETS_KEPT = 500;

/** Passages in Azure AI Search: hybrid queries over units, always within a filter made from the reader's scope. */
export const azureIndex = (service: SearchService): SearchIndex => {
  const { query } = service;

  /** The passages that units were found of, whole, with the cosine of each unit. */
  const hitsOf = async (
    scope: ReaderScope,
    passages: readonly string[],
    vector: Float32Array,
  ): Promise<readonly Hit[]> => {
    if (passages.length === 0) return [];
    const units = await query(readableBy(scope, isOneOf('passage', passages)), {
      top: PAGE,
      // Every unit of these passages, not those that a walk through the graph comes across.
      nearest: { vector, count: PAGE, exhaustive: true },
    });
    const cosines = new Map(
      units.map(({ document, score }) => [
        `${document.documentId} ${document.ordinal} ${document.unit}`,
        cosineOf(score),
      ]),
    );
    return passagesOf(units.map(({ document }) => document)).map((passage) => ({
      passage,
      cosines: passage.units.map((_, unit) => cosines.get(`${passage.documentId} ${passage.ordinal} ${unit}`) ?? 0),
    }));
  };

  const count = (filter: ScopedFilter, words?: string): Promise<number> => service.count(filter, words);

  const spread = async (scope: ReaderScope, tokens: readonly string[]): Promise<Spread> => {
    const whole = readableBy(scope, odata`unit eq ${0}`);
    const distinct = [...new Set(tokens)];
    const [passages, ...counts] = await Promise.all([
      count(whole),
      ...distinct.map((token) => count(whole, asciiWord(token))),
    ]);
    return {
      passages,
      frequencies: new Map(
        distinct.flatMap((token, position) => {
          const found = counts[position] ?? 0;
          return found > 0 ? [[token, found] as const] : [];
        }),
      ),
    };
  };

  const namesKept = new Map<string, { readonly written: string; readonly names: Names }>();

  const stale = async (shelf: Shelf, documentId: string, edition?: string): Promise<readonly UnitDocument[]> =>
    service.all(
      onShelf(
        shelf,
        odata`documentId eq ${documentId}`,
        ...(edition === undefined ? [] : [odata`edition ne ${edition}`]),
      ),
    );

  return {
    put: async (shelf, document, passages) => {
      const edition = randomUUID();
      const units = unitsOf(shelf, document, passages, edition);
      await service.keep(units);
      const left = await stale(shelf, document.id, edition);
      const kept = new Set(units.map(({ id }) => id));
      await service.drop(left.map(({ id }) => id).filter((id) => !kept.has(id)));
      await service.settled(
        onShelf(shelf, odata`documentId eq ${document.id} and edition eq ${edition}`),
        units.length,
      );
      await service.settled(onShelf(shelf, odata`documentId eq ${document.id} and edition ne ${edition}`), 0);
    },
    remove: async (shelf, documentId) => {
      await service.drop((await stale(shelf, documentId)).map(({ id }) => id));
      await service.settled(onShelf(shelf, odata`documentId eq ${documentId}`), 0);
    },
    search: async (scope, { text, vector, terms, about }, limit) => {
      const tokens = tokensOfAll(terms);
      const nearest = { vector, count: limit * UNITS_PER_PASSAGE };
      const [found, ...under] = await Promise.all([
        query(readableBy(scope), {
          top: limit * (UNITS_PER_PASSAGE + 1),
          nearest,
          ...(tokens.length > 0 && { words: [...new Set(tokens)].map(asciiWord).join(' '), asked: text }),
        }),
        ...about.map((name) =>
          query(readableBy(scope, odata`names/any(name: name eq ${name})`), { top: nearest.count, nearest }),
        ),
      ]);
      const passagesIn = (units: readonly { readonly document: UnitDocument }[], most: number): readonly string[] =>
        [...new Set(units.map(({ document }) => document.passage))].slice(0, most);
      const passages = new Set([
        ...passagesIn(found, tokens.length > 0 ? limit * 2 : limit),
        ...under.flatMap((units) => passagesIn(units, limit)),
      ]);
      const [hits, spreadOfTerms] = await Promise.all([hitsOf(scope, [...passages], vector), spread(scope, tokens)]);
      return { hits, ...spreadOfTerms };
    },
    around: async (scope, documentId, ordinal) =>
      passagesOf(
        await service.all(
          readableBy(
            scope,
            odata`documentId eq ${documentId}`,
            odata`ordinal eq ${ordinal - 1} or ordinal eq ${ordinal + 1}`,
          ),
        ),
      ),
    all: async (scope) => passagesOf(await service.all(readableBy(scope))),
    names: async (scope) => {
      const filter = readableBy(scope, odata`unit eq ${0}`);
      const names: IndexedName[] = (await service.facets(filter, 'names', MOST_NAMES)).map(
        ({ value, count: passages }) => ({
          name: value,
          passages,
        }),
      );
      const written = JSON.stringify(names.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
      const known = namesKept.get(filter);
      if (known?.written === written) return known.names;
      namesKept.delete(filter);
      namesKept.set(filter, { written, names });
      const [oldest] = namesKept.keys();
      if (namesKept.size > NAME_SETS_KEPT && oldest !== undefined) namesKept.delete(oldest);
      return names;
    },
    spread,
    stemsLike: async (scope, stem) => {
      const word = asciiWord(stem);
      // The Lucene syntax has both: one slip away, or of the same root. The word holds letters and digits only.
      const found = await query(readableBy(scope), {
        top: SPELLINGS_FROM,
        words: `${word}~1 ${word.slice(0, Math.max(3, Math.ceil(word.length * 0.75)))}*`,
        lucene: true,
      });
      const stems = found.flatMap(({ document }) => document.terms.split(' ').map(stemFrom));
      return [...new Set(stems)].flatMap((one) => (one?.startsWith(stem.slice(0, 1)) ? [one] : []));
    },
  };
};

/** What a score says of the cosine: https://learn.microsoft.com/azure/search/vector-search-ranking, "cosine". */
const cosineOf = (score: number): number => (score > 0 ? 2 - 1 / score : 0);
