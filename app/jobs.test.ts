import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { jobsCommand } from './jobs.ts';

test('an operator sees dead jobs with their reason, revives one or all, and cancels what waits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pathfinder-jobs-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  const queue = sqliteQueue(database, { now: () => Date.parse('2027-01-05T09:00:00Z') });
  for (const key of ['a', 'b', 'c']) {
    await queue.enqueue({ kind: 'plan', key, payload: {} });
    const job = await queue.lease(1_000);
    if (job) await queue.deadLetter(job, `no such trip ${key}`);
  }
  expect(await jobsCommand(queue, [])).toBe('0 waiting, 0 running, 3 dead; the oldest due has waited 0 s.');
  const [first] = await queue.deadLetters(1);
  expect(await jobsCommand(queue, ['dead'])).toContain(
    `2027-01-05T09:00:00.000Z  ${first?.id}\n  plan c, after 1 tries: no such trip c`,
  );
  expect(await jobsCommand(queue, ['redrive', first?.id ?? ''])).toBe('1 of 1 job is due again.');
  expect(await jobsCommand(queue, ['redrive', 'job_unknown'])).toBeUndefined();
  expect(await jobsCommand(queue, ['redrive', 'all'])).toBe('2 of 2 jobs are due again.');
  expect(await jobsCommand(queue, ['dead'])).toBe('No job is dead.');
  expect(await jobsCommand(queue, ['cancel', 'plan', 'a'])).toBe('Cancelled.');
  expect(await jobsCommand(queue, ['cancel', 'plan', 'a'])).toBeUndefined();
  expect(await jobsCommand(queue, [])).toContain('2 waiting, 0 running, 0 dead');
  expect(await jobsCommand(queue, ['what'])).toContain('Usage: npm run jobs');
  await database.close();
  await rm(folder, { recursive: true });
});
