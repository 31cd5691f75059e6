import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { type Journey, startJourney } from './journey.ts';
import { startProcess } from './stand-ins/server-process.ts';

/** Runs the server with settings it should refuse; resolves with how it ended. */
const refused = async (environment: Record<string, string>): Promise<{ code: number | null; said: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-refused-'));
  const child = spawn(process.execPath, [fileURLToPath(new URL('../app/server.ts', import.meta.url))], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  child.stderr.on('data', (part) => {
    said += part;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  return { code, said };
};

describe('starting the server', () => {
  test('should fail with 1 before it listens, naming what to mend', async () => {
    const { code, said } = await refused({ PORT: 'eighty', TWILIO_ACCOUNT_SID: 'canary-example' });
    expect(code).toBe(1);
    expect(said).toMatch(/PORT: .*\n.*TWILIO_ACCOUNT_SID: AC and 32 hex digits/);
    expect(said).not.toMatch(/runs on|canary/);
  });

  test('should refuse development sign-in and unsigned doors in production', async () => {
    const { code, said } = await refused({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(said).toMatch(/AUTH: dev is refused in production/);
    expect(said).toMatch(/TWILIO_AUTH_TOKEN: must be set in production/);
  });

  test('should say which port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, said } = await refused({ PORT: String(port) });
    expect(code).toBe(1);
    expect(said).toContain(`Cannot listen on 127.0.0.1:${port}`);
    taken.close();
  });
});

describe('a running server', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney();
  });
  afterEach(() => journey.close());

  test('should acknowledge nothing while the database is locked away, and recover without a restart', async () => {
    const phone = '+15550188';
    await journey.text(phone, 'demo');
    const lock = new DatabaseSync(join(journey.folder, 'pathfinder.db'));
    lock.exec('BEGIN EXCLUSIVE');
    const during = await fetch(`${journey.server.url}/health/ready`);
    expect(during.status).toBe(503);
    expect((await fetch(`${journey.server.url}/health`)).status).toBe(200);
    await expect(journey.text(phone, '1')).rejects.toThrow(/^503/);
    lock.exec('ROLLBACK');
    lock.close();
    expect((await journey.text(phone, '1')).join('\n')).toContain('The Chens vote 1)');
    expect((await fetch(`${journey.server.url}/health/ready`)).status).toBe(200);
  });

  test('should answer the same when two of them share the data, whichever is asked', async () => {
    const second = await startProcess('app/server.ts', { ...journey.settings, WORKER: 'false' });
    const first = journey.server;
    const phone = '+15550189';
    await journey.text(phone, 'demo');
    journey.server = second;
    expect((await journey.text(phone, '1')).join('\n')).toContain('Taverna do Capitao 2');
    const MessageSid = `SM${'a'.repeat(32)}`;
    const there = await journey.text(phone, '2', { MessageSid });
    journey.server = first;
    expect(await journey.text(phone, '2', { MessageSid })).toEqual(there);
    expect((await journey.text(phone, 'results')).join('\n')).toMatch(/2\) Salty Pelican.*2 votes \(yours\)/);
    await second.stop();
  });

  test('should stop when it is told to, and have everything after it starts again', async () => {
    await journey.text('+15550190', 'demo');
    await journey.text('+15550190', '3');
    await journey.restart();
    expect((await journey.text('+15550190', 'results')).join('\n')).toMatch(/3\) Pizza Roma.*1 vote \(yours\)/);
  });
});
