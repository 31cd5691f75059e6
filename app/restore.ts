import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BLOBS, checkBackup, copyNew, DATABASE, DOCUMENTS, KEYS, type Manifest } from '../store/carry/backup-folder.ts';
import { LOOKUP_PROBE } from '../store/carry/line.ts';
import { type DocumentCodec, documentCodec } from '../store/document-codec.ts';
import { keyring } from '../store/keyring.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { checkIntegrity, isInUse } from '../store/sqlite/snapshot.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../trips/clock.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { fieldKeys } from './data-secrets.ts';
import { importFrom } from './import-from.ts';
import { openProcess } from './process.ts';

const refused = (why: string, cause?: unknown): PathfinderError => new PathfinderError('restore-refused', why, cause);

/** Copies the backup beside the data, and proves there that the copy is sound and that its sealed fields open. */
const prepare = async (folder: string, draft: string, config: Config, { store, lookup }: Manifest): Promise<void> => {
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await copyFile(join(folder, DATABASE), join(draft, DATABASE));
  await copyNew(join(folder, BLOBS), join(draft, BLOBS));
  for (const key of KEYS) if (existsSync(join(folder, key))) await copyFile(join(folder, key), join(draft, key));
  checkIntegrity(join(draft, DATABASE));
  const kept = (key: string): boolean => existsSync(join(draft, key));
  if (config.FIELD_KEYS === undefined && !kept('field-key')) throw refused('set the FIELD_KEYS it was made under');
  if (config.LOOKUP_KEY === undefined && !kept('lookup-key')) throw refused('set the LOOKUP_KEY it was made under');
  const ring = keyring(fieldKeys({ ...config, DATA_DIR: draft }));
  if (ring.lookupKey(LOOKUP_PROBE) !== lookup) {
    throw refused('it was made under another LOOKUP_KEY: set that one, or nobody is found by phone or e-mail');
  }
  if (store === 'sqlite') await openEvery(join(draft, DATABASE), documentCodec(ring, SEALED_FIELDS));
};

const openEvery = async (path: string, codec: DocumentCodec): Promise<void> => {
  const store = sqliteStore(openDatabase(path), systemClock, codec);
  try {
    let continuation: string | undefined;
    do {
      const page = await store.keptPage(200, continuation);
      for (const { body } of page.items) codec.open(body);
      continuation = page.continuation;
    } while (continuation !== undefined);
  } catch (cause) {
    throw refused(cause instanceof PathfinderError ? cause.message : 'a document cannot be read', cause);
  } finally {
    await store.close();
  }
};

/** What lies in a data folder, earlier restores left out. */
const contentsOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name !== 'restoring' && !name.startsWith('before-'));

/**
 * `npm run restore -- <folder> [--replace]`: puts a backup into DATA_DIR (and its documents into the Cosmos DB container,
 * with STORE=cosmos). Nothing is changed unless the whole backup is sound, its keys are here, and no server runs on the
 * folder. `--replace` moves what is there aside first.
 */
const restore = async (folder: string, replace: boolean): Promise<void> => {
  const { config, log } = openProcess();
  const manifest = await checkBackup(folder);
  if (manifest.store !== config.STORE) {
    throw refused(
      `it was made with STORE=${manifest.store}: restore it with that, and change stores with export and import`,
    );
  }
  const data = config.DATA_DIR;
  await mkdir(data, { recursive: true });
  if (existsSync(join(data, DATABASE)) && isInUse(join(data, DATABASE))) {
    throw refused(`a server runs on ${data}: stop it first`);
  }
  const there = await contentsOf(data);
  if (there.length > 0 && !replace) throw refused(`${data} is not empty: --replace moves what is there aside`);
  const draft = join(data, 'restoring');
  try {
    await prepare(folder, draft, config, manifest);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  if (there.length > 0) {
    const aside = join(data, `before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
    await mkdir(aside);
    for (const name of there) await rename(join(data, name), join(aside, name));
    console.log(`What was there is in ${aside}`);
  }
  // The database last: without it there is nothing here to start on.
  const restored = (await readdir(draft)).sort((a, b) => Number(a === DATABASE) - Number(b === DATABASE));
  for (const name of restored) await rename(join(draft, name), join(data, name));
  await rm(draft, { recursive: true });
  if (manifest.store === 'cosmos') {
    const parts = await compose(config, log, () => '');
    try {
      await importFrom(join(folder, DOCUMENTS), replace, parts);
    } finally {
      await parts.close();
    }
  }
  console.log(`${data} is as it was at ${manifest.at}`);
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('Usage: npm run restore -- <folder> [--replace]');
  process.exitCode = 2;
} else {
  await restore(folder, values.replace === true).catch((error: unknown) => {
    if (!(error instanceof PathfinderError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}
