import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { Courier } from '../bot/delivery.ts';
import { outbox } from '../jobs/outbox.ts';
import { TRIP_LOOKS } from '../jobs/trip-looks.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Poll } from '../trips/polls/poll.ts';
import type { Records } from '../trips/records.ts';
import { testCodec } from './codec.ts';

/** What reached a far end and what was settled, a line each: `told <conversation> <message>`, `settled <poll>`. */
export const loggingCourier = (log: string, heard: () => void = () => undefined): Courier => ({
  door: 'sms',
  deliver: async ({ conversation }, reply, id) => {
    appendFileSync(log, `told\t${conversation}\t${id}\t${reply.text}\n`);
    heard();
    return { status: 'sent' };
  },
  // The far end knows what reached it.
  reconcile: async ({ conversation }, _, id) =>
    existsSync(log) && readFileSync(log, 'utf8').includes(`told\t${conversation}\t${id}\t`) ? 'sent' : 'not-sent',
});

/** The same records; each poll that is counted is noted in the log when that is saved. */
const noting = (records: Records, log: string): Records => ({
  ...records,
  commit: async (pk, changes) => {
    const done = await records.commit(pk, changes);
    for (const change of changes) {
      if (!done.ok || !('put' in change) || change.put.type !== 'magic_poll') continue;
      const { id, status, dueAt } = change.put as Poll;
      if (status === 'closed' && dueAt === undefined) appendFileSync(log, `settled\t${id}\n`);
    }
    return done;
  },
});

/** Does all that is due by `clock` until a few looks in a row find nothing. */
export const workUntilIdle = async (
  records: Records,
  clock: { now(): number },
  log: string,
  heard?: () => void,
): Promise<void> => {
  const noted = noting(records, log);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const couriers = new Map([['sms' as const, loggingCourier(log, heard)]]);
  const box = outbox({ records, clock, publicUrl: () => '', log: quiet }, couriers, {
    cancel: async () => false,
    enqueue: async () => 'queued',
  });
  for (let idle = 0; idle < 5; ) {
    let did = 0;
    for (const { run } of TRIP_LOOKS)
      did += await run(
        noted,
        clock,
        async () => undefined,
        async () => undefined,
      );
    did += await box.run();
    idle = did === 0 ? idle + 1 : 0;
    if (did === 0) await after(20);
  }
};

// A worker process that may be killed: `node closing-worker.ts <database> <log> <now>`; it writes a byte for each message.
const [, script = '', path = '', log = '', now = ''] = process.argv;
if (import.meta.filename === script) {
  const [began, from] = [performance.now(), Date.parse(now)];
  const clock = { now: () => from + Math.floor(performance.now() - began) };
  const store = sqliteStore(openDatabase(path), clock, testCodec);
  process.stdout.write('ready\n');
  // Both begin at the same moment, or one would find nothing left to race for.
  await once(process.stdin, 'data');
  process.stdin.destroy();
  await workUntilIdle(store, clock, log, () => process.stdout.write('.'));
  await store.close();
}
