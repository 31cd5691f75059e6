import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { testCodec } from '../../test/codec.ts';
import { openSqliteStore } from '../../test/stores.ts';
import { systemClock } from '../../trips/clock.ts';
import type { Entity, Kind } from '../../trips/records.ts';
import { entityStoreContract } from '../entity-store.contract.ts';
import { openDatabase } from './database.ts';
import { sqliteStore } from './sqlite-store.ts';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'pathfinder-store-'));

entityStoreContract('SQLite', openSqliteStore);

/** Writes numbered documents as fast as it can and prints each number once its commit was acknowledged. */
const WRITER = `
  import { openDatabase } from '${new URL('./database.ts', import.meta.url).href}';
  import { sqliteStore } from '${new URL('./sqlite-store.ts', import.meta.url).href}';
  import { testCodec } from '${new URL('../../test/codec.ts', import.meta.url).href}';
  const store = sqliteStore(openDatabase(process.argv[1]), { now: () => Date.now() }, testCodec);
  const write = async (lane) => {
    for (let n = 0; ; n += 1) {
      const id = lane + '-' + n;
      const commit = await store.commit('p', [{ put: { pk: 'p', id, type: 'note', _schema_version: 1 } }]);
      if (commit.ok) process.stdout.write(id + '\\n');
    }
  };
  for (let lane = 0; lane < 8; lane += 1) write(lane);
`;

/** Saves a little, far too much, and a little again, and says what became of each. */
const FILLER = `
  import { openDatabase } from '${new URL('./database.ts', import.meta.url).href}';
  import { sqliteStore } from '${new URL('./sqlite-store.ts', import.meta.url).href}';
  import { testCodec } from '${new URL('../../test/codec.ts', import.meta.url).href}';
  const store = sqliteStore(openDatabase(process.argv[1]), { now: () => Date.now() }, testCodec);
  for (const [id, size] of [['before', 10], ['too-much', 2_000_000], ['after', 10]]) {
    const put = { pk: 'p', id, type: 'note', _schema_version: 1, text: 'x'.repeat(size) };
    const said = await store.commit('p', [{ put }]).then(() => 'saved', (error) => error.code);
    console.log(id + ': ' + said);
  }
  await store.close();
`;

interface Note extends Entity {
  readonly type: 'note';
  readonly text: string;
}
const notes: Kind<Note> = {
  type: 'note',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('note'),
    _schema_version: z.number(),
    text: z.string(),
  }),
};

/** As what is said in web chat: the one type that is listed by its ids. */
const spoken: Kind<Entity> = {
  type: 'web_activity',
  version: 1,
  schema: z.object({ pk: z.string(), id: z.string(), type: z.string(), _schema_version: z.number() }),
};
const spokenId = (n: number): string => `activity_${String(n).padStart(10, '0')}`;

describe('the SQLite store', () => {
  test('should keep every write it acknowledged when the process is killed', async () => {
    const folder = temporary();
    const path = join(folder, 'test.db');
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 400) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const handle = new DatabaseSync(path);
    const kept = new Set(
      handle
        .prepare('SELECT id FROM entities')
        .all()
        .map(({ id }) => id),
    );
    expect(acknowledged.length).toBeGreaterThanOrEqual(400);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(handle.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    handle.close();
    rmSync(folder, { recursive: true });
  });

  test('should acknowledge nothing that the disk does not take, and go on with what it takes', async () => {
    const folder = temporary();
    const path = join(folder, 'test.db');
    // No file of this process may grow past 600 KiB: to SQLite that is a disk that takes no more.
    const limited = spawn(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 600; exec "$0" --input-type=module -e "$1" "$2"`, process.execPath, FILLER, path],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const said: string[] = [];
    for await (const line of createInterface({ input: limited.stdout })) said.push(line);
    expect(said).toEqual(['before: saved', 'too-much: store-unavailable', 'after: saved']);
    const handle = new DatabaseSync(path);
    expect(handle.prepare('SELECT id FROM entities ORDER BY id').all()).toEqual([{ id: 'after' }, { id: 'before' }]);
    handle.close();
    rmSync(folder, { recursive: true });
  });

  test('should see at once what another process has written, however often it has read', async () => {
    const folder = temporary();
    const path = join(folder, 'test.db');
    const one = sqliteStore(openDatabase(path), systemClock, testCodec);
    const two = sqliteStore(openDatabase(path), systemClock, testCodec);
    const put = (text: string) => ({ put: { pk: 'p', id: 'n', type: 'note', _schema_version: 1, ...{ text } } });
    await one.commit('p', [put('first')]);
    for (let round = 0; round < 20; round += 1) {
      await two.commit('p', [put(`two ${round}`)]);
      await new Promise((next) => setImmediate(next));
      const seen = await one.read(notes, 'p', 'n');
      expect(seen?.text).toBe(`two ${round}`);
      expect(await one.list(notes, 'p')).toHaveLength(1);
      expect((await one.commit('p', [{ ...put(`one ${round}`), ifMatch: seen?._etag }])).ok).toBe(true);
      await new Promise((next) => setImmediate(next));
      expect((await two.read(notes, 'p', 'n'))?.text).toBe(`one ${round}`);
    }
    await one.close();
    await two.close();
    rmSync(folder, { recursive: true });
  });

  test('should save again once a fault has passed, without a restart', async () => {
    const folder = temporary();
    const database = openDatabase(join(folder, 'test.db'));
    const store = sqliteStore(database, systemClock, testCodec);
    await store.commit('p', [{ put: { pk: 'p', id: 'n', type: 'note', _schema_version: 1 } }]);
    database.handle.exec('ALTER TABLE entities RENAME TO entities_away');
    await expect(store.commit('p', [{ remove: 'n' }])).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.ping()).resolves.toBeUndefined();
    database.handle.exec('ALTER TABLE entities_away RENAME TO entities');
    expect((await store.commit('p', [{ remove: 'n' }])).ok).toBe(true);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('should list what is said in web chat by its ids alone, also in a file that had an index for it', async () => {
    const folder = temporary();
    const path = join(folder, 'test.db');
    const before = openDatabase(path);
    const line = (id: string): Entity => ({ pk: 'talk', id, type: 'web_activity', _schema_version: 1 });
    const ids = Array.from({ length: 12 }, (_, index) => spokenId(index + 1));
    const first = sqliteStore(before, systemClock, testCodec);
    before.handle.exec('DROP INDEX entities_listed; CREATE INDEX entities_by_type ON entities (pk, type, id)');
    for (const id of ids.slice(0, 6))
      before.handle.exec(
        `INSERT INTO entities VALUES ('talk', '${id}', 'web_activity', 'e', NULL, NULL, '${JSON.stringify(line(id))}')`,
      );
    await first.close();

    const database = openDatabase(path);
    const store = sqliteStore(database, systemClock, testCodec);
    const note = (id: string) => ({ put: { pk: 'talk', id, type: 'note', _schema_version: 1, ...{ text: id } } });
    const neighbours = ['aaa', 'activity', 'conversation', 'session'].map(note);
    await store.commit('talk', [...neighbours, ...ids.slice(6).map((id) => ({ put: line(id) }))]);
    expect((await store.list(spoken, 'talk')).map(({ id }) => id)).toEqual(ids);
    const page = await store.page(spoken, 'talk', 5, spokenId(3));
    expect(page.items.map(({ id }) => id)).toEqual(ids.slice(3, 8));
    expect((await store.page(spoken, 'talk', 5, page.continuation)).items).toHaveLength(4);
    expect((await store.list(notes, 'talk')).map(({ id }) => id)).toEqual([
      'aaa',
      'activity',
      'conversation',
      'session',
    ]);
    const held = database.handle
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%(pk, type, id)%'")
      .all();
    expect(held).toEqual([{ name: 'entities_listed' }]);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('should undo only the failing part of a group of writes', async () => {
    const folder = temporary();
    const database = openDatabase(join(folder, 'test.db'));
    const store = sqliteStore(database, systemClock, testCodec);
    const entity = (id: string) => ({ put: { pk: 'p', id, type: 'note', _schema_version: 1 } });
    const outcomes = await Promise.allSettled([
      store.commit('p', [entity('one')]),
      store.commit('p', [entity('two'), { put: { pk: 'elsewhere', id: 'three', type: 'note', _schema_version: 1 } }]),
      store.commit('p', [entity('four')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(database.handle.prepare('SELECT id FROM entities ORDER BY id').all()).toEqual([
      { id: 'four' },
      { id: 'one' },
    ]);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
