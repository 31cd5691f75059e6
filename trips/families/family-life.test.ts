import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { systemClock } from '../clock.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteFamily, inviteMember } from '../invitations/invite.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { type Listener, listeners } from '../notifications/listener.ts';
import { people } from '../people/person.ts';
import { register } from '../people/register.ts';
import { familyAdminOf, familyMemberOf, memberOf, organizerOf } from '../roles/permission.ts';
import { createTrip, familiesIn, tripsOf } from '../trips/create-trip.ts';
import { familyNames } from '../trips/former-family.ts';
import { leaveTrip, removeFamily } from '../trips/leave-trip.ts';
import { participations } from '../trips/trip.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { describeFamily } from './describe-family.ts';
import { families } from './family.ts';
import { handOverFamily } from './hand-over-family.ts';
import { leaveFamily, removeMember } from './remove-member.ts';
import { renameFamily } from './rename-family.ts';

const clock = systemClock;
describe('what happens to a family', () => {
  let opened: OpenedStore;
  let ana: string;
  let bea: string;
  let wei: string;
  let tripId: string;

  const admin = async (userId: string) => granted(await familyAdminOf(opened.store, userId)).admin;
  const seat = async (userId: string) => granted(await memberOf(opened.store, userId, tripId)).member;
  const familyOf = async (userId: string) => (await opened.store.read(people, userId, userId))?.familyId ?? '';
  const listen = (userId: string, familyId: string, conversation: string) => {
    const listener: Listener = {
      ...{ pk: tripId, id: `listener_${conversation}`, type: 'listener', _schema_version: 1, tripId, door: 'sms' },
      ...{ conversation, group: false, userId, familyId },
    };
    return opened.store.commit(tripId, [{ put: listener }]);
  };

  beforeEach(async () => {
    opened = await openSqliteStore(clock);
    const person = async (name: string) =>
      (await register(opened.store, clock, { name, address: { door: 'teams', value: name } })).person.id;
    ana = await person('Ana Silva');
    bea = await person('Bea Chen');
    tripId = granted(await createTrip(opened.store, clock, await admin(ana), { name: 'Lisbon', destination: 'Lisbon' }))
      .trip.id;
    const organizer = granted(await organizerOf(opened.store, ana, tripId, 'only the organizer')).organizer;
    const { invitation } = granted(await inviteFamily(opened.store, clock, organizer, { familyName: 'Chen' }));
    const { person: chen } = await admin(bea);
    granted(await acceptInvitation(opened.store, clock, invitation.code, { person: chen }));
    const { member } = granted(await addMember(opened.store, await admin(bea), { name: 'Wei' }));
    const code = granted(await inviteMember(opened.store, clock, await admin(bea), member.id)).invitation.code;
    const newcomer = { address: { door: 'sms' as const, value: '+15550199' } };
    wei = granted(await acceptInvitation(opened.store, clock, code, { newcomer })).joined.person.id;
  });
  afterEach(() => opened.close());

  test('should be called by its new name in its trips too', async () => {
    granted(await renameFamily(opened.store, await admin(bea), 'the Chen-Wu family'));
    expect((await familiesIn(opened.store, tripId)).map(({ familyName }) => familyName)).toEqual(['Silva', 'Chen-Wu']);
    expect(await renameFamily(opened.store, await admin(bea), ' the  family ')).toMatchObject({ reason: 'invalid' });
  });

  test('should know the age of a member in years or as a band, and refuse a name that is taken', async () => {
    const leo = granted(await addMember(opened.store, await admin(bea), { name: 'Leo', ageBand: 'toddler' })).member;
    expect(leo).toMatchObject({ child: true, ageBand: 'toddler' });
    const aged = granted(await changeMember(opened.store, await admin(bea), leo.id, { age: 18 })).member;
    expect(aged).toMatchObject({ age: 18, child: false });
    expect(aged.ageBand).toBeUndefined();
    expect(await changeMember(opened.store, await admin(bea), leo.id, { name: 'WEI' })).toMatchObject({
      reason: 'duplicate',
    });
    const { family } = await admin(bea);
    const own = family.members.find(({ userId }) => userId === wei);
    expect(await changeMember(opened.store, await admin(bea), own?.id ?? '', { name: 'Wang' })).toMatchObject({
      reason: 'not-allowed',
    });
  });

  test('should know who was only counted when they are named', async () => {
    const { member } = granted(await familyMemberOf(opened.store, bea, await familyOf(bea)));
    granted(await describeFamily(opened.store, member, { adults: 3, children: [{ age: 4 }, { age: 9 }] }));
    granted(await addMember(opened.store, await admin(bea), { name: 'Tom' }));
    granted(await addMember(opened.store, await admin(bea), { name: 'Mia', age: 9 }));
    granted(await addMember(opened.store, await admin(bea), { name: 'Zoe', age: 2 }));
    const { family } = await admin(bea);
    expect(family.members.map(({ name }) => name).sort()).toEqual(['Bea Chen', 'Child 1', 'Mia', 'Tom', 'Wei', 'Zoe']);
  });

  test('should keep the other children when one is spoken of, and know the counted ones by their names', async () => {
    const { member } = granted(await familyMemberOf(opened.store, bea, await familyOf(bea)));
    const told = async (...children: { name?: string; age?: number }[]) => {
      const { family } = granted(await describeFamily(opened.store, member, { children }));
      return family.members.filter(({ child }) => child).map(({ name, age }) => `${name} ${age}`);
    };
    expect(await told({ age: 4 }, { age: 9 })).toEqual(['Child 1 4', 'Child 2 9']);
    expect(await told({ name: 'Mia', age: 9 })).toEqual(['Child 1 4', 'Mia 9']);
    expect(await told({ name: 'Leo', age: 4 })).toEqual(['Leo 4', 'Mia 9']);
    expect(await told({ name: 'mia', age: 10 })).toEqual(['Leo 4', 'Mia 10']);
    expect(await told({ name: 'Tim', age: 2 })).toEqual(['Leo 4', 'Mia 10', 'Tim 2']);
    // Said by age alone, all are meant: who has that age keeps the name.
    expect(await told({ age: 10 }, { age: 4 })).toEqual(['Mia 10', 'Leo 4']);
  });

  test('should let a removed person keep their account, and nothing of the family', async () => {
    const chens = await familyOf(bea);
    await listen(wei, chens, '+15550199');
    const seatOf = (await admin(bea)).family.members.find(({ userId }) => userId === wei);
    granted(await removeMember(opened.store, clock, await admin(bea), seatOf?.id ?? ''));

    expect(await familyOf(wei)).not.toBe(chens);
    expect(await familyMemberOf(opened.store, wei, chens)).toMatchObject({ reason: 'not-found' });
    expect(await memberOf(opened.store, wei, tripId)).toMatchObject({ reason: 'not-found' });
    expect((await opened.store.read(families, await familyOf(wei), await familyOf(wei)))?.adminId).toBe(wei);
    expect(await opened.store.list(listeners, tripId)).toEqual([]);
    const told = await opened.store.list(outboxFacts, chens);
    expect(told).toMatchObject([{ fact: { kind: 'removed-from-family' }, to: { conversation: '+15550199' } }]);
    expect((await familiesIn(opened.store, tripId)).find(({ familyId }) => familyId === chens)?.heads).toBe(1);
  });

  test('should not lose whoever speaks for it, until somebody else does', async () => {
    const chens = await familyOf(bea);
    const [beaSeat, weiSeat] = (await admin(bea)).family.members;
    expect(await removeMember(opened.store, clock, await admin(bea), beaSeat?.id ?? '')).toMatchObject({
      reason: 'not-allowed',
    });
    granted(await handOverFamily(opened.store, clock, await admin(bea), weiSeat?.id ?? ''));
    expect((await seat(wei)).isFamilyAdmin).toBe(true);
    expect((await seat(bea)).isFamilyAdmin).toBe(false);
    const { member } = granted(await familyMemberOf(opened.store, bea, chens));
    granted(await leaveFamily(opened.store, clock, member));
    expect((await opened.store.read(families, chens, chens))?.members.map(({ name }) => name)).toEqual(['Wei']);
  });

  test('should leave a trip as a whole, be heard of by the others, and come back with a new code', async () => {
    const chens = await familyOf(bea);
    await listen(bea, chens, '+15550102');
    await listen(ana, await familyOf(ana), '+15550101');
    granted(await leaveTrip(opened.store, clock, await seat(bea)));
    for (const userId of [bea, wei])
      expect(await memberOf(opened.store, userId, tripId)).toMatchObject({ reason: 'not-found' });
    const { person } = await admin(bea);
    expect(await tripsOf(opened.store, person)).toEqual([]);
    expect((await opened.store.list(listeners, tripId)).map(({ userId }) => userId)).toEqual([ana]);
    expect((await familyNames(opened.store, tripId)).get(chens)).toBe('Chen');
    const kinds = (await opened.store.list(outboxFacts, tripId)).map(({ fact }) => fact.kind);
    expect(kinds).toContain('family-left');

    const organizer = granted(await organizerOf(opened.store, ana, tripId, 'only the organizer')).organizer;
    const { invitation } = granted(await inviteFamily(opened.store, clock, organizer, { familyId: chens }));
    granted(await acceptInvitation(opened.store, clock, invitation.code, { person }));
    expect((await familiesIn(opened.store, tripId)).map(({ familyName }) => familyName)).toEqual(['Silva', 'Chen']);
  });

  test('should be told when the organizer takes it out, each conversation once', async () => {
    const chens = await familyOf(bea);
    await listen(bea, chens, '+15550102');
    const organizer = granted(await organizerOf(opened.store, ana, tripId, 'only the organizer')).organizer;
    granted(await removeFamily(opened.store, clock, organizer, chens));
    const notices = (await opened.store.list(outboxFacts, tripId)).filter(({ to }) => to !== undefined);
    expect(notices).toMatchObject([{ fact: { kind: 'removed-from-trip' }, to: { conversation: '+15550102' } }]);
    expect(await removeFamily(opened.store, clock, organizer, chens)).toMatchObject({ reason: 'not-found' });
    expect(await removeFamily(opened.store, clock, organizer, await familyOf(ana))).toMatchObject({
      reason: 'wrong-status',
    });
  });

  test('should be out of the trip for good however many take it out at once', async () => {
    const chens = await familyOf(bea);
    const organizer = granted(await organizerOf(opened.store, ana, tripId, 'only the organizer')).organizer;
    const outcomes = await Promise.all([
      leaveTrip(opened.store, clock, await seat(bea)),
      ...Array.from({ length: 4 }, () => removeFamily(opened.store, clock, organizer, chens)),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await opened.store.list(participations, tripId)).toHaveLength(1);
    expect(await opened.store.list(participations, chens)).toEqual([]);
  });
});
