import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { type Task, tasks } from '../../trips/tasks/task.ts';
import { participationId, participations } from '../../trips/trips/trip.ts';

let door: RestDoor;
let ana: Guest;
let mallory: Guest;
let tripId: string;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  mallory = await door.signIn({ name: 'Mallory' });
  const dates = { startDate: '2027-06-11', endDate: '2027-06-12' };
  tripId = String(
    (await door.call('POST', '/trips', { ...as(ana), body: { name: 'L', destination: 'L', ...dates } })).body.id,
  );
  await door.call('POST', '/trips', { ...as(mallory), body: { name: 'M', destination: 'M' } });
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
const version = (n: number): Itinerary => ({
  pk: tripId,
  id: `itinerary_${9 - n}`,
  type: 'itinerary',
  _schema_version: 1,
  tripId,
  version: n,
  days: [
    {
      date: '2027-06-11',
      items: [
        { start: '19:00', end: '20:30', kind: 'meal', title: 'Taverna', cost: { amount: 6600, currency: 'EUR' } },
      ],
    },
  ],
  total: { amount: 6600, currency: 'EUR' },
  checks: [{ constraint: 'budget', ok: true, detail: 'EUR 66 of EUR 6,000' }],
  gaps: [],
  createdAt: '2027-01-01T00:00:00.000Z',
});

describe('itineraries', () => {
  test('are listed the latest first, by their version', async () => {
    expect((await door.call('GET', `/trips/${tripId}/itineraries`, as(ana))).body).toEqual({ items: [] });
    await door.records.commit(
      tripId,
      [1, 2, 10].map((n) => ({ put: version(n) })),
    );
    const first = await door.call('GET', `/trips/${tripId}/itineraries?limit=1`, as(ana));
    const { pk: _, type: __, _schema_version: ___, ...shown } = version(10);
    expect(first.body).toEqual({ items: [shown], continuation: expect.any(String) });
    const rest = await door.call(
      'GET',
      `/trips/${tripId}/itineraries?continuation=${first.body.continuation}`,
      as(ana),
    );
    expect(rest.body.items).toMatchObject([{ version: 2 }, { version: 1 }]);
  });
});

describe('a task', () => {
  const task: Omit<Task, 'pk' | 'tripId'> = {
    id: 'task_00000000-0000-4000-8000-000000000001',
    type: 'task',
    _schema_version: 1,
    kind: 'plan-itinerary',
    status: 'running',
    progress: 40,
    step: 'Choosing restaurants',
    requestedBy: 'user_1',
    createdAt: '2027-01-01T00:00:00.000Z',
    updatedAt: '2027-01-01T00:00:01.000Z',
  };

  test('is found by its id alone, by people of its trip and nobody else', async () => {
    const kept: Task = { ...task, pk: tripId, tripId };
    await door.records.commit(tripId, [{ put: kept }]);
    expect(await door.records.read(tasks, tripId, task.id)).toBeDefined();
    expect(await door.call('GET', `/tasks/${task.id}`, as(ana))).toMatchObject({
      status: 200,
      body: { taskId: task.id, tripId, status: 'running', progress: 40, step: 'Choosing restaurants' },
    });
    expect((await door.call('GET', `/tasks/${task.id}`, as(mallory))).status).toBe(404);
    // A seat that only the family remembers opens nothing: the trip says who is in it.
    const seat = (await door.records.list(participations, ana.familyId)).find((one) => one.tripId === tripId);
    if (!seat) throw new Error('the seat is not there');
    const remembered = {
      ...seat,
      pk: mallory.familyId,
      id: participationId(tripId, mallory.familyId),
      familyId: mallory.familyId,
    };
    await door.records.commit(mallory.familyId, [{ put: remembered }]);
    expect((await door.call('GET', `/tasks/${task.id}`, as(mallory))).status).toBe(404);
    await door.records.commit(mallory.familyId, [{ remove: remembered.id }]);
    expect((await door.call('GET', '/tasks/task_unknown', as(ana))).status).toBe(404);
  });
});

describe('planning', () => {
  const plan = (guest: Guest, trip: string, headers = {}) =>
    door.call('POST', '/ai/itinerary/generate', { ...as(guest), body: { tripId: trip }, headers });

  test('is begun at once and followed by its task; a trip is planned once at a time', async () => {
    const fresh = await door.call('POST', '/trips', {
      ...as(ana),
      body: { name: 'F', destination: 'F', startDate: '2027-06-11', endDate: '2027-06-12' },
    });
    const trip = String(fresh.body.id);
    const begun = await plan(ana, trip);
    expect(begun).toMatchObject({ status: 202, body: { taskId: expect.stringMatching(/^task_/), status: 'queued' } });
    expect(begun.headers.get('location')).toBe(`/api/v1/tasks/${begun.body.taskId}`);
    expect((await door.call('GET', `/tasks/${begun.body.taskId}`, as(ana))).body).toMatchObject({
      tripId: trip,
      status: 'queued',
    });
    const many = await Promise.all(Array.from({ length: 4 }, () => plan(ana, trip)));
    for (const one of many) expect(one.body).toEqual(begun.body);
  });

  test('needs the dates of the trip, and a trip the caller is in', async () => {
    const undated = await door.call('POST', '/trips', { ...as(ana), body: { name: 'U', destination: 'U' } });
    const refused = await plan(ana, String(undated.body.id));
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'dates-missing' } } });
    expect((await plan(mallory, tripId)).status).toBe(404);
    expect((await plan(ana, "trip_' OR 1=1")).status).toBe(404);
  });

  test('asked for again with the same key is the same plan, also when it is done by then', async () => {
    const fresh = await door.call('POST', '/trips', {
      ...as(ana),
      body: { name: 'K', destination: 'K', startDate: '2027-06-11', endDate: '2027-06-12' },
    });
    const trip = String(fresh.body.id);
    const key = { 'idempotency-key': 'plan-1' };
    const { taskId } = (await plan(ana, trip, key)).body;
    const begun = await door.records.read(tasks, trip, String(taskId));
    if (!begun) throw new Error('the task is not there');
    await door.records.commit(trip, [{ put: { ...begun, status: 'succeeded' } as Task }]);
    expect((await plan(ana, trip, key)).body).toEqual({ taskId, status: 'queued' });
    expect((await plan(ana, trip)).body.taskId).not.toBe(taskId);
  });
});
