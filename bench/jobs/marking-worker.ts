import { setTimeout as after } from 'node:timers/promises';
import { sqliteQueue } from '../../jobs/sqlite/sqlite-queue.ts';
import { startWorker } from '../../jobs/worker.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { systemClock } from '../../trips/clock.ts';

/** A job that marks its name: it works for a while before its effect, and for a while after it. */
export interface Marking {
  readonly name: string;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * A worker process whose jobs mark their name in a table, and note in others that they began and that they came to their
 * effect: `node marking-worker.ts <database> <lease ms> <jobs at once>`. It says `ready 0` when it has begun.
 */
const [path = '', leaseMs = '', concurrency = ''] = process.argv.slice(2);
const database = openDatabase(path);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const write = (sql: string, ...values: (string | number)[]): Promise<unknown> =>
  database.write((handle) => handle.prepare(sql).run(...values));
const worker = startWorker({
  queue: sqliteQueue(database, systemClock),
  clock: systemClock,
  log: quiet,
  leaseMs: Number(leaseMs),
  concurrency: Number(concurrency),
  handlers: [
    {
      kind: 'mark',
      run: async (payload) => {
        const { name, beforeMs, afterMs } = payload as Marking;
        const began = { pid: process.pid, at: Date.now() };
        if (beforeMs > 0) {
          await write('INSERT INTO begun (name, pid, at) VALUES (?, ?, ?)', name, began.pid, began.at);
          await after(beforeMs);
        }
        await database.write((handle) => {
          handle.prepare('INSERT INTO runs (name, pid, at) VALUES (?, ?, ?)').run(name, began.pid, Date.now());
          handle.prepare('INSERT INTO marks (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
        });
        if (afterMs > 0) await after(afterMs);
      },
    },
  ],
});
process.once('SIGTERM', async () => {
  await worker.drain();
  await database.close();
});
console.log('ready 0');
