import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteQueue } from './sqlite/sqlite-queue.ts';
import { startWorker } from './worker.ts';

const DOOMED = new URL('../test/doomed-worker.ts', import.meta.url).pathname;
const LEASE_MS = 30_000;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('a worker killed with SIGKILL in the middle of a job', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  it.each([
    ['before it had its effect', 'before', 'second'],
    ['between its effect and its settlement', 'after', 'first'],
  ])('%s: the next worker finishes the job, once in effect', async (_, when, by) => {
    const folder = await mkdtemp(join(tmpdir(), 'pathfinder-killed-'));
    const path = join(folder, 'pathfinder.db');
    const database = openDatabase(path);
    database.handle.exec('CREATE TABLE marks (name TEXT PRIMARY KEY, by TEXT)');
    // Our clock runs ahead, so that the dead worker's lease has run out without waiting for it.
    let ahead = 0;
    const clock = { now: () => Date.now() + ahead };
    const queue = sqliteQueue(database, clock);
    await queue.enqueue({ kind: 'mark', key: 'one', payload: 'one' });

    child = spawn(process.execPath, [DOOMED, path, when], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    if (!child.stdout) throw new Error('the child has no output');
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('working\n');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await queue.lease(LEASE_MS)).toBeUndefined();
    expect(await queue.depth()).toMatchObject({ leased: 1 });

    ahead = LEASE_MS + 1_000;
    const attempts: number[] = [];
    const worker = startWorker({
      queue,
      clock,
      log: quiet,
      leaseMs: LEASE_MS,
      handlers: [
        {
          kind: 'mark',
          run: async (payload, { attempt }) => {
            attempts.push(attempt);
            await database.write((handle) =>
              handle.prepare('INSERT OR IGNORE INTO marks (name, by) VALUES (?, ?)').run(String(payload), 'second'),
            );
          },
        },
      ],
    });
    await worker.idle();
    await worker.drain();
    expect(attempts).toEqual([2]);
    expect(database.handle.prepare('SELECT name, by FROM marks').all()).toEqual([{ name: 'one', by }]);
    expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
    await database.close();
    await rm(folder, { recursive: true });
  });
});
