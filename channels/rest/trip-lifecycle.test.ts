import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('the life of a trip over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let trip: string;
  beforeEach(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva', phone: '+15550101' });
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    const body = { name: 'Lisbon', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' };
    trip = `/trips/${(await door.call('POST', '/trips', { token: ana.token, body })).body.id}`;
    const { code } = (await door.call('POST', `${trip}/families/${bea.familyId}/invite`, { token: ana.token })).body;
    await door.call('POST', `/invitations/${code}/accept`, { token: bea.token });
  });
  afterEach(() => door.close());

  const set = (who: Guest, body: object, headers: Record<string, string> = {}) =>
    door.call('PUT', `${trip}/status`, { token: who.token, body, headers });

  test('should go from planning to completed, one step after the other, and no further', async () => {
    expect((await set(ana, { status: 'in_progress' })).status).toBe(409);
    for (const status of ['confirmed', 'in_progress', 'completed']) {
      const answer = await set(ana, { status });
      expect([answer.status, answer.body.status]).toEqual([200, status]);
    }
    expect((await set(ana, { status: 'planning' })).status).toBe(409);
    const poll = { question: 'Where?', options: ['A', 'B'] };
    expect((await door.call('POST', `${trip}/polls`, { token: bea.token, body: poll })).status).toBe(409);
  });

  test('should cancel with a reason only, take no more votes, and be taken up again', async () => {
    const poll = { question: 'Where?', options: ['A', 'B'] };
    const { body } = await door.call('POST', `${trip}/polls`, { token: bea.token, body: poll });
    expect((await set(ana, { status: 'cancelled' })).status).toBe(400);
    expect((await set(ana, { status: 'cancelled', because: 'the kids are ill' })).status).toBe(200);
    const ballot = () =>
      door.call('PUT', `${trip}/polls/${body.id}/ballot`, { token: bea.token, body: { optionId: 'opt_01' } });
    expect((await ballot()).status).toBe(409);
    expect((await set(ana, { status: 'planning' })).status).toBe(200);
    expect((await ballot()).status).toBe(200);
  });

  test('should not confirm without dates, nor over a change that was not seen', async () => {
    const bare = await door.call('POST', '/trips', { token: ana.token, body: { name: 'X', destination: 'Y' } });
    const early = await door.call('PUT', `/trips/${bare.body.id}/status`, {
      token: ana.token,
      body: { status: 'confirmed' },
    });
    expect(early.status).toBe(409);
    const { headers } = await door.call('GET', trip, { token: ana.token });
    const seen = { 'if-match': headers.get('etag') ?? '' };
    await door.call('PATCH', trip, { token: ana.token, body: { name: 'Lisbon 2027' } });
    expect((await set(ana, { status: 'confirmed' }, seen)).status).toBe(412);
  });

  test('should be handed over to a family in it, by the organizer alone', async () => {
    const hand = (who: Guest, familyId: string) =>
      door.call('PUT', `${trip}/organizer`, { token: who.token, body: { familyId } });
    expect((await hand(bea, bea.familyId)).status).toBe(403);
    expect((await hand(ana, 'family_of-nobody')).status).toBe(404);
    expect((await hand(ana, bea.familyId)).body.organizerId).toBe(bea.userId);
    expect((await set(ana, { status: 'confirmed' })).status).toBe(403);
    expect((await set(bea, { status: 'confirmed' })).status).toBe(200);
  });

  test('should be deleted by the organizer alone, as often as they like, and be gone for everyone', async () => {
    const remove = (who: Guest, headers: Record<string, string> = {}) =>
      door.call('DELETE', trip, { token: who.token, headers });
    const { headers } = await door.call('GET', trip, { token: ana.token });
    const seen = { 'if-match': headers.get('etag') ?? '' };
    await door.call('PATCH', trip, { token: ana.token, body: { name: 'Lisbon 2027' } });
    expect((await remove(bea)).status).toBe(403);
    expect((await remove(ana, seen)).status).toBe(412);
    for (const _ of [1, 2]) expect((await remove(ana)).status).toBe(204);
    expect((await remove(bea)).status).toBe(404);
    for (const path of ['', '/polls', '/documents', '/expenses', '/audit']) {
      expect((await door.call('GET', trip + path, { token: ana.token })).status).toBe(404);
    }
    expect((await door.call('GET', '/trips', { token: bea.token })).body.items).toEqual([]);
  });
});
