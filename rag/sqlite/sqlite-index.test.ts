import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../store/sqlite/database.ts';
import { searchIndexContract } from '../search-index.contract.ts';
import type { SearchIndex } from '../search-index.ts';
import { pack, packedCosine } from './packed-vector.ts';
import { sqliteIndex } from './sqlite-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'index-'));
const opened: Database[] = [];
const open = async (vectorExtension: boolean): Promise<SearchIndex> => {
  const database = openDatabase(join(folder, `${opened.length}.db`));
  opened.push(database);
  return sqliteIndex(database, { vectorExtension });
};

afterAll(async () => {
  for (const database of opened) await database.close();
  rmSync(folder, { recursive: true });
});

searchIndexContract('sqlite with sqlite-vec', () => open(true));
searchIndexContract('sqlite without it', () => open(false));

describe('the SQLite index', () => {
  it('keeps a vector’s direction in a quarter of its room', () => {
    const a = Float32Array.from({ length: 512 }, (_, index) => Math.sin(index * 1.7));
    const b = Float32Array.from({ length: 512 }, (_, index) => Math.sin(index * 1.7 + 0.9));
    const exact =
      a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));
    expect(packedCosine(pack(a), pack(b))).toBeCloseTo(exact, 2);
    expect(pack(a)).toHaveLength(512);
    expect(packedCosine(pack(new Float32Array(512)), pack(b))).toBe(0);
  });

  it('lets others write between the passages of a long document, when it comes, is replaced and goes', async () => {
    const database = openDatabase(join(folder, 'long.db'));
    opened.push(database);
    const index = sqliteIndex(database);
    const shelf = { tripId: 'trip_a', familyId: undefined };
    const units = [{ text: 'Open at nine.', vector: new Float32Array(8), span: [0, 13] as const }];
    const long = (count: number) => Array.from({ length: count }, (_, ordinal) => ({ ordinal, units }));
    const steps = [
      () => index.put(shelf, { id: 'doc_a', name: 'guide.md' }, long(450)),
      () => index.put(shelf, { id: 'doc_a', name: 'guide.md' }, long(350)),
      () => index.remove(shelf, 'doc_a'),
    ];
    for (const [step, left] of [450, 350, 0].entries()) {
      const settled: string[] = [];
      const written = steps[step]?.().then(() => settled.push('document'));
      await new Promise((resolve) => setImmediate(resolve));
      await database.write(() => undefined).then(() => settled.push('other'));
      await written;
      expect([settled, (await index.all(shelf)).length]).toEqual([['other', 'document'], left]);
    }
  });

  it('finds by the words of today what was indexed by those of yesterday', async () => {
    const database = openDatabase(join(folder, 'yesterday.db'));
    opened.push(database);
    const shelf = { tripId: 'trip_a', familyId: undefined };
    const units = [{ text: 'The Castillo opens at nine.', vector: new Float32Array(8), span: [0, 27] as const }];
    await sqliteIndex(database).put(shelf, { id: 'doc_a', name: 'guide.md' }, [{ ordinal: 0, units }]);
    // As a version would have left it that knew no word of it.
    await database.write((handle) =>
      handle.exec("DELETE FROM passage_terms; UPDATE index_words SET edition = 'yesterday'"),
    );
    const spread = await sqliteIndex(database).spread(shelf, ['castillo']);
    expect(spread.frequencies.get('castillo')).toBe(1);
  });
});
