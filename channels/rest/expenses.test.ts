import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('expenses over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let stranger: Guest;
  let trip: string;
  beforeEach(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva', phone: '+15550101' });
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    stranger = await door.signIn({ name: 'Eve Other', phone: '+15550103' });
    const made = await door.call('POST', '/trips', {
      token: ana.token,
      body: { name: 'Lisbon', destination: 'Lisbon' },
    });
    trip = `/trips/${made.body.id}`;
    const { body } = await door.call('POST', `${trip}/families/${bea.familyId}/invite`, { token: ana.token });
    await door.call('POST', `/invitations/${body.code}/accept`, { token: bea.token });
  });
  afterEach(() => door.close());

  const add = (who: Guest, body: object, headers: Record<string, string> = {}) =>
    door.call('POST', `${trip}/expenses`, { token: who.token, body, headers });
  const balances = async () => (await door.call('GET', `${trip}/balances`, { token: bea.token })).body.items;

  test('should divide what was paid, say who owes whom, and be even once it is paid back', async () => {
    const added = await add(ana, { what: 'dinner', amount: euros(8_401) });
    expect(added.status).toBe(201);
    expect(added.body.parts).toEqual({ [ana.familyId]: 4_201, [bea.familyId]: 4_200 });
    const payment = { from: bea.familyId, to: ana.familyId, amount: 4_200 };
    expect(await balances()).toEqual([
      { currency: 'EUR', families: { [ana.familyId]: 4_200, [bea.familyId]: -4_200 }, payments: [payment] },
    ]);
    const paid = await door.call('POST', `${trip}/settlements`, {
      token: bea.token,
      body: { ...payment, amount: euros(4_200) },
    });
    expect(paid.status).toBe(201);
    expect(await balances()).toMatchObject([{ payments: [] }]);
  });

  test('should divide by agreed parts, and only among whom it was for', async () => {
    const split = { by: 'share', shares: { [ana.familyId]: 3 } };
    expect((await add(ana, { what: 'car', amount: euros(100), split })).body.parts).toEqual({
      [ana.familyId]: 75,
      [bea.familyId]: 25,
    });
    expect((await add(ana, { what: 'gift', amount: euros(100), among: [bea.familyId] })).body.parts).toEqual({
      [bea.familyId]: 100,
    });
  });

  test('should write a repeated request down once', async () => {
    const once = { 'idempotency-key': 'dinner-1' };
    const first = await add(ana, { what: 'dinner', amount: euros(900) }, once);
    const again = await add(ana, { what: 'dinner', amount: euros(900) }, once);
    expect(again.body.id).toBe(first.body.id);
    expect((await door.call('GET', `${trip}/expenses`, { token: ana.token })).body.items).toHaveLength(1);
  });

  test('should show nothing to who is not in the trip, and take nothing from them', async () => {
    const { body } = await add(ana, { what: 'dinner', amount: euros(900) });
    for (const [method, path] of [
      ['GET', '/expenses'],
      ['GET', '/balances'],
      ['DELETE', `/expenses/${body.id}`],
    ] as const) {
      expect((await door.call(method, trip + path, { token: stranger.token })).status).toBe(404);
    }
    expect((await add(stranger, { what: 'x', amount: euros(1) })).status).toBe(404);
    expect((await add(ana, { what: 'x', amount: euros(1), paidBy: stranger.familyId })).status).toBe(400);
    expect((await add(ana, { what: 'x', amount: euros(-5) })).status).toBe(400);
  });

  test('should let only who wrote it, who paid or the organizer take an expense out', async () => {
    const mine = await add(ana, { what: 'dinner', amount: euros(900) });
    const path = `${trip}/expenses/${mine.body.id}`;
    expect((await door.call('DELETE', path, { token: bea.token })).status).toBe(403);
    const hers = await add(bea, { what: 'taxi', amount: euros(300) });
    expect((await door.call('DELETE', `${trip}/expenses/${hers.body.id}`, { token: ana.token })).status).toBe(204);
    const { headers } = await door.call('GET', path, { token: bea.token });
    expect(headers.get('etag')).toMatch(/^"/);
    const other = { 'if-match': '"another.tag"' };
    expect((await door.call('DELETE', path, { token: ana.token, headers: other })).status).toBe(412);
    for (const _ of [1, 2]) expect((await door.call('DELETE', path, { token: ana.token })).status).toBe(204);
    expect((await door.call('GET', path, { token: bea.token })).status).toBe(404);
    expect(await balances()).toEqual([]);
  });

  test('should keep each currency to itself, also one without cents', async () => {
    await add(ana, { what: 'dinner', amount: euros(900) });
    await add(bea, { what: 'sushi', amount: { amount: 5_001, currency: 'JPY' } });
    expect(await balances()).toEqual([
      expect.objectContaining({
        currency: 'EUR',
        payments: [{ from: bea.familyId, to: ana.familyId, amount: 450 }],
      }),
      expect.objectContaining({
        currency: 'JPY',
        families: { [ana.familyId]: expect.any(Number), [bea.familyId]: expect.any(Number) },
        payments: [{ from: ana.familyId, to: bea.familyId, amount: expect.any(Number) }],
      }),
    ]);
  });

  test('should keep a log of what was done for the organizer alone', async () => {
    await add(bea, { what: 'taxi', amount: euros(300) });
    const log = await door.call('GET', `${trip}/audit`, { token: ana.token });
    const acts = (log.body.items as { act: string; userId: string }[]).map(({ act, userId }) => [act, userId]);
    expect(acts).toEqual([
      ['addExpense', bea.userId],
      ['joinTrip', bea.userId],
      ['inviteFamily', ana.userId],
      ['createTrip', ana.userId],
    ]);
    expect((await door.call('GET', `${trip}/audit`, { token: bea.token })).status).toBe(403);
    expect((await door.call('GET', `${trip}/audit`, { token: stranger.token })).status).toBe(404);
  });

  test('should show the API to read and to try, from this server alone', async () => {
    const page = await fetch(`${door.url}/docs/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/(?:src|href)="https?:/);
    expect(await (await fetch(`${door.url}/docs/swagger-ui-init.js`)).text()).toContain('/openapi.json');
  });
});
