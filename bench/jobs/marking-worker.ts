import { sqliteQueue } from '../../jobs/sqlite/sqlite-queue.ts';
import { startWorker } from '../../jobs/worker.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { systemClock } from '../../trips/clock.ts';

/**
 * A worker process whose jobs mark their name in a table, and that they ran in another:
 * `node marking-worker.ts <database> <lease ms> <jobs at once>`. It says `ready 0` when it has begun.
 */
const [path = '', leaseMs = '', concurrency = ''] = process.argv.slice(2);
const database = openDatabase(path);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
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
        await database.write((handle) => {
          handle
            .prepare('INSERT INTO runs (name, pid, at) VALUES (?, ?, ?)')
            .run(String(payload), process.pid, Date.now());
          handle.prepare('INSERT INTO marks (name) VALUES (?) ON CONFLICT DO NOTHING').run(String(payload));
        });
      },
    },
  ],
});
process.once('SIGTERM', async () => {
  await worker.drain();
  await database.close();
});
console.log('ready 0');
