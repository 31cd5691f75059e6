import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { participationId, participations } from '../../trips/trips/trip.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let mallory: Guest;
let tripId: string;
beforeAll(async () => {
  door = await openRestDoor();
  [ana, bea, mallory] = [
    await door.signIn({ name: 'Ana', familyName: 'Silva' }),
    await door.signIn({ name: 'Bea', familyName: 'Chen' }),
    await door.signIn({ name: 'Mallory' }),
  ];
  const dates = { startDate: '2099-06-11', endDate: '2099-06-13' };
  const made = await door.call('POST', '/trips', { ...as(ana), body: { name: 'L', destination: 'Lisbon', ...dates } });
  tripId = String(made.body.id);
  const { body } = await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana));
  await door.call('POST', `/invitations/${body.code}/accept`, as(bea));
  expect(await door.records.read(participations, tripId, participationId(tripId, bea.familyId))).toBeDefined();
  await door.records.commit(tripId, [{ put: first() }]);
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
const first = (): Itinerary => ({
  ...{ pk: tripId, id: 'itinerary_1', type: 'itinerary', _schema_version: 1, tripId, version: 1 },
  days: ['2099-06-11', '2099-06-12', '2099-06-13'].map((date) => ({ date, items: [] })),
  ...{ checks: [], gaps: [], createdAt: '2027-01-01T00:00:00.000Z' },
});
const edit = (guest: Guest, body: unknown, headers: Record<string, string> = {}) =>
  door.call('POST', `/trips/${tripId}/itineraries/edits`, { ...as(guest), body, headers });

describe('editing an itinerary over REST', () => {
  test('should make a new version of it for the organizer, once for each key, and refuse one who has not seen the newest', async () => {
    const newest = await door.call('GET', '/itineraries/itinerary_1', as(ana));
    expect(newest.headers.get('etag')).toBeTruthy();
    const headers = { 'if-match': String(newest.headers.get('etag')), 'idempotency-key': 'later' };
    const body = { kind: 'restore', version: 1 };
    const [one, again] = [await edit(ana, body, headers), await edit(ana, body, headers)];
    expect(one).toMatchObject({ status: 201, body: { done: 'changed', itinerary: { version: 2 }, changes: [] } });
    expect(again.body).toEqual(one.body);
    const stale = await edit(ana, body, { 'if-match': headers['if-match'] });
    expect(stale.status).toBe(412);
    const id = String((one.body.itinerary as { id: string }).id);
    const changes = await door.call('GET', `/itineraries/${id}/changes?since=1`, as(ana));
    expect(changes).toMatchObject({ status: 200, body: { since: 1, version: 2, changes: [] } });
    expect((await door.call('GET', `/itineraries/${id}/changes?since=9`, as(ana))).status).toBe(404);
  });

  test('should say why nothing was changed, and what would work', async () => {
    const { status, body } = await edit(ana, { kind: 'move', item: 'the museum', to: '2099-06-12' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ done: 'nothing', text: 'I find no "museum" in the plan or in your documents.' });
    expect((await edit(ana, { kind: 'move', item: 'it', somewhere: true })).status).toBe(400);
  });

  test("should keep another family's edit for the organizer, who makes it or not", async () => {
    const proposed = await edit(bea, { kind: 'restore', version: 1 });
    expect(proposed).toMatchObject({ status: 202, body: { done: 'proposed', proposal: { familyId: bea.familyId } } });
    const { id } = proposed.body.proposal as { id: string };
    const path = `/trips/${tripId}/plan-proposals`;
    expect((await door.call('GET', path, as(ana))).body.items).toMatchObject([{ id, status: 'waiting' }]);
    expect((await door.call('POST', `${path}/${id}/approve`, as(bea))).status).toBe(403);
    expect(await door.call('POST', `${path}/${id}/approve`, as(ana))).toMatchObject({
      status: 201,
      body: { itinerary: { version: 3 } },
    });
    expect((await door.call('POST', `${path}/${id}/decline`, as(ana))).status).toBe(409);
  });

  test('should be nothing to a stranger', async () => {
    expect((await edit(mallory, { kind: 'mend' })).status).toBe(404);
    expect((await door.call('GET', '/itineraries/itinerary_1', as(mallory))).status).toBe(404);
    expect((await door.call('GET', `/trips/${tripId}/plan-proposals`, as(mallory))).status).toBe(404);
  });
});
