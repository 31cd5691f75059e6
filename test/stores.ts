import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContainer } from '../store/cosmos/container.ts';
import { cosmosStore } from '../store/cosmos/cosmos-store.ts';
import type { DocumentCodec } from '../store/document-codec.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Clock } from '../trips/clock.ts';
import { testCodec } from './codec.ts';
import { cosmosAccount, cosmosSettings } from './stand-ins/cosmos.ts';

/** A fresh, empty store for one test. */
export interface OpenedStore {
  readonly store: EntityStore;
  /** Closes it and what it stood on; rejects when a query left its partition. */
  close(): Promise<void>;
}

/** A store in files. */
interface OpenedFolder extends OpenedStore {
  readonly folder: string;
}

export const openSqliteStore = async (clock: Clock, codec: DocumentCodec = testCodec): Promise<OpenedFolder> => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-store-'));
  const store = sqliteStore(openDatabase(join(folder, 'test.db')), clock, codec);
  return {
    ...{ store, folder },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export const openCosmosStore = async (clock: Clock, codec: DocumentCodec = testCodec): Promise<OpenedStore> => {
  const account = await cosmosAccount();
  const store = cosmosStore(await openContainer(cosmosSettings(account)), clock, codec);
  return {
    store,
    close: async () => {
      await store.close();
      await account.close();
      if (account.violations.length > 0) throw new Error(account.violations.join('\n'));
    },
  };
};

/** Every entity store there is, for tests that hold on each. */
export const STORES: readonly (readonly [string, (clock: Clock, codec?: DocumentCodec) => Promise<OpenedStore>])[] = [
  ['SQLite', openSqliteStore],
  ['Azure Cosmos DB', openCosmosStore],
];
