import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { MESSAGE_TTL_S } from '../../trips/messages/message.ts';

describe('messages over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let tripId: string;
  let now = Date.parse('2027-01-01T10:00:00Z');
  const say = (text: string, headers: Record<string, string> = {}) =>
    door.call('POST', `/trips/${tripId}/messages`, { token: ana.token, body: { text }, headers });
  const texts = async (query = '') => {
    const { body } = await door.call('GET', `/trips/${tripId}/messages${query}`, { token: ana.token });
    return { texts: (body.items as { text: string }[]).map(({ text }) => text), continuation: body.continuation };
  };

  beforeAll(async () => {
    door = await openRestDoor({ clock: { now: () => now } });
    ana = await door.signIn({ name: 'Ana Silva' });
    const trip = { name: 'Lisbon', destination: 'Lisbon' };
    tripId = String((await door.call('POST', '/trips', { token: ana.token, body: trip })).body.id);
  });
  afterAll(() => door.close());

  test('should list what was written, the newest first, page by page, until it is 90 days old', async () => {
    for (const text of ['one', 'two', 'three']) {
      expect((await say(text)).status).toBe(201);
      now += 1_000;
    }
    const first = await texts('?limit=2');
    expect(first.texts).toEqual(['three', 'two']);
    expect((await texts(`?limit=2&continuation=${first.continuation}`)).texts).toEqual(['one']);
    // Long lives end with a day.
    now += (MESSAGE_TTL_S + 86_400) * 1_000;
    // The old token has run out with them.
    ana = { ...ana, token: (await door.tokens.signApi(ana.userId)).token };
    expect((await texts()).texts).toEqual([]);
  });

  test('should write a message once, however often the same key is sent', async () => {
    const key = { 'idempotency-key': 'message-1' };
    const [one, again] = [await say('here we are', key), await say('here we are', key)];
    expect(again.body.id).toBe(one.body.id);
    expect((await texts()).texts).toEqual(['here we are']);
  });

  test.each([
    ['nothing', '   '],
    ['more than a message holds', 'x'.repeat(2_001)],
  ])('should refuse %s', async (_, text) => {
    expect((await say(text)).status).toBe(400);
  });
});
