import { chunk, numbers, query } from './corpus.ts';
import { ENGINES } from './engines.ts';
import { spreadOf, timed } from './timing.ts';

/** One engine at one size, in a process of its own: `node measure.ts <engine> <chunks> <others>`; prints one line of JSON. */
const [name = '', chunks = '1000', others = '0'] = process.argv.slice(2);
const SEARCHES = Number(process.env.BENCH_SEARCHES ?? 60);
const MOST = 24;
const BATCH = 5_000;

const open = ENGINES[name];
if (!open) throw new Error(`no engine ${name}`);
const next = numbers(7);
const before = process.memoryUsage.rss();
const engine = open();
const fill = async (trip: string, count: number): Promise<void> => {
  for (let from = 0; from < count; from += BATCH) {
    await engine.add(
      trip,
      Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => chunk(from + index, next)),
    );
  }
};
const started = performance.now();
await fill('trip', Number(chunks));
const seconds = (performance.now() - started) / 1_000;
for (let left = Number(others), trip = 0; left > 0; left -= BATCH, trip += 1)
  await fill(`other ${trip}`, Math.min(BATCH, left));

const times: number[] = [];
for (let search = 0; search < SEARCHES + 5; search += 1) {
  const asked = query(next);
  const took = await timed(() => engine.search('trip', asked, MOST));
  // The first few warm up.
  if (search >= 5) times.push(took);
}
console.log(
  JSON.stringify({
    ...spreadOf(times),
    'chunks/s in': Math.round(Number(chunks) / seconds),
    'MB more': Math.round((process.memoryUsage.rss() - before) / 1e6),
  }),
);
await engine.close();
process.exit(0);
