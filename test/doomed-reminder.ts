import { appendFileSync } from 'node:fs';
import type { Courier } from '../bot/delivery.ts';
import { outbox } from '../jobs/outbox.ts';
import { TRIP_LOOKS } from '../jobs/trip-looks.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { testCodec } from './codec.ts';

/**
 * A worker process that a test kills while it tells a reminder: `node doomed-reminder.ts <database> <log> <now> <before|after>`.
 * It hangs before or after the message went out (a line in the log), and says so on standard output.
 */
const [path = '', log = '', now = '', when = ''] = process.argv.slice(2);
const clock = { now: () => Date.parse(now) };
const store = sqliteStore(openDatabase(path), clock, testCodec);
const courier: Courier = {
  door: 'sms',
  deliver: async (_, reply) => {
    if (when === 'after') appendFileSync(log, `${reply.text}\n`);
    process.stdout.write('sending\n');
    return new Promise(() => {});
  },
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const box = outbox({ records: store, clock, publicUrl: () => '', log: quiet }, new Map([['sms', courier]]), {
  cancel: async () => false,
  enqueue: async () => 'queued',
});
for (const { run } of TRIP_LOOKS)
  await run(
    store,
    clock,
    async () => undefined,
    async () => undefined,
  );
setInterval(() => undefined, 1_000);
await box.run();
