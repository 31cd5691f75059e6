import type { Database } from '../../store/sqlite/database.ts';
import type { VectorCache } from '../embed/vector-cache.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS embedding_cache (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, vector BLOB NOT NULL
  );
`;
/** Vectors kept, about 2 KB each; the ones that were written first go first. */
const MOST = 20_000;

/** Vectors kept in SQLite. */
export const sqliteVectorCache = (database: Database, most = MOST): VectorCache => {
  const { handle } = database;
  handle.exec(SCHEMA);
  const read = handle.prepare('SELECT vector FROM embedding_cache WHERE key = ?');
  const write = handle.prepare('INSERT INTO embedding_cache (key, vector) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const remove = handle.prepare('DELETE FROM embedding_cache WHERE key = ?');
  const trim = handle.prepare(
    'DELETE FROM embedding_cache WHERE id <= (SELECT id FROM embedding_cache ORDER BY id DESC LIMIT 1 OFFSET ?)',
  );
  return {
    get: async (keys) => {
      const found = new Map<string, Float32Array>();
      for (const key of keys) {
        const row = read.get(key) as { vector: Uint8Array } | undefined;
        // Copied: a Float32Array must begin at a multiple of four, and SQLite's bytes begin where they like.
        if (row) found.set(key, new Float32Array(row.vector.slice().buffer));
      }
      return found;
    },
    remove: (keys) =>
      database.write(() => {
        for (const key of keys) remove.run(key);
      }),
    put: (vectors) =>
      database.write(() => {
        for (const [key, vector] of vectors) {
          write.run(key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
        }
        trim.run(most);
      }),
  };
};
