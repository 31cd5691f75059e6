import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOBS, copyNew, DATABASE, DOCUMENTS, KEYS, sealBackup } from '../store/carry/backup-folder.ts';
import { LOOKUP_PROBE } from '../store/carry/line.ts';
import { snapshot } from '../store/sqlite/snapshot.ts';
import { instant } from '../trips/clock.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { command } from './command.ts';
import type { Composed } from './compose.ts';
import { exportTo } from './export-to.ts';

/**
 * `npm run backup [-- <folder>]`: a folder with everything of DATA_DIR, taken while servers run: the database as it is
 * at one moment, every file its documents name, and, with STORE=cosmos, an export of the container. It has its name
 * once it is whole. Configured keys are not in it: keep them elsewhere, a restore needs them.
 */
const backupTo = async (folder: string, parts: Composed): Promise<void> => {
  const { config, database, clock, store } = parts;
  const at = instant(clock);
  const draft = `${folder}.partial`;
  if (existsSync(folder) || existsSync(draft)) {
    throw new PathfinderError('configuration', `${existsSync(folder) ? folder : draft} is there already`);
  }
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const blobs = join(config.DATA_DIR, BLOBS);
  // Twice: a document's file is written before the document, and dropped after it. What the first copy misses was
  // written before the second; what is dropped between them the first one has.
  await copyNew(blobs, join(draft, BLOBS));
  await snapshot(database, join(draft, DATABASE));
  if (config.STORE === 'cosmos') await exportTo(join(draft, DOCUMENTS), parts);
  await copyNew(blobs, join(draft, BLOBS));
  for (const key of KEYS) {
    const kept = join(config.DATA_DIR, key);
    if (existsSync(kept)) await copyFile(kept, join(draft, key));
  }
  const { files } = await sealBackup(draft, {
    at,
    store: config.STORE,
    lookup: store.lookupKey(LOOKUP_PROBE),
  });
  await rename(draft, folder);
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${Object.keys(files).length} files, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
  if (KEYS.some((key) => key in files)) {
    console.log('The keys that this data folder made itself are among them: whoever has the backup can read it.');
  }
};

const [folder = `backups/${new Date().toISOString().replaceAll(/[:.]/g, '-')}`] = process.argv.slice(2);
await command((parts) => backupTo(folder, parts));
