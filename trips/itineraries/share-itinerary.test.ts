import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityStore } from '../../store/entity-store.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import type { Trip } from '../trips/trip.ts';
import { type Itinerary, itineraries } from './itinerary.ts';
import { latestItinerary } from './latest-itinerary.ts';
import { openShare, revokeShare, shareItinerary } from './share-itinerary.ts';

const START = Date.parse('2027-05-01T12:00:00Z');
const DAY = 86_400_000;
const tripId = 'trip_a';
const trip: Trip = {
  pk: tripId,
  id: tripId,
  type: 'trip',
  _schema_version: 1,
  name: 'Lisbon 2027',
  destination: 'Lisbon',
  timeZone: 'Europe/Lisbon',
  weighting: 'equal',
  organizerId: 'user_a',
  status: 'planning',
  createdAt: '2027-05-01T12:00:00.000Z',
};
const version = (number: number): Itinerary => ({
  pk: tripId,
  id: `itinerary_${10 - number}`,
  type: 'itinerary',
  _schema_version: 1,
  tripId,
  version: number,
  days: [],
  checks: [],
  gaps: [],
  createdAt: '2027-05-01T12:00:00.000Z',
});

describe('a shared itinerary', () => {
  let folder: string;
  let records: EntityStore;
  let now: number;
  const clock = { now: () => now };
  const plan = version(1);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pathfinder-share-'));
    now = START;
    records = sqliteStore(openDatabase(join(folder, 'pathfinder.db')), clock, testCodec);
    await records.commit(tripId, [{ put: trip }, { put: plan }]);
  });
  afterEach(async () => {
    await records.close();
    await rm(folder, { recursive: true });
  });

  it('opens by its token, and by nothing else', async () => {
    const token = await shareItinerary(records, clock, plan);
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(await openShare(records, token, clock)).toMatchObject({
      ok: true,
      itinerary: { id: plan.id },
      trip: { name: 'Lisbon 2027' },
    });
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, '../itinerary_9', `${'a'.repeat(22)}`])
      expect(await openShare(records, wrong, clock)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('has one token, however often and by how many at once it is shared', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => shareItinerary(records, clock, plan)));
    expect(new Set(tokens).size).toBe(1);
    expect(await shareItinerary(records, clock, plan)).toBe(tokens[0]);
  });

  it('closes for good when revoked, and is shared anew under another token', async () => {
    const token = await shareItinerary(records, clock, plan);
    await revokeShare(records, clock, token);
    await revokeShare(records, clock, token);
    await revokeShare(records, clock, 'never-was');
    expect(await openShare(records, token, clock)).toEqual({ ok: false, reason: 'not-found' });
    const again = await shareItinerary(records, clock, plan);
    expect(again).not.toBe(token);
    expect((await openShare(records, again, clock)).ok).toBe(true);
  });

  it('opens for 90 days, and gets a new link before the old one ends', async () => {
    const token = await shareItinerary(records, clock, plan);
    now = START + 90 * DAY - 1;
    expect((await openShare(records, token, clock)).ok).toBe(true);
    expect(await shareItinerary(records, clock, plan)).not.toBe(token);
    now = START + 90 * DAY;
    expect(await openShare(records, token, clock)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('cannot be made of a plan that is not there', async () => {
    await expect(shareItinerary(records, clock, { id: 'itinerary_x', tripId })).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it('does not stand in the way of newer versions: the latest is the one of the highest number', async () => {
    await records.commit(tripId, [{ put: version(2) }, { put: version(3) }]);
    expect((await latestItinerary(records, tripId))?.version).toBe(3);
    expect(await latestItinerary(records, 'trip_none')).toBeUndefined();
    expect((await records.read(itineraries, tripId, plan.id))?.shareToken).toBeUndefined();
  });
});
