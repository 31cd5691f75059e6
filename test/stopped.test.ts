import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sqliteQueue } from '../jobs/sqlite/sqlite-queue.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { systemClock } from '../trips/clock.ts';
import { startProcess } from './stand-ins/server-process.ts';

/** A job that both processes know, and that ends when somebody else says so: news for the operator. */
const JOB = { kind: 'tell-operator', payload: { text: 'example', about: {}, at: '2027-01-05T09:00:00.000Z' } };

test.each(['app/server.ts', 'app/worker.ts'])(
  '%s that is told to stop finishes the job it is at, takes no other, and leaves that to the next',
  async (script) => {
    const folder = mkdtempSync(join(tmpdir(), 'pathfinder-stopped-'));
    const database = openDatabase(join(folder, 'pathfinder.db'));
    const queue = sqliteQueue(database, systemClock);
    // As many as are worked on at once, and one more.
    for (const key of ['a', 'b', 'waiting']) await queue.enqueue({ ...JOB, key });
    const asked: ServerResponse[] = [];
    const both = Promise.withResolvers<void>();
    const webhook = createServer((_, response) => {
      if (asked.push(response) === 2) both.resolve();
    }).listen(0, '127.0.0.1');
    await once(webhook, 'listening');
    const { port } = webhook.address() as AddressInfo;
    const child = spawn(process.execPath, [new URL(`../${script}`, import.meta.url).pathname], {
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: folder },
        OPERATOR_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const exited = once(child, 'exit');
    await both.promise;
    child.kill('SIGTERM');
    for await (const line of createInterface({ input: child.stderr })) {
      if (!line.includes('"stopping"')) continue;
      for (const response of asked) response.end();
    }
    expect(await exited).toEqual([0, null]);
    expect(asked).toHaveLength(2);
    expect(await queue.depth()).toMatchObject({ waiting: 1, leased: 0, dead: 0 });
    expect(await queue.lease(1_000)).toMatchObject({ key: 'waiting', attempt: 1 });
    await database.close();
    webhook.close();
    rmSync(folder, { recursive: true, force: true });
  },
);

test('a request that is under way is answered before the server ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-stopped-'));
  const server = await startProcess('app/server.ts', { DATA_DIR: folder, PORT: '0' });
  const body = JSON.stringify({ name: 'Ana Silva' });
  const asked = request(`${server.url}/api/v1/auth/dev-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  });
  asked.flushHeaders();
  // The server has the request, and waits for its body.
  await once(asked, 'continue');
  const ended = server.stop();
  await server.logged(/"stopping"/);
  asked.end(body);
  const [answer] = await once(asked, 'response');
  expect(answer.statusCode).toBe(200);
  answer.resume();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});
