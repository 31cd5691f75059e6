import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContainer } from '../store/cosmos/container.ts';
import { cosmosStore } from '../store/cosmos/cosmos-store.ts';
import type { DocumentCodec } from '../store/document-codec.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../trips/clock.ts';
import { register } from '../trips/people/register.ts';
import { createSample } from '../trips/sample/create-sample.ts';
import { codecWith } from './codec.ts';
import { runCommand } from './run-command.ts';
import { type CosmosAccount, cosmosAccount, cosmosSettings } from './stand-ins/cosmos.ts';

const PHONE = '+15550100';
const key = (name: string): string => `${name}:${Buffer.alloc(32, `${name} seal key`).toString('base64')}`;
const LOOKUP_KEY = Buffer.alloc(32, 'example look-up key').toString('base64');

describe('what one store keeps, carried to the other', () => {
  const room = mkdtempSync(join(tmpdir(), 'pathfinder-carry-'));
  const [first, second, third] = ['first', 'second', 'third'].map((name) => join(room, name)) as [
    string,
    string,
    string,
  ];
  const file = join(room, 'trips.ndjson');
  let account: CosmosAccount;
  let carried: ReadonlyMap<string, unknown>;
  let bytes: Uint8Array;
  let blob: string;

  const onSqlite = { FIELD_KEYS: key('example'), LOOKUP_KEY };
  const onCosmos = () => {
    const { endpoint, key: COSMOS_KEY } = cosmosSettings(account);
    return { STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_KEY, LOOKUP_KEY };
  };
  const sqlite = (folder: string, codec = codecWith('example')) =>
    sqliteStore(openDatabase(join(folder, 'pathfinder.db')), systemClock, codec);
  const cosmos = async (codec: DocumentCodec) =>
    cosmosStore(await openContainer(cosmosSettings(account)), systemClock, codec);

  /** Everything a store keeps, opened, with the end of its time. */
  const everything = async (store: EntityStore, codec: DocumentCodec): Promise<ReadonlyMap<string, unknown>> => {
    const all = new Map<string, unknown>();
    let continuation: string | undefined;
    do {
      const page = await store.keptPage(50, continuation);
      for (const { body, expiresAt } of page.items) {
        all.set(`${body.pk} ${body.id}`, { document: codec.open(body), expiresAt });
      }
      continuation = page.continuation;
    } while (continuation !== undefined);
    await store.close();
    return all;
  };

  beforeAll(async () => {
    account = await cosmosAccount();
    const store = sqlite(first);
    const { person } = await register(store, systemClock, {
      name: 'Ana Silva',
      address: { door: 'sms', value: PHONE },
    });
    await createSample(store, systemClock, person.id);
    const brief = { pk: person.id, id: 'brief', type: 'session', _schema_version: 2, ttl: 3_600, ...{ history: [] } };
    await store.commit(person.id, [{ put: brief }]);
    bytes = new TextEncoder().encode('Hotel Sol.\n\nCheck-in is from 15:00.');
    const document = {
      ...{ pk: 'trip_1', id: 'document_1', type: 'document', _schema_version: 1, tripId: 'trip_1', name: 'hotel.txt' },
      ...{ mediaType: 'text/plain', bytes: bytes.length, hash: 'x', pages: 1, chunks: 1, scope: 'trip' },
      ...{ addedBy: person.id, createdAt: '2027-01-01T00:00:00.000Z' },
    };
    await store.commit('trip_1', [{ put: document }]);
    const { fileBlobs } = await import('../store/files/file-blobs.ts');
    blob = 'blobs/documents/document_1';
    await fileBlobs(join(first, 'blobs')).put('documents/document_1', bytes);
    carried = await everything(store, codecWith('example'));
  });
  afterAll(async () => {
    await account.close();
    rmSync(room, { recursive: true });
  });

  const done = async (script: string, args: readonly string[], settings: Readonly<Record<string, string>>) => {
    const { status, said } = await runCommand(script, args, settings);
    expect([status, said]).toEqual([0, expect.any(String)]);
    return said;
  };

  test('should be in the file whole, and what is sealed stay sealed there', async () => {
    expect(await done('app/export.ts', [file], { DATA_DIR: first, ...onSqlite })).toContain('and 1 files');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(PHONE);
    expect(text.trim().split('\n').length).toBe(carried.size + 3);
  });

  test('should be in the other store document for document, sealed by the key that writes there, and searchable', async () => {
    const keys = { FIELD_KEYS: `${key('2028')},${key('example')}` };
    const said = await done('app/import.ts', [file], { DATA_DIR: second, ...onCosmos(), ...keys });
    expect(said).toContain(`${carried.size} documents and 1 files imported; 1 of 1 trip documents are searchable`);
    // With the new key alone: nothing is left that the old one had sealed.
    const alone = codecWith('2028');
    expect(await everything(await cosmos(alone), alone)).toEqual(carried);
    expect(new Uint8Array(readFileSync(join(second, blob)))).toEqual(bytes);
  });

  test('should come back from there as it went', async () => {
    const back = join(room, 'back.ndjson');
    await done('app/export.ts', [back], { DATA_DIR: second, ...onCosmos(), FIELD_KEYS: key('2028') });
    await done('app/import.ts', [back], { DATA_DIR: third, FIELD_KEYS: key('2028'), LOOKUP_KEY });
    const codec = codecWith('2028');
    expect(await everything(sqlite(third, codec), codec)).toEqual(carried);
    expect(new Uint8Array(readFileSync(join(third, blob)))).toEqual(bytes);
    expect(account.violations).toEqual([]);
  });

  test('should be backed up with its container, and restored into an empty one', async () => {
    const folder = join(room, 'backup');
    const keys = { FIELD_KEYS: key('2028') };
    await done('app/backup.ts', [folder], { DATA_DIR: second, ...onCosmos(), ...keys });
    const wrong = await runCommand('app/restore.ts', [folder], { DATA_DIR: join(room, 'x'), ...keys, LOOKUP_KEY });
    expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining('made with STORE=cosmos')]);

    const lost = account;
    account = await cosmosAccount();
    await lost.close();
    const fourth = join(room, 'fourth');
    await done('app/restore.ts', [folder], { DATA_DIR: fourth, ...onCosmos(), ...keys });
    const codec = codecWith('2028');
    expect(await everything(await cosmos(codec), codec)).toEqual(carried);
    expect(new Uint8Array(readFileSync(join(fourth, blob)))).toEqual(bytes);
    expect(account.violations).toEqual([]);
  });

  describe('should be refused, and nothing written,', () => {
    const empty = join(room, 'empty');
    const refused = async (path: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const { status, said } = await runCommand('app/import.ts', [path], { DATA_DIR: empty, ...onSqlite, ...more });
      expect(status).toBe(1);
      const store = sqlite(empty);
      expect((await everything(store, codecWith('example'))).size).toBe(0);
      return said;
    };
    const changed = (change: (lines: string[]) => string[]): string => {
      const path = join(room, 'changed.ndjson');
      writeFileSync(path, change(readFileSync(file, 'utf8').trim().split('\n')).join('\n'));
      return path;
    };

    test('where something is already', async () => {
      const { status, said } = await runCommand('app/import.ts', [file], { DATA_DIR: first, ...onSqlite });
      expect([status, said]).toEqual([1, expect.stringContaining('--over')]);
      expect(await everything(sqlite(first), codecWith('example'))).toEqual(carried);
      await done('app/import.ts', [file, '--over'], { DATA_DIR: first, ...onSqlite });
      expect(await everything(sqlite(first), codecWith('example'))).toEqual(carried);
    });

    test('when the file is not whole', async () => {
      expect(await refused(changed((lines) => lines.slice(0, -1)))).toContain('cut short');
      expect(await refused(changed((lines) => lines.toSpliced(3, 1)))).toContain('lines are missing');
      expect(await refused(changed((lines) => [...lines.slice(0, 5), '{"half":']))).toContain(
        'line 6: this is no line',
      );
      expect(await refused(changed((lines) => lines.slice(1)))).toContain('line 1: an export begins');
    });

    test('when its keys are not here, or a newer build wrote it', async () => {
      expect(await refused(file, { FIELD_KEYS: key('other') })).toContain('no key "example" in FIELD_KEYS');
      expect(await refused(file, { LOOKUP_KEY: Buffer.alloc(32, 1).toString('base64') })).toContain(
        'another LOOKUP_KEY',
      );
      const newer = changed((lines) =>
        lines.map((line) => line.replace('"type":"trip","_schema_version":1', '"type":"trip","_schema_version":99')),
      );
      expect(await refused(newer)).toContain('has version 99');
    });
  });
});
