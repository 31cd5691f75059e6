import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('invitations over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let mallory: Guest;
  let trip: string;
  const as = (guest: Guest) => ({ token: guest.token });
  const list = async (path: string, guest: Guest) => (await door.call('GET', `${path}/invitations`, as(guest))).body;

  beforeAll(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva' });
    bea = await door.signIn({ name: 'Bea Chen' });
    mallory = await door.signIn({ name: 'Mallory' });
    const made = await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } });
    trip = `/trips/${made.body.id}`;
  });
  afterAll(() => door.close());

  test('a family is invited by text, listed with a hint of the number only, sent again and withdrawn', async () => {
    const body = { familyName: 'Garcia', phone: '+1 (555) 010-0142' };
    const made = await door.call('POST', `${trip}/invitations`, { ...as(ana), body });
    expect(made).toMatchObject({
      status: 201,
      body: { code: expect.any(String), familyName: 'Garcia', sentBy: 'sms', sentTo: '…0142', sent: 'waiting' },
    });
    expect(made.text).not.toContain('5550100142');
    expect((await door.call('POST', `${trip}/invitations`, { ...as(ana), body })).status).toBe(409);
    const { code } = made.body;
    const again = await door.call('POST', `${trip}/invitations/${code}/send`, { ...as(ana), body: {} });
    expect(again).toMatchObject({ status: 200, body: { code, timesSent: 2 } });
    expect(await list(trip, ana)).toMatchObject({ items: [{ code, timesSent: 2 }] });

    expect((await door.call('DELETE', `${trip}/invitations/${code}`, as(mallory))).status).toBe(404);
    expect((await door.call('GET', `${trip}/invitations`, as(mallory))).status).toBe(404);
    for (const status of [204, 204])
      expect((await door.call('DELETE', `${trip}/invitations/${code}`, as(ana))).status).toBe(status);
    expect(await list(trip, ana)).toEqual({ items: [] });
    expect((await door.call('POST', `/invitations/${code}/accept`, as(bea))).status).toBe(410);
    expect((await door.call('POST', `${trip}/invitations/${code}/send`, { ...as(ana), body: {} })).status).toBe(410);
  });

  test('only the organizer sees and withdraws them', async () => {
    const { code } = (await door.call('POST', `${trip}/families/${bea.familyId}/invite`, as(ana))).body;
    expect((await door.call('POST', `/invitations/${code}/accept`, as(bea))).status).toBe(200);
    expect((await door.call('GET', `${trip}/invitations`, as(bea))).status).toBe(403);
    expect((await door.call('DELETE', `${trip}/invitations/${code}`, as(bea))).status).toBe(403);
    expect((await door.call('DELETE', `${trip}/invitations/${code}`, as(ana))).status).toBe(409);
  });

  test('the admin of a family invites its people by e-mail, and nobody else does', async () => {
    const family = `/families/${bea.familyId}`;
    const added = await door.call('POST', `${family}/members`, { ...as(bea), body: { name: 'Wei' } });
    const { id } = added.body.member as { id: string };
    const body = { memberId: id, email: 'Wei.Chen@Example.com' };
    const made = await door.call('POST', `${family}/invitations`, { ...as(bea), body });
    expect(made).toMatchObject({ status: 201, body: { memberId: id, sentBy: 'email', sentTo: 'w…@example.com' } });
    expect((await door.call('POST', `${family}/invitations`, { ...as(ana), body })).status).toBe(404);
    expect((await door.call('GET', `${family}/invitations`, as(ana))).status).toBe(404);
    const both = { ...body, phone: '+15550100142' };
    expect((await door.call('POST', `${family}/invitations`, { ...as(bea), body: both })).status).toBe(400);
  });

  test('a code without an address is not sent to nowhere', async () => {
    const { code } = (await door.call('POST', `${trip}/invitations`, { ...as(ana), body: { familyName: 'Novak' } }))
      .body;
    const sent = await door.call('POST', `${trip}/invitations/${code}/send`, { ...as(ana), body: {} });
    expect(sent).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
  });
});
