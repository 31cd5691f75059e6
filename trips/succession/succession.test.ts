import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { auditEntries } from '../audit/audit-entry.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteFamily } from '../invitations/invite.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { register } from '../people/register.ts';
import { familyAdminOf, memberOf, organizerOf } from '../roles/permission.ts';
import { createTrip } from '../trips/create-trip.ts';
import { handOverTrip } from '../trips/hand-over.ts';
import { trips } from '../trips/trip.ts';
import { agreeToSuccession, objectToSuccession, proposeSuccession, settleSuccession } from './succeed.ts';
import { ALONE_HOURS, latestSuccession, SUCCESSION_DAYS, successions } from './succession.ts';

const HOUR_MS = 3_600_000;
describe('a new organizer in an emergency', () => {
  let now: number;
  const clock = { now: () => now };
  let opened: OpenedStore;
  let tripId: string;
  /** The organizer first. */
  let people: readonly { readonly id: string; readonly familyId: string }[];
  const store = () => opened.store;
  const at = (index: number) => people[index] ?? { id: '', familyId: '' };
  const seat = async (index: number) => granted(await memberOf(store(), at(index).id, tripId)).member;
  const organizer = async () => (await store().read(trips, tripId, tripId))?.organizerId;
  const propose = async (by: number, whom: number) =>
    proposeSuccession(store(), clock, await seat(by), at(whom).familyId);
  const settle = async (): Promise<void> => {
    for (const due of await store().due(successions, new Date(now).toISOString(), 10))
      await settleSuccession(store(), clock, due);
  };

  /** A trip of this many families. */
  const build = async (families: number): Promise<void> => {
    const registered = [];
    for (let n = 0; n < families; n += 1) {
      const address = { door: 'teams' as const, value: `person ${n}` };
      registered.push((await register(store(), clock, { name: `Person${n} Family${n}`, address })).person);
    }
    people = registered;
    const { admin } = granted(await familyAdminOf(store(), at(0).id));
    const made = await createTrip(store(), clock, admin, { name: 'Lisbon', destination: 'Lisbon' });
    tripId = granted(made).trip.id;
    const host = granted(await organizerOf(store(), at(0).id, tripId, 'only the organizer')).organizer;
    for (const person of registered.slice(1)) {
      const invited = granted(await inviteFamily(store(), clock, host, { familyId: person.familyId }));
      granted(await acceptInvitation(store(), clock, invited.invitation.code, { person }));
    }
  };

  beforeEach(async () => {
    now = Date.parse('2027-01-01T12:00:00Z');
    opened = await openSqliteStore(clock);
  });
  afterEach(() => opened.close());

  test('should come about with the last agreement, be written down and told', async () => {
    await build(4);
    const { succession } = granted(await propose(1, 2));
    expect(Object.keys(succession.agreed)).toEqual([at(1).familyId]);
    granted(await agreeToSuccession(store(), clock, await seat(2)));
    granted(await agreeToSuccession(store(), clock, await seat(2)));
    expect(await organizer()).toBe(at(0).id);
    const last = granted(await agreeToSuccession(store(), clock, await seat(3)));
    expect(last.succession.status).toBe('done');
    expect(await organizer()).toBe(at(2).id);
    const acts = (await store().list(auditEntries, tripId)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['proposeSuccession', 'agreeToSuccession', 'succeed']));
    const told = (await store().list(outboxFacts, tripId)).map(({ fact }) => fact.kind);
    expect(told).toEqual(expect.arrayContaining(['succession-proposed', 'organizer-changed']));
    expect(await agreeToSuccession(store(), clock, await seat(3))).toMatchObject({ reason: 'not-found' });
  });

  test('should lose no agreement when all agree at once, and change hands once', async () => {
    await build(6);
    granted(await propose(1, 1));
    const seats = await Promise.all([2, 3, 4, 5].map((index) => seat(index)));
    const outcomes = await Promise.all(seats.map((member) => agreeToSuccession(store(), clock, member)));
    for (const outcome of outcomes) granted(outcome);
    expect((await latestSuccession(store(), tripId))?.status).toBe('done');
    expect(await organizer()).toBe(at(1).id);
    const changed = (await store().list(outboxFacts, tripId)).filter(({ fact }) => fact.kind === 'organizer-changed');
    expect(changed).toHaveLength(1);
  });

  test('should be over when anybody objects, the organizer included, and may be proposed anew', async () => {
    await build(4);
    granted(await propose(1, 2));
    granted(await objectToSuccession(store(), clock, await seat(0)));
    expect(await agreeToSuccession(store(), clock, await seat(3))).toMatchObject({ reason: 'not-found' });
    granted(await propose(3, 3));
    expect(await propose(1, 2)).toMatchObject({ reason: 'duplicate' });
    expect(await organizer()).toBe(at(0).id);
  });

  test('should give the organizer a day to object where only one other family is there to agree', async () => {
    await build(2);
    const { succession } = granted(await propose(1, 1));
    expect(succession.status).toBe('open');
    now += ALONE_HOURS * HOUR_MS - 1;
    await settle();
    expect(await organizer()).toBe(at(0).id);
    now += 1;
    await settle();
    await settle();
    expect(await organizer()).toBe(at(1).id);
    expect((await latestSuccession(store(), tripId))?.status).toBe('done');
    expect(await store().due(successions, new Date(now + 1e12).toISOString(), 10)).toEqual([]);
  });

  test('should lapse when not all agree in time, and when the trip is handed over meanwhile', async () => {
    await build(4);
    granted(await propose(1, 2));
    now += SUCCESSION_DAYS * 24 * HOUR_MS;
    await settle();
    expect(await latestSuccession(store(), tripId)).toMatchObject({ status: 'ended' });
    expect(await organizer()).toBe(at(0).id);

    granted(await propose(1, 2));
    const host = granted(await organizerOf(store(), at(0).id, tripId, 'only the organizer')).organizer;
    granted(await handOverTrip(store(), clock, host, at(3).familyId));
    expect(await agreeToSuccession(store(), clock, await seat(2))).toMatchObject({ reason: 'wrong-status' });
    expect(await organizer()).toBe(at(3).id);
    granted(await propose(0, 1));
  });
});
