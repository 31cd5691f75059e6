import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { type Itinerary, type ItineraryItem, itineraries } from '../../trips/itineraries/itinerary.ts';
import { type Trip, trips } from '../../trips/trips/trip.ts';
import { plannedDay } from './planned-day.ts';

// The evening of 10 June in Lisbon's summer is still the 10th there.
const clock = { now: () => Date.parse('2027-06-10T22:30:00Z') };
const TRIP = 'trip_1';

const thing = (start: string, end: string, title: string, place?: string): ItineraryItem => ({
  ...{ start, end, title, place, kind: 'sight' as const },
});

const DAYS: Itinerary['days'] = [
  { date: '2027-06-10', items: [thing('15:00', '15:30', 'Arrive in Lisbon')] },
  {
    date: '2027-06-11',
    items: [
      thing('10:00', '12:00', 'Tile Museum', 'Tile Museum'),
      thing('19:00', '20:30', 'Dinner', 'Cantina do Porto'),
    ],
  },
  { date: '2027-06-12', items: [thing('10:00', '13:00', 'Ocean Hall')] },
];

const trip: Trip = {
  ...{ pk: TRIP, id: TRIP, type: 'trip', _schema_version: trips.version, name: 'Lisbon', destination: 'Lisbon' },
  ...{ timeZone: 'Europe/Lisbon', weighting: 'equal', organizerId: 'user_ana', status: 'planning' },
  createdAt: '2027-03-01T10:00:00Z',
};
const plan: Itinerary = {
  ...{ pk: TRIP, id: 'itinerary_1', type: 'itinerary', _schema_version: itineraries.version, tripId: TRIP },
  ...{ version: 1, days: DAYS, checks: [], gaps: [], createdAt: '2027-03-01T10:00:00Z' },
};

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openSqliteStore(clock);
  await opened.store.commit(TRIP, [
    { put: trip, ifAbsent: true },
    { put: plan, ifAbsent: true },
  ]);
});
afterAll(() => opened.close());

const asked = (text: string, history: readonly string[] = []) =>
  plannedDay(opened.store, clock, { text, history, scope: { tripId: TRIP, familyId: undefined } });

const FRIDAY = 'Fri 11 Jun: 10:00-12:00: Tile Museum [1]. 19:00-20:30: Dinner, Cantina do Porto [1].';

test.each([
  'what is planned for friday?',
  "What's on Friday 11 June",
  'what are we doing on day 2',
  'whats the plan for the second day please',
  'how does june 11th look like',
  'what are we up to tomorrow',
])('should tell the plan of the day that "%s" asks for, each thing with its source', async (text) => {
  const answer = await asked(text);
  expect(answer?.text).toBe(FRIDAY);
  expect(answer?.citations).toMatchObject([{ n: 1, documentId: 'itinerary_1', kind: 'itinerary' }]);
});

test('should tell only the part of the day that is asked for', async () => {
  expect((await asked('what are we doing on friday evening'))?.text).toBe(
    'Fri 11 Jun: 19:00-20:30: Dinner, Cantina do Porto [1].',
  );
});

test('should go on from one day to another', async () => {
  expect((await asked('and on saturday?', ['what is planned for friday?', FRIDAY]))?.text).toBe(
    'Sat 12 Jun: 10:00-13:00: Ocean Hall [1].',
  );
  expect(await asked('and on saturday?', ['when does the museum open on friday?', 'At 10:00 [1].'])).toBeUndefined();
});

test.each([
  'is the plan of the metro on friday different',
  'what time do they plan to open the museum on friday',
  'when does the pool open on friday',
  'what is planned for monday',
  'what is planned for friday 12 june',
  'what is planned',
])('should leave "%s" to the documents', async (text) => {
  expect(await asked(text)).toBeUndefined();
});

test('should tell when something is planned', async () => {
  expect((await asked('when do we go to the ocean hall?'))?.text).toBe('Sat 12 Jun: 10:00-13:00: Ocean Hall [1].');
  expect((await asked('what day are we visiting the Tile Museum'))?.text).toBe(
    'Fri 11 Jun: 10:00-12:00: Tile Museum [1].',
  );
});

test.each(['when do we go to the castle', 'when does the ocean hall open', 'when do we go'])(
  'should leave "%s" to the documents, too',
  async (text) => {
    expect(await asked(text)).toBeUndefined();
  },
);
