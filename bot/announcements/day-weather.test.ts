import { openWeatherStandIn, type WeatherStandIn } from '../../test/stand-ins/open-meteo.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { announce } from '../announce.ts';
import { openMeteo } from '../weather/open-meteo.ts';

const tripId = 'trip_a';
const trip: Trip = {
  ...{ pk: tripId, id: tripId, type: 'trip', _schema_version: 1, name: 'Lisbon 2027', destination: 'Lisbon' },
  ...{ startDate: '2027-06-11', endDate: '2027-06-12', timeZone: 'Europe/Lisbon', weighting: 'equal' },
  ...{ organizerId: 'user_ana', status: 'in_progress', createdAt: '2027-05-01T12:00:00.000Z' },
};
const walk = { start: '10:00', end: '11:30', kind: 'sight', title: 'Walk in the park' } as const;
const meadow = {
  ...{ start: '14:00', end: '16:00', title: 'Kite Meadow', candidateId: 'opt_meadow', outdoor: true },
  kind: 'sight',
  rain: { candidateId: 'opt_coaches', title: 'Coach Museum', start: '14:00', end: '15:30' },
} as const;
const plan: Itinerary = {
  ...{ pk: tripId, id: 'itinerary_a', type: 'itinerary', _schema_version: 1, tripId, version: 1, checks: [], gaps: [] },
  days: [
    { date: '2027-06-11', items: [walk] },
    { date: '2027-06-12', items: [walk, meadow] },
  ],
  createdAt: '2027-05-01T12:00:00.000Z',
};

const clock = { now: () => Date.parse('2027-06-11T06:30:00Z') };
let opened: OpenedStore;
let service: WeatherStandIn;
beforeAll(async () => {
  service = await openWeatherStandIn();
  opened = await openSqliteStore(clock);
  await opened.store.commit(tripId, [{ put: trip }, { put: plan }]);
});
afterAll(async () => {
  await opened.close();
  await service.close();
});

const morning = async (date: string, userId: string, isSetUp = true) => {
  const weather = openMeteo({
    ...{ baseUrl: service.url, geocodingUrl: service.url, clock, log: { warn: () => undefined } },
  });
  const to: Listener = {
    ...{ pk: tripId, id: 'listener_a', type: 'listener', _schema_version: 1, tripId, door: 'sms', conversation: '+1' },
    ...{ group: false, userId },
  };
  const house = { records: opened.store, clock, publicUrl: () => 'https://pathfinder.example' };
  const said = await announce(
    { ...house, ...(isSetUp && { weather }) },
    { fact: { kind: 'day-plan', date }, tripId },
    to,
  );
  const choices = said?.reply.choices ?? [];
  return {
    text: said?.reply.text ?? '',
    indoors: choices.map(({ label }) => label),
    acts: choices.map(({ act }) => act),
  };
};

test('the morning begins with the forecast, and the organizer of a wet day is offered what is indoors', async () => {
  const wet = await morning('2027-06-12', 'user_ana');
  expect(wet.text).toMatch(/showers, 15-20 °C, 85% chance of rain.*Open-Meteo/);
  expect(wet.text).toContain('If it rains: Coach Museum instead of Kite Meadow.');
  expect(wet.indoors).toEqual(['Coach Museum instead of Kite Meadow', 'Indoor ideas for Sat 12 Jun']);
  expect(wet.acts[0]).toEqual({
    skill: 'change-plan',
    input: { edit: { kind: 'replace', item: 'opt_meadow', on: '2027-06-12', by: 'opt_coaches' } },
  });
  expect((await morning('2027-06-12', 'user_bea')).indoors).toEqual([]);
  const dry = await morning('2027-06-11', 'user_ana');
  expect(dry.indoors).toEqual([]);
  expect(dry.text).not.toContain('If it rains');
});

test('without a forecast the morning is told as ever', async () => {
  const told = 'Good morning. Day 2 in Lisbon:';
  expect((await morning('2027-06-12', 'user_ana', false)).text).toBe(told);
  service.answer = 503;
  expect((await morning('2027-06-12', 'user_ana')).text).toBe(told);
});
