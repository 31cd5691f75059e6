import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { testCodec } from '../test/codec.ts';
import { systemClock } from '../trips/clock.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { healthRouter } from './health.ts';
import { openLog } from './log.ts';
import { openMetrics } from './metrics.ts';

const folder = mkdtempSync(join(tmpdir(), 'health-'));
const store = sqliteStore(openDatabase(join(folder, 'trips.db')), systemClock, testCodec);
let storeIsDown = false;
let libraryAnswers: Promise<void> = Promise.resolve();
let backlog = 3;
let queueIsDown = false;
const metrics = openMetrics({
  outboxBacklog: async () => backlog,
  jobs: async () => {
    if (queueIsDown) throw new PathfinderError('store-unavailable', 'down');
    return { waiting: 2, leased: 1, dead: 0, oldestMs: 1_500 };
  },
});
let server: Server;
let url: string;

beforeAll(async () => {
  const app = express();
  app.use(metrics.timing);
  app.use(
    healthRouter({
      parts: {
        store: async () => {
          if (storeIsDown) throw new PathfinderError('store-unavailable', 'down for the test');
          await store.ping();
        },
        library: () => libraryAnswers,
      },
      metrics,
      log: openLog('silent'),
      patienceMs: 300,
    }),
  );
  app.get('/things/:id', (_request, response) => {
    response.json({});
  });
  server = createServer((request, response) => {
    if (request.url !== '/by-no-router') return app(request, response);
    metrics.timed(response, '/by-no-router');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
};

test('while the store is down the process is alive but not ready, and says which part; it recovers by itself', async () => {
  expect(await get('/health/ready')).toMatchObject({
    status: 200,
    text: JSON.stringify({ status: 'ready', parts: { store: 'ok', library: 'ok' } }),
  });
  storeIsDown = true;
  expect(await get('/health/ready')).toMatchObject({
    status: 503,
    text: JSON.stringify({ status: 'not-ready', parts: { store: 'failed', library: 'ok' } }),
  });
  expect(await get('/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  storeIsDown = false;
  expect((await get('/health/ready')).status).toBe(200);
});

test('a part that does not answer is not waited for', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  libraryAnswers = promise;
  expect(await get('/health/ready')).toMatchObject({
    status: 503,
    text: JSON.stringify({ status: 'not-ready', parts: { store: 'ok', library: 'failed' } }),
  });
  resolve();
  expect((await get('/health/ready')).status).toBe(200);
});

test('metrics are read as they are now: backlog, jobs, turns, and the process itself', async () => {
  metrics.turn('sms', 'handled');
  metrics.turn('sms', 'handled');
  metrics.turn('teams', 'duplicate');
  backlog = 7;
  const { text, type } = await get('/health/metrics');
  expect(type).toContain('text/plain');
  expect(text).toContain('pathfinder_outbox_backlog 7');
  expect(text).toContain('pathfinder_jobs{state="waiting"} 2');
  expect(text).toContain('pathfinder_oldest_due_job_seconds 1.5');
  expect(text).toContain('pathfinder_turns_total{door="sms",outcome="handled"} 2');
  expect(text).toContain('pathfinder_turns_total{door="teams",outcome="duplicate"} 1');
  expect(text).toContain('process_resident_memory_bytes');
});

test('requests are measured under their template, whatever ids they carry', async () => {
  for (const id of ['one', 'two', 'three']) await get(`/things/${id}`);
  await get('/nowhere');
  await get('/by-no-router');
  const { text } = await get('/health/metrics');
  expect(text).toContain(
    'pathfinder_http_request_duration_seconds_count{method="GET",route="/things/:id",status="200"} 3',
  );
  expect(text).toContain(
    'pathfinder_http_request_duration_seconds_count{method="GET",route="unmatched",status="404"} 1',
  );
  expect(text).toContain(
    'pathfinder_http_request_duration_seconds_count{method="GET",route="/by-no-router",status="200"} 1',
  );
  expect(text).not.toContain('/things/one');
});

test('metrics are told even when the queue cannot be asked', async () => {
  queueIsDown = true;
  const { status, text } = await get('/health/metrics');
  expect(status).toBe(200);
  expect(text).toContain('pathfinder_jobs{state="waiting"} 2');
});
