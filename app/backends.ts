import { join } from 'node:path';
import type { JobQueue } from '../jobs/queue.ts';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import type { Embeddings } from '../rag/embed/embeddings.ts';
import type { SearchIndex } from '../rag/search-index.ts';
import { sqliteIndex } from '../rag/sqlite/sqlite-index.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { DocumentCodec } from '../store/document-codec.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import type { Database } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Clock } from '../trips/clock.ts';
import type { Records } from '../trips/records.ts';
import type { Config } from './config.ts';
import { indexName } from './embeddings.ts';
import type { Log } from './log.ts';

/** How long a look at Service Bus waits for a job to come. */
const BUS_LOOK_MS = 1_000;

/** The chosen place for files. */
export const openBlobs = async (config: Config): Promise<BlobStore> => {
  if (config.BLOBS === 'files') return fileBlobs(join(config.DATA_DIR, 'blobs'));
  const { azureBlobs } = await import('../store/azure-blob/azure-blobs.ts');
  return azureBlobs({ connection: config.BLOB_CONNECTION_STRING, container: config.BLOB_CONTAINER });
};

/** The chosen job queue, and how it ends. */
export const openQueue = async (
  config: Config,
  database: Database,
  records: Records,
  clock: Clock,
): Promise<{ readonly queue: JobQueue; close(): Promise<void> }> => {
  if (config.QUEUE === 'sqlite') return { queue: sqliteQueue(database, clock), close: async () => undefined };
  const [{ openBus }, { serviceBusQueue }] = await Promise.all([
    import('../jobs/service-bus/bus.ts'),
    import('../jobs/service-bus/service-bus-queue.ts'),
  ]);
  const open = (queue: string) =>
    openBus({ connection: config.SERVICE_BUS_CONNECTION_STRING, queue, waitMs: BUS_LOOK_MS });
  const [soon, later] = await Promise.all([open(config.SERVICE_BUS_QUEUE), open(`${config.SERVICE_BUS_QUEUE}-later`)]);
  return {
    queue: serviceBusQueue(soon, later, records, clock),
    close: async () => {
      await Promise.all([soon.close(), later.close()]);
    },
  };
};

/** Redis between processes, when it is configured. */
export const openFanout = async (url: string, log: Log) =>
  (await import('../channels/live/fanout.ts')).redisFanout(url, log);

/** The chosen search index. */
export const openIndex = async (
  config: Config,
  database: Database,
  { model, dimensions }: Pick<Embeddings, 'model' | 'dimensions'>,
): Promise<SearchIndex> => {
  if (config.SEARCH === 'sqlite') return sqliteIndex(database);
  const [{ openSearchService }, { azureIndex }] = await Promise.all([
    import('../rag/azure-search/search-service.ts'),
    import('../rag/azure-search/azure-index.ts'),
  ]);
  return azureIndex(
    await openSearchService({
      endpoint: config.AZURE_SEARCH_ENDPOINT ?? '',
      key: config.AZURE_SEARCH_KEY,
      index: indexName(config, model),
      dimensions,
      semantic: config.AZURE_SEARCH_SEMANTIC,
    }),
  );
};

/** The chosen entity store. The search index stays in the file of the embedded defaults. */
export const openStore = async (
  config: Config,
  database: Database,
  clock: Clock,
  codec: DocumentCodec,
): Promise<EntityStore> => {
  if (config.STORE === 'sqlite') return sqliteStore(database, clock, codec);
  const [{ openContainer }, { cosmosStore }] = await Promise.all([
    import('../store/cosmos/container.ts'),
    import('../store/cosmos/cosmos-store.ts'),
  ]);
  const container = await openContainer({
    endpoint: config.COSMOS_ENDPOINT ?? '',
    key: config.COSMOS_KEY,
    database: config.COSMOS_DATABASE,
    container: config.COSMOS_CONTAINER,
  });
  return cosmosStore(container, clock, codec);
};
