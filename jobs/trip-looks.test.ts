import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Courier } from '../bot/delivery.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { testCodec } from '../test/codec.ts';
import { granted } from '../test/granted.ts';
import { STORES } from '../test/stores.ts';
import type { Itinerary } from '../trips/itineraries/itinerary.ts';
import { deliveries } from '../trips/notifications/delivery.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listenerId } from '../trips/notifications/listener.ts';
import type { NotificationPreferences } from '../trips/notifications/preferences.ts';
import { changeNotifications } from '../trips/people/change-notifications.ts';
import { register } from '../trips/people/register.ts';
import type { Records } from '../trips/records.ts';
import { cancelReminder } from '../trips/reminders/cancel-reminder.ts';
import { setReminder } from '../trips/reminders/set-reminder.ts';
import { familyAdminOf, memberOf, organizerOf } from '../trips/roles/permission.ts';
import { createTrip } from '../trips/trips/create-trip.ts';
import { setTripStatus } from '../trips/trips/set-status.ts';
import { trips } from '../trips/trips/trip.ts';
import { updateTrip } from '../trips/trips/update-trip.ts';
import { outbox } from './outbox.ts';
import { TRIP_LOOKS } from './trip-looks.ts';

const DOOMED = new URL('../test/doomed-reminder.ts', import.meta.url).pathname;
/** A Friday; Lisbon is an hour ahead of UTC. */
const START = Date.parse('2027-06-04T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Ana's trip to Lisbon, with her phone listening. */
const build = async (records: Records, now: () => number) => {
  const clock = { now };
  const { person } = await register(records, clock, {
    name: 'Ana Silva',
    address: { door: 'sms', value: '+15550101' },
  });
  const admin = granted(await familyAdminOf(records, person.id));
  const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
  const made = granted(
    await createTrip(records, clock, admin.admin, { name: 'Lisbon', destination: 'Lisbon', ...dates }),
  );
  const tripId = made.trip.id;
  const key = conversationKey(records, 'sms', '+15550101');
  const listener: Listener = {
    ...{ pk: tripId, id: listenerId(key), type: 'listener', _schema_version: 1, tripId, door: 'sms' },
    ...{ conversation: '+15550101', group: false, userId: person.id, familyId: person.familyId },
  };
  await records.commit(tripId, [{ put: listener }]);
  return {
    userId: person.id,
    tripId,
    member: async () => granted(await memberOf(records, person.id, tripId)).member,
    organizer: async () => granted(await organizerOf(records, person.id, tripId, '')).organizer,
  };
};

/** One worker's looks and its relay, on its own clock. */
const worker = (records: Records, clock: { now(): number }, courier: Courier) => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const box = outbox({ records, clock, publicUrl: () => '', log }, new Map<Door, Courier>([['sms', courier]]), {
    cancel: async () => false,
    enqueue: async () => 'queued',
  });
  return {
    look: async () => {
      for (const { run } of TRIP_LOOKS)
        await run(
          records,
          clock,
          async () => undefined,
          async () => undefined,
        );
    },
    tell: async () => {
      while ((await box.run()) > 0);
    },
  };
};

describe.each(STORES)('what the clock does in trips on %s', (_, open) => {
  let now: number;
  let records: Records;
  let opened: Awaited<ReturnType<typeof open>>;
  let said: string[];
  let world: Awaited<ReturnType<typeof build>>;
  const courier: Courier = {
    door: 'sms',
    deliver: async (_to, reply) => {
      said.push(reply.text);
      return { status: 'sent' };
    },
  };
  const clock = { now: () => now };
  const both = async (at: number, skew = 0): Promise<void> => {
    now = at;
    const one = worker(records, { now: () => at + skew }, courier);
    const two = worker(records, { now: () => at - skew }, courier);
    await Promise.all([one.look(), two.look()]);
    await Promise.all([one.tell(), two.tell()]);
  };
  const remind = async (what: string, at: string, kind: 'reminder' | 'deadline' = 'reminder') =>
    granted(await setReminder(records, clock, await world.member(), { what, at, kind })).reminder;
  const want = (wishes: Partial<NotificationPreferences>) =>
    changeNotifications(records, world.userId, (before) => ({ ...before, ...wishes }));

  beforeEach(async () => {
    now = START;
    said = [];
    opened = await open(clock);
    records = opened.store;
    world = await build(records, clock.now);
    await both(START);
    said.length = 0;
  });
  afterEach(() => opened.close());

  test('should tell a reminder once with two workers whose clocks are ten minutes apart either way', async () => {
    await remind('pack the passports', '2027-06-04T12:00:00Z');
    for (let at = START + 90 * MINUTE; at <= START + 150 * MINUTE; at += 5 * MINUTE) await both(at, 10 * MINUTE);
    expect(said).toEqual(['Reminder: pack the passports.']);
  });

  test('should tell a deadline on the morning before and on the same morning, by the clocks of the trip', async () => {
    await remind('pay the deposit', '2027-06-09T17:00:00Z', 'deadline');
    await both(Date.parse('2027-06-08T07:59:00Z'));
    expect(said).toEqual([]);
    await both(Date.parse('2027-06-08T08:00:00Z'));
    expect(said).toEqual(['Due tomorrow: pay the deposit (by 18:00 Wed 9 Jun).']);
    await both(Date.parse('2027-06-09T08:00:00Z'));
    await both(Date.parse('2027-06-09T18:00:00Z'));
    expect(said.slice(1)).toEqual(['Due today: pay the deposit (by 18:00 Wed 9 Jun).']);
  });

  test('should keep what was said by the clock at that hour when the clocks turn out to be others, and nothing else', async () => {
    const member = await world.member();
    await setReminder(records, clock, member, { what: 'leave at nine', at: '2027-06-05T08:00:00Z', byClock: true });
    await setReminder(records, clock, member, { what: 'in a day', at: '2027-06-05T10:00:00Z' });
    await updateTrip(records, clock, await world.organizer(), { timeZone: 'America/New_York' });
    await both(Date.parse('2027-06-05T09:00:00Z'));
    expect(said).toEqual([]);
    await both(Date.parse('2027-06-05T10:00:00Z'));
    expect(said).toEqual(['Reminder: in a day.']);
    await both(Date.parse('2027-06-05T13:00:00Z'));
    expect(said.slice(1)).toEqual(['Reminder: leave at nine.']);
  });

  test('should say nothing of what was cancelled in time', async () => {
    const { id } = await remind('call the hotel', '2027-06-04T12:00:00Z');
    await cancelReminder(records, clock, await world.member(), id);
    await both(START + 5 * HOUR);
    expect(said).toEqual([]);
  });

  test('should begin a confirmed trip on its first morning, end it after its last day, and tell each once', async () => {
    await setTripStatus(records, clock, await world.organizer(), { status: 'confirmed' });
    await both(START + MINUTE);
    said.length = 0;
    const statusAt = async (iso: string) => {
      await both(Date.parse(iso), 10_000);
      return (await records.read(trips, world.tripId, world.tripId))?.status;
    };
    expect(await statusAt('2027-06-11T05:59:00Z')).toBe('confirmed');
    expect(await statusAt('2027-06-11T06:01:00Z')).toBe('in_progress');
    expect(await statusAt('2027-06-15T20:00:00Z')).toBe('in_progress');
    expect(await statusAt('2027-06-16T08:01:00Z')).toBe('completed');
    expect(await statusAt('2027-06-17T08:01:00Z')).toBe('completed');
    expect(said).toEqual([
      'Lisbon has begun. Ask me what is next whenever you like.',
      'Lisbon is over. Say WHO OWES to settle up.',
    ]);
  });

  test('should tell each morning of the trip what its day holds, once, and make up for none at noon', async () => {
    const item = { start: '10:00', end: '11:30', kind: 'sight', title: 'Tile Museum' } as const;
    const plan: Itinerary = {
      ...{
        pk: world.tripId,
        id: 'itinerary_1',
        type: 'itinerary',
        _schema_version: 1,
        tripId: world.tripId,
        version: 1,
      },
      days: ['2027-06-11', '2027-06-12', '2027-06-13', '2027-06-14', '2027-06-15'].map((date) => ({
        date,
        items: [item],
      })),
      ...{ checks: [], gaps: [], createdAt: '2027-01-01T00:00:00.000Z' },
    };
    await records.commit(world.tripId, [{ put: plan }]);
    await setTripStatus(records, clock, await world.organizer(), { status: 'confirmed' });
    await both(Date.parse('2027-06-11T06:01:00Z'));
    said.length = 0;
    await both(Date.parse('2027-06-11T06:29:00Z'));
    expect(said).toEqual([]);
    await both(Date.parse('2027-06-11T06:31:00Z'), 10_000);
    await both(Date.parse('2027-06-11T06:40:00Z'), 10_000);
    expect(said).toEqual(['Good morning. Day 1 in Lisbon:']);
    await both(Date.parse('2027-06-12T06:31:00Z'), 10_000);
    await both(Date.parse('2027-06-13T12:00:00Z'), 10_000);
    await both(Date.parse('2027-06-14T06:31:00Z'), 10_000);
    expect(said.slice(1)).toEqual(['Good morning. Day 2 in Lisbon:', 'Good morning. Day 4 in Lisbon:']);
  });

  test('should only say that a trip is over when its days were missed altogether', async () => {
    await setTripStatus(records, clock, await world.organizer(), { status: 'confirmed' });
    await both(START + MINUTE);
    said.length = 0;
    await both(Date.parse('2027-07-01T10:00:00Z'));
    await both(Date.parse('2027-07-02T10:00:00Z'));
    expect(said).toEqual(['Lisbon is over. Say WHO OWES to settle up.']);
  });

  test('should keep news until the quiet hours end, and tell it then, once, in order', async () => {
    await want({ quietHours: { from: '21:00', to: '08:00' } });
    const organizer = await world.organizer();
    await setTripStatus(records, { now: () => now }, organizer, { status: 'confirmed' });
    await both(Date.parse('2027-06-04T20:30:00Z'));
    await setTripStatus(records, { now: () => now }, organizer, { status: 'planning' });
    await both(Date.parse('2027-06-05T02:00:00Z'));
    expect(said).toEqual([]);
    await both(Date.parse('2027-06-05T07:00:00Z'));
    await both(Date.parse('2027-06-05T09:00:00Z'));
    expect(said.map((text) => text.split('.')[0])).toEqual([
      'Lisbon is confirmed, 11-15 June 2027',
      'Lisbon is open for planning again',
    ]);
    expect(await records.list(outboxFacts, world.tripId)).toEqual([]);
  });

  test('should let what cannot wait through at night', async () => {
    await want({ quietHours: { from: '21:00', to: '08:00' } });
    now = Date.parse('2027-06-10T01:00:00Z');
    await setTripStatus(records, clock, await world.organizer(), { status: 'cancelled', because: 'a storm' });
    await both(now);
    expect(said).toEqual([expect.stringContaining('cancelled: a storm')]);
  });

  test('should gather the news of a day into one message, and know afterwards what was told', async () => {
    await want({ pace: 'daily' });
    const organizer = await world.organizer();
    for (const status of ['confirmed', 'planning'] as const) {
      await setTripStatus(records, clock, organizer, { status });
      await both(now + HOUR);
    }
    expect(said).toEqual([]);
    await both(Date.parse('2027-06-05T07:00:00Z'));
    await both(Date.parse('2027-06-06T07:00:00Z'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^News from Lisbon:\n- Lisbon is confirmed.*\n- Lisbon is open for planning again/);
    const told = (await records.list(deliveries, world.tripId)).filter(({ status }) => status === 'sent');
    expect(told.at(-1)).toMatchObject({ userId: world.userId, about: 'digest', text: expect.stringContaining('News') });
  });
});

describe('a worker killed with SIGKILL while it tells a reminder', () => {
  test.each([
    ['before the message went out', 'before'],
    ['after it, and before that was noted', 'after'],
  ])('%s: two others finish it, and it is told once', async (_, when) => {
    const folder = mkdtempSync(join(tmpdir(), 'pathfinder-reminder-'));
    const path = join(folder, 'pathfinder.db');
    const log = join(folder, 'sent.log');
    let now = START;
    const clock = { now: () => now };
    const store = sqliteStore(openDatabase(path), clock, testCodec);
    const world = await build(store, clock.now);
    await setReminder(store, clock, await world.member(), { what: 'pack', at: '2027-06-04T12:00:00Z' });
    now = Date.parse('2027-06-04T12:00:00Z');
    const child = spawn(process.execPath, [DOOMED, path, log, new Date(now).toISOString(), when], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const sent = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    const courier: Courier = {
      door: 'sms',
      deliver: async (_to, reply) => {
        appendFileSync(log, `${reply.text}\n`);
        return { status: 'sent' };
      },
      // The far end knows what reached it.
      reconcile: async (_to, reply) => (sent().includes(reply.text) ? 'sent' : 'not-sent'),
    };
    for (const later of [0, MINUTE, HOUR, 24 * HOUR]) {
      now = Date.parse('2027-06-04T12:00:00Z') + later;
      const pair = [worker(store, clock, courier), worker(store, clock, courier)];
      await Promise.all(pair.map(({ look }) => look()));
      await Promise.all(pair.map(({ tell }) => tell()));
    }
    expect(sent()).toBe('Reminder: pack.\n');
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
