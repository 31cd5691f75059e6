import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newToken } from '../../trips/ids.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { type BlobStore, checkedName } from '../blob-store.ts';

/** Blobs as files under one folder. A name that would leave the folder is a fault. */
export const fileBlobs = (folder: string): BlobStore => {
  const pathOf = (name: string): string => join(folder, checkedName(name));
  return {
    put: async (name, bytes) => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${newToken()}`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
    get: async (name) => {
      const path = pathOf(name);
      try {
        return new Uint8Array(await readFile(path));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw new PathfinderError('store-unavailable', `could not read blob ${name}`, error);
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
};
