import { z } from 'zod';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';

let door: RestDoor;
let ana: Guest;
let routes: readonly Route[];
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  routes = routesOf(door.house);
});
afterAll(() => door.close());

const named = ({ method, path }: Route): string => `${method} ${path}`;
const isList = ({ gives }: Route): boolean =>
  'items' in (z.toJSONSchema(gives.body, { unrepresentable: 'any' }).properties ?? {});

/** Writes that take no If-Match, and why nothing is lost by it. */
const UNGUARDED: Readonly<Record<string, string>> = {
  'delete /trips/{tripId}/families/{familyId}': 'a seat has no content that could have changed',
  'delete /trips/{tripId}/invitations/{code}': 'a withdrawn code is withdrawn, whatever it was',
  'delete /families/{familyId}/invitations/{code}': 'a withdrawn code is withdrawn, whatever it was',
  'delete /trips/{tripId}/guest-links/{place}': 'a closed link is closed, whatever it was',
  'put /families/{familyId}/members/{memberId}/interests': "one person's own word",
  'put /privacy/restriction': 'set or not, whatever it was',
  'put /families/{familyId}/members/{memberId}/consent': 'the code says which consent it confirms',
  'delete /families/{familyId}/members/{memberId}/consent': 'a consent taken back is taken back, whatever it was',
  'put /trips/{tripId}/succession/agreement': "one family's own yes",
  'delete /trips/{tripId}/succession/agreement': "one family's own yes",
  'delete /trips/{tripId}/polls/{pollId}/ballot': 'a vote taken back is taken back, whatever it was',
  'delete /tasks/{taskId}': 'stopped work is stopped, however far it was',
  'delete /trips/{tripId}/memories/photos/{photoId}': 'a photo taken out is gone, whatever was said of it',
  'put /trips/{tripId}/news-by-email': 'the code says which address it proves',
  'delete /trips/{tripId}/news-by-email': 'mails that were ended are ended, wherever they went',
  'patch /trips/{tripId}/memories/choices': "one family's own choices, each changed by itself",
};

/** A path with ids of the right make that name nothing. */
const nowhere = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name.endsWith('Id') ? `${name.slice(0, -2)}_none` : 'NONE'));

test('every write to what is there takes If-Match, but for those that can lose nothing', () => {
  const writes = routes.filter(({ method }) => ['put', 'patch', 'delete'].includes(method));
  const unguarded = writes.filter(({ guarded }) => !guarded).map(named);
  expect(unguarded.sort()).toEqual(Object.keys(UNGUARDED).sort());
  expect(writes.length).toBeGreaterThan(15);
});

test('whatever is written under If-Match can be read with its ETag first', () => {
  const tagged = new Set<string>(
    routes.filter(({ method, tagged }) => method === 'get' && tagged).map(({ path }) => path),
  );
  for (const one of routes.filter(({ guarded }) => guarded)) {
    // The entity itself, or what it is a part of: `/trips/{tripId}/status` is the trip's.
    const parts = one.path.split('/');
    const around = parts.map((_, end) => parts.slice(0, parts.length - end).join('/'));
    expect([named(one), around.some((path) => tagged.has(path))]).toEqual([named(one), true]);
  }
});

test('what somebody changed since is neither handed over nor taken out', async () => {
  const as = { token: ana.token };
  const bea = await door.signIn({ name: 'Bea Chen' });
  const trip = String(
    (await door.call('POST', '/trips', { ...as, body: { name: 'Lisbon', destination: 'Lisbon' } })).body.id,
  );
  const { code } = (await door.call('POST', `/trips/${trip}/families/${bea.familyId}/invite`, as)).body;
  await door.call('POST', `/invitations/${code}/accept`, { token: bea.token });
  const spent = { what: 'dinner', amount: { amount: 8_400, currency: 'EUR' } };
  const made = await door.call('POST', `/trips/${trip}/expenses`, { ...as, body: spent });
  const expense = String(made.headers.get('location')).replace('/api/v1', '');
  const read = await door.call('GET', expense, as);
  expect([read.status, read.text, read.headers.get('etag')]).toEqual([200, made.text, made.headers.get('etag')]);

  const stale = { 'if-match': '"other.00000000"' };
  expect((await door.call('DELETE', expense, { ...as, headers: stale })).status).toBe(412);
  const handOver = { ...as, body: { familyId: bea.familyId } };
  expect((await door.call('PUT', `/trips/${trip}/organizer`, { ...handOver, headers: stale })).status).toBe(412);

  const current = (etag: string | null) => ({ 'if-match': String(etag) });
  expect((await door.call('DELETE', expense, { ...as, headers: current(read.headers.get('etag')) })).status).toBe(204);
  const before = (await door.call('GET', `/trips/${trip}`, as)).headers.get('etag');
  const done = await door.call('PUT', `/trips/${trip}/organizer`, { ...handOver, headers: current(before) });
  expect([done.status, done.body.organizerId]).toEqual([200, bea.userId]);
  expect(done.headers.get('etag')).toBe((await door.call('GET', `/trips/${trip}`, as)).headers.get('etag'));
});

test('every list comes in pages, of a size that is checked', async () => {
  const lists = routes.filter(isList);
  expect(lists.length).toBeGreaterThan(10);
  for (const one of lists) {
    for (const limit of ['1e9', '0', '-1', '101', '1.5', 'all', '']) {
      const { status } = await door.call(one.method, `${nowhere(one.path)}?limit=${limit}`, { token: ana.token });
      expect([named(one), limit, status]).toEqual([named(one), limit, 400]);
    }
    const strange = await door.call(one.method, `${nowhere(one.path)}?limit=2&continuation=zzz`, { token: ana.token });
    expect([400, 404]).toContain(strange.status);
  }
});

test('every POST of somebody who signed in says what it does with an Idempotency-Key', async () => {
  const document = await (await fetch(`${door.url}/openapi.json`)).json();
  for (const { path, access } of routes.filter(({ method }) => method === 'post')) {
    const { parameters, responses } = document.paths[`/api/v1${path}`].post;
    const takes = parameters.some(({ name }: { name: string }) => name === 'Idempotency-Key');
    expect([path, takes, '422' in responses || access === 'anyone']).toEqual([path, access !== 'anyone', true]);
  }
});

test('whoever has restricted what is done with their data is told so by every route about a trip, as the document says', async () => {
  const { token, userId, familyId } = await door.signIn({ name: 'Mallory Okoye' });
  const trip = { name: 'Lisbon', destination: 'Lisbon' };
  const { id: tripId } = (await door.call('POST', '/trips', { token, body: trip })).body;
  await door.call('PUT', '/privacy/restriction', { token, body: { restricted: true } });
  const about = routes.filter(({ path, body, multipart }) => path.includes('{tripId}') && !body && !multipart);
  for (const one of about) {
    const path = nowhere(
      one.path.replace('{tripId}', `${tripId}`).replace('{place}', 'family').replace('{familyId}', familyId),
    );
    const { status, body } = await door.call(one.method.toUpperCase(), path, { token });
    expect([named(one), status, body.error]).toEqual([
      named(one),
      403,
      expect.objectContaining({ code: 'restricted' }),
    ]);
  }
  const others: readonly (readonly [string, string, object?])[] = [
    ['POST', '/ai/assistant/query', { tripId, query: 'When is breakfast?' }],
    ['POST', '/ai/itinerary/generate', { tripId }],
    ['POST', '/ai/polls/magic', { tripId, context: 'where to eat' }],
    ['POST', '/auth/link', { code: '234567' }],
    ['PUT', `/families/${familyId}/preferences`, {}],
    ['GET', `/analytics/ai-costs?tripId=${tripId}`],
  ];
  for (const [method, path, body] of others)
    expect([path, (await door.call(method, path, { token, body })).status]).toEqual([path, 403]);
  expect((await door.call('GET', '/auth/me', { token })).body).toMatchObject({ user: { id: userId } });
});

test('whoever asks too much is told when to come back, by a body with an id', async () => {
  const strict = await openRestDoor({ requestsPerMinute: 2 });
  const { token } = await strict.signIn({ name: 'Ana' });
  const answers = [];
  for (let turn = 0; turn < 3; turn += 1) answers.push(await strict.call('GET', '/auth/me', { token }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  const last = answers.at(-1);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last?.body).toEqual({
    error: {
      id: expect.any(String),
      code: 'too-many-requests',
      message: expect.any(String),
      timestamp: expect.any(String),
    },
  });
  await strict.close();
});
