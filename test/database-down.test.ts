import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

describe('a server whose database cannot be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-down-'));
  let server: ServerProcess;
  let token: string;
  beforeAll(async () => {
    server = await startProcess('app/server.ts', { DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const signedIn = await call('POST', '/api/v1/auth/dev-token', { name: 'Ana Silva' });
    token = String(signedIn.body.token);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, response };
  };
  const trip = (name: string) => call('POST', '/api/v1/trips', { name, destination: 'Lisbon' });

  test('should be alive and not ready, acknowledge nothing, and go on by itself', async () => {
    expect((await trip('before')).status).toBe(201);
    const other = new DatabaseSync(join(folder, 'pathfinder.db'), { timeout: 10_000 });
    other.exec('BEGIN EXCLUSIVE');
    const [ready, alive, refused] = await Promise.all([
      call('GET', '/health/ready'),
      call('GET', '/health'),
      trip('during'),
    ]);
    expect([ready.status, alive.status, refused.status]).toEqual([503, 200, 503]);
    expect(refused.body).toMatchObject({ error: { code: 'store-unavailable' } });
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    other.exec('ROLLBACK');
    other.close();

    expect((await call('GET', '/health/ready')).status).toBe(200);
    expect((await trip('after')).status).toBe(201);
    const { items } = (await call('GET', '/api/v1/trips')).body as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['before', 'after']);
  });
});
