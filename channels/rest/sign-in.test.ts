import { request } from 'node:http';
import { openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { systemClock } from '../../trips/clock.ts';
import { mayWriteTo, optOut, whoseAddress } from '../../trips/people/addresses.ts';
import { API_TOKEN_SECONDS } from '../tokens.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await openRestDoor();
});
afterAll(() => door.close());

describe('development sign-in', () => {
  test('makes a person with a family of their own, whose token says who they are', async () => {
    const signed = await door.call('POST', '/auth/dev-token', {
      body: { name: 'Ana Silva', phone: '+1 (555) 010-0001', email: 'Ana@Example.com', teamsId: 'teams-ana' },
    });
    expect(signed.status).toBe(200);
    const { token } = signed.body as { token: string };
    const me = await door.call('GET', '/auth/me', { token });
    expect(me.body).toEqual({ user: signed.body.user, family: signed.body.family });
    expect(me.body).toMatchObject({
      user: {
        name: 'Ana Silva',
        addresses: [
          { door: 'sms', value: '+15550100001' },
          { door: 'teams', value: 'teams-ana' },
          { door: 'email', value: 'ana@example.com' },
        ],
      },
      family: { name: 'Silva', members: [{ name: 'Ana Silva', child: false }] },
    });
  });

  test('gives the same person for the same phone or Teams id, and links what is new', async () => {
    const first = await door.signIn({ name: 'Bea Chen', phone: '+15550100002' });
    const second = await door.signIn({ name: 'Somebody', phone: '+1 555 010 0002', teamsId: 'teams-bea' });
    const third = await door.signIn({ name: 'Somebody', teamsId: 'teams-bea' });
    expect(second).toMatchObject({ userId: first.userId, familyId: first.familyId });
    expect(third.userId).toBe(first.userId);
    expect((await whoseAddress(door.records, { door: 'teams', value: 'teams-bea' }))?.id).toBe(first.userId);
  });

  test('makes one person of many requests at once', async () => {
    const guests = await Promise.all(
      Array.from({ length: 8 }, () =>
        door.signIn({ name: 'Cleo Okoye', phone: '+15550100003', teamsId: 'teams-cleo' }),
      ),
    );
    expect(new Set(guests.map(({ userId }) => userId)).size).toBe(1);
  });

  test('makes a new person of a name alone', async () => {
    const one = await door.signIn({ name: 'Dan Ruiz', familyName: 'Ruiz' });
    const other = await door.signIn({ name: 'Dan Ruiz', familyName: 'Ruiz' });
    expect(one.userId).not.toBe(other.userId);
  });

  test('refuses to join the addresses of two people', async () => {
    await door.signIn({ name: 'Eve', phone: '+15550100005' });
    await door.signIn({ name: 'Finn', teamsId: 'teams-finn' });
    const both = await door.call('POST', '/auth/dev-token', {
      body: { name: 'Eve', phone: '+15550100005', teamsId: 'teams-finn' },
    });
    expect(both).toMatchObject({ status: 409, body: { error: { code: 'address-taken' } } });
  });

  test('counts addresses as opted in, but does not take back a STOP', async () => {
    const address = { door: 'sms', value: '+15550100006' } as const;
    await door.signIn({ name: 'Gil', phone: address.value });
    expect(await mayWriteTo(door.records, address)).toBe(true);
    await optOut(door.records, systemClock, address);
    await door.signIn({ name: 'Gil', phone: address.value });
    expect(await mayWriteTo(door.records, address)).toBe(false);
  });

  test.each([
    ['another name of this server (a rebound page)', { host: 'pathfinder.example.com' }],
    ['a proxy or tunnel', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that says so the standard way', { forwarded: 'for=203.0.113.9' }],
  ])('is refused through %s', async (_, headers) => {
    expect(await rawPost('/api/v1/auth/dev-token', { name: 'Mallory' }, headers)).toBe(403);
  });

  test('is not there at all unless it was asked for', async () => {
    const strict = await openRestDoor({ devSignIn: false });
    try {
      expect((await strict.call('POST', '/auth/dev-token', { body: { name: 'Ana' } })).status).toBe(404);
      const document = await (await fetch(`${strict.url}/openapi.json`)).json();
      expect(Object.keys(document.paths)).not.toContain('/api/v1/auth/dev-token');
    } finally {
      await strict.close();
    }
  });

  test.each([
    ['no name', {}],
    ['an empty name', { name: '  ' }],
    ['a phone number without its country', { name: 'Ana', phone: '0555 0100' }],
    ['an e-mail that is none', { name: 'Ana', email: 'ana' }],
    ['a name that is not text', { name: { first: 'Ana' } }],
  ])('refuses %s with 400', async (_, body) => {
    expect(await door.call('POST', '/auth/dev-token', { body })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid' } },
    });
  });
});

describe('the token', () => {
  test('missing, garbled, of another kind or of nobody: 401 with a challenge', async () => {
    const web = await door.tokens.signWeb('web', { conversationId: 'c', user: 'dl_1', userId: 'user_1' });
    const nobody = await door.tokens.signApi('user_00000000-0000-4000-8000-000000000000');
    const missing = await door.call('GET', '/auth/me');
    expect(missing).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="pathfinder"');
    for (const token of ['garbage', web.token, nobody.token, `${web.token}x`, 'a'.repeat(5_000)]) {
      const refused = await door.call('GET', '/auth/me', { token });
      expect(refused).toMatchObject({ status: 401, body: { error: { code: 'invalid-token' } } });
      expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    const basic = await door.call('GET', '/auth/me', { headers: { authorization: 'Basic YW5hOmV4YW1wbGU=' } });
    expect(basic.status).toBe(401);
  });

  test('expired: 401, and says so', async () => {
    let now = Date.now();
    const aging = await openRestDoor({ clock: { now: () => now } });
    try {
      const { token } = await aging.signIn({ name: 'Ana' });
      expect((await aging.call('GET', '/auth/me', { token })).status).toBe(200);
      now += API_TOKEN_SECONDS * 1000;
      const late = await aging.call('GET', '/auth/me', { token });
      expect(late).toMatchObject({ status: 401, body: { error: { code: 'expired-token' } } });
    } finally {
      await aging.close();
    }
  });

  test('is needed on every route but sign-in and the receipt of an erasure', async () => {
    const document = await (await fetch(`${door.url}/openapi.json`)).json();
    for (const [path, item] of Object.entries<object>(document.paths)) {
      for (const method of Object.keys(item)) {
        if (path.endsWith('/dev-token') || path.includes('/privacy/erasures/')) continue;
        const { status } = await door.call(method.toUpperCase(), path.replaceAll(/\{(\w+?)(Id)?\}/g, '$1_1'));
        expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
      }
    }
  });
});

describe('the rate limit', () => {
  test('answers 429 with Retry-After, per caller', async () => {
    const strict = await openRestDoor({ requestsPerMinute: 3 });
    try {
      const ana = await strict.signIn({ name: 'Ana' });
      const bea = await strict.signIn({ name: 'Bea' });
      for (let asked = 0; asked < 3; asked += 1) {
        expect((await strict.call('GET', '/trips', { token: ana.token })).status).toBe(200);
      }
      const refused = await strict.call('GET', '/trips', { token: ana.token });
      expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await strict.call('GET', '/trips', { token: bea.token })).status).toBe(200);
    } finally {
      await strict.close();
    }
  });

  test('counts those without a token too', async () => {
    const strict = await openRestDoor({ requestsPerMinute: 2 });
    try {
      const statuses: number[] = [];
      for (let tried = 0; tried < 4; tried += 1)
        statuses.push((await strict.call('GET', '/trips', { token: 'guess' })).status);
      expect(statuses).toEqual([401, 401, 429, 429]);
    } finally {
      await strict.close();
    }
  });
});

/** A POST whose headers fetch would not let through. */
const rawPost = (path: string, body: unknown, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(door.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
