import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { startProcess } from '../../test/stand-ins/server-process.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Change, Records } from '../../trips/records.ts';

const LISBON = { name: 'Lisbon', destination: 'Lisbon' };
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });
const puts = (changes: readonly Change[], type: string): boolean =>
  changes.some((change) => 'put' in change && change.put.type === type);

describe('a request with an Idempotency-Key', () => {
  let door: RestDoor;
  let ana: Guest;
  let now: number;
  /** What stands before the next commits. */
  let before: (changes: readonly Change[]) => Promise<void>;
  beforeEach(async () => {
    now = Date.parse('2027-01-01T10:00:00Z');
    before = async () => undefined;
    const slowed = (real: Records): Records => ({
      ...real,
      commit: async (pk, changes) => {
        await before(changes);
        return real.commit(pk, changes);
      },
    });
    door = await openRestDoor({ clock: { now: () => now }, records: slowed });
    ana = await door.signIn({ name: 'Ana Silva' });
  });
  afterEach(() => door.close());

  const make = (key: string, body: object = LISBON, { token }: Guest = ana) =>
    door.call('POST', '/trips', { token, body, ...keyed(key) });
  const trips = async (): Promise<number> =>
    ((await door.call('GET', '/trips', { token: ana.token })).body.items as unknown[]).length;
  const unavailable = (type: string): void => {
    before = async (changes) => {
      if (puts(changes, type)) throw new PathfinderError('store-unavailable', 'told to fail');
    };
  };

  test('should be answered word for word as the first time, with its headers', async () => {
    const first = await make('a');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    await door.call('PATCH', `/trips/${first.body.id}`, { token: ana.token, body: { name: 'Porto' } });
    for (const key of ['a', '"a"']) {
      const again = await make(key, { destination: 'Lisbon', name: 'Lisbon' });
      expect([again.status, again.text]).toEqual([201, first.text]);
      for (const name of ['etag', 'location', 'content-type', 'cache-control']) {
        expect(again.headers.get(name)).toBe(first.headers.get(name));
      }
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(await trips()).toBe(1);
  });

  test('should be refused when it asks something else, and be its caller own', async () => {
    const first = await make('a');
    expect(await make('a', { ...LISBON, name: 'Porto' })).toMatchObject({
      status: 422,
      body: { error: { code: 'idempotency-key-reused' } },
    });
    expect(await trips()).toBe(1);
    const bea = await door.signIn({ name: 'Bea Chen' });
    const hers = await make('a', { ...LISBON, name: 'Porto' }, bea);
    expect(hers.status).toBe(201);
    expect(hers.body.id).not.toBe(first.body.id);
    // The same key elsewhere is another request.
    const said = { token: ana.token, body: { text: 'Hello' }, ...keyed('a') };
    expect((await door.call('POST', `/trips/${first.body.id}/messages`, said)).status).toBe(201);
  });

  test('should be told to wait while the first is being answered', async () => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    before = async (changes) => {
      if (!puts(changes, 'trip')) return;
      reached.resolve();
      await released.promise;
    };
    const first = make('a');
    await reached.promise;
    const meanwhile = await make('a');
    expect(meanwhile).toMatchObject({ status: 409, body: { error: { code: 'idempotency-in-flight' } } });
    expect(meanwhile.headers.get('retry-after')).toBe('1');
    released.resolve();
    const { text } = await first;
    expect((await make('a')).text).toBe(text);
    expect(await trips()).toBe(1);
  });

  test('should be a new attempt when the first was refused or failed', async () => {
    const bea = await door.signIn({ name: 'Bea Chen' });
    const trip = String((await make('a')).body.id);
    const ask = { token: bea.token, body: { question: 'Where?', options: ['A', 'B'] }, ...keyed('poll') };
    expect((await door.call('POST', `/trips/${trip}/polls`, ask)).status).toBe(404);
    const invited = await door.call('POST', `/trips/${trip}/families/${bea.familyId}/invite`, { token: ana.token });
    await door.call('POST', `/invitations/${invited.body.code}/accept`, { token: bea.token });
    expect((await door.call('POST', `/trips/${trip}/polls`, ask)).status).toBe(201);

    unavailable('trip');
    expect((await make('b')).status).toBe(503);
    before = async () => undefined;
    expect((await make('b')).status).toBe(201);
  });

  test('should make nothing twice when the server broke off before the answer was kept', async () => {
    let claimed = false;
    before = async (changes) => {
      if (!puts(changes, 'rest_answer')) return;
      if (claimed) throw new PathfinderError('store-unavailable', 'told to fail');
      claimed = true;
    };
    const first = await make('a');
    expect(first.status).toBe(201);
    before = async () => undefined;
    expect((await make('a')).status).toBe(409);
    now += 61_000;
    expect(await make('a')).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(await trips()).toBe(1);
  });

  test('should tell a file from another, whatever lies between its parts', async () => {
    const trip = String((await make('trip')).body.id);
    const send = (text: string) => {
      const form = new FormData();
      form.append('file', new Blob([text]), 'hotel.txt');
      return door.call('POST', `/trips/${trip}/documents`, { token: ana.token, body: form, ...keyed('file') });
    };
    const first = await send('Check-in is at three.');
    expect(first.status).toBe(201);
    expect(await send('Check-in is at three.')).toMatchObject({ status: 201, text: first.text });
    expect((await send('Check-in is at four.')).status).toBe(422);
  });
});

test('an answer outlives the server that gave it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-once-'));
  const call = async (url: string, path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
  };
  const one = await startProcess('test/doomed-rest.ts', { DATA_DIR: folder });
  const { token } = JSON.parse((await call(one.url, '/auth/dev-token', { name: 'Ana Silva' })).text);
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'a' };
  const first = await call(one.url, '/trips', LISBON, headers);
  await one.kill();
  const two = await startProcess('test/doomed-rest.ts', { DATA_DIR: folder });
  expect(await call(two.url, '/trips', LISBON, headers)).toEqual(first);
  expect((await call(two.url, '/trips', { ...LISBON, name: 'Porto' }, headers)).status).toBe(422);
  await two.kill();
  rmSync(folder, { recursive: true });
});
