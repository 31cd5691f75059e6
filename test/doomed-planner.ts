import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { planItineraryHandler } from '../jobs/tasks/plan-itinerary.ts';
import { startWorker } from '../jobs/worker.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../trips/clock.ts';
import type { Passage } from '../trips/itineraries/candidate.ts';
import { testCodec } from './codec.ts';

/**
 * A worker process that a test kills while it plans: `node doomed-planner.ts <database> <reading|settling> <passages>`.
 * It says `working` on standard output when it hangs: while reading the documents, or after the plan was saved and
 * before the job is settled.
 */
const [path = '', when = '', passages = '[]'] = process.argv.slice(2);
const database = openDatabase(path);
const queue = sqliteQueue(database, systemClock);
const hang = async (): Promise<never> => {
  process.stdout.write('working\n');
  return new Promise(() => {});
};
startWorker({
  queue: when === 'settling' ? { ...queue, complete: hang } : queue,
  clock: systemClock,
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  leaseMs: 30_000,
  handlers: [
    planItineraryHandler({
      records: sqliteStore(database, systemClock, testCodec),
      clock: systemClock,
      library: { passages: async () => (when === 'reading' ? hang() : (JSON.parse(passages) as Passage[])) },
    }),
  ],
});
