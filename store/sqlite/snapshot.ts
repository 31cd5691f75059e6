import { backup, DatabaseSync } from 'node:sqlite';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { type Database, unavailable } from './database.ts';

/** All pages in one step: a copy in several begins anew whenever somebody writes, and under load never ends. */
const ALL_PAGES = 2_147_483_647;

/** Copies the file as it is at one moment to `path`, while it is read and written. Resolves when the copy is sound. */
export const snapshot = async ({ handle }: Pick<Database, 'handle'>, path: string): Promise<void> => {
  try {
    await backup(handle, path, { rate: ALL_PAGES });
  } catch (cause) {
    throw unavailable(cause);
  }
  checkIntegrity(path);
};

/** Throws `restore-refused` when the file is not a sound database. Leaves one file, without a journal beside it. */
export const checkIntegrity = (path: string): void => {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path);
    const found = file.prepare('PRAGMA integrity_check').all();
    if (found.length !== 1 || found[0]?.integrity_check !== 'ok') throw new Error(JSON.stringify(found.slice(0, 3)));
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    throw new PathfinderError('restore-refused', `${path} is not a sound database`, cause);
  } finally {
    file?.close();
  }
};

/** Whether some process has the file open, as a server does from its start to its end. */
export const isInUse = (path: string): boolean => {
  const file = new DatabaseSync(path);
  try {
    // In WAL mode every connection holds a shared lock on the file: an exclusive one is had only when there is none.
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    file.close();
  }
};
