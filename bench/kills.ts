import { killAgain } from '../test/kill-again.ts';

/** The long version of what a test does fifty times; another seed kills at other moments. */
const KILLS = Number(process.env.BENCH_KILLS ?? 500);
const SEED = Number(process.env.BENCH_SEED ?? Date.now() % 1_000_000);

const { acknowledged, wrong, startMs } = await killAgain(KILLS, SEED, (kill) => {
  if (kill % 50 === 0) console.log(`killed ${kill} times`);
});
const sorted = startMs.toSorted((a, b) => a - b);
const results = {
  kills: KILLS,
  acknowledged,
  wrong: wrong.length,
  'start after a kill, median ms': Math.round(sorted[sorted.length >> 1] ?? 0),
  'start after a kill, worst ms': Math.round(sorted.at(-1) ?? 0),
};
console.log(`kill -9 under a load of ballots and new trips (seed ${SEED}); integrity_check after each.`);
console.table(results);
for (const one of wrong) console.log(one);
console.log(JSON.stringify({ suite: 'kills', results }));
if (wrong.length > 0) process.exitCode = 1;
