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

it('remembers finished jobs for a month and forgets them after, so the table does not grow for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-queue-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  let now = Date.parse('2027-01-05T09:00:00Z');
  const queue = sqliteQueue(database, { now: () => now });
  const job = { kind: 'plan', key: 'a', payload: {} };
  await queue.enqueue(job);
  const mine = await queue.lease(1000);
  if (!mine) throw new Error('expected a job');
  await queue.complete(mine);
  now += 29 * 86_400_000;
  expect(await queue.enqueue(job)).toBe('duplicate');
  now += 2 * 86_400_000;
  expect(await queue.enqueue(job)).toBe('queued');
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
