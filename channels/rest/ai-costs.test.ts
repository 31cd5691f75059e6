import { accountId, hold, settle } from '../../llm/budget.ts';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

describe('what models cost, over REST', () => {
  const clock = { now: () => Date.parse('2027-01-01T10:00:00Z') };
  let door: RestDoor;
  let ana: Guest;
  let tripId: string;

  beforeAll(async () => {
    door = await openRestDoor({ clock });
    ana = await door.signIn({ name: 'Ana Silva' });
    const trip = { name: 'Lisbon', destination: 'Lisbon' };
    tripId = String((await door.call('POST', '/trips', { token: ana.token, body: trip })).body.id);
    const account = { scope: 'trip' as const, id: accountId('trip', tripId, ''), limit: 2_000_000 };
    await hold(door.records, clock, account, 'call', 9_000);
    const usage = { inputTokens: 1_200, outputTokens: 300 };
    await settle(door.records, account, 'call', { micros: 6_000, usage, what: 'answers gpt-4o' });
  });
  afterAll(() => door.close());

  test('should show a trip by feature and model to those in it, and the platform to nobody else', async () => {
    const { body } = await door.call('GET', `/analytics/ai-costs?tripId=${tripId}`, { token: ana.token });
    expect(body).toEqual({
      day: '2027-01-01',
      throttled: false,
      user: { usd: 0, limitUsd: 0.5, usage: [] },
      trip: {
        usd: 0.006,
        limitUsd: 2,
        usage: [{ feature: 'answers', model: 'gpt-4o', calls: 1, inputTokens: 1_200, outputTokens: 300, usd: 0.006 }],
      },
    });
  });

  test("should not show another family's trip", async () => {
    const mallory = await door.signIn({ name: 'Mallory Okoye' });
    const answer = await door.call('GET', `/analytics/ai-costs?tripId=${tripId}`, { token: mallory.token });
    expect(answer.status).toBe(404);
  });
});
