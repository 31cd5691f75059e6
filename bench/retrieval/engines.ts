import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { load } from 'sqlite-vec';
import type { Shelf } from '../../rag/search-index.ts';
import { sqliteIndex } from '../../rag/sqlite/sqlite-index.ts';
import { termsOf } from '../../rag/words/terms.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { type Chunk, DIMENSIONS, type query } from './corpus.ts';

type Query = ReturnType<typeof query>;

/** Something that finds chunks, in one trip of several. */
export interface Engine {
  add(trip: string, chunks: readonly Chunk[]): Promise<void>;
  /** The best `most` chunks of the trip. */
  search(trip: string, asked: Query, most: number): Promise<number>;
  close(): Promise<void>;
}

const inFolder = (): { readonly path: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
  return { path: join(folder, 'index.db'), remove: () => rmSync(folder, { recursive: true }) };
};
const textOf = ({ sentences }: Chunk): string => sentences.map(({ text }) => text).join(' ');
/** Those that keep one vector a chunk are given its first sentence's. */
const vectorOf = ({ sentences }: Chunk): Float32Array => sentences[0]?.vector ?? new Float32Array(DIMENSIONS);
const bytesOf = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

const pathfinder = (): Engine => {
  const { path, remove } = inFolder();
  const database = openDatabase(path);
  const index = sqliteIndex(database);
  const shelfOf = (tripId: string): Shelf => ({ tripId, familyId: undefined });
  return {
    add: async (trip, chunks) => {
      // A guide at a time, as people add them.
      for (const [heading, own] of Map.groupBy(chunks, (chunk) => chunk.heading.split(' > ')[0] ?? '')) {
        await index.put(
          shelfOf(trip),
          { id: heading, name: `${heading}.pdf` },
          own.map(({ heading, sentences }, ordinal) => ({
            ordinal,
            heading,
            units: sentences.map((one) => ({ ...one, span: [0, one.text.length] as const })),
          })),
        );
      }
    },
    search: async (trip, { words, vector }, most) => {
      const terms = termsOf(words.join(' '));
      return (await index.search(shelfOf(trip), { text: '', vector, terms, about: [] }, most)).hits.length;
    },
    close: async () => {
      await database.close();
      remove();
    },
  };
};

const sqliteVec = (): Engine => {
  const { path, remove } = inFolder();
  const database = new DatabaseSync(path, { allowExtension: true });
  load(database);
  database.exec(
    `CREATE VIRTUAL TABLE chunks USING vec0(trip TEXT partition key, vector float[${DIMENSIONS}] distance_metric=cosine)`,
  );
  const insert = database.prepare('INSERT INTO chunks (trip, vector) VALUES (?, ?)');
  const nearest = database.prepare('SELECT rowid FROM chunks WHERE trip = ? AND vector MATCH ? AND k = ?');
  return {
    add: async (trip, chunks) => {
      database.exec('BEGIN');
      for (const chunk of chunks) insert.run(trip, bytesOf(vectorOf(chunk)));
      database.exec('COMMIT');
    },
    search: async (trip, { vector }, most) => nearest.all(trip, bytesOf(vector), most).length,
    close: async () => {
      database.close();
      remove();
    },
  };
};

const fts5 = (): Engine => {
  const { path, remove } = inFolder();
  const database = new DatabaseSync(path);
  database.exec('CREATE VIRTUAL TABLE chunks USING fts5(trip UNINDEXED, text)');
  const insert = database.prepare('INSERT INTO chunks (trip, text) VALUES (?, ?)');
  const matching = database.prepare('SELECT rowid FROM chunks WHERE chunks MATCH ? AND trip = ? ORDER BY rank LIMIT ?');
  return {
    add: async (trip, chunks) => {
      database.exec('BEGIN');
      for (const chunk of chunks) insert.run(trip, textOf(chunk));
      database.exec('COMMIT');
    },
    search: async (trip, { words }, most) =>
      matching.all(words.map((word) => `"${word}"`).join(' OR '), trip, most).length,
    close: async () => {
      database.close();
      remove();
    },
  };
};

const orama = (): Engine => {
  const database = create({ schema: { trip: 'enum', text: 'string', vector: `vector[${DIMENSIONS}]` } as const });
  return {
    add: async (trip, chunks) => {
      await insertMultiple(
        database,
        chunks.map((chunk) => ({ trip, text: textOf(chunk), vector: [...vectorOf(chunk)] })),
        1_000,
      );
    },
    search: async (trip, { words, vector }, most) => {
      const found = await searchOrama(database, {
        mode: 'hybrid',
        term: words.join(' '),
        vector: { value: [...vector], property: 'vector' },
        similarity: 0,
        where: { trip: { eq: trip } },
        limit: most,
      });
      return found.hits.length;
    },
    close: async () => undefined,
  };
};

/** Each by what it compares: Pathfinder three vectors a chunk and words, the others one vector a chunk, or words, or both. */
export const ENGINES: Readonly<Record<string, () => Engine>> = {
  pathfinder,
  'sqlite-vec alone': sqliteVec,
  'FTS5 alone': fts5,
  orama,
};
