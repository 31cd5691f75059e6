import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../store/sqlite/database.ts';
import { wordEmbeddings } from '../fixtures/word-embeddings.ts';
import { sqliteVectorCache } from '../sqlite/sqlite-vector-cache.ts';
import { cachedEmbeddings } from './cached-embeddings.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-'));
let database: Database;

beforeEach(() => {
  database = openDatabase(join(folder, 'cache.db'));
});
afterEach(() => database.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('cached embeddings', () => {
  it('embed a text once, and a document’s text not even after a restart', async () => {
    const inner = wordEmbeddings();
    const cached = cachedEmbeddings(inner, sqliteVectorCache(database));
    const [made] = await cached.embed(['the cot costs nine', 'the cot costs nine'], 'later');
    expect(inner.asked).toEqual(['the cot costs nine']);

    await database.close();
    database = openDatabase(join(folder, 'cache.db'));
    const after = wordEmbeddings();
    const [kept] = await cachedEmbeddings(after, sqliteVectorCache(database)).embed(['the cot costs nine'], 'later');
    expect(after.asked).toEqual([]);
    expect(kept).toEqual(made);
  });

  it('never write down what people ask', async () => {
    const inner = wordEmbeddings();
    const cached = cachedEmbeddings(inner, sqliteVectorCache(database));
    await cached.embed(['is my husband in hospital']);
    await cached.embed(['is my husband in hospital']);
    expect(inner.asked).toEqual(['is my husband in hospital']);
    const fresh = wordEmbeddings();
    await cachedEmbeddings(fresh, sqliteVectorCache(database)).embed(['is my husband in hospital'], 'later');
    expect(fresh.asked).toEqual(['is my husband in hospital']);
  });

  it('do not mix up the vectors of two models', async () => {
    const cache = sqliteVectorCache(database);
    await cachedEmbeddings(wordEmbeddings(), cache).embed(['pier four'], 'later');
    const other = { ...wordEmbeddings(), model: 'other' };
    await cachedEmbeddings(other, cache).embed(['pier four'], 'later');
    expect(other.asked).toEqual(['pier four']);
  });

  it('keep only so many vectors, the newest', async () => {
    const inner = wordEmbeddings();
    const cache = sqliteVectorCache(database, 3);
    for (const text of ['one', 'two', 'three', 'four', 'five'])
      await cachedEmbeddings(inner, cache).embed([text], 'later');
    inner.asked.length = 0;
    await cachedEmbeddings(inner, cache).embed(['three', 'four', 'five'], 'later');
    expect(inner.asked).toEqual([]);
    await cachedEmbeddings(inner, cache).embed(['one'], 'later');
    expect(inner.asked).toEqual(['one']);
  });
});
