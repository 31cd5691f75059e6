import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewPassage } from '../rag/search-index.ts';
import { sqliteIndex } from '../rag/sqlite/sqlite-index.ts';
import { termsOf } from '../rag/words/terms.ts';
import { openDatabase } from '../store/sqlite/database.ts';

/** Searches of each kind; the median and the 95th percentile are shown. */
const SEARCHES = 60;
const SENTENCES = 3;

const vocabulary = Array.from({ length: 400 }, (_, number) => `word${number.toString(36)}x`);
const sentence = (seed: number): string =>
  Array.from({ length: 12 }, (_, place) => vocabulary[(seed * 31 + place * place * 7) % vocabulary.length]).join(' ');

/** As long as the model's vectors, and never the same twice. */
const vectorFrom = (seed: number): Float32Array => {
  let state = (seed * 7_919 + 1) % 2_147_483_647;
  return Float32Array.from({ length: 512 }, () => {
    state = (state * 1_103 + 12_345) % 2_147_483_647;
    return state / 1_073_741_824 - 1;
  });
};

const passages = (seed: number, count: number): NewPassage[] =>
  Array.from({ length: count }, (_, ordinal) => ({
    ordinal,
    units: Array.from({ length: SENTENCES }, (_unit, unit) => {
      const number = seed * 1_000 + ordinal * SENTENCES + unit;
      return { text: sentence(number), vector: vectorFrom(number), span: [0, 1] };
    }),
  }));

const folder = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
const database = openDatabase(join(folder, 'index.db'));
const index = sqliteIndex(database);

const put = (tripId: string, found: NewPassage[]): Promise<void> =>
  index.put({ tripId, familyId: undefined }, { id: 'd', name: 'd.txt' }, found);

const search = async (tripId: string): Promise<{ readonly p50: number; readonly p95: number }> => {
  const vector = vectorFrom(3);
  const times: number[] = [];
  for (let run = 0; run < SEARCHES; run += 1) {
    const started = performance.now();
    await index.search(
      { tripId, familyId: undefined },
      { text: '', vector, terms: termsOf(sentence(run)), about: [] },
      24,
    );
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95) };
};

const results: Record<string, { readonly p50: number; readonly p95: number }> = {};
await put('trip_mine', passages(1, 30));
results['30 passages, alone in the file'] = await search('trip_mine');
for (let other = 0; other < 200; other += 1) await put(`trip_${other}`, passages(1, 30));
results['30 passages, beside 200 other trips'] = await search('trip_mine');
for (const count of [1_000, 10_000]) {
  await put(`trip_of_${count}`, passages(5, count));
  results[`${count.toLocaleString('en')} passages`] = await search(`trip_of_${count}`);
}
await database.close();
rmSync(folder, { recursive: true });

console.log(`Milliseconds a search of the index takes, ${SEARCHES} searches each, ${SENTENCES} sentences a passage.`);
console.table(results);
console.log(JSON.stringify({ suite: 'retrieval', results }));
