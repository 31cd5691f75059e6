import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway } from '../llm/gateway.ts';
import type { Embeddings } from '../rag/embed/embeddings.ts';
import type { Library } from '../rag/library.ts';
import { openLibrary } from '../rag/open-library.ts';
import type { SearchIndex } from '../rag/search-index.ts';
import { sqliteIndex } from '../rag/sqlite/sqlite-index.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Records } from '../trips/records.ts';
import { testCodec } from './codec.ts';

export interface OpenedLibrary {
  readonly library: Library;
  readonly index: SearchIndex;
  readonly records: Records;
  readonly blobs: ReturnType<typeof fileBlobs>;
  /** Every line that was logged. */
  readonly logged: string[];
  close(): Promise<void>;
}

/** A library on real SQLite and real files in a folder of its own. `wrap` may stand between it and its records; models word its answers, where there are any. */
export const openedLibrary = (
  embeddings: Embeddings,
  wrap: (records: Records) => Records = (same) => same,
  modelsOver?: (records: Records) => Gateway,
): OpenedLibrary => {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  const clock = { now: () => Date.parse('2027-03-01T10:00:00Z') };
  const records = sqliteStore(database, clock, testCodec);
  const blobs = fileBlobs(join(folder, 'blobs'));
  const logged: string[] = [];
  const write = (fields: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const index = sqliteIndex(database);
  const library = openLibrary({
    index,
    records: wrap(records),
    blobs,
    embeddings,
    clock,
    log: { info: write, warn: write },
    models: modelsOver?.(records),
  });
  return {
    library,
    index,
    records,
    blobs,
    logged,
    close: async () => {
      await library.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
};
