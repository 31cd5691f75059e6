import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from '../test/stand-ins/azurite.ts';
import { azureBlobs } from './azure-blob/azure-blobs.ts';
import { blobContract } from './blob-store.contract.ts';
import { fileBlobs } from './files/file-blobs.ts';

blobContract('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-blobs-'));
  return { blobs: fileBlobs(folder), close: () => rm(folder, { recursive: true }) };
});

blobContract('Azure Storage', async () => {
  const azurite = await startAzurite();
  return {
    blobs: await azureBlobs({ connection: azurite.connectionString, container: 'trips' }),
    close: azurite.close,
  };
});

it('says that Azure Storage cannot be reached, and is there again once it can', async () => {
  const azurite = await startAzurite();
  const blobs = await azureBlobs({ connection: azurite.connectionString, container: 'trips' });
  await blobs.put('a', new Uint8Array([1]));
  await azurite.close();
  await expect(blobs.get('a')).rejects.toMatchObject({ code: 'store-unavailable' });
});
