import type { SQLInputValue } from 'node:sqlite';
import type { Database } from '../../store/sqlite/database.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { ReaderScope } from '../library.ts';
import type { Hit, IndexedPassage, Names, NewPassage, SearchIndex, Span, Spread } from '../search-index.ts';
import { shelfKey, shelvesOf } from '../shelves.ts';
import { type Term, tokensOfAll } from '../words/terms.ts';
import { loadVectorExtension, namesAbove, prepareIndex } from './index-schema.ts';
import { indexToken, stemOf } from './index-token.ts';
import { nearestByExtension, nearestByHand } from './nearest.ts';
import { pack, packedCosine, signsOf } from './packed-vector.ts';
import { wordsFor } from './word-index.ts';

interface PassageRow {
  readonly id: number;
  readonly shelf: number;
  readonly document_id: string;
  readonly document: string;
  readonly ordinal: number;
  readonly page: number | null;
  readonly heading: string | null;
  readonly units: string;
  readonly spans: string;
}

/** Passages beside the nearest units that are read before they are counted as passages: a passage has several units. */
const UNITS_PER_PASSAGE = 3;
/** Units that are written in one piece, and passages that are removed: a document of many would hold up everybody else. */
const AT_ONCE = 300;
/** Sets of shelves whose names are kept in memory. */
const NAMES_KEPT = 200;

/**
 * Passages in SQLite: words in FTS5, vectors compared by sqlite-vec (or, where it cannot be loaded or
 * `vectorExtension` is false, in JavaScript).
 */
export const sqliteIndex = (database: Database, options: { readonly vectorExtension?: boolean } = {}): SearchIndex => {
  const { handle } = database;
  prepareIndex(handle);
  const statement = {
    shelf: handle.prepare('SELECT id FROM shelves WHERE key = ?'),
    addShelf: handle.prepare('INSERT INTO shelves (key) VALUES (?) ON CONFLICT DO NOTHING'),
    ids: handle.prepare('SELECT id FROM passages WHERE shelf = ? AND document_id = ? AND ordinal BETWEEN ? AND ?'),
    last: handle.prepare('SELECT max(ordinal) AS ordinal FROM passages WHERE shelf = ? AND document_id = ?'),
    remove: handle.prepare('DELETE FROM passages WHERE id = ?'),
    removeVectors: handle.prepare('DELETE FROM unit_vectors WHERE shelf = ? AND passage = ?'),
    removeSigns: handle.prepare('DELETE FROM unit_signs WHERE shelf = ? AND passage = ?'),
    removeTerms: handle.prepare('DELETE FROM passage_terms WHERE rowid = ?'),
    removeNames: handle.prepare('DELETE FROM passage_names WHERE passage = ?'),
    edit: handle.prepare(
      'INSERT INTO shelf_editions (shelf, edition) VALUES (?, 1) ON CONFLICT DO UPDATE SET edition = edition + 1',
    ),
    edition: handle.prepare('SELECT edition FROM shelf_editions WHERE shelf = ?'),
    add: handle.prepare(
      `INSERT INTO passages (shelf, document_id, document, ordinal, page, heading, units, spans)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addName: handle.prepare('INSERT INTO passage_names (shelf, name, passage) VALUES (?, ?, ?)'),
    addVector: handle.prepare('INSERT INTO unit_vectors (shelf, passage, unit, vector) VALUES (?, ?, ?, ?)'),
    addSigns: handle.prepare('INSERT INTO unit_signs (shelf, passage, unit, signs) VALUES (?, ?, ?, ?)'),
    addTerms: handle.prepare('INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)'),
    unitVectors: handle.prepare('SELECT vector FROM unit_vectors WHERE shelf = ? AND passage = ? ORDER BY unit'),
    matching: handle.prepare('SELECT rowid AS id FROM passage_terms WHERE passage_terms MATCH ? ORDER BY rank LIMIT ?'),
    // The shelf is demanded once more of every passage that is read, whatever led to it.
    passage: handle.prepare('SELECT * FROM passages WHERE id = ? AND shelf = ?'),
    count: handle.prepare('SELECT count(*) AS n FROM passages WHERE shelf = ?'),
    frequency: handle.prepare('SELECT doc AS n FROM passage_vocabulary WHERE term = ?'),
    around: handle.prepare('SELECT * FROM passages WHERE shelf = ? AND document_id = ? AND ordinal IN (?, ?)'),
    all: handle.prepare('SELECT * FROM passages WHERE shelf = ? ORDER BY document_id, ordinal'),
    names: handle.prepare('SELECT name, count(*) AS passages FROM passage_names WHERE shelf = ? GROUP BY name'),
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

  const lastOf = (shelf: number, documentId: string): number =>
    (statement.last.get(shelf, documentId) as { ordinal: number | null }).ordinal ?? -1;

  /** Removes the passages of a document from one place in it to another. */
  const drop = (shelf: number, documentId: string, from: number, to: number): void => {
    for (const { id } of rows<{ id: number }>(statement.ids, shelf, documentId, from, to)) {
      statement.removeTerms.run(id);
      statement.removeVectors.run(shelf, id);
      statement.removeSigns.run(shelf, id);
      statement.removeNames.run(id);
      statement.remove.run(id);
    }
  };

  /**
   * Writes passages in place of those that stood at the same places of the document: a put that broke off, and one that
   * another process is at, leave nothing twice.
   */
  const add = (shelf: number, document: Parameters<SearchIndex['put']>[1], passages: readonly NewPassage[]): void => {
    drop(shelf, document.id, passages[0]?.ordinal ?? 0, passages.at(-1)?.ordinal ?? -1);
    for (const { ordinal, page, heading, units } of passages) {
      const texts = units.map(({ text }) => text);
      const passage = Number(
        statement.add.run(
          shelf,
          document.id,
          document.name,
          ordinal,
          page ?? null,
          heading ?? null,
          JSON.stringify(texts),
          JSON.stringify(units.map(({ span }) => span)),
        ).lastInsertRowid,
      );
      statement.addTerms.run(passage, wordsFor(shelf, { document: document.name, heading, units: texts }));
      for (const name of namesAbove(document.name, heading)) statement.addName.run(shelf, name, passage);
      for (const [unit, { vector }] of units.entries()) {
        const packed = pack(vector);
        statement.addVector.run(shelf, passage, unit, packed);
        statement.addSigns.run(shelf, passage, unit, signsOf(packed));
      }
    }
    statement.edit.run(shelf);
  };

  /** Removes what stands from a place of the document on, piece by piece. */
  const dropFrom = async (shelf: number, documentId: string, place: number): Promise<void> => {
    const last = guarded(() => lastOf(shelf, documentId));
    for (let from = place; from <= last; from += AT_ONCE) {
      await database.write(() => {
        drop(shelf, documentId, from, from + AT_ONCE - 1);
        statement.edit.run(shelf);
      });
    }
  };

  const near = (options.vectorExtension !== false && loadVectorExtension(handle) ? nearestByExtension : nearestByHand)(
    handle,
  );
  /** The passages of the shelf that are nearest by meaning; under one name, when it is given. */
  const nearest = (shelf: number, vector: Uint8Array, limit: number, name?: string): readonly number[] => {
    const units = limit * UNITS_PER_PASSAGE;
    const found = name === undefined ? near.onShelf(shelf, vector, units) : near.underName(shelf, name, vector, units);
    return distinct(found, limit);
  };

  const matching = (shelf: number, terms: readonly Term[], limit: number): readonly number[] => {
    const tokens = new Set(tokensOfAll(terms).map((term) => `"${indexToken(shelf, term)}"`));
    if (tokens.size === 0) return [];
    return rows<{ id: number }>(statement.matching, [...tokens].join(' OR '), limit).map(({ id }) => id);
  };

  const hit = (shelf: number, id: number, vector: Uint8Array): Hit | undefined => {
    const row = statement.passage.get(id, shelf) as PassageRow | undefined;
    if (!row) return undefined;
    const vectors = rows<{ vector: Uint8Array }>(statement.unitVectors, shelf, id);
    return { passage: asPassage(row), cosines: vectors.map((unit) => packedCosine(unit.vector, vector)) };
  };

  const spread = (shelves: readonly number[], tokens: ReadonlySet<string>): Spread => {
    const frequencies = new Map<string, number>();
    let passages = 0;
    for (const shelf of shelves) {
      passages += (statement.count.get(shelf) as { n: number }).n;
      for (const token of tokens) {
        const found = (statement.frequency.get(indexToken(shelf, token)) as { n: number } | undefined)?.n ?? 0;
        if (found > 0) frequencies.set(token, (frequencies.get(token) ?? 0) + found);
      }
    }
    return { passages, frequencies };
  };

  /** Names by the shelves they are on: read anew when one of them was edited, by whichever process. */
  const known = new Map<string, { readonly edition: string; readonly names: Names }>();
  const namesOn = (shelves: readonly number[]): Names => {
    const key = shelves.join();
    const edition = shelves
      .map((shelf) => (statement.edition.get(shelf) as { edition: number } | undefined)?.edition ?? 0)
      .join();
    const kept = known.get(key);
    if (kept?.edition === edition) return kept.names;
    const counted = new Map<string, number>();
    for (const shelf of shelves) {
      for (const { name, passages } of rows<{ name: string; passages: number }>(statement.names, shelf)) {
        counted.set(name, (counted.get(name) ?? 0) + passages);
      }
    }
    const names = [...counted].map(([name, passages]) => ({ name, passages }));
    known.delete(key);
    known.set(key, { edition, names });
    const [oldest] = known.keys();
    if (known.size > NAMES_KEPT && oldest !== undefined) known.delete(oldest);
    return names;
  };

  return {
    put: async (shelf, document, passages) => {
      const key = shelfKey(shelf);
      const id = await database.write(() => {
        statement.addShelf.run(key);
        return shelfId(key);
      });
      if (id === undefined) throw new PathfinderError('internal', `no shelf ${key} after it was made`);
      for (const piece of piecesOf(passages)) await database.write(() => add(id, document, piece));
      await dropFrom(id, document.id, (passages.at(-1)?.ordinal ?? -1) + 1);
    },
    remove: async (shelf, documentId) => {
      const id = guarded(() => shelfId(shelfKey(shelf)));
      if (id !== undefined) await dropFrom(id, documentId, 0);
    },
    search: async (scope, { vector, terms, about }, limit) =>
      guarded(() => {
        const packed = pack(vector);
        const hits: Hit[] = [];
        const shelves = readable(scope);
        for (const shelf of shelves) {
          const ids = [
            ...nearest(shelf, packed, limit),
            ...matching(shelf, terms, limit),
            ...about.flatMap((name) => nearest(shelf, packed, limit, name)),
          ];
          for (const id of new Set(ids)) {
            const found = hit(shelf, id, packed);
            if (found) hits.push(found);
          }
        }
        return { hits, ...spread(shelves, new Set(tokensOfAll(terms))) };
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
    names: async (scope) => guarded(() => namesOn(readable(scope))),
    spread: async (scope, tokens) => guarded(() => spread(readable(scope), new Set(tokens))),
    stemsLike: async (scope, stem) =>
      guarded(() => {
        const stems = new Set<string>();
        for (const shelf of readable(scope)) {
          const from = indexToken(shelf, stem.slice(0, 1));
          for (const { term } of rows<{ term: string }>(statement.stems, from, `${from}~`)) {
            stems.add(stemOf(shelf, term));
          }
        }
        return [...stems];
      }),
  };
};

/** The passages in their order, in pieces of {@link AT_ONCE} units or a few more. */
const piecesOf = (passages: readonly NewPassage[]): readonly (readonly NewPassage[])[] => {
  const pieces: NewPassage[][] = [];
  let room = 0;
  for (const passage of passages) {
    if (room <= 0) {
      pieces.push([]);
      room = AT_ONCE;
    }
    pieces.at(-1)?.push(passage);
    room -= passage.units.length;
  }
  return pieces;
};

const distinct = (ids: readonly number[], limit: number): readonly number[] => [...new Set(ids)].slice(0, limit);

const asPassage = (row: PassageRow): IndexedPassage => ({
  documentId: row.document_id,
  document: row.document,
  ordinal: row.ordinal,
  page: row.page ?? undefined,
  heading: row.heading ?? undefined,
  units: JSON.parse(row.units) as readonly string[],
  spans: JSON.parse(row.spans) as readonly Span[],
});
