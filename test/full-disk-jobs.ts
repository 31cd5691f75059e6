import { join } from 'node:path';
import type { JobQueue } from '../jobs/queue.ts';
import { openBus } from '../jobs/service-bus/bus.ts';
import { serviceBusQueue } from '../jobs/service-bus/service-bus-queue.ts';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { startWorker } from '../jobs/worker.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { testCodec } from './codec.ts';
import { startServiceBus } from './stand-ins/service-bus.ts';

/**
 * Queues and does jobs while its disk fills and has room again: `node full-disk-jobs.ts <folder> <sqlite|service-bus>`,
 * in a process whose files may not grow beyond some hundred KiB. It says on standard output what came of each step.
 */
const [folder = '', kind = ''] = process.argv.slice(2);
const LEASE_MS = 30_000;
let ahead = 0;
const clock = { now: () => Date.now() + ahead };
const say = (line: string): void => console.log(line);

const database = openDatabase(join(folder, 'pathfinder.db'));
const store = sqliteStore(database, clock, testCodec);
database.handle.exec(
  'CREATE TABLE filler (id INTEGER PRIMARY KEY, n INTEGER); CREATE TABLE effects (job TEXT PRIMARY KEY)',
);

/** Writes one small row over and over: the log of what was written grows until the disk takes no more. */
const fillDisk = async (): Promise<void> => {
  try {
    for (let n = 0; ; n += 1)
      await database.write((handle) => handle.prepare('INSERT OR REPLACE INTO filler VALUES (1, ?)').run(n));
  } catch (error) {
    say(`the disk is full: ${codeOf(error)}`);
  }
};
const codeOf = (error: unknown): string => (error instanceof PathfinderError ? error.code : String(error));

const openQueue = async (): Promise<{ queue: JobQueue; close(): Promise<void> }> => {
  if (kind === 'sqlite') return { queue: sqliteQueue(database, clock), close: async () => undefined };
  const broker = await startServiceBus({ now: clock.now });
  const [soon, later] = await Promise.all(
    ['jobs', 'jobs-later'].map((queue) => openBus({ connection: broker.connectionString, queue, waitMs: 60 })),
  );
  if (!soon || !later) throw new Error('no broker');
  const close = async (): Promise<void> => {
    await Promise.all([soon.close(), later.close()]);
    await broker.close();
  };
  return { queue: serviceBusQueue(soon, later, store, clock), close };
};
const { queue, close } = await openQueue();
const add = async (key: string): Promise<void> => {
  const answer = await queue.enqueue({ kind: 'write', key, payload: key, line: 'trip' }).catch(codeOf);
  say(`add ${key}: ${answer}, ${(await queue.depth()).waiting} waiting`);
};

await add('a');
await fillDisk();
await add('b');
await database.scrub();
await add('b');

const unsettled = Promise.withResolvers<void>();
const quiet = (): void => undefined;
const worker = startWorker({
  ...{ queue, clock, leaseMs: LEASE_MS, pollMs: 600_000, concurrency: 1 },
  handlers: [
    {
      kind: 'write',
      run: async (payload, { attempt }) => {
        await database.write((handle) =>
          handle.prepare('INSERT OR IGNORE INTO effects VALUES (?)').run(String(payload)),
        );
        say(`did ${payload}, try ${attempt}`);
        if (payload === 'a' && attempt === 1) await fillDisk();
      },
    },
  ],
  log: {
    ...{ debug: quiet, info: quiet, warn: quiet },
    error: (_, message) => {
      if (message === 'a job could not be settled') unsettled.resolve();
    },
  },
  onEnd: (_, how) => say(how),
});
await unsettled.promise;
say('not settled');
await database.scrub();
ahead = LEASE_MS;
worker.wake();
await worker.idle();
await worker.drain();
const effects = database.handle.prepare('SELECT job FROM effects ORDER BY job').all();
say(`effects: ${effects.map(({ job }) => job).join(', ')}`);
const { waiting, leased, dead } = await queue.depth();
say(`left: ${waiting + leased + dead}`);
await close();
await store.close();
process.exit(0);
