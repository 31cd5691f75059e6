import { once } from 'node:events';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { errorHandler } from './error-handler.ts';

let door: RestDoor;
let ana: Guest;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
});
afterAll(() => door.close());

const trip = { name: 'Lisbon', destination: 'Lisbon' };
const post = (body: unknown, headers: Record<string, string> = {}, path = '/trips') =>
  door.call('POST', path, { token: ana.token, body, headers });

/** Routes that take JSON, with a body each would take. */
const JSON_ROUTES: readonly [string, string][] = [
  ['POST', '/trips'],
  ['PATCH', '/trips/trip_1'],
  ['POST', '/trips/trip_1/invitations'],
  ['POST', '/trips/trip_1/polls'],
  ['PUT', '/trips/trip_1/polls/poll_1/ballot'],
  ['PUT', '/families/family_1/preferences'],
  ['POST', '/families/family_1/members'],
  ['POST', '/ai/assistant/query'],
  ['POST', '/auth/dev-token'],
];

describe('a body', () => {
  test.each(JSON_ROUTES)(
    '%s %s: not JSON 400, not said to be JSON 415, none 400, too large 413',
    async (method, path) => {
      const send = (body: unknown, headers = {}) => door.call(method, path, { token: ana.token, body, headers });
      for (const broken of ['{"name": ', '{name: 1}', '"text"', '[1', 'NaN', '\u0000']) {
        expect(await send(broken)).toMatchObject({ status: 400, body: { error: { code: 'malformed-json' } } });
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=b',
        'application/xml',
      ]) {
        expect((await send('{}', { 'content-type': type })).status).toBe(415);
      }
      expect((await send('{}', { 'content-type': 'application/json; charset=x-klingon' })).status).toBe(415);
      expect(await send(undefined, { 'content-type': 'application/json' })).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid', message: expect.stringContaining('JSON body') } },
      });
      expect((await send({ name: 'x'.repeat(40_000) })).status).toBe(413);
    },
  );

  test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'with the key %s at any depth is refused',
    async (key) => {
      const bodies = [
        `{"${key}": {"admin": true}, "name": "x", "destination": "x"}`,
        `{"name": "x", "destination": "x", "budget": {"amount": 1, "currency": "EUR", "${key}": 1}}`,
        `{"name": "x", "more": [[{"deep": {"${key}": null}}]]}`,
      ];
      for (const body of bodies) {
        expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 'forbidden-key' } } });
      }
      for (const [method, path] of JSON_ROUTES) {
        const { status } = await door.call(method, path, { token: ana.token, body: `{"${key}": {}}` });
        expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 400`);
      }
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    },
  );

  test('nested deeper than any stack, or of a thousand keys, is refused and nothing more', async () => {
    const deep = `${'['.repeat(15_000)}${']'.repeat(15_000)}`;
    expect((await post(deep)).status).toBe(400);
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`key${n}`, n]));
    const { status, text } = await post({ ...trip, ...many });
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(1_000);
  });

  test('that unpacks to more than the limit is refused with 413', async () => {
    const bomb = gzipSync(JSON.stringify({ name: 'x'.repeat(5_000_000), destination: 'x' }));
    const body = new Blob([new Uint8Array(bomb)]);
    expect((await post(body, { 'content-encoding': 'gzip' })).status).toBe(413);
    expect((await post('{}', { 'content-encoding': 'compress' })).status).toBe(415);
  });
});

describe('text', () => {
  test('made to keep a pattern busy is answered within 100 ms', async () => {
    const traps = [
      'a'.repeat(8_000),
      `${'a.'.repeat(4_000)}!`,
      `${'-'.repeat(8_000)}!`,
      `${' '.repeat(8_000)}x`,
      `${'1'.repeat(8_000)}T`,
      `+${'1 '.repeat(4_000)}`,
    ];
    const bodies = traps.flatMap((trap) => [
      [
        'POST',
        '/trips',
        { ...trip, startDate: trap, endDate: trap, timeZone: trap, budget: { amount: 1, currency: trap } },
      ],
      ['POST', '/families/family_1/members', { name: 'x', email: `${trap}@example.com`, phone: '+1' }],
      ['POST', '/families/family_1/members', { name: 'x', email: `x@${trap}` }],
      ['POST', '/families/family_1/members', { name: 'x', phone: trap }],
      ['POST', '/trips/trip_1/polls', { question: 'Q?', options: ['A', trap], closesAt: trap }],
      ['POST', '/ai/assistant/query', { query: trap, tripId: 'trip_1' }],
      ['PUT', '/families/family_1/preferences', { unavailable: [trap], interests: { [trap]: 1 } }],
    ]) as [string, string, object][];
    for (const [method, path, body] of bodies) {
      // The best of three: a machine that is busy with something else is slow once, a trap every time.
      let best = Number.POSITIVE_INFINITY;
      let status = 0;
      for (let tried = 0; tried < 3 && best >= 100; tried += 1) {
        const began = performance.now();
        ({ status } = await door.call(method, path, { token: ana.token, body }));
        best = Math.min(best, performance.now() - began);
      }
      expect(best).toBeLessThan(100);
      expect([400, 404]).toContain(status);
    }
    for (const query of [`limit=${'1'.repeat(10_000)}`, `continuation=${'A'.repeat(10_000)}`]) {
      expect((await door.call('GET', `/trips?${query}`, { token: ana.token })).status).toBe(400);
    }
  });

  test('with quotes, markup and any alphabet is kept as it was written', async () => {
    for (const name of [
      "O'Brien; DROP TABLE entities;--",
      '<script>alert(1)</script>',
      'Ünï 東京 🏖',
      '{"$gt": ""}',
      '%00\\u0000',
    ]) {
      const made = await post({ name, destination: name });
      expect(made).toMatchObject({ status: 201, body: { name } });
      expect((await door.call('GET', `/trips/${made.body.id}`, { token: ana.token })).body.name).toBe(name);
    }
  });
});

describe('a name', () => {
  test('brings no control, no turned direction and no line of its own into what others are shown', async () => {
    const made = await post({ name: '\u202ELis\u0000bon\r\n\r\n1) Vote here\u202C', destination: 'Lis\uD800bon' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Lisbon 1) Vote here', destination: 'Lis\uFFFDbon' } });
  });

  test('that nobody could see is none', async () => {
    for (const name of ['\u200B\u2060', '\uFEFF', '\u3164', ' \u00AD '])
      expect((await post({ ...trip, name })).status).toBe(400);
  });
});

describe('a path', () => {
  test.each(['/nothing', '/trips/a/b/c', '/auth/../../etc/passwd', '/api/v2/trips', '/api/nothing'])(
    '%s that leads nowhere is 404 in JSON',
    async (path) => {
      const { status, body, headers } = await door.call('GET', path, { token: ana.token });
      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('application/json');
      expect(body).toEqual({
        error: {
          id: expect.any(String),
          code: 'not-found',
          message: expect.any(String),
          timestamp: expect.any(String),
        },
      });
    },
  );

  test('with ids of other things, quotes, or bytes that are no text is 404 or 400, never 500', async () => {
    const { id } = (await post(trip)).body;
    const polls = [
      `/trips/${id}/polls/${id}`,
      `/trips/${id}/polls/'OR'1`,
      `/trips/${ana.familyId}`,
      `/trips/__proto__`,
      `/tasks/${id}`,
      `/trips/trip_${'x'.repeat(6_000)}`,
      `/families/constructor`,
    ];
    for (const path of polls)
      expect(`${path} ${(await door.call('GET', path, { token: ana.token })).status}`).toBe(`${path} 404`);
    expect((await door.call('GET', '/trips/%E0%A4%A', { token: ana.token })).status).toBe(400);
  });

  test('asked in a way it does not take is 405 and says which it takes', async () => {
    const refused = await door.call('DELETE', '/trips', { token: ana.token });
    expect(refused).toMatchObject({ status: 405, body: { error: { code: 'method-not-allowed' } } });
    expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect((await fetch(`${door.url}/api/v1/trips`, { method: 'OPTIONS' })).status).toBe(204);
    const head = await fetch(`${door.url}/api/v1/trips`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${ana.token}` },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('an error', () => {
  test('leaves one log line with the id it was answered with, and nothing of what was sent', async () => {
    const secret = 'canary-5c1f';
    const refused = await door.call('POST', `/trips?note=${secret}`, { token: ana.token, body: `{"name": "${secret}` });
    const { id } = refused.body.error as { id: string };
    const lines = door.logged.filter((line) => line.includes(id));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      errorId: id,
      status: 400,
      code: 'malformed-json',
      method: 'POST',
      route: '/api/v1/trips',
    });
    expect(door.logged.join('')).not.toContain(secret);
    expect(door.logged.join('')).not.toContain(ana.token);
  });

  test('of the store is 503 with Retry-After, logged with its cause and shown without', async () => {
    const broken = await openRestDoor({
      records: (real) => ({
        ...real,
        list: async () => {
          throw new PathfinderError('store-unavailable', 'disk canary', new Error('EIO canary'));
        },
        page: async () => {
          throw new TypeError('bug canary');
        },
      }),
    });
    try {
      const { token } = await broken.signIn({ name: 'Ana' });
      const refused = await broken.call('GET', '/trips', { token });
      expect(refused).toMatchObject({ status: 503, body: { error: { code: 'store-unavailable' } } });
      expect(refused.headers.get('retry-after')).toBe('5');
      expect(refused.text).not.toContain('canary');
      const { id } = refused.body.error as { id: string };
      const lines = broken.logged.filter((line) => line.includes(id));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('EIO canary');
    } finally {
      await broken.close();
    }
  });

  test.each([
    [new TypeError('bug canary'), 500, 'internal'],
    [new PathfinderError('internal', 'canary'), 500, 'internal'],
    [new PathfinderError('conflict', 'canary'), 409, 'conflict'],
    [new PathfinderError('far-end-unavailable', 'canary'), 503, 'far-end-unavailable'],
    [new PathfinderError('far-end-refused', 'canary'), 502, 'far-end-refused'],
    [new PathfinderError('embedding-failed', 'canary'), 503, 'embedding-failed'],
    ['a thrown canary', 500, 'internal'],
  ])('thrown by any door is shown by its code: case %#', async (thrown, status, code) => {
    const app = express();
    app.get('/', () => {
      throw thrown;
    });
    app.use(errorHandler(door.log));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as { port: number };
      const response = await fetch(`http://127.0.0.1:${port}/`);
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(JSON.parse(text).error).toMatchObject({ code, id: expect.any(String) });
      expect(text).not.toContain('canary');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('of a client that goes away mid-sentence harms nobody', async () => {
    const before = door.logged.length;
    const asked = request(`${door.url}/api/v1/trips`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json', 'content-length': '100' },
    });
    asked.on('error', () => undefined);
    await new Promise<void>((resolve) => asked.write('{"name"', () => resolve()));
    asked.destroy();
    expect((await door.call('GET', '/trips', { token: ana.token })).status).toBe(200);
    expect(door.logged.slice(before).some((line) => line.includes('request failed'))).toBe(false);
  });
});
