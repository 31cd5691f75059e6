import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let tripId: string;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
  tripId = String(
    (await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } })).body.id,
  );
  const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
  await door.call('POST', `/invitations/${code}/accept`, as(bea));
  await add(ana, 'Breakfast is served until ten.', 'trip');
  await add(bea, 'Our allergies: Leo cannot have walnuts.', 'family');
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
const add = (guest: Guest, text: string, scope: string) => {
  const body = new FormData();
  body.set('scope', scope);
  body.set('file', new Blob([text]), `${scope}.txt`);
  return door.call('POST', `/trips/${tripId}/documents`, { ...as(guest), body });
};
const ask = (guest: Guest, query: unknown, trip = tripId) =>
  door.call('POST', '/ai/assistant/query', { ...as(guest), body: { query, tripId: trip } });

describe('a question', () => {
  test('is answered from the trip’s documents with the source', async () => {
    expect(await ask(bea, 'When is breakfast?')).toMatchObject({
      status: 200,
      body: {
        found: true,
        answer: 'Breakfast is served until ten. [1]',
        citations: [{ n: 1, document: 'trip.txt', page: 1, quote: 'Breakfast is served until ten.' }],
        cards: [],
      },
    });
  });

  test('is answered with a card where a table answers it', async () => {
    await add(ana, 'Kayak | One hour: EUR 12; One day: EUR 40', 'trip');
    const { body } = await ask(bea, 'How much is a kayak?');
    expect(body.cards).toMatchObject([{ type: 'AdaptiveCard', version: '1.5' }]);
    expect(JSON.stringify(body.cards)).toMatch(/One hour.*EUR 12.*One day.*EUR 40/);
  });

  test('is answered from a family’s own documents for that family alone', async () => {
    expect((await ask(bea, 'Any walnuts?')).text).toContain('Leo');
    const other = await ask(ana, 'Any walnuts?');
    expect(other.text).not.toContain('Leo');
    expect(other.body).toMatchObject({
      found: false,
      answer: expect.stringMatching(/^I could not find that in your trip's documents/),
      citations: [],
    });
  });

  test('about somebody else’s trip finds no trip', async () => {
    const mallory = await door.signIn({ name: 'Mallory' });
    for (const trip of [tripId, "' OR 1=1--", 'trip_1', '__proto__', ana.familyId]) {
      expect((await ask(mallory, 'When is breakfast?', trip)).status).toBe(404);
    }
  });

  test.each([
    ['empty', ' '],
    ['too long', 'x'.repeat(1_001)],
    ['not text', ['breakfast']],
    ['missing', undefined],
  ])('that is %s is refused with 400', async (_, query) => {
    expect((await ask(ana, query)).status).toBe(400);
  });
});
