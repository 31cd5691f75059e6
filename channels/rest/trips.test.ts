import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let mallory: Guest;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
  mallory = await door.signIn({ name: 'Mallory Okoye' });
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
const lisbon = {
  name: 'Lisbon 2027',
  destination: 'Lisbon',
  startDate: '2027-06-11',
  endDate: '2027-06-15',
  timeZone: 'Europe/Lisbon',
  budget: { amount: 600_000, currency: 'EUR' },
};
const newTrip = async (guest: Guest, body: object = lisbon): Promise<string> =>
  String((await door.call('POST', '/trips', { ...as(guest), body })).body.id);

describe('a trip', () => {
  test('is made with its creator as organizer and their family in it', async () => {
    const made = await door.call('POST', '/trips', { ...as(ana), body: lisbon });
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...lisbon,
        weighting: 'equal',
        status: 'planning',
        organizerId: ana.userId,
        families: [{ familyId: ana.familyId, name: 'Silva', heads: 1 }],
      },
    });
    expect(made.headers.get('location')).toBe(`/api/v1/trips/${made.body.id}`);
    const read = await door.call('GET', `/trips/${made.body.id}`, as(ana));
    expect(read.body).toEqual(made.body);
    expect(read.headers.get('etag')).toBe(made.headers.get('etag'));
  });

  test('does not exist for people who are not in it, whatever they try', async () => {
    const tripId = await newTrip(ana);
    const absent = 'trip_00000000-0000-4000-8000-000000000000';
    const tries: [string, string, unknown?][] = [
      ['GET', ''],
      ['PATCH', '', { name: 'Mine' }],
      ['POST', `/families/${mallory.familyId}/invite`],
      ['POST', '/invitations', { familyName: 'Okoye' }],
      ['GET', '/polls'],
      ['POST', '/polls', { question: 'Mine?', options: ['Yes', 'No'] }],
      ['GET', '/documents'],
      ['GET', '/itineraries'],
      ['DELETE', '/documents/document_1'],
    ];
    for (const [method, path, body] of tries) {
      const there = await door.call(method, `/trips/${tripId}${path}`, { ...as(mallory), body });
      const nowhere = await door.call(method, `/trips/${absent}${path}`, { ...as(mallory), body });
      expect(`${method} ${path} ${there.status}`).toBe(`${method} ${path} 404`);
      const { id: _, timestamp: __, ...said } = there.body.error as Record<string, unknown>;
      expect(nowhere.body.error).toMatchObject(said);
    }
    expect((await door.call('GET', '/trips', as(mallory))).body).toEqual({ items: [] });
    expect((await door.call('GET', `/trips/${tripId}`, as(ana))).body).toMatchObject({ name: lisbon.name });
  });

  test('is changed by its organizer only, and not over somebody else', async () => {
    const tripId = await newTrip(ana);
    const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
    await door.call('POST', `/invitations/${code}/accept`, as(bea));
    const read = await door.call('GET', `/trips/${tripId}`, as(ana));
    const ifMatch = { 'if-match': read.headers.get('etag') ?? '' };

    const refused = await door.call('PATCH', `/trips/${tripId}`, { ...as(bea), body: { name: 'Porto' } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not-allowed' } } });
    const changed = await door.call('PATCH', `/trips/${tripId}`, {
      ...as(ana),
      body: { name: 'Porto' },
      headers: ifMatch,
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Porto', destination: 'Lisbon' } });
    const stale = await door.call('PATCH', `/trips/${tripId}`, {
      ...as(ana),
      body: { name: 'Faro' },
      headers: ifMatch,
    });
    expect(stale).toMatchObject({ status: 412, body: { error: { code: 'stale' } } });
    const next = { 'if-match': changed.headers.get('etag') ?? '' };
    expect(
      (await door.call('PATCH', `/trips/${tripId}`, { ...as(ana), body: { name: 'Faro' }, headers: next })).status,
    ).toBe(200);
  });

  test('loses nothing to writers who race with the same tag: one wins', async () => {
    const tripId = await newTrip(ana);
    const etag = (await door.call('GET', `/trips/${tripId}`, as(ana))).headers.get('etag') ?? '';
    const statuses = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, n) =>
          (
            await door.call('PATCH', `/trips/${tripId}`, {
              ...as(ana),
              body: { name: `Name ${n}` },
              headers: { 'if-match': etag },
            })
          ).status,
      ),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(9);
  });

  test.each([
    ['without a name', { destination: 'Lisbon' }],
    ['with one date only', { ...lisbon, endDate: undefined }],
    ['that ends before it begins', { ...lisbon, endDate: '2027-06-01' }],
    ['on a day that is none', { ...lisbon, startDate: '2027-06-31' }],
    ['in a time zone that is none', { ...lisbon, timeZone: 'Europe/Atlantis' }],
    ['with a budget below nothing', { ...lisbon, budget: { amount: -1, currency: 'EUR' } }],
    ['with a budget in parts of cents', { ...lisbon, budget: { amount: 1.5, currency: 'EUR' } }],
    ['with an organizer of the caller’s choice', { ...lisbon, organizerId: 'user_1' }],
    ['with a name of 101 letters', { ...lisbon, name: 'x'.repeat(101) }],
  ])('%s is refused with 400', async (_, body) => {
    expect((await door.call('POST', '/trips', { ...as(ana), body })).status).toBe(400);
  });

  test('cannot be moved to a time zone that is none, nor changed to nothing', async () => {
    const tripId = await newTrip(ana);
    for (const body of [{ timeZone: 'Europe/Atlantis' }, {}, { startDate: '2027-07-01' }]) {
      expect((await door.call('PATCH', `/trips/${tripId}`, { ...as(ana), body })).status).toBe(400);
    }
  });

  test('is made once per idempotency key and person', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const ask = { ...as(ana), body: lisbon, headers };
    const many = await Promise.all(Array.from({ length: 5 }, () => door.call('POST', '/trips', ask)));
    const [first, ...rest] = many.filter(({ status }) => status === 201);
    expect(rest.every(({ body }) => body.id === first?.body.id)).toBe(true);
    expect(many.every(({ status }) => [201, 409].includes(status))).toBe(true);
    const again = await door.call('POST', '/trips', ask);
    expect(again).toMatchObject({ status: 201, body: { id: first?.body.id } });
    const other = await door.call('POST', '/trips', { ...ask, ...as(bea) });
    expect(other.body.id).not.toBe(again.body.id);
    const bad = await door.call('POST', '/trips', { ...ask, headers: { 'idempotency-key': 'x'.repeat(256) } });
    expect(bad.status).toBe(400);
  });
});

describe('the list of trips', () => {
  test('comes in pages that hold every trip once', async () => {
    const guest = await door.signIn({ name: 'Pia Page' });
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await newTrip(guest, { ...lisbon, name: `Trip ${n}` }));
    const seen: string[] = [];
    let continuation: string | undefined;
    do {
      const query = continuation === undefined ? '' : `&continuation=${continuation}`;
      const page = await door.call('GET', `/trips?limit=2${query}`, as(guest));
      expect(page.status).toBe(200);
      const { items, continuation: next } = page.body as { items: { id: string }[]; continuation?: string };
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id }) => id));
      continuation = next;
    } while (continuation !== undefined);
    expect(seen.sort()).toEqual(ids.sort());
  });

  test.each([
    'limit=1e9',
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=ten',
    'limit=',
    'limit=1&limit=2',
    'limit[$gt]=1',
    'continuation=nonsense',
    "continuation='%20OR%201=1--",
  ])('is refused with 400 for ?%s', async (query) => {
    const { status } = await door.call('GET', `/trips?${query}`, as(ana));
    expect(status).toBe(query.startsWith('limit[') ? 200 : 400);
  });
});

describe('an invitation', () => {
  test('lets the family it names in, once, and shows others by name only', async () => {
    const tripId = await newTrip(ana);
    const invited = await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana));
    expect(invited).toMatchObject({ status: 201, body: { code: expect.stringMatching(/^\w{6}$/) } });
    const { code } = invited.body;
    expect((await door.call('POST', `/invitations/${code}/accept`, as(mallory))).status).toBe(403);
    const accepted = await door.call('POST', `/invitations/${String(code).toLowerCase()}/accept`, as(bea));
    expect(accepted).toMatchObject({
      status: 200,
      body: { trip: { id: tripId }, familyId: bea.familyId, others: ['Silva'], already: false },
    });
    expect((await door.call('POST', `/invitations/${code}/accept`, as(bea))).body).toMatchObject({ already: true });
    const seen = await door.call('GET', `/trips/${tripId}`, as(bea));
    expect(seen.body.families).toEqual([
      { familyId: ana.familyId, name: 'Silva', heads: 1 },
      { familyId: bea.familyId, name: 'Chen', heads: 1 },
    ]);
    const again = await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana));
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'already-joined' } } });
    expect(
      (await door.call('POST', `/trips/${tripId}/invitations`, { ...as(bea), body: { familyName: 'X' } })).status,
    ).toBe(403);
  });

  test('by name lets the first family in that uses it, and no second', async () => {
    const tripId = await newTrip(ana);
    const { code } = (
      await door.call('POST', `/trips/${tripId}/invitations`, { ...as(ana), body: { familyName: 'Okoye' } })
    ).body;
    const used = await Promise.all(
      [bea, mallory].map((guest) => door.call('POST', `/invitations/${code}/accept`, as(guest))),
    );
    expect(used.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { families } = (await door.call('GET', `/trips/${tripId}`, as(ana))).body as { families: unknown[] };
    expect(families).toHaveLength(2);
  });

  test('that was never made is not found, however it is spelt', async () => {
    for (const code of ['ZZZZZZ', "' OR 1=1--", '../../trips', 'x'.repeat(2_000), '%00']) {
      const { status } = await door.call('POST', `/invitations/${encodeURIComponent(code)}/accept`, as(ana));
      expect(status).toBe(404);
    }
  });
});
