import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('the life of a family over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let tripId: string;
  const as = (guest: Guest) => ({ token: guest.token });

  beforeAll(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva' });
    bea = await door.signIn({ name: 'Bea Chen' });
    const made = await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } });
    tripId = String(made.body.id);
    const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
    await door.call('POST', `/invitations/${code}/accept`, as(bea));
  });
  afterAll(() => door.close());

  test('the admin renames it, corrects and removes members; a stale or foreign writer changes nothing', async () => {
    const path = `/families/${bea.familyId}`;
    const read = await door.call('GET', path, as(bea));
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const renamed = await door.call('PATCH', path, { ...as(bea), body: { name: 'Chen-Wu' }, headers });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Chen-Wu', members: [{ role: 'admin' }] } });
    expect((await door.call('PATCH', path, { ...as(bea), body: { name: 'Chen' }, headers })).status).toBe(412);
    expect((await door.call('PATCH', path, { ...as(ana), body: { name: 'Mine' } })).status).toBe(404);

    const added = await door.call('POST', `${path}/members`, { ...as(bea), body: { name: 'Leo', ageBand: 'toddler' } });
    const { id } = added.body.member as { id: string };
    const leo = `${path}/members/${id}`;
    expect((await door.call('PATCH', leo, { ...as(bea), body: { age: 5 } })).body).toMatchObject({
      name: 'Leo',
      age: 5,
      child: true,
      role: 'member',
    });
    expect((await door.call('PATCH', leo, { ...as(bea), body: {} })).status).toBe(400);
    expect((await door.call('PATCH', leo, { ...as(bea), body: { name: 'bea chen' } })).status).toBe(409);
    expect((await door.call('PATCH', leo, { ...as(ana), body: { age: 6 } })).status).toBe(404);
    expect((await door.call('DELETE', leo, as(ana))).status).toBe(404);
    expect((await door.call('DELETE', leo, as(bea))).status).toBe(204);
    expect((await door.call('DELETE', leo, as(bea))).status).toBe(204);
    expect((await door.call('GET', `${path}/members`, as(bea))).body.items).toHaveLength(1);
  });

  test('it leaves a trip by itself or is taken out by the organizer, and nobody else decides that', async () => {
    const out = `/trips/${tripId}/families`;
    expect((await door.call('DELETE', `${out}/${ana.familyId}`, as(bea))).status).toBe(403);
    expect((await door.call('DELETE', `${out}/${ana.familyId}`, as(ana))).status).toBe(409);
    expect((await door.call('DELETE', `${out}/${bea.familyId}`, as(bea))).status).toBe(204);
    expect((await door.call('GET', `/trips/${tripId}`, as(bea))).status).toBe(404);
    expect((await door.call('DELETE', `${out}/${bea.familyId}`, as(ana))).status).toBe(204);
    const { items } = (await door.call('GET', `/trips/${tripId}/audit`, as(ana))).body as { items: { act: string }[] };
    expect(items.map(({ act }) => act)).toContain('leaveTrip');
  });
});
