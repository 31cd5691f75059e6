import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../store/sqlite/database.ts';
import { queueContract } from '../queue.contract.ts';
import { sqliteQueue } from './sqlite-queue.ts';

queueContract('the SQLite queue', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-queue-'));
  const first = openDatabase(join(folder, 'pathfinder.db'));
  const second = openDatabase(join(folder, 'pathfinder.db'));
  return {
    queue: sqliteQueue(first, clock),
    second: sqliteQueue(second, clock),
    close: async () => {
      await Promise.all([first.close(), second.close()]);
      await rm(folder, { recursive: true });
    },
  };
});

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
