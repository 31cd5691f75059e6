import { BlobServiceClient, type ContainerClient, RestError, type StoragePipelineOptions } from '@azure/storage-blob';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { type BlobStore, checkedName } from '../blob-store.ts';

export interface AzureBlobSettings {
  /** A connection string, or `https://<account>.blob.core.windows.net` for managed identity. */
  readonly connection: string;
  /** Made when it is not there. */
  readonly container: string;
}

/** Few tries, soon: whoever waits for an answer is told; jobs try again by themselves. */
const PATIENCE: StoragePipelineOptions = { retryOptions: { maxTries: 3, retryDelayInMs: 200, tryTimeoutInMs: 15_000 } };

const open = async ({ connection, container }: AzureBlobSettings): Promise<ContainerClient> => {
  const service = /^https?:\/\//.test(connection)
    ? new BlobServiceClient(connection, new (await import('@azure/identity')).DefaultAzureCredential(), PATIENCE)
    : BlobServiceClient.fromConnectionString(connection, PATIENCE);
  return service.getContainerClient(container);
};

const isMissing = (error: unknown): boolean =>
  error instanceof RestError && error.statusCode === 404 && error.code !== 'ContainerNotFound';

/** Blobs in an Azure Storage container. Throws `store-unavailable` while it cannot be reached. */
export const azureBlobs = async (settings: AzureBlobSettings): Promise<BlobStore> => {
  const container = await open(settings);
  let made: Promise<unknown> | undefined;

  const guarded = async <T>(what: string, name: string, call: () => Promise<T>): Promise<T> => {
    try {
      // Asked once; after a failure, by the next call again.
      made ??= container.createIfNotExists();
      await made;
      return await call();
    } catch (cause) {
      made = undefined;
      throw new PathfinderError('store-unavailable', `could not ${what} blob ${name}`, cause);
    }
  };

  return {
    put: async (name, bytes) => {
      const blob = container.getBlockBlobClient(checkedName(name));
      await guarded('save', name, () => blob.uploadData(bytes));
    },
    get: async (name) => {
      const blob = container.getBlockBlobClient(checkedName(name));
      return guarded('read', name, async () => {
        try {
          return new Uint8Array(await blob.downloadToBuffer());
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      });
    },
    remove: async (name) => {
      const blob = container.getBlockBlobClient(checkedName(name));
      await guarded('remove', name, () => blob.deleteIfExists());
    },
  };
};
