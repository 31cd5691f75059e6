import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Database } from '../../store/sqlite/database.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { ReaderScope } from '../library.ts';
import type { Hit, IndexedPassage, SearchIndex, Shelf } from '../search-index.ts';
import { conceptToken, type Term, termsOf } from '../words/terms.ts';
import { loadVectorExtension, prepareIndex } from './index-schema.ts';
import { indexToken, stemOf } from './index-token.ts';
import { pack, packedCosine } from './packed-vector.ts';

interface PassageRow {
  readonly id: number;
  readonly shelf: number;
  readonly document_id: string;
  readonly document: string;
  readonly ordinal: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly units: string;
}

/** Passages beside the nearest units that are read before they are counted as passages: a passage has several units. */
const UNITS_PER_PASSAGE = 3;

const shelfKey = ({ tripId, familyId }: Shelf): string => (familyId === undefined ? tripId : `${tripId}/${familyId}`);

/** The shelves a reader may read: the trip's, and the own family's. There is no other way to name a shelf in a search. */
const shelvesOf = (scope: ReaderScope): readonly string[] => {
  const shared = shelfKey({ tripId: scope.tripId, familyId: undefined });
  return scope.familyId === undefined ? [shared] : [shared, shelfKey(scope)];
};

/**
 * Passages in SQLite: words in FTS5, vectors compared by sqlite-vec (or, where it cannot be loaded or
 * `vectorExtension` is false, in JavaScript).
 */
export const sqliteIndex = (database: Database, options: { readonly vectorExtension?: boolean } = {}): SearchIndex => {
  const { handle } = database;
  prepareIndex(handle);
  const extended = options.vectorExtension !== false && loadVectorExtension(handle);
  const statement = {
    shelf: handle.prepare('SELECT id FROM shelves WHERE key = ?'),
    addShelf: handle.prepare('INSERT INTO shelves (key) VALUES (?) ON CONFLICT DO NOTHING'),
    ids: handle.prepare('SELECT id FROM passages WHERE shelf = ? AND document_id = ?'),
    remove: handle.prepare('DELETE FROM passages WHERE id = ?'),
    removeVectors: handle.prepare('DELETE FROM unit_vectors WHERE shelf = ? AND passage = ?'),
    removeTerms: handle.prepare('DELETE FROM passage_terms WHERE rowid = ?'),
    add: handle.prepare(
      'INSERT INTO passages (shelf, document_id, document, ordinal, page, heading, units) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    addVector: handle.prepare('INSERT INTO unit_vectors (shelf, passage, unit, vector) VALUES (?, ?, ?, ?)'),
    addTerms: handle.prepare('INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)'),
    nearest: extended
      ? handle.prepare(
          `SELECT passage FROM unit_vectors WHERE shelf = ?
           ORDER BY vec_distance_cosine(vec_int8(vector), vec_int8(?)) LIMIT ?`,
        )
      : undefined,
    vectors: handle.prepare('SELECT passage, vector FROM unit_vectors WHERE shelf = ?'),
    unitVectors: handle.prepare('SELECT vector FROM unit_vectors WHERE shelf = ? AND passage = ? ORDER BY unit'),
    matching: handle.prepare('SELECT rowid AS id FROM passage_terms WHERE passage_terms MATCH ? ORDER BY rank LIMIT ?'),
    // The shelf is demanded once more of every passage that is read, whatever led to it.
    passage: handle.prepare('SELECT * FROM passages WHERE id = ? AND shelf = ?'),
    count: handle.prepare('SELECT count(*) AS n FROM passages WHERE shelf = ?'),
    frequency: handle.prepare('SELECT doc AS n FROM passage_vocabulary WHERE term = ?'),
    around: handle.prepare('SELECT * FROM passages WHERE shelf = ? AND document_id = ? AND ordinal IN (?, ?)'),
    all: handle.prepare('SELECT * FROM passages WHERE shelf = ? ORDER BY document_id, ordinal'),
    under: handle.prepare(
      'SELECT id FROM passages WHERE shelf = ? AND (document = ? OR heading = ? OR heading LIKE ? OR heading LIKE ?) LIMIT ?',
    ),
    names: handle.prepare('SELECT DISTINCT document, heading FROM passages WHERE shelf = ?'),
    stems: handle.prepare('SELECT term FROM passage_vocabulary WHERE term >= ? AND term < ?'),
  };

  const guarded = <T>(call: () => T): T => {
    try {
      return call();
    } catch (cause) {
      throw new PathfinderError('store-unavailable', 'the search index could not be read', cause);
    }
  };
  const rows = <R>(
    prepared: { all(...values: SQLInputValue[]): unknown[] },
    ...values: SQLInputValue[]
  ): readonly R[] => prepared.all(...values) as R[];
  const shelfId = (key: string): number | undefined => (statement.shelf.get(key) as { id: number } | undefined)?.id;
  const readable = (scope: ReaderScope): readonly number[] =>
    shelvesOf(scope).flatMap((key) => {
      const id = shelfId(key);
      return id === undefined ? [] : [id];
    });

  const drop = (shelf: number, documentId: string): void => {
    for (const { id } of rows<{ id: number }>(statement.ids, shelf, documentId)) {
      statement.removeTerms.run(id);
      statement.removeVectors.run(shelf, id);
      statement.remove.run(id);
    }
  };

  const nearest = (shelf: number, vector: Uint8Array, limit: number): readonly number[] => {
    const units = limit * UNITS_PER_PASSAGE;
    if (statement.nearest) {
      return distinct(
        rows<{ passage: number }>(statement.nearest, shelf, vector, units).map(({ passage }) => passage),
        limit,
      );
    }
    const all = rows<{ passage: number; vector: Uint8Array }>(statement.vectors, shelf);
    const scored = all.map((unit) => ({ passage: unit.passage, score: packedCosine(unit.vector, vector) }));
    scored.sort((a, b) => b.score - a.score);
    return distinct(
      scored.slice(0, units).map(({ passage }) => passage),
      limit,
    );
  };

  const matching = (shelf: number, terms: readonly Term[], limit: number): readonly number[] => {
    const tokens = new Set(tokensOf(terms).map((term) => `"${indexToken(shelf, term)}"`));
    if (tokens.size === 0) return [];
    return rows<{ id: number }>(statement.matching, [...tokens].join(' OR '), limit).map(({ id }) => id);
  };

  const hit = (shelf: number, id: number, vector: Uint8Array): Hit | undefined => {
    const row = statement.passage.get(id, shelf) as PassageRow | undefined;
    if (!row) return undefined;
    const vectors = rows<{ vector: Uint8Array }>(statement.unitVectors, shelf, id);
    return { passage: asPassage(row), cosines: vectors.map((unit) => packedCosine(unit.vector, vector)) };
  };

  return {
    put: (shelf, document, passages) =>
      database.write((_: DatabaseSync) => {
        const key = shelfKey(shelf);
        statement.addShelf.run(key);
        const id = shelfId(key);
        if (id === undefined) throw new PathfinderError('internal', `no shelf ${key} after it was made`);
        drop(id, document.id);
        for (const { ordinal, page, heading, units } of passages) {
          const texts = units.map(({ text }) => text);
          const passage = Number(
            statement.add.run(
              id,
              document.id,
              document.name,
              ordinal,
              page ?? null,
              heading ?? null,
              JSON.stringify(texts),
            ).lastInsertRowid,
          );
          const terms = tokensOf(termsOf([heading ?? '', document.name, ...texts].join('\n')));
          statement.addTerms.run(passage, terms.map((term) => indexToken(id, term)).join(' '));
          for (const [unit, { vector }] of units.entries()) statement.addVector.run(id, passage, unit, pack(vector));
        }
      }),
    remove: (shelf, documentId) =>
      database.write((_: DatabaseSync) => {
        const id = shelfId(shelfKey(shelf));
        if (id !== undefined) drop(id, documentId);
      }),
    search: async (scope, { vector, terms, about }, limit) =>
      guarded(() => {
        const packed = pack(vector);
        const hits: Hit[] = [];
        const frequencies = new Map<string, number>();
        let passages = 0;
        for (const shelf of readable(scope)) {
          passages += (statement.count.get(shelf) as { n: number }).n;
          for (const term of new Set(tokensOf(terms))) {
            const found = (statement.frequency.get(indexToken(shelf, term)) as { n: number } | undefined)?.n ?? 0;
            if (found > 0) frequencies.set(term, (frequencies.get(term) ?? 0) + found);
          }
          const under = about.flatMap((name) =>
            rows<{ id: number }>(statement.under, shelf, name, name, `% > ${name}`, `${name} > %`, limit),
          );
          const ids = [
            ...nearest(shelf, packed, limit),
            ...matching(shelf, terms, limit),
            ...under.map(({ id }) => id),
          ];
          for (const id of new Set(ids)) {
            const found = hit(shelf, id, packed);
            if (found) hits.push(found);
          }
        }
        return { hits, passages, frequencies };
      }),
    around: async (scope, documentId, ordinal) =>
      guarded(() =>
        readable(scope)
          .flatMap((shelf) => rows<PassageRow>(statement.around, shelf, documentId, ordinal - 1, ordinal + 1))
          .map(asPassage),
      ),
    all: async (scope) =>
      guarded(() =>
        readable(scope)
          .flatMap((shelf) => rows<PassageRow>(statement.all, shelf))
          .map(asPassage),
      ),
    names: async (scope) =>
      guarded(() => {
        const names = new Set<string>();
        for (const shelf of readable(scope)) {
          for (const row of rows<{ document: string; heading: string | null }>(statement.names, shelf)) {
            names.add(row.document);
            for (const part of (row.heading ?? '').split(' > ')) if (part !== '') names.add(part);
          }
        }
        return [...names];
      }),
    stemsFrom: async (scope, letter) =>
      guarded(() => {
        const stems = new Set<string>();
        for (const shelf of readable(scope)) {
          const from = indexToken(shelf, letter);
          for (const { term } of rows<{ term: string }>(statement.stems, from, `${from}~`)) {
            stems.add(stemOf(shelf, term));
          }
        }
        return [...stems];
      }),
  };
};

const tokensOf = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap(({ stem, concepts }) => [stem, ...concepts.map(conceptToken)]);

const distinct = (ids: readonly number[], limit: number): readonly number[] => [...new Set(ids)].slice(0, limit);

const asPassage = (row: PassageRow): IndexedPassage => ({
  documentId: row.document_id,
  document: row.document,
  ordinal: row.ordinal,
  page: row.page ?? undefined,
  heading: row.heading ?? undefined,
  units: JSON.parse(row.units) as readonly string[],
});
