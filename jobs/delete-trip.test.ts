import type { Courier } from '../bot/delivery.ts';
import { granted } from '../test/granted.ts';
import { STORES } from '../test/stores.ts';
import { documents, type TripDocument } from '../trips/documents/document.ts';
import { addExpense } from '../trips/expenses/add-expense.ts';
import { acceptInvitation } from '../trips/invitations/accept.ts';
import { inviteFamily } from '../trips/invitations/invite.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listenerId, listeners } from '../trips/notifications/listener.ts';
import { changeNotifications } from '../trips/people/change-notifications.ts';
import { people } from '../trips/people/person.ts';
import { register } from '../trips/people/register.ts';
import { openPoll } from '../trips/polls/open-poll.ts';
import type { Records } from '../trips/records.ts';
import { setReminder } from '../trips/reminders/set-reminder.ts';
import { addReservation } from '../trips/reservations/add-reservation.ts';
import { familyAdminOf, memberOf, organizerOf } from '../trips/roles/permission.ts';
import { createTrip, tripsOf } from '../trips/trips/create-trip.ts';
import { deleteTrip, hasDeleted } from '../trips/trips/delete-trip.ts';
import { outbox } from './outbox.ts';
import { TRIP_LOOKS } from './trip-looks.ts';

const START = Date.parse('2027-06-04T10:00:00Z');
const MINUTE = 60_000;
const ANA = '+15550101';
const BEA = '+15550102';

describe.each(STORES)('a deleted trip on %s', (_, open) => {
  let now: number;
  let records: Records;
  let opened: Awaited<ReturnType<typeof open>>;
  let said: string[];
  let forgotten: string[];
  let failing: (document: TripDocument) => boolean;
  const clock = { now: () => now };

  const courier: Courier = {
    door: 'sms',
    deliver: async ({ conversation }, reply) => {
      said.push(`${conversation} ${reply.text}`);
      return { status: 'sent' };
    },
  };
  const work = async (at: number): Promise<void> => {
    now = at;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const couriers = new Map<Door, Courier>([['sms', courier]]);
    const forget = async (document: TripDocument) => {
      if (failing(document)) throw new Error('the index is away');
      forgotten.push(document.id);
    };
    const one = async () => {
      for (const { run } of TRIP_LOOKS) await run(records, clock, forget, async () => undefined).catch(() => undefined);
      const box = outbox({ records, clock, publicUrl: () => '', log }, couriers, {
        cancel: async () => false,
        enqueue: async () => 'queued',
      });
      while ((await box.run()) > 0);
    };
    await Promise.all([one(), one()]);
  };

  const build = async () => {
    const admin = async (name: string, value: string) => {
      const { person } = await register(records, clock, { name, address: { door: 'sms', value } });
      return granted(await familyAdminOf(records, person.id)).admin;
    };
    const ana = await admin('Ana Silva', ANA);
    const bea = await admin('Bea Chen', BEA);
    const { trip } = granted(await createTrip(records, clock, ana, { name: 'Lisbon', destination: 'Lisbon' }));
    const organizer = granted(await organizerOf(records, ana.person.id, trip.id, '')).organizer;
    const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyId: bea.family.id }));
    granted(await acceptInvitation(records, clock, invitation.code, { person: bea.person }));
    const member = granted(await memberOf(records, bea.person.id, trip.id)).member;
    for (const { person, number } of [
      { person: ana.person, number: ANA },
      { person: bea.person, number: BEA },
    ]) {
      const key = conversationKey(records, 'sms', number);
      const listener: Listener = {
        ...{ pk: trip.id, id: listenerId(key), type: 'listener', _schema_version: 1, tripId: trip.id, door: 'sms' },
        ...{ conversation: number, group: false, userId: person.id, familyId: person.familyId },
      };
      await records.commit(trip.id, [{ put: listener }]);
    }
    const euros = { amount: 900, currency: 'EUR' };
    const options = [{ text: 'A' }, { text: 'B' }];
    granted(await addExpense(records, clock, member, { what: 'dinner', amount: euros }));
    granted(await openPoll(records, clock, member, { question: 'Where?', options }));
    granted(await addReservation(records, clock, member, { kind: 'other', name: 'Boat', startDate: '2027-06-11' }));
    granted(await setReminder(records, clock, member, { what: 'pack', at: '2027-06-10T10:00:00Z' }));
    await put(trip.id, 'document_1');
    return { ana, bea, trip, organizer };
  };
  const put = async (tripId: string, id: string) => {
    const document: TripDocument = {
      ...{ pk: tripId, id, type: 'document', _schema_version: documents.version, tripId, scope: 'trip' },
      ...{ name: 'hotel.txt', mediaType: 'text/plain', bytes: 1, pages: 1, chunks: 1, hash: 'h', addedBy: 'user_1' },
      createdAt: new Date(now).toISOString(),
    } as TripDocument;
    await records.commit(tripId, [{ put: document }]);
  };

  beforeEach(async () => {
    now = START;
    said = [];
    forgotten = [];
    failing = () => false;
    opened = await open(clock);
    records = opened.store;
  });
  afterEach(() => opened.close());

  test('should leave nothing: not its documents, nor what was under way, nor a seat; and everyone else is told once', async () => {
    const { ana, bea, trip, organizer } = await build();
    await work(START);
    said.length = 0;
    const heardIn = conversationKey(records, 'sms', ANA);
    granted(await deleteTrip(records, clock, organizer, { heardIn }));
    expect((await memberOf(records, bea.person.id, trip.id)).ok).toBe(false);
    await work(START);
    expect(said).toEqual([
      expect.stringMatching(/^\+15550102 Lisbon is gone: the Silvas, who organized it, deleted it/),
    ]);
    expect(new Set(forgotten)).toEqual(new Set(['document_1']));
    // Somebody was sending a file while it was deleted.
    await put(trip.id, 'document_2');
    await work(START + 16 * MINUTE);
    await work(START + 60 * MINUTE);
    expect(new Set(forgotten)).toEqual(new Set(['document_1', 'document_2']));
    expect(said).toHaveLength(1);
    expect((await records.inside(trip.id, 100)).map(({ type }) => type)).toEqual(['deleted_trip']);
    for (const { person } of [ana, bea]) {
      const current = await records.read(people, person.id, person.id);
      expect(current && (await tripsOf(records, current))).toEqual([]);
    }
    expect(await hasDeleted(records, ana.person.id, trip.id)).toBe(true);
    expect(await hasDeleted(records, bea.person.id, trip.id)).toBe(false);
    expect(await records.due(outboxFacts, '2099-01-01T00:00:00Z', 10)).toEqual([]);
  });

  test('should be cleared later when the index is away for a while, and forgotten by the store at the end', async () => {
    const { trip, organizer } = await build();
    granted(await deleteTrip(records, clock, organizer));
    failing = () => true;
    await work(START);
    expect((await records.inside(trip.id, 100)).length).toBeGreaterThan(1);
    failing = () => false;
    await work(START + MINUTE);
    await work(START + 20 * MINUTE);
    expect(await records.inside(trip.id, 100)).toHaveLength(1);
    await work(START + 8 * 24 * 60 * MINUTE);
    await opened.store.sweep();
    expect(await records.inside(trip.id, 100)).toEqual([]);
  });

  test('should be told to nobody in their quiet hours, and then be told', async () => {
    const { bea, trip, organizer } = await build();
    await changeNotifications(records, bea.person.id, () => ({
      muted: [],
      quietHours: { from: '21:00', to: '08:00' },
    }));
    await work(START);
    said.length = 0;
    now = Date.parse('2027-06-04T22:00:00Z');
    granted(await deleteTrip(records, clock, organizer, { heardIn: conversationKey(records, 'sms', ANA) }));
    await work(now);
    expect(said).toEqual([]);
    for (const at of ['2027-06-05T06:30:00Z', '2027-06-05T07:00:00Z', '2027-06-05T08:00:00Z'])
      await work(Date.parse(at));
    expect(said).toEqual([expect.stringContaining('Lisbon is gone')]);
    expect((await records.inside(trip.id, 100)).map(({ type }) => type)).toEqual(['deleted_trip']);
  });

  test('should be looked at again when all that was under way has ended, also where nobody is to be told', async () => {
    const { trip, organizer } = await build();
    for (const { id } of await records.list(listeners, trip.id)) await records.commit(trip.id, [{ remove: id }]);
    granted(await deleteTrip(records, clock, organizer));
    await work(START);
    await put(trip.id, 'document_2');
    await work(START + 16 * MINUTE);
    expect(forgotten).toContain('document_2');
    expect((await records.inside(trip.id, 100)).map(({ type }) => type)).toEqual(['deleted_trip']);
  });

  test('should not touch a trip that was made anew under its id', async () => {
    const { ana, trip, organizer } = await build();
    granted(await deleteTrip(records, clock, organizer));
    granted(await createTrip(records, clock, ana, { id: trip.id, name: 'Lisbon', destination: 'Lisbon' }));
    await work(START);
    await work(START + 60 * MINUTE);
    expect((await memberOf(records, ana.person.id, trip.id)).ok).toBe(true);
  });
});
