import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('reservations over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let eve: Guest;
  let trip: string;
  beforeEach(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva', phone: '+15550101' });
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    eve = await door.signIn({ name: 'Eve Other', phone: '+15550103' });
    const body = { name: 'Lisbon', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' };
    trip = `/trips/${(await door.call('POST', '/trips', { token: ana.token, body })).body.id}`;
    const { code } = (await door.call('POST', `${trip}/families/${bea.familyId}/invite`, { token: ana.token })).body;
    await door.call('POST', `/invitations/${code}/accept`, { token: bea.token });
  });
  afterEach(() => door.close());

  const hotel = {
    kind: 'lodging',
    name: 'Hotel Miradouro',
    startDate: '2027-06-11',
    endDate: '2027-06-15',
    confirmation: 'ABC123',
    price: { amount: 94_000, currency: 'EUR' },
  };
  const add = (who: Guest, body: object, headers: Record<string, string> = {}) =>
    door.call('POST', `${trip}/reservations`, { token: who.token, body, headers });
  const list = async (who: Guest) =>
    (await door.call('GET', `${trip}/reservations`, { token: who.token })).body.items as Record<string, unknown>[];

  test('should be noted once, changed by who may, and cancelled as often as one likes', async () => {
    const once = { 'idempotency-key': 'hotel-1' };
    const first = await add(bea, hotel, once);
    expect(first.status).toBe(201);
    expect((await add(bea, hotel, once)).body.id).toBe(first.body.id);
    expect((await add(ana, hotel)).status).toBe(409);
    const path = `${trip}/reservations/${first.body.id}`;
    const seen = { 'if-match': first.headers.get('etag') ?? '' };
    const changed = await door.call('PATCH', path, {
      token: ana.token,
      body: { startTime: '15:00', price: null },
      headers: seen,
    });
    expect([changed.status, changed.body.startTime, changed.body.price]).toEqual([200, '15:00', undefined]);
    const stale = { token: bea.token, body: { name: 'Hotel M' }, headers: seen };
    expect((await door.call('PATCH', path, stale)).status).toBe(412);
    expect((await door.call('DELETE', path, { token: bea.token, headers: seen })).status).toBe(412);
    for (const _ of [1, 2]) expect((await door.call('DELETE', path, { token: bea.token })).status).toBe(204);
    expect(await list(ana)).toMatchObject([{ name: 'Hotel Miradouro', status: 'cancelled' }]);
    expect((await door.call('PATCH', path, { token: bea.token, body: { name: 'x' } })).status).toBe(409);
    // What was cancelled may be booked anew.
    expect((await add(ana, hotel)).status).toBe(201);
  });

  test('should be kept to a family that asks for it, from lists, logs and guesses', async () => {
    const { body } = await add(bea, { ...hotel, name: 'Clinic', scope: 'family' });
    expect(await list(ana)).toEqual([]);
    expect(await list(bea)).toHaveLength(1);
    for (const method of ['GET', 'DELETE']) {
      expect((await door.call(method, `${trip}/reservations/${body.id}`, { token: ana.token })).status).toBe(404);
    }
    // The same by another family is no duplicate it could learn of.
    expect((await add(ana, { ...hotel, name: 'Clinic' })).status).toBe(201);
    const log = await door.call('GET', `${trip}/audit`, { token: ana.token });
    expect(log.text).not.toContain(body.id);
    expect((await add(ana, { ...hotel, bookedBy: bea.familyId, scope: 'family' })).status).toBe(403);
  });

  test('should show nothing to who is not in the trip', async () => {
    const { body } = await add(bea, hotel);
    for (const [method, path] of [
      ['GET', '/reservations'],
      ['GET', `/reservations/${body.id}`],
      ['DELETE', `/reservations/${body.id}`],
    ] as const) {
      expect((await door.call(method, trip + path, { token: eve.token })).status).toBe(404);
    }
    expect((await add(eve, hotel)).status).toBe(404);
    expect((await add(bea, { ...hotel, name: 'Other', bookedBy: eve.familyId })).status).toBe(400);
  });

  test.each([
    ['a last day before the first', { endDate: '2027-06-10' }],
    ['an end before the beginning on one day', { endDate: undefined, startTime: '20:00', endTime: '19:00' }],
    ['a time that is none', { startTime: '25:00' }],
    ['half a year', { endDate: '2027-12-31' }],
    ['no name', { name: '  ' }],
    ['a price below nothing', { price: { amount: -1, currency: 'EUR' } }],
    ['a kind that is none', { kind: 'spaceship' }],
    ['a field that is none', { status: 'cancelled' }],
  ])('should refuse %s', async (_, wrong) => {
    expect((await add(bea, { ...hotel, ...wrong })).status).toBe(400);
    expect(await list(bea)).toEqual([]);
  });

  test('should be found in a confirmation, and name it as their source to those who may read it', async () => {
    const text =
      'Hotel Sete Colinas\nBooking confirmation\nConfirmation number: HSC-90417\nArrival: Friday 11 June. Departure: Tuesday 15 June, four nights.\nThe total for both rooms is EUR 1,184.00.\nA deposit of EUR 200 was charged on 3 March.';
    const upload = async (scope: string, words: string) => {
      const body = new FormData();
      body.set('scope', scope);
      body.set('file', new Blob([words]), 'hotel.txt');
      return String((await door.call('POST', `${trip}/documents`, { token: bea.token, body })).body.id);
    };
    const found = async (who: Guest, id: string) =>
      door.call('GET', `${trip}/documents/${id}/reservations`, { token: who.token });
    const shared = await upload('trip', text);
    const items = (await found(ana, shared)).body.items as Record<string, unknown>[];
    expect(items).toMatchObject([
      {
        kind: 'lodging',
        name: 'Hotel Sete Colinas',
        startDate: '2027-06-11',
        endDate: '2027-06-15',
        confirmation: 'HSC-90417',
        price: { amount: 118_400, currency: 'EUR' },
      },
    ]);
    expect((await add(ana, items[0] ?? {})).body.source).toMatchObject({ documentId: shared });

    const own = await upload('family', `${text}\nOur own copy.`);
    expect((await found(ana, own)).status).toBe(404);
    const [mine] = (await found(bea, own)).body.items as Record<string, unknown>[];
    // Told to everyone, it does not tell them of a paper that is the family's own.
    const told = await add(bea, { ...mine, name: 'Hotel Sete Colinas, rooms 3 and 4' });
    expect([told.status, told.body.source]).toEqual([201, undefined]);
    expect((await add(bea, { ...mine, name: 'Ours', scope: 'family' })).body.source).toMatchObject({ documentId: own });
  });
});
