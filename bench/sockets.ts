import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './sockets/crowd.ts';
import { startAsShipped } from './start-as-shipped.ts';

/** Sockets held open by people who say nothing. */
const IDLE = Number(process.env.BENCH_IDLE ?? 10_000);
/** Sockets of people who talk: two tabs for each. */
const ACTIVE = Number(process.env.BENCH_ACTIVE ?? 2_000);
const PER_SECOND = 200;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
/** Longer than the server takes to see that it rests and to give back what it needs no more (app/give-back-memory.ts). */
const RESTED_MS = 30_000;
/** Sockets one client process holds. */
const A_CROWD = 2_500;

const data = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
const server = await startAsShipped('app/server.ts', {
  PORT: '0',
  DATA_DIR: data,
  LOG_LEVEL: 'error',
  MESSAGES_PER_MINUTE: '1000000',
  // The embedding model leaves a quiet server after five minutes by itself; here sooner, to spare the wait.
  EMBEDDING_REST_SECONDS: '10',
});

const children = (): readonly number[] =>
  readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Megabytes that the server has in use: its threads, the libraries it loaded and the processes it started included. */
const residentMb = (): number =>
  Math.round(
    [server.pid, ...children()]
      .map((pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))
      .reduce((sum, kb) => sum + kb / 1024, 0),
  );

/** Resident memory once it has not changed for `ms`. */
const settledMb = async (ms: number): Promise<number> => {
  for (let before = residentMb(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const now = residentMb();
    if (Math.abs(now - before) <= 1) return now;
    before = now;
  }
};

const crowds: ChildProcess[] = [];
const newCrowd = (): ChildProcess => {
  const crowd = fork(fileURLToPath(new URL('./sockets/crowd.ts', import.meta.url)), { serialization: 'advanced' });
  crowds.push(crowd);
  return crowd;
};
const order = async (crowd: ChildProcess, what: Order): Promise<Report> => {
  crowd.send(what);
  const [report] = await Promise.race([
    once(crowd, 'message'),
    once(crowd, 'exit').then(() => Promise.reject(new Error('a crowd of clients died'))),
  ]);
  return report;
};
const percentile = (numbers: readonly number[], part: number): number =>
  Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0);

const started = await settledMb(3_000);
while (children().length > 0) await new Promise((resolve) => setTimeout(resolve, 500));
const before = await settledMb(RESTED_MS);
const began = performance.now();
const idle = await Promise.all(
  Array.from({ length: Math.ceil(IDLE / A_CROWD) }, (_, index) => {
    const people = Math.min(A_CROWD, IDLE - index * A_CROWD);
    // Each crowd calls from an address of its own, so that none runs out of ports.
    return order(newCrowd(), { do: 'come', base: server.url, people, tabs: 1, from: `127.0.1.${index + 1}` });
  }),
);
const cameMs = Math.round(performance.now() - began);
const held = idle.reduce((sum, { open }) => sum + open, 0);
const withIdle = await settledMb(RESTED_MS);

const talkers = newCrowd();
await order(talkers, { do: 'come', base: server.url, people: ACTIVE / 2, tabs: 2, from: '127.0.2.1' });
const talked = await order(talkers, { do: 'talk', perSecond: PER_SECOND, seconds: SECONDS });
const broke = await order(talkers, { do: 'break', perSecond: PER_SECOND, seconds: SECONDS });
for (const crowd of crowds) crowd.kill();
await server.stop();
rmSync(data, { recursive: true });

const result = {
  idle: {
    held,
    serverMb: withIdle,
    startedMb: started,
    beforeMb: before,
    kbASocket: Math.round(((withIdle - before) * 1024) / held),
    cameMs,
  },
  active: {
    sockets: talked.open,
    perSecond: PER_SECOND,
    shownP50: percentile(talked.shown, 0.5),
    shownP95: percentile(talked.shown, 0.95),
    answeredP50: percentile(talked.answered, 0.5),
    answeredP95: percentile(talked.answered, 0.95),
    ...{ lost: talked.lost, doubled: talked.doubled, failed: talked.failed },
  },
  reconnect: {
    sockets: broke.open,
    backMs: Math.round(broke.backMs),
    ...{ lost: broke.lost, doubled: broke.doubled, failed: broke.failed },
  },
};
console.log('Web chat sockets (Direct Line streams) of one server, its clients in other processes on this machine.');
for (const [part, figures] of Object.entries(result)) {
  console.log(part);
  console.table([figures]);
}
console.log(JSON.stringify({ suite: 'sockets', ...result }));
