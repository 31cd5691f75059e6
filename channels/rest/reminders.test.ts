import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { instant } from '../../trips/clock.ts';
import { DELIVERY_TTL_S, type Delivery } from '../../trips/notifications/delivery.ts';

describe('reminders and notifications over REST', () => {
  let now: number;
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let eve: Guest;
  let tripId: string;
  let trip: string;
  beforeEach(async () => {
    now = Date.parse('2027-06-01T10:00:00Z');
    door = await openRestDoor({ clock: { now: () => now } });
    ana = await door.signIn({ name: 'Ana Silva', phone: '+15550101' });
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    eve = await door.signIn({ name: 'Eve Other', phone: '+15550103' });
    const body = { name: 'Lisbon', destination: 'Lisbon' };
    tripId = String((await door.call('POST', '/trips', { token: ana.token, body })).body.id);
    trip = `/trips/${tripId}`;
    const { code } = (await door.call('POST', `${trip}/families/${bea.familyId}/invite`, { token: ana.token })).body;
    await door.call('POST', `/invitations/${code}/accept`, { token: bea.token });
  });
  afterEach(() => door.close());

  const set = (who: Guest, body: object, headers: Record<string, string> = {}) =>
    door.call('POST', `${trip}/reminders`, { token: who.token, body, headers });
  const list = async (who: Guest) =>
    ((await door.call('GET', `${trip}/reminders`, { token: who.token })).body.items as { what: string }[]).map(
      ({ what }) => what,
    );
  const pack = { what: 'pack', at: '2027-06-02T08:00:00Z' };

  test('should be shown to whom they are for, and be unknown to everyone else', async () => {
    const own = await set(bea, { ...pack, what: 'for me', for: 'me' });
    await set(bea, { ...pack, what: 'for us' });
    await set(bea, { ...pack, what: 'for all', for: 'trip' });
    expect(await list(bea)).toEqual(expect.arrayContaining(['for me', 'for us', 'for all']));
    expect(await list(ana)).toEqual(['for all']);
    for (const [who, method] of [
      [ana, 'GET'],
      [ana, 'DELETE'],
      [eve, 'GET'],
    ] as const) {
      expect((await door.call(method, `${trip}/reminders/${own.body.id}`, { token: who.token })).status).toBe(404);
    }
    expect((await door.call('GET', `${trip}/reminders`, { token: eve.token })).status).toBe(404);
  });

  test('should be set once, cancelled as often as one likes, and not over a change that was not seen', async () => {
    const once = { 'idempotency-key': 'pack-1' };
    const first = await set(bea, { ...pack, for: 'trip' }, once);
    expect((await set(bea, { ...pack, for: 'trip' }, once)).body.id).toBe(first.body.id);
    const path = `${trip}/reminders/${first.body.id}`;
    const seen = { 'if-match': '"another.tag"' };
    expect((await door.call('DELETE', path, { token: bea.token, headers: seen })).status).toBe(412);
    // The organizer answers for what everyone is reminded of.
    for (const who of [ana, ana, bea]) expect((await door.call('DELETE', path, { token: who.token })).status).toBe(204);
    expect((await door.call('GET', path, { token: bea.token })).body.status).toBe('cancelled');
    const log = await door.call('GET', `${trip}/audit`, { token: ana.token });
    expect(log.text).toContain('cancelReminder');
  });

  test.each([
    ['in the past', { at: '2027-05-31T08:00:00Z' }],
    ['in a hundred years', { at: '2127-06-01T08:00:00Z' }],
    ['at no time', { at: 'tomorrow' }],
    ['of nothing', { what: ' ' }],
    ['for somebody else', { for: 'others' }],
    ['a hundred thousand characters long', { what: 'x'.repeat(30_000) }],
  ])('should refuse one %s', async (_, wrong) => {
    expect((await set(bea, { ...pack, ...wrong })).status).toBe(400);
    expect(await list(bea)).toEqual([]);
  });

  test('should refuse one for a trip that is called off', async () => {
    await door.call('PUT', `${trip}/status`, { token: ana.token, body: { status: 'cancelled', because: 'rain' } });
    expect((await set(bea, pack)).status).toBe(409);
  });

  test('should keep what somebody wants to be told of, and say when it was changed since', async () => {
    const read = () => door.call('GET', '/notifications/preferences', { token: bea.token });
    const put = (body: object, headers: Record<string, string> = {}) =>
      door.call('PUT', '/notifications/preferences', { token: bea.token, body, headers });
    const before = await read();
    expect(before.body).toEqual({ muted: [] });
    const seen = { 'if-match': before.headers.get('etag') ?? '' };
    const wishes = {
      muted: ['polls'],
      mutedAt: { sms: ['money'] },
      quietHours: { from: '21:00', to: '08:00' },
      timeZone: 'Europe/London',
      pace: 'daily',
    };
    expect((await put(wishes, seen)).body).toEqual(wishes);
    expect((await read()).body).toEqual(wishes);
    expect((await put({ muted: [] }, seen)).status).toBe(412);
    for (const wrong of [
      { muted: ['weather'] },
      { muted: [], quietHours: { from: '9 pm', to: '08:00' } },
      { muted: [], timeZone: 'Europe/Atlantis' },
      { muted: [], pace: 'weekly' },
      { muted: [], mutedAt: { pigeon: ['polls'] } },
      {},
    ]) {
      expect((await put(wrong)).status).toBe(400);
    }
    expect((await door.call('GET', '/notifications/preferences', { token: ana.token })).body).toEqual({ muted: [] });
  });

  test('should page through what the caller, and nobody else, was told', async () => {
    for (let minute = 0; minute < 3; minute += 1) {
      now += 60_000;
      const told: Delivery = {
        ...{ pk: tripId, id: `delivery_${minute}`, type: 'delivery', _schema_version: 1, ttl: DELIVERY_TTL_S },
        ...{ status: minute === 2 ? 'held' : 'sent', startedAt: instant({ now: () => now }), userId: bea.userId },
        ...{ door: 'sms', about: 'reminder', text: `Reminder: ${minute}.` },
      };
      await door.records.commit(tripId, [{ put: told }]);
    }
    const page = await door.call('GET', '/notifications?limit=1', { token: bea.token });
    expect(page.body.items).toMatchObject([{ text: 'Reminder: 1.', door: 'sms', status: 'sent', tripId }]);
    const next = `/notifications?limit=1&continuation=${page.body.continuation}`;
    expect((await door.call('GET', next, { token: bea.token })).body).toMatchObject({
      items: [{ text: 'Reminder: 0.' }],
    });
    expect((await door.call('GET', '/notifications', { token: ana.token })).body.items).toEqual([]);
    expect((await door.call('GET', '/notifications?limit=1000000000', { token: bea.token })).status).toBe(400);
  });
});
