import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** What a backup says of itself: every file of it, so that a damaged or incomplete one is known before it is used. */
const manifest = z.object({
  pathfinder: z.literal('backup'),
  format: z.literal(1),
  at: z.string(),
  /** Where documents were kept: in `pathfinder.db`, or in a Cosmos DB container and here in `documents.ndjson`. */
  store: z.enum(['sqlite', 'cosmos']),
  /** How the LOOKUP_KEY of that day names a fixed word. */
  lookup: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

const MANIFEST = 'manifest.json';
export const DATABASE = 'pathfinder.db';
export const DOCUMENTS = 'documents.ndjson';
export const BLOBS = 'blobs';
/** Secrets that the data folder made itself; configured ones are nowhere in a backup. */
export const KEYS = ['token-secret', 'field-key', 'lookup-key'];

/** Every file below a folder, by its path with `/`; drafts of blobs being written are none. */
const filesIn = async (folder: string): Promise<readonly string[]> => {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
};

/** Copies the files that are not there yet. One that is removed meanwhile was removed by whoever owned it. */
export const copyNew = async (from: string, to: string): Promise<void> => {
  for (const name of await filesIn(from)) {
    const target = join(to, name);
    if (existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, name), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
};

/** Lists every file of a folder in its manifest, and waits until all of it is on the disk. */
export const sealBackup = async (
  folder: string,
  about: Pick<Manifest, 'at' | 'store' | 'lookup'>,
): Promise<Manifest> => {
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    const file = await open(path, 'r+');
    await file.sync();
    await file.close();
    files[name] = { bytes: (await stat(path)).size, sha256: await digest(path) };
  }
  const whole: Manifest = { pathfinder: 'backup', format: 1, ...about, files };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`, { flush: true });
  return whole;
};

/** The manifest of a backup whose every file is as it was written; throws `restore-refused` otherwise. */
export const checkBackup = async (folder: string): Promise<Manifest> => {
  const whole = await readManifest(folder);
  for (const [name, { bytes, sha256 }] of Object.entries(whole.files)) {
    const path = join(folder, name);
    const size = (await stat(path).catch(() => undefined))?.size;
    if (size === undefined) throw new PathfinderError('restore-refused', `the backup has lost ${name}`);
    if (size !== bytes || (await digest(path)) !== sha256) {
      throw new PathfinderError('restore-refused', `the backup's ${name} was changed or damaged`);
    }
  }
  return whole;
};

const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new PathfinderError('restore-refused', `${folder} is no backup, or an incomplete one`, cause);
  }
};

const digest = async (path: string): Promise<string> => {
  const sha = createHash('sha256');
  await pipeline(createReadStream(path), sha);
  return sha.digest('hex');
};
