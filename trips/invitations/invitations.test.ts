import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { addMember } from '../families/add-member.ts';
import { families } from '../families/family.ts';
import { removeMember } from '../families/remove-member.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { mayWriteTo, optOut } from '../people/addresses.ts';
import { type Address, people } from '../people/person.ts';
import { register } from '../people/register.ts';
import { familyAdminOf, organizerOf } from '../roles/permission.ts';
import { createTrip, familiesIn } from '../trips/create-trip.ts';
import { acceptInvitation } from './accept.ts';
import { INVITATION_DAYS, invitationId, invitations } from './invitation.ts';
import { inviteFamily, inviteMember } from './invite.ts';
import { openInvitations, sendingOf, unusedInvitations } from './pending.ts';
import { cancelInvitation, MAX_SENDS, sendInvitation } from './send-invitation.ts';

const GARCIAS: Address = { door: 'sms', value: '+15550142' };
const DAY = 86_400_000;

describe('invitations', () => {
  let now: number;
  const clock = { now: () => now };
  let opened: OpenedStore;
  let ana: string;
  let tripId: string;

  const store = () => opened.store;
  const organizer = async () => granted(await organizerOf(store(), ana, tripId, 'only the organizer')).organizer;
  const admin = async () => granted(await familyAdminOf(store(), ana)).admin;
  const invite = async (familyName: string, to?: Address) =>
    granted(await inviteFamily(store(), clock, await organizer(), { familyName, to })).invitation;
  const newcomer = (value: string) => ({ newcomer: { address: { door: 'sms' as const, value } } });
  const due = async (code: string) => store().list(outboxFacts, invitationId(code));

  beforeEach(async () => {
    now = Date.parse('2027-01-01T12:00:00Z');
    opened = await openSqliteStore(clock);
    ana = (await register(store(), clock, { name: 'Ana Silva', address: { door: 'teams', value: 'ana' } })).person.id;
    const trip = await createTrip(store(), clock, await admin(), { name: 'Lisbon', destination: 'Lisbon' });
    tripId = granted(trip).trip.id;
  });
  afterEach(() => opened.close());

  test('should be listed until they are used, cancelled or run out', async () => {
    const garcia = await invite('Garcia');
    const okoye = await invite('Okoye');
    const novak = await invite('Novak');
    granted(await acceptInvitation(store(), clock, garcia.code, newcomer('+15550143')));
    granted(await cancelInvitation(store(), clock, await organizer(), okoye.code));
    expect((await openInvitations(store(), clock, tripId)).map(({ code }) => code)).toEqual([novak.code]);
    now += INVITATION_DAYS * DAY;
    expect(await openInvitations(store(), clock, tripId)).toEqual([]);
    expect((await unusedInvitations(store(), tripId)).map(({ code }) => code)).toEqual([novak.code]);
  });

  test('should be refused for a name or a number that is invited already, and given again to a family that is known', async () => {
    const first = await invite('Garcia', GARCIAS);
    const refused = await inviteFamily(store(), clock, await organizer(), { familyName: 'GARCIA' });
    expect(refused).toMatchObject({ reason: 'duplicate', detail: expect.stringContaining(first.code) });
    const sameNumber = await inviteFamily(store(), clock, await organizer(), { familyName: 'Lopez', to: GARCIAS });
    expect(sameNumber).toMatchObject({ reason: 'duplicate' });
    const bea = await register(store(), clock, { name: 'Bea Chen', address: { door: 'teams', value: 'bea' } });
    const whom = { familyId: bea.family.id };
    const [one, again] = [
      granted(await inviteFamily(store(), clock, await organizer(), whom)),
      granted(await inviteFamily(store(), clock, await organizer(), whom)),
    ];
    expect(again.invitation.code).toBe(one.invitation.code);
  });

  test('should let nobody into a known family who is not in it', async () => {
    const bea = await register(store(), clock, { name: 'Bea Chen', address: { door: 'teams', value: 'bea' } });
    const { invitation } = granted(await inviteFamily(store(), clock, await organizer(), { familyId: bea.family.id }));
    expect(await acceptInvitation(store(), clock, invitation.code, newcomer('+15550143'))).toMatchObject({
      reason: 'invitation-for-another',
    });
    expect((await store().read(families, bea.family.id, bea.family.id))?.members).toHaveLength(1);
    granted(await acceptInvitation(store(), clock, invitation.code, { person: bea.person }));
  });

  test('should go out once each time they are sent, be renewed by that, and not be sent for ever', async () => {
    const { code } = await invite('Garcia', GARCIAS);
    expect(await sendingOf(store(), await invite('Okoye'))).toBeUndefined();
    for (let n = 0; n < MAX_SENDS; n += 1) {
      now += 10 * DAY;
      const { invitation } = granted(await sendInvitation(store(), clock, await organizer(), code));
      expect(Date.parse(invitation.expiresAt)).toBe(now + INVITATION_DAYS * DAY);
      expect(await sendingOf(store(), invitation)).toBe('waiting');
    }
    expect(await due(code)).toHaveLength(MAX_SENDS);
    expect((await due(code))[0]?.to).toEqual({ door: 'sms', conversation: GARCIAS.value, unasked: true });
    expect(await sendInvitation(store(), clock, await organizer(), code)).toMatchObject({ reason: 'too-many' });
  });

  test('should not be sent to who has opted out, nor pester a number for several inviters', async () => {
    await optOut(store(), clock, GARCIAS);
    const { code } = await invite('Garcia', GARCIAS);
    expect(await sendInvitation(store(), clock, await organizer(), code)).toMatchObject({ reason: 'not-allowed' });
    expect(await due(code)).toEqual([]);

    const pestered: Address = { door: 'sms', value: '+15550155' };
    const outcomes: string[] = [];
    for (const name of ['A', 'B', 'C', 'D']) {
      const one = await invite(`Family ${name}`);
      const sent = await sendInvitation(store(), clock, await organizer(), one.code, pestered);
      outcomes.push(sent.ok ? 'sent' : sent.reason);
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'too-many']);
  });

  test('should not arrive where somebody said stop between its sending and its delivery', async () => {
    const unknown: Address = { door: 'sms', value: '+15550166' };
    expect(await mayWriteTo(store(), unknown)).toBe(false);
    expect(await mayWriteTo(store(), unknown, true)).toBe(true);
    await optOut(store(), clock, unknown);
    expect(await mayWriteTo(store(), unknown, true)).toBe(false);
  });

  test('should not be sent for a guest, whom nobody could hold to account', async () => {
    const { code } = await invite('Garcia', GARCIAS);
    const person = await store().read(people, ana, ana);
    await store().commit(ana, [{ put: { ...person, guest: true } as never }]);
    expect(await sendInvitation(store(), clock, await organizer(), code)).toMatchObject({ reason: 'not-allowed' });
  });

  test('should say that they were withdrawn, and forget the address then and when they are used', async () => {
    const { code } = await invite('Garcia', GARCIAS);
    granted(await cancelInvitation(store(), clock, await organizer(), code));
    granted(await cancelInvitation(store(), clock, await organizer(), code));
    expect(await acceptInvitation(store(), clock, code, newcomer('+15550143'))).toMatchObject({
      reason: 'invitation-cancelled',
      detail: 'Ana Silva',
    });
    expect(await sendInvitation(store(), clock, await organizer(), code)).toMatchObject({
      reason: 'invitation-cancelled',
    });
    const used = await invite('Okoye', { door: 'email', value: 'okoye@example.com' });
    granted(await acceptInvitation(store(), clock, used.code, newcomer('+15550144')));
    for (const one of [code, used.code]) {
      expect((await store().read(invitations, invitationId(one), invitationId(one)))?.sentTo).toBeUndefined();
    }
    expect(await cancelInvitation(store(), clock, await organizer(), used.code)).toMatchObject({
      reason: 'wrong-status',
    });
  });

  test('should let one of two families in who race with one code, and neither lose what they have', async () => {
    const { code } = await invite('Garcia');
    const outcomes = await Promise.all(
      ['+15550143', '+15550144'].map((value) => acceptInvitation(store(), clock, code, newcomer(value))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'invitation-used' });
    expect(await familiesIn(store(), tripId)).toHaveLength(2);
  });

  test('should give a place in a family to one of two who race for it', async () => {
    const { member } = granted(await addMember(store(), await admin(), { name: 'Rui' }));
    const { code } = granted(await inviteMember(store(), clock, await admin(), member.id)).invitation;
    const outcomes = await Promise.all(
      ['+15550143', '+15550144'].map((value) => acceptInvitation(store(), clock, code, newcomer(value))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { family } = await admin();
    expect(family.members).toHaveLength(2);
    expect(family.members.filter(({ userId }) => userId !== undefined)).toHaveLength(2);
  });

  test('should open no place that was taken out of the family meanwhile', async () => {
    const { member } = granted(await addMember(store(), await admin(), { name: 'Rui' }));
    const { code } = granted(await inviteMember(store(), clock, await admin(), member.id)).invitation;
    granted(await removeMember(store(), clock, await admin(), member.id));
    expect(await acceptInvitation(store(), clock, code, newcomer('+15550143'))).toMatchObject({
      reason: 'invitation-cancelled',
    });
    expect((await admin()).family.members).toHaveLength(1);
  });
});
