import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteIndex } from '../rag/sqlite/sqlite-index.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { type Account, type Journey, startJourney } from './journey.ts';
import { runCommand } from './run-command.ts';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

const BEA = '+15550101';
const HOTEL = 'Hotel Sol, Lisbon.\n\nCheck-in is from 15:00, check-out until 11:00. The pool opens at nine.';
const QUESTION = 'when is check-in?';

/** Every document of a database file, with its etag and its end. */
const documentsIn = (path: string): ReadonlyMap<string, unknown> => {
  const file = new DatabaseSync(path, { readOnly: true });
  const rows = file.prepare('SELECT pk, id, type, etag, due_at, expires_at, body FROM entities').all();
  file.close();
  return new Map(rows.map((row) => [`${row.pk} ${row.id}`, { ...row }]));
};

const filesIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')] as const)
    .sort();

describe('a backup of a running server', () => {
  const room = mkdtempSync(join(tmpdir(), 'pathfinder-backup-'));
  const backup = join(room, 'backup');
  const restored = join(room, 'restored');
  let journey: Journey;
  let ana: Account;
  let tripId: string;
  let documentId: string;
  let answer: unknown;
  let second: ServerProcess | undefined;
  const settings = (more: Readonly<Record<string, string>> = {}) => ({ ...journey.settings, ...more });

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    const trip = await journey.api('POST', '/trips', {
      token: ana.token,
      body: { name: 'Lisbon 2027', destination: 'Lisbon' },
    });
    tripId = String(trip.body.id);
    const { body } = await journey.api('POST', `/trips/${tripId}/invitations`, {
      token: ana.token,
      body: { familyName: 'Chen' },
    });
    await journey.text(BEA, `join ${body.code}`);
    const form = new FormData();
    form.append('file', new Blob([HOTEL]), 'hotel.txt');
    const added = await journey.api('POST', `/trips/${tripId}/documents`, { token: ana.token, body: form });
    documentId = String(added.body.id);
    answer = await ask(journey.server.url);
  });
  afterAll(async () => {
    await second?.stop();
    await journey.close();
    rmSync(room, { recursive: true });
  });

  const ask = async (url: string) => {
    const response = await fetch(`${url}/api/v1/ai/assistant/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ana.token}` },
      body: JSON.stringify({ query: QUESTION, tripId }),
    });
    const { answer: text, citations } = await response.json();
    return { text, citations };
  };

  test('should hold every write that was acknowledged before it began, while others go on', async () => {
    let going = true;
    const made: string[] = [];
    const begun = Promise.withResolvers<void>();
    const writing = (async () => {
      for (let number = 0; going; number += 1) {
        const { body } = await journey.api('POST', '/trips', {
          token: ana.token,
          body: { name: `Trip ${number}`, destination: 'Porto' },
        });
        made.push(String(body.id));
        if (made.length === 5) begun.resolve();
      }
    })();
    await begun.promise;
    const before = [...made];
    const { status, said } = await runCommand('app/backup.ts', [backup], settings());
    going = false;
    await writing;
    expect([status, said]).toEqual([0, expect.stringContaining('files')]);
    const kept = documentsIn(join(backup, 'pathfinder.db'));
    for (const id of [tripId, ...before]) expect(kept.has(`${id} ${id}`)).toBe(true);
    expect(filesIn(join(backup, 'blobs'))).toEqual(filesIn(join(journey.folder, 'blobs')));
  });

  test('should restore to every document and file it holds, and answer from them as before', async () => {
    const { status, said } = await runCommand('app/restore.ts', [backup], settings({ DATA_DIR: restored }));
    expect([status, said]).toEqual([0, expect.stringContaining('is as it was at')]);
    const kept = documentsIn(join(backup, 'pathfinder.db'));
    expect(kept.size).toBeGreaterThan(20);
    expect(documentsIn(join(restored, 'pathfinder.db'))).toEqual(kept);
    expect(filesIn(join(restored, 'blobs'))).toEqual(filesIn(join(backup, 'blobs')));

    second = await startProcess('app/server.ts', settings({ DATA_DIR: restored, WORKER: 'false' }));
    const again = await ask(second.url);
    expect(again).toEqual(answer);
    expect(again.citations).toHaveLength(1);
    // Bea's number is sealed, and still hers.
    const whose = await fetch(`${second.url}/api/v1/trips/${tripId}`, {
      headers: { authorization: `Bearer ${ana.token}` },
    });
    const { families } = await whose.json();
    expect(families.map(({ name }: { name: string }) => name).sort()).toEqual(['Chen', 'Silva']);
    const bea = await fetch(`${second.url}/api/v1/auth/dev-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Somebody', phone: BEA }),
    });
    expect((await bea.json()).family.name).toBe('Chen');
  });

  test('should answer again when the search index was lost and is filled from the files', async () => {
    await second?.stop();
    const database = openDatabase(join(restored, 'pathfinder.db'));
    await sqliteIndex(database).remove({ tripId, familyId: undefined }, documentId);
    await database.close();
    const { status, said } = await runCommand('app/reindex.ts', [], settings({ DATA_DIR: restored }));
    expect([status, said]).toEqual([0, '1 of 1 trip documents are searchable.\n']);
    second = await startProcess('app/server.ts', settings({ DATA_DIR: restored, WORKER: 'false' }));
    expect(await ask(second.url)).toEqual(answer);
  });

  const refusal = async (args: readonly string[], more: Readonly<Record<string, string>>): Promise<string> => {
    const { status, said } = await runCommand('app/restore.ts', args, settings(more));
    expect(status).toBe(1);
    return said;
  };

  test('should not be restored over a server that runs, nor over what is there, unless that is moved aside', async () => {
    expect(await refusal([backup, '--replace'], { DATA_DIR: journey.folder })).toContain('stop it first');
    await second?.stop();
    expect(await refusal([backup], { DATA_DIR: restored })).toContain('is not empty');
    const before = documentsIn(join(restored, 'pathfinder.db'));
    const done = await runCommand('app/restore.ts', [backup, '--replace'], settings({ DATA_DIR: restored }));
    expect(done.status).toBe(0);
    const [aside = ''] = readdirSync(restored).filter((name) => name.startsWith('before-'));
    expect(documentsIn(join(restored, aside, 'pathfinder.db'))).toEqual(before);
  });

  test('should not be restored when it is damaged or its keys are not here, and change nothing then', async () => {
    const nowhere = join(room, 'nowhere');
    const other = { FIELD_KEYS: `other:${Buffer.alloc(32, 7).toString('base64')}` };
    expect(await refusal([backup], { DATA_DIR: nowhere, ...other })).toContain('no key "local" in FIELD_KEYS');
    const lookup = { LOOKUP_KEY: Buffer.alloc(32, 7).toString('base64') };
    expect(await refusal([backup], { DATA_DIR: nowhere, ...lookup })).toContain('another LOOKUP_KEY');
    expect(await refusal([join(room, 'none')], { DATA_DIR: nowhere })).toContain('is no backup');

    const [blob = ''] = filesIn(join(backup, 'blobs')).map(([name]) => join(backup, 'blobs', name));
    const whole = join(room, 'whole');
    copyFileSync(blob, whole);
    writeFileSync(blob, 'x'.repeat(readFileSync(blob).length));
    expect(await refusal([backup], { DATA_DIR: nowhere })).toContain('was changed or damaged');
    rmSync(blob);
    expect(await refusal([backup], { DATA_DIR: nowhere })).toContain('has lost blobs/');
    copyFileSync(whole, blob);
    expect(readdirSync(nowhere)).toEqual([]);
    expect((await runCommand('app/restore.ts', [backup], settings({ DATA_DIR: nowhere }))).status).toBe(0);
  });
});
