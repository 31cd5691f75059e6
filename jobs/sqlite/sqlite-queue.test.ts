import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../store/sqlite/database.ts';
import { type OpenQueue, queueContract } from '../queue.contract.ts';
import { workerContract } from '../worker.contract.ts';
import { sqliteQueue } from './sqlite-queue.ts';

const open: OpenQueue = async (clock, secondClock = clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-queue-'));
  const first = openDatabase(join(folder, 'pathfinder.db'));
  const second = openDatabase(join(folder, 'pathfinder.db'));
  return {
    queue: sqliteQueue(first, clock),
    second: sqliteQueue(second, secondClock),
    close: async () => {
      await Promise.all([first.close(), second.close()]);
      await rm(folder, { recursive: true });
    },
  };
};
queueContract('the SQLite queue', open);
workerContract('the SQLite queue', open);

it('says that the database cannot be read, by the code of that fault', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-queue-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  const queue = sqliteQueue(database, { now: () => 1_000 });
  database.handle.exec('ALTER TABLE jobs RENAME TO jobs_away');
  for (const asked of [queue.lease(1_000), queue.depth(), queue.deadLetters(1)])
    await expect(asked).rejects.toMatchObject({ code: 'store-unavailable' });
  await database.close();
  await rm(folder, { recursive: true });
});

it('goes on with the table of an earlier version, and the jobs in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-queue-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  database.handle.exec(`
    CREATE TABLE jobs (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,
      state TEXT NOT NULL, attempts INTEGER NOT NULL, available_at INTEGER NOT NULL, lease TEXT, reason TEXT,
      settled_at INTEGER, UNIQUE (kind, key)
    );
    CREATE INDEX jobs_available ON jobs (available_at, seq) WHERE state IN ('waiting', 'leased');
    INSERT INTO jobs (id, kind, key, payload, state, attempts, available_at)
      VALUES ('job_1', 'plan', 'old', '{"n":1}', 'waiting', 0, 0);`);
  const queue = sqliteQueue(database, { now: () => 1_000 });
  await queue.enqueue({ kind: 'plan', key: 'tidy', payload: {}, later: true });
  const job = await queue.lease(1000);
  expect(job).toMatchObject({ key: 'old', payload: { n: 1 }, attempt: 1 });
  // Opening it once more changes nothing.
  expect((await sqliteQueue(database, { now: () => 1_000 }).lease(1000))?.key).toBe('tidy');
  await database.close();
  await rm(folder, { recursive: true });
});
