import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { systemClock } from '../trips/clock.ts';

/** Small jobs that wait when the worker begins. */
const WAITING = Number(process.env.BENCH_JOBS ?? 5_000);
/** Jobs that flow, evenly, while the worker is killed again and again. */
const FLOWING = Number(process.env.BENCH_FLOWING ?? 2_000);
const SECONDS = Number(process.env.BENCH_KILL_SECONDS ?? 300);
const KILL_EVERY_MS = 5_000;
const LEASE_MS = 5_000;
const AT_ONCE = 16;

const folder = mkdtempSync(join(tmpdir(), 'pathfinder-jobs-'));
const path = join(folder, 'jobs.db');
const database = openDatabase(path);
const queue = sqliteQueue(database, systemClock);
await database.write((handle) =>
  handle.exec('CREATE TABLE runs (name TEXT, pid INTEGER, at INTEGER); CREATE TABLE marks (name TEXT PRIMARY KEY)'),
);
const count = (sql: string): number => Number(Object.values(database.handle.prepare(sql).get() ?? {})[0] ?? 0);

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

await Promise.all(
  Array.from({ length: WAITING }, (_, n) => queue.enqueue({ kind: 'mark', key: `w${n}`, payload: `w${n}` })),
);
const worker = await begin();
while (count('SELECT count(*) FROM marks') < WAITING) await after(20);
const [first, last] = [count('SELECT min(at) FROM runs'), count('SELECT max(at) FROM runs')];
await end(worker, 'SIGTERM');
const perSecond = Math.round(((WAITING - 1) / (last - first)) * 1_000);

/** Where each flowing job stands: when it was due. */
const due = new Map<string, number>();
let killed = 0;
let flowing = await begin();
const ends = Date.now() + SECONDS * 1_000;
const feed = async (): Promise<void> => {
  const began = Date.now();
  for (let n = 0; n < FLOWING; n += 1) {
    await after(Math.max(0, began + (n * SECONDS * 1_000) / FLOWING - Date.now()));
    due.set(`f${n}`, Date.now());
    await queue.enqueue({ kind: 'mark', key: `f${n}`, payload: `f${n}` });
  }
};
const kill = async (): Promise<void> => {
  while (Date.now() + KILL_EVERY_MS < ends) {
    await after(KILL_EVERY_MS);
    await end(flowing, 'SIGKILL');
    killed += 1;
    flowing = await begin();
    if (killed % 10 === 0) console.log(`killed ${killed} times`);
  }
};
await Promise.all([feed(), kill()]);
const patience = Date.now() + 2 * LEASE_MS + 60_000;
while ((await queue.depth()).waiting + (await queue.depth()).leased > 0 && Date.now() < patience) await after(50);
await end(flowing, 'SIGTERM');

const marked = count("SELECT count(*) FROM marks WHERE name LIKE 'f%'");
const doneAt = database.handle
  .prepare("SELECT name, min(at) AS at FROM runs WHERE name LIKE 'f%' GROUP BY name")
  .all() as unknown as readonly { readonly name: string; readonly at: number }[];
const waits = doneAt.map(({ name, at }) => at - (due.get(name) ?? at)).sort((a, b) => a - b);
const results = {
  'small jobs/s': perSecond,
  'killed, times': killed,
  'jobs that flowed': FLOWING,
  'with their effect': marked,
  'ran again after a kill': count("SELECT count(*) FROM runs WHERE name LIKE 'f%'") - doneAt.length,
  dead: (await queue.depth()).dead,
  'waited, median ms': waits[waits.length >> 1] ?? 0,
  'waited, longest ms': waits.at(-1) ?? 0,
};
await database.close();
rmSync(folder, { recursive: true });
console.log(
  `One worker process, ${AT_ONCE} jobs at once, every step durable; then ${FLOWING.toLocaleString('en')} jobs in ${SECONDS} s while it is killed (SIGKILL) every ${KILL_EVERY_MS / 1_000} s, with leases of ${LEASE_MS / 1_000} s.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'jobs', results }));
if (marked !== FLOWING || results.dead > 0) process.exitCode = 1;
