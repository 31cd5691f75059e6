import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('the budget of a trip over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let carl: Guest;
  let eve: Guest;
  let trip: string;
  beforeEach(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva', phone: '+15550101' });
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    carl = await door.signIn({ name: 'Carl Okoye', phone: '+15550103' });
    eve = await door.signIn({ name: 'Eve Other', phone: '+15550104' });
    const body = { name: 'Lisbon', destination: 'Lisbon' };
    trip = `/trips/${(await door.call('POST', '/trips', { token: ana.token, body })).body.id}`;
    for (const one of [bea, carl]) {
      const { code } = (await door.call('POST', `${trip}/families/${one.familyId}/invite`, { token: ana.token })).body;
      await door.call('POST', `/invitations/${code}/accept`, { token: one.token });
    }
    await door.call('POST', `/families/${bea.familyId}/members`, { token: bea.token, body: { name: 'Leo', age: 4 } });
  });
  afterEach(() => door.close());

  const set = (who: Guest, body: object) => door.call('PATCH', trip, { token: who.token, body });
  const budget = (who: Guest) => door.call('GET', `${trip}/budget`, { token: who.token });
  const eur = (amount: number) => ({ amount, currency: 'EUR' });

  test('should be divided evenly, by head or by shares, to the cent', async () => {
    expect((await budget(bea)).status).toBe(404);
    expect((await set(ana, { budget: eur(1_000) })).status).toBe(200);
    expect((await budget(bea)).body).toEqual({ total: eur(1_000), by: 'family', own: eur(333) });
    await set(ana, { budgetSplit: { by: 'head' } });
    expect((await budget(bea)).body.own).toEqual(eur(500));
    await set(ana, {
      budgetSplit: { by: 'share', shares: { [ana.familyId]: 5, [bea.familyId]: 3, [carl.familyId]: 2 } },
    });
    expect((await budget(carl)).body.own).toEqual(eur(200));
  });

  test("should show a family nothing of another's share, on any route", async () => {
    const shares = { [ana.familyId]: 617, [bea.familyId]: 271, [carl.familyId]: 112 };
    await set(ana, { budget: eur(100_000), budgetSplit: { by: 'share', shares } });
    expect((await budget(ana)).body.parts).toEqual({
      [ana.familyId]: 61_700,
      [bea.familyId]: 27_100,
      [carl.familyId]: 11_200,
    });
    for (const path of ['', '/budget', '/audit', '/expenses']) {
      const { text } = await door.call('GET', trip + path, { token: carl.token });
      expect(text).not.toMatch(/617|271/);
    }
    expect((await budget(eve)).status).toBe(404);
  });

  test('should be divided by the organizer alone, among families of the trip', async () => {
    expect((await set(bea, { budgetSplit: { by: 'head' } })).status).toBe(403);
    for (const shares of [{ [eve.familyId]: 2 }, { [bea.familyId]: -1 }, { [bea.familyId]: 0 }]) {
      expect((await set(ana, { budgetSplit: { by: 'share', shares } })).status).toBe(400);
    }
  });
});
