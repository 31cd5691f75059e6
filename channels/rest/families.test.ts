import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { systemClock } from '../../trips/clock.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });

describe('families', () => {
  test('a person sees their own family and no other', async () => {
    const list = await door.call('GET', '/families', as(ana));
    expect(list.body).toEqual({ items: [expect.objectContaining({ id: ana.familyId, name: 'Silva' })] });
    expect((await door.call('GET', `/families/${ana.familyId}`, as(ana))).status).toBe(200);
    for (const path of ['', '/members', '/preferences']) {
      expect((await door.call('GET', `/families/${bea.familyId}${path}`, as(ana))).status).toBe(404);
    }
    expect(
      (await door.call('POST', `/families/${bea.familyId}/members`, { ...as(ana), body: { name: 'Spy' } })).status,
    ).toBe(404);
    expect((await door.call('PUT', `/families/${bea.familyId}/preferences`, { ...as(ana), body: {} })).status).toBe(
      404,
    );
  });

  test('the admin adds children, and adults with a code to join by', async () => {
    const path = `/families/${ana.familyId}/members`;
    const mia = await door.call('POST', path, { ...as(ana), body: { name: 'Mia', age: 9 } });
    expect(mia).toMatchObject({ status: 201, body: { member: { name: 'Mia', age: 9, child: true } } });
    expect(mia.body.code).toBeUndefined();
    const rui = await door.call('POST', path, {
      ...as(ana),
      body: { name: 'Rui', phone: '+1 555 010 0042', email: 'rui@example.com' },
    });
    expect(rui).toMatchObject({
      status: 201,
      body: { member: { name: 'Rui', child: false }, code: expect.any(String) },
    });
    const { code, links } = rui.body as { code: string; links: string[] };
    expect(links.map((link) => link.split('?')[0])).toEqual(['sms:+15550100042', 'mailto:rui%40example.com']);
    expect(decodeURIComponent(links[0] ?? '')).toContain(`JOIN ${code}`);

    const joined = await acceptInvitation(door.records, systemClock, code, {
      newcomer: { address: { door: 'sms', value: '+15550100042' } },
    });
    expect(joined).toMatchObject({ ok: true, joined: { person: { name: 'Rui', familyId: ana.familyId } } });
    const members = await door.call('GET', path, as(ana));
    expect(members.body.items).toMatchObject([
      { name: 'Ana Silva' },
      { name: 'Mia' },
      { name: 'Rui', userId: expect.any(String) },
    ]);

    const again = await door.call('POST', path, { ...as(ana), body: { name: 'rui' } });
    expect(again.body).toEqual({ member: expect.objectContaining({ name: 'Rui' }) });
    const member = await door.signIn({ name: 'Rui', phone: '+15550100042' });
    expect(member.familyId).toBe(ana.familyId);
    const refused = await door.call('POST', path, { ...as(member), body: { name: 'Leo' } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not-allowed' } } });
  });

  test('a family holds twelve and says so to the thirteenth', async () => {
    const gil = await door.signIn({ name: 'Gil Full' });
    const path = `/families/${gil.familyId}/members`;
    for (let n = 2; n <= 12; n += 1) {
      expect((await door.call('POST', path, { ...as(gil), body: { name: `Child ${n}`, age: 5 } })).status).toBe(201);
    }
    const refused = await door.call('POST', path, { ...as(gil), body: { name: 'One more' } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'too-many-members' } } });
  });
});

describe('preferences', () => {
  const wish = {
    diet: ['no nuts'],
    budget: { amount: 200_000, currency: 'EUR' },
    pace: 'slow',
    interests: { beach: 5 },
  };

  test('are replaced as a whole, and what was not sent is empty', async () => {
    const path = `/families/${bea.familyId}/preferences`;
    const put = await door.call('PUT', path, { ...as(bea), body: wish });
    expect(put).toMatchObject({ status: 200, body: { ...wish, mobility: [], unavailable: [] } });
    const read = await door.call('GET', path, as(bea));
    expect(read.body).toEqual(put.body);
    expect(read.headers.get('etag')).toBe(put.headers.get('etag'));
    // fetch adds `no-cache` to a conditional request of its own unless one is given.
    const headers = { 'if-none-match': read.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    expect((await door.call('GET', path, { ...as(bea), headers })).status).toBe(304);
  });

  test('are not replaced over somebody else: the stale writer gets 412', async () => {
    const path = `/families/${bea.familyId}/preferences`;
    const etag = (await door.call('GET', path, as(bea))).headers.get('etag') ?? '';
    const first = await door.call('PUT', path, {
      ...as(bea),
      body: { diet: ['vegan'] },
      headers: { 'if-match': etag },
    });
    expect(first.status).toBe(200);
    const second = await door.call('PUT', path, { ...as(bea), body: { diet: [] }, headers: { 'if-match': etag } });
    expect(second).toMatchObject({ status: 412, body: { error: { code: 'stale' } } });
    expect((await door.call('GET', path, as(bea))).body).toMatchObject({ diet: ['vegan'] });
    const headers = { 'if-match': `"other.12345678", ${first.headers.get('etag')}` };
    expect((await door.call('PUT', path, { ...as(bea), body: { diet: ['vegan'] }, headers })).status).toBe(200);
    expect((await door.call('PUT', path, { ...as(bea), body: { diet: ['vegan'] }, headers })).status).toBe(412);
    const any = { 'if-match': '*' };
    expect((await door.call('PUT', path, { ...as(bea), body: { diet: ['vegan'] }, headers: any })).status).toBe(200);
  });

  test.each([
    ['an interest above 5', { interests: { beach: 6 } }],
    ['a day that is none', { unavailable: ['2027-02-30'] }],
    ['money without a currency', { budget: { amount: 5 } }],
    ['a word that is not known', { dite: ['vegan'] }],
    ['too many diets', { diet: Array.from({ length: 21 }, () => 'vegan') }],
  ])('with %s are refused with 400', async (_, body) => {
    const refused = await door.call('PUT', `/families/${bea.familyId}/preferences`, { ...as(bea), body });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
  });
});
