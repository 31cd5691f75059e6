import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { startWorker } from '../jobs/worker.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { systemClock } from '../trips/clock.ts';

/**
 * A worker process that a test kills in the middle of a job: `node doomed-worker.ts <database> <before|after>`.
 * It says `working` on standard output when it hangs, before or after the job had its effect.
 */
const [path = '', when = ''] = process.argv.slice(2);
const database = openDatabase(path);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
startWorker({
  queue: sqliteQueue(database, systemClock),
  clock: systemClock,
  log: quiet,
  leaseMs: 30_000,
  handlers: [
    {
      kind: 'mark',
      run: async (payload) => {
        if (when === 'after') {
          await database.write((handle) =>
            handle.prepare('INSERT OR IGNORE INTO marks (name, by) VALUES (?, ?)').run(String(payload), 'first'),
          );
        }
        process.stdout.write('working\n');
        await new Promise(() => {});
      },
    },
  ],
});
