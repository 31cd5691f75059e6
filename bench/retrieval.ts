import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { answering } from './retrieval/answering.ts';
import { ENGINES } from './retrieval/engines.ts';

/** Chunks in the trip that is searched. */
const SIZES = (process.env.BENCH_CHUNKS ?? '1000,10000,100000').split(',').map(Number);
/** Beyond this many chunks, Orama's vectors alone fill the memory of a small machine. */
const ORAMA_MOST = Number(process.env.BENCH_ORAMA_MOST ?? 100_000);
const SMALL_TRIP = 100;
const OTHERS = (process.env.BENCH_OTHERS ?? '0,10000,100000').split(',').map(Number);
const ANSWERED_AMONG = Number(process.env.BENCH_ANSWERED_AMONG ?? 10_000);

type Measured = Readonly<Record<string, number>>;

/** In a process of its own, so that one's memory is not another's. */
const measured = async (engine: string, chunks: number, others: number): Promise<Measured | string> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'retrieval/measure.ts'), engine, String(chunks), String(others)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await text(child.stdout);
  try {
    return JSON.parse(said) as Measured;
  } catch {
    return 'did not finish';
  }
};

const engines: Record<string, Measured | string> = {};
for (const chunks of SIZES) {
  for (const engine of Object.keys(ENGINES)) {
    if (engine === 'orama' && chunks > ORAMA_MOST) continue;
    engines[`${engine}, ${chunks.toLocaleString('en')} chunks`] = await measured(engine, chunks, 0);
  }
}
const beside: Record<string, Measured | string> = {};
for (const others of OTHERS) {
  beside[`${SMALL_TRIP} chunks beside ${others.toLocaleString('en')} of other trips`] = await measured(
    'pathfinder',
    SMALL_TRIP,
    others,
  );
}
const answers = { [`among ${ANSWERED_AMONG.toLocaleString('en')} chunks`]: await answering(ANSWERED_AMONG) };

console.log(
  'Searching one trip, milliseconds a search. Pathfinder compares three vectors a chunk and words; sqlite-vec one vector a chunk, FTS5 words, Orama both.',
);
console.table(engines);
console.log('A small trip beside others: its search costs what its own documents cost.');
console.table(beside);
console.log(
  'From a question to its answer, with the model that makes its vector; a 40-page PDF taken in by one thread.',
);
console.table(answers);
console.log(JSON.stringify({ suite: 'retrieval', engines, beside, answers }));
