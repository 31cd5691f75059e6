import { createWriteStream, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportDocuments } from '../store/carry/export-documents.ts';
import type { Line } from '../store/carry/line.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { snapshot } from '../store/sqlite/snapshot.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { blobsOf, staysHere } from './carried.ts';
import type { Composed } from './compose.ts';

/**
 * Writes everything that STORE keeps, and the files of its documents, as newline-delimited JSON. Beside running servers: of
 * SQLite as it is at one moment, of Cosmos DB each document as it is when it is read.
 */
export const exportTo = async (path: string, parts: Composed): Promise<{ documents: number; files: number }> => {
  if (existsSync(path)) throw new PathfinderError('configuration', `${path} is there already`);
  const from = await stillStore(parts);
  let last: Line | undefined;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of exportDocuments({ ...parts, store: from.store, blobsOf, stays: staysHere })) {
      last = line;
      yield `${JSON.stringify(line)}\n`;
    }
  };
  try {
    const draft = `${path}.partial`;
    await pipeline(Readable.from(lines()), createWriteStream(draft, { flush: true, mode: 0o600 }));
    renameSync(draft, path);
  } finally {
    await from.close();
  }
  return last && 'end' in last ? last : { documents: 0, files: 0 };
};

/** The store, standing still where it can: a copy of the SQLite file. */
const stillStore = async ({
  config,
  store,
  database,
  clock,
  codec,
}: Composed): Promise<{ readonly store: EntityStore; close(): Promise<void> }> => {
  if (config.STORE !== 'sqlite') return { store, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-export-'));
  await snapshot(database, join(folder, 'pathfinder.db'));
  const still = sqliteStore(openDatabase(join(folder, 'pathfinder.db')), clock, codec);
  return {
    store: still,
    close: async () => {
      await still.close();
      rmSync(folder, { recursive: true });
    },
  };
};
