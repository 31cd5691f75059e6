import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from '../test/stand-ins/server-process.ts';
import { load, medians, type Round, type Target } from './load.ts';
import { type MadeTrip, makeTrips } from './many-trips.ts';
import { startAsShipped } from './start-as-shipped.ts';

/** Writes are counted with many connections; reads are timed with few, so that their latency is not a queue's. */
const WRITERS = 50;
const READERS = 10;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Trips in the store at each size. */
const SIZES = (process.env.BENCH_TRIPS ?? '100,1000,10000').split(',').map(Number);
/** Trips that are read and voted in. */
const USED = 100;

interface Caller extends MadeTrip {
  readonly token: string;
}

const signIn = async (base: string, trip: MadeTrip): Promise<Caller> => {
  const response = await fetch(`${base}/api/v1/auth/dev-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', phone: trip.phone }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const { token } = (await response.json()) as { token: string };
  return { ...trip, token };
};

/** How often it is asked whether all is told. */
const LOOK_MS = 250;

/** Waits until nobody has to be told any more of the making of the trips, which no ballot and no reading causes; resolves with the seconds it took. */
const allTold = async (base: string): Promise<number> => {
  const began = performance.now();
  for (;;) {
    const metrics = await (await fetch(`${base}/health/metrics`)).text();
    const left = /^pathfinder_outbox_backlog (\d+)/m.exec(metrics)?.[1];
    if (left === undefined) throw new Error('the metrics do not say how much is left to tell');
    if (left === '0') return (performance.now() - began) / 1000;
    await delay(LOOK_MS);
  }
};

/** Spread over all trips, whatever the size. */
const some = (made: readonly MadeTrip[]): readonly MadeTrip[] =>
  Array.from(
    { length: Math.min(USED, made.length) },
    (_, index) => made[Math.floor((index * made.length) / USED)],
  ).filter((trip) => trip !== undefined);

const ballots = (url: string, callers: readonly Caller[]): Target => ({
  name: 'ballots',
  url,
  method: 'PUT',
  path: (n) => {
    const { tripId, pollId } = callers[n % callers.length] as Caller;
    return `/api/v1/trips/${tripId}/polls/${pollId}/ballot`;
  },
  request: (n) => ({
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${(callers[n % callers.length] as Caller).token}`,
    },
    body: JSON.stringify({ optionId: `opt_0${(Math.floor(n / callers.length) % 3) + 1}` }),
  }),
});

const read = (name: string, url: string, callers: readonly Caller[], path: (caller: Caller) => string): Target => ({
  name,
  url,
  method: 'GET',
  path: (n) => `/api/v1${path(callers[n % callers.length] as Caller)}`,
  request: (n) => ({ headers: { authorization: `Bearer ${(callers[n % callers.length] as Caller).token}` } }),
});

const bare: Target = {
  name: 'bare Express + SQLite insert',
  url: '',
  method: 'PUT',
  path: (n) => `/polls/poll_${n % USED}/ballot`,
  request: (n) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ optionId: `opt_0${(n % 3) + 1}` }),
  }),
};

const data = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
const baseline = await startAsShipped('bench/baselines/express-sqlite.ts');
const results: Record<string, Record<string, number>> = {};
const made: MadeTrip[] = [];
for (const size of SIZES) {
  const began = performance.now();
  made.push(...(await makeTrips(data, made.length, size)));
  console.log(`${size.toLocaleString('en')} trips made in ${Math.round((performance.now() - began) / 1000)} s`);
  const megabytes = Math.round(statSync(join(data, 'pathfinder.db')).size / 1e6);
  const ours: ServerProcess = await startAsShipped('app/server.ts', {
    DATA_DIR: data,
    LOG_LEVEL: 'error',
    MESSAGES_PER_MINUTE: '1000000',
  });
  const tellingS = await allTold(ours.url);
  const callers = await Promise.all(some(made).map((trip) => signIn(ours.url, trip)));
  const targets: readonly { readonly target: Target; readonly connections: number }[] = [
    { target: { ...bare, url: baseline.url }, connections: WRITERS },
    { target: ballots(ours.url, callers), connections: WRITERS },
    { target: read('read a trip', ours.url, callers, ({ tripId }) => `/trips/${tripId}`), connections: READERS },
    {
      target: read('read a poll', ours.url, callers, ({ tripId, pollId }) => `/trips/${tripId}/polls/${pollId}`),
      connections: READERS,
    },
    { target: read('list trips', ours.url, callers, () => '/trips'), connections: READERS },
  ];
  const rounds = new Map<string, Round[]>(targets.map(({ target }) => [target.name, []]));
  for (const { target, connections } of targets) await load(target, connections, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { target, connections } of targets) {
      rounds.get(target.name)?.push(await load(target, connections, SECONDS));
    }
  }
  await ours.stop();
  const of = (name: string): Round => medians(rounds.get(name) ?? []);
  results[`${size.toLocaleString('en')} trips`] = {
    'file MB': megabytes,
    'telling of their making s': Math.round(tellingS),
    'bare inserts/s': Math.round(of(bare.name).perSecond),
    'ballots/s': Math.round(of('ballots').perSecond),
    ratio: Math.round((of('ballots').perSecond / of(bare.name).perSecond) * 100) / 100,
    'read a trip p97.5 ms': of('read a trip').p97_5,
    'read a poll p97.5 ms': of('read a poll').p97_5,
    'list trips p97.5 ms': of('list trips').p97_5,
    failed: targets.reduce((sum, { target }) => sum + of(target.name).failed, 0),
  };
}
await baseline.stop();
rmSync(data, { recursive: true });

console.log(
  `Medians of ${ROUNDS} rounds of ${SECONDS} s each, in turn on this machine: durable ballots with ${WRITERS} connections, reads with ${READERS}.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'rest', results }));
