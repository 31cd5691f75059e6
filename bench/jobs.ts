import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { systemClock } from '../trips/clock.ts';
import type { Marking } from './jobs/marking-worker.ts';

/** Small jobs that wait when the worker begins. */
const WAITING = Number(process.env.BENCH_JOBS ?? 5_000);
/** Jobs that flow, evenly, while the worker is killed again and again. */
const FLOWING = Number(process.env.BENCH_FLOWING ?? 2_000);
const SECONDS = Number(process.env.BENCH_KILL_SECONDS ?? 300);
const KILL_EVERY_MS = 5_000;
const LEASE_MS = 5_000;
const AT_ONCE = 16;
/** A flowing job's work before its effect and after it: long enough that every kill meets jobs in both. */
const WORK_MS = 150;

const folder = mkdtempSync(join(tmpdir(), 'pathfinder-jobs-'));
const path = join(folder, 'jobs.db');
const database = openDatabase(path);
const queue = sqliteQueue(database, systemClock);
await database.write((handle) =>
  handle.exec(
    `CREATE TABLE begun (name TEXT, pid INTEGER, at INTEGER); CREATE TABLE runs (name TEXT, pid INTEGER, at INTEGER);
     CREATE TABLE marks (name TEXT PRIMARY KEY)`,
  ),
);
const count = (sql: string): number => Number(Object.values(database.handle.prepare(sql).get() ?? {})[0] ?? 0);

const enqueue = (name: string, workMs: number): Promise<unknown> =>
  queue.enqueue({ kind: 'mark', key: name, payload: { name, beforeMs: workMs, afterMs: workMs } satisfies Marking });

const begin = async (): Promise<ChildProcess> => {
  const script = join(import.meta.dirname, 'jobs/marking-worker.ts');
  const child = spawn(process.execPath, [script, path, String(LEASE_MS), String(AT_ONCE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
};
const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

await Promise.all(Array.from({ length: WAITING }, (_, n) => enqueue(`w${n}`, 0)));
const worker = await begin();
while (count('SELECT count(*) FROM marks') < WAITING) await after(20);
const [first, last] = [count('SELECT min(at) FROM runs'), count('SELECT max(at) FROM runs')];
await end(worker, 'SIGTERM');
const perSecond = Math.round(((WAITING - 1) / (last - first)) * 1_000);

/** Where each flowing job stands: when it was due. */
const due = new Map<string, number>();
/** When the worker of each process id was killed. */
const killedAt = new Map<number, number>();
let flowing = await begin();
const ends = Date.now() + SECONDS * 1_000;
const feed = async (): Promise<void> => {
  const began = Date.now();
  for (let n = 0; n < FLOWING; n += 1) {
    await after(Math.max(0, began + (n * SECONDS * 1_000) / FLOWING - Date.now()));
    due.set(`f${n}`, Date.now());
    await enqueue(`f${n}`, WORK_MS);
  }
};
const kill = async (): Promise<void> => {
  while (Date.now() + KILL_EVERY_MS < ends) {
    await after(KILL_EVERY_MS);
    killedAt.set(flowing.pid ?? 0, Date.now());
    await end(flowing, 'SIGKILL');
    flowing = await begin();
    if (killedAt.size % 10 === 0) console.log(`killed ${killedAt.size} times`);
  }
};
await Promise.all([feed(), kill()]);
const patience = Date.now() + 2 * LEASE_MS + 60_000;
while ((await queue.depth()).waiting + (await queue.depth()).leased > 0 && Date.now() < patience) await after(50);
await end(flowing, 'SIGTERM');

const marked = count("SELECT count(*) FROM marks WHERE name LIKE 'f%'");
interface Step {
  readonly name: string;
  readonly pid: number;
  readonly at: number;
}
const steps = (table: 'begun' | 'runs'): ReadonlyMap<string, readonly Step[]> =>
  Map.groupBy(
    database.handle
      .prepare(`SELECT name, pid, at FROM ${table} WHERE name LIKE 'f%' ORDER BY rowid`)
      .all() as unknown as readonly Step[],
    ({ name }) => name,
  );
const [begun, effects] = [steps('begun'), steps('runs')];
/** From each kill that met a job at work until the job was begun again. */
const recoveries = [...begun.values()].flatMap((tries) =>
  tries.slice(1).map(({ at }, index) => at - (killedAt.get(tries[index]?.pid ?? 0) ?? Number.NaN)),
);
const waits = [...effects].map(([name, [first]]) => (first?.at ?? 0) - (due.get(name) ?? 0)).sort((a, b) => a - b);
const again = [...effects.values()].reduce((sum, { length }) => sum + length - 1, 0);
const results = {
  'small jobs/s': perSecond,
  'killed, times': killedAt.size,
  'jobs that flowed': FLOWING,
  'with their effect': marked,
  'killed at work, begun again': recoveries.length,
  'of these killed after the effect': again,
  'not settled': count("SELECT count(*) FROM jobs WHERE key LIKE 'f%' AND state <> 'done'"),
  dead: (await queue.depth()).dead,
  'from the kill to begun again, longest ms': Math.max(0, ...recoveries),
  'waited, median ms': waits[waits.length >> 1] ?? 0,
  'waited, longest ms': waits.at(-1) ?? 0,
};
await database.close();
rmSync(folder, { recursive: true });
console.log(
  `One worker process, ${AT_ONCE} jobs at once, every step durable; then ${FLOWING.toLocaleString('en')} jobs of ${2 * WORK_MS} ms in ${SECONDS} s, with their effect in the middle, while it is killed (SIGKILL) every ${KILL_EVERY_MS / 1_000} s, with leases of ${LEASE_MS / 1_000} s.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'jobs', results }));
const lost = recoveries.some((ms) => !(ms <= LEASE_MS + 5_000));
if (marked !== FLOWING || results['not settled'] > 0 || again === 0 || lost) process.exitCode = 1;
