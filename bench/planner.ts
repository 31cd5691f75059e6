import { Worker } from 'node:worker_threads';
import type { PlannedTrip } from './planner/planned-trip.ts';

/** Times each trip is planned; the median is shown. */
const ROUNDS = 3;
const THREAD = new URL('./planner/planning-thread.ts', import.meta.url);

/** Plans in a thread of its own, as the product does: the time is from asking to the proved plan. */
const planned = (days: number, families: number, cities: number): Promise<PlannedTrip & { readonly ms: number }> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const worker = new Worker(THREAD, { workerData: { days, families, cities } });
    worker.once('message', (trip: PlannedTrip) => resolve({ ...trip, ms: performance.now() - started }));
    worker.once('error', reject);
  });

const citiesFor = (days: number): number => (days < 4 ? 1 : days < 6 ? 2 : 3);
const sizes = [2, 3, 5, 7, 10, 14].flatMap((days) => [2, 3, 4, 5, 6].map((families) => [days, families] as const));

const results: Record<string, Record<string, string | number>> = {};
for (const [days, families] of sizes) {
  const cities = citiesFor(days);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await planned(days, families, cities));
  const sorted = rounds.toSorted((a, b) => a.ms - b.ms);
  const median = sorted[Math.floor(ROUNDS / 2)];
  if (!median) continue;
  results[`${days} days, ${families} families, ${cities} ${cities === 1 ? 'city' : 'cities'}`] = {
    'first plan ms': Math.round(median.firstMs),
    'best one, proved ms': Math.round(median.provedMs),
    'median ms': Math.round(median.ms),
    'worst ms': Math.round(sorted.at(-1)?.ms ?? 0),
    'processor ms': Math.round(median.cpuMs),
    planned: median.planned,
    'checks passed': `${median.passed} of ${median.checks}`,
    'of the best possible, at least %': Math.round(median.ofBest * 1_000) / 10,
    'mean liking 1-5': Math.round(median.mean * 100) / 100,
    'least happy family': Math.round(median.least * 100) / 100,
  };
}
console.log(
  `Medians of ${ROUNDS}, each in a thread of its own. A first plan is known, then the best is chosen and each of its limits proved again.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'planner', results }));
