import { announce } from '../bot/announce.ts';
import { openMeteo } from '../bot/weather/open-meteo.ts';
import { factsOf, food, guide, hotel, page, plan as planned } from '../test/lisbon-trip.ts';
import { openWeatherStandIn, type WeatherStandIn } from '../test/stand-ins/open-meteo.ts';
import { type OpenedStore, openSqliteStore } from '../test/stores.ts';
import { NOTHING_ASKED } from '../trips/itineraries/asked.ts';
import { applyEdit } from '../trips/itineraries/editing/apply-edit.ts';
import type { EditablePlan } from '../trips/itineraries/editing/desk.ts';
import type { EditPlan } from '../trips/itineraries/editing/edit-itinerary.ts';
import { planProposals } from '../trips/itineraries/editing/plan-proposal.ts';
import { type Itinerary, itineraries } from '../trips/itineraries/itinerary.ts';
import { watched } from '../trips/itineraries/watched.ts';
import type { Listener } from '../trips/notifications/listener.ts';
import type { Trip } from '../trips/trips/trip.ts';
import { weatherLook } from './weather-look.ts';

const meadow = page(
  'more.md',
  'More to see',
  'Kite Meadow: outdoor park, open 8:00-20:00, free entry, step-free, allow 2 hours',
);
const facts = factsOf({ passages: [hotel, guide, food, meadow] });
/** What is outdoors is on the 12th, for which the service forecasts rain; the 14th is dry, the 13th left open. */
const wetPlan = (): EditablePlan => {
  const first: EditablePlan = { ...planned(facts), asked: NOTHING_ASKED };
  const on = first.days.find(({ items }) => items.some(({ title }) => title === 'Kite Meadow'))?.date;
  if (on === '2027-06-12') return first;
  const moved = applyEdit(first, facts, { kind: on ? 'move' : 'put', item: 'kite meadow', to: '2027-06-12' });
  if (!moved.ok) throw new Error(moved.why);
  return moved.plan;
};
const plan = wetPlan();
const editPlan: EditPlan = async (_, current, turn) => {
  if (turn.kind === 'restore') throw new Error('nobody goes back');
  return applyEdit(current, facts, turn);
};

const tripId = 'trip_a';
const trip: Trip = {
  ...{ pk: tripId, id: tripId, type: 'trip', _schema_version: 1, name: 'Lisbon 2027', destination: 'Lisbon' },
  ...{ startDate: '2027-06-11', endDate: '2027-06-15', timeZone: 'Europe/Lisbon', weighting: 'equal' },
  ...{ organizerId: 'user_ana', status: 'confirmed', createdAt: '2027-05-01T12:00:00.000Z' },
};
const itinerary: Itinerary = watched({
  ...{ pk: tripId, id: 'itinerary_a', type: 'itinerary', _schema_version: 1, tripId, version: 1, checks: [] },
  ...{ days: plan.days, gaps: [], asked: plan.asked, total: plan.total, createdAt: '2027-05-01T12:00:00.000Z' },
});

let now = Date.parse('2027-06-03T12:00:00Z');
const clock = { now: () => now };
let opened: OpenedStore;
let service: WeatherStandIn;
beforeAll(async () => {
  service = await openWeatherStandIn();
  opened = await openSqliteStore(clock);
  await opened.store.commit(tripId, [{ put: trip }, { put: itinerary }]);
});
afterAll(async () => {
  await opened.close();
  await service.close();
});

const look = () =>
  weatherLook(
    opened.store,
    clock,
    editPlan,
    openMeteo({ ...{ baseUrl: service.url, geocodingUrl: service.url, clock, log: { warn: () => undefined } } }),
  );
const proposals = () => opened.store.list(planProposals, tripId);
const told = async (proposalId: string, userId: string) => {
  const to: Listener = {
    ...{ pk: tripId, id: `listener_${userId}`, type: 'listener', _schema_version: 1, tripId, door: 'sms' },
    ...{ conversation: `+1 ${userId}`, group: false, userId },
  };
  const house = { records: opened.store, clock, publicUrl: () => 'https://pathfinder.example' };
  return announce(house, { fact: { kind: 'plan-proposed', proposalId }, tripId }, to);
};

test('a week before the first day, and not earlier, what is outdoors on a wet day is proposed for a drier one, once', async () => {
  expect(await look()).toBe(0);
  now = Date.parse('2027-06-05T12:00:00Z');
  expect(await look()).toBe(1);
  const [proposal, more] = await proposals();
  expect(more).toBeUndefined();
  expect(proposal).toMatchObject({
    status: 'waiting',
    rain: { thing: 'Kite Meadow', on: '2027-06-12', chance: 85, toChance: 3 },
  });
  expect(proposal?.summary).toMatch(/Kite Meadow moved from Sat 12 Jun/);
  // Nothing moves by itself.
  expect((await opened.store.list(itineraries, tripId)).map(({ days }) => days)).toEqual([itinerary.days]);

  const ana = await told(proposal?.id ?? '', 'user_ana');
  expect(ana?.reply.text).toMatch(
    /^Rain is likely on Sat 12 Jun \(85%\), when Kite Meadow is planned outdoors; \w{3} 1\d Jun looks drier \(3%\) and has room for it\. Shall I move it\?$/,
  );
  expect(ana?.reply.choices?.map(({ act }) => act.input)).toEqual([
    { proposalId: proposal?.id, approve: true },
    { proposalId: proposal?.id, approve: false },
  ]);
  expect(await told(proposal?.id ?? '', 'user_bea')).toBeUndefined();

  expect(await look()).toBe(0);
  now = Date.parse('2027-06-06T12:00:00Z');
  expect(await look()).toBe(1);
  expect(await proposals()).toHaveLength(1);
});

test('when the rain is not forecast any more the proposal is withdrawn, and it comes back with the rain', async () => {
  service.first = '2027-06-09';
  now = Date.parse('2027-06-09T12:00:00Z');
  await look();
  expect((await proposals()).map(({ rain, status }) => [rain?.on, status])).toContainEqual(['2027-06-12', 'withdrawn']);
  service.first = '2027-06-11';
  now = Date.parse('2027-06-09T20:00:00Z');
  await look();
  expect((await proposals()).find(({ rain }) => rain?.on === '2027-06-12')?.status).toBe('waiting');
});

test('nothing is looked at once the trip is over', async () => {
  now = Date.parse('2027-06-17T12:00:00Z');
  expect(await look()).toBe(1);
  expect((await opened.store.list(itineraries, tripId)).map(({ dueAt }) => dueAt)).toEqual([undefined]);
});
