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
const sizes: readonly (readonly [days: number, families: number])[] = [
  [7, 5],
  ...[2, 3, 4, 6].map((families) => [7, families] as const),
  ...[2, 3, 5, 10, 14].map((days) => [days, 5] as const),
  [14, 6],
];

const results: Record<string, Record<string, string | number>> = {};
for (const [days, families] of sizes) {
  const cities = citiesFor(days);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await planned(days, families, cities));
  const sorted = rounds.toSorted((a, b) => a.ms - b.ms);
  const median = sorted[Math.floor(ROUNDS / 2)];
  if (!median) continue;
  results[`${days} days, ${families} families, ${cities} ${cities === 1 ? 'city' : 'cities'}`] = {
    'median ms': Math.round(median.ms),
    'worst ms': Math.round(sorted.at(-1)?.ms ?? 0),
    planned: median.planned,
    'checks passed': `${median.passed} of ${median.checks}`,
    'of the best possible, at least %': Math.round(median.ofBest * 1_000) / 10,
    'mean liking 1-5': Math.round(median.mean * 100) / 100,
    'least happy family': Math.round(median.least * 100) / 100,
  };
}
console.log(
  `Medians of ${ROUNDS}, each in a thread of its own: opening the solver, planning, and proving the plan again.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'planner', results }));
