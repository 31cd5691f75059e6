import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { addMember } from '../families/add-member.ts';
import { families } from '../families/family.ts';
import { giveGuestLink, revokeGuestLink } from '../guests/give-guest-link.ts';
import { GUEST_LINK_DAYS } from '../guests/guest-link.ts';
import { joinAsGuest } from '../guests/join-as-guest.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteFamily, inviteMember } from '../invitations/invite.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { whoseAddress } from '../people/addresses.ts';
import { MAX_WRONG } from '../people/attempts.ts';
import { personBehind } from '../people/merged-person.ts';
import { type Address, people } from '../people/person.ts';
import { register } from '../people/register.ts';
import type { Records } from '../records.ts';
import { familyAdminOf, memberOf, organizerOf } from '../roles/permission.ts';
import { createTrip, familiesIn } from '../trips/create-trip.ts';
import { askLinkCode } from './ask-link-code.ts';
import { redeemLinkCode } from './link-accounts.ts';
import { LINK_MINUTES, linkId } from './link-code.ts';

const phone = (value: string): Address => ({ door: 'sms', value });
const web = (value: string): Address => ({ door: 'web', value });

describe('one person on several doors', () => {
  let now: number;
  const clock = { now: () => now };
  let opened: OpenedStore;
  const store = () => opened.store;

  const person = async (name: string, address: Address, guest = false) => {
    now += 1000;
    return (await register(store(), clock, { name, address, guest })).person;
  };
  const admin = async (userId: string) => granted(await familyAdminOf(store(), userId)).admin;
  const tripOf = async (userId: string, name = 'Lisbon') =>
    granted(await createTrip(store(), clock, await admin(userId), { name, destination: name })).trip.id;
  const codeOf = async (userId: string) => (await askLinkCode(store(), clock, { id: userId })).code;
  const fresh = async (userId: string) => {
    const found = await store().read(people, userId, userId);
    if (!found) throw new Error('nobody');
    return found;
  };

  beforeEach(async () => {
    now = Date.parse('2027-01-01T12:00:00Z');
    opened = await openSqliteStore(clock);
  });
  afterEach(() => opened.close());

  test('should be the asker wherever the code is said, with nothing of theirs lost', async () => {
    const ana = await person('Ana Silva', web('dl_ana'), true);
    const tripId = await tripOf(ana.id);
    const from = { door: 'web' as const, conversation: 'conversation_1' };
    const { code } = await askLinkCode(store(), clock, ana, from);
    const { linked } = granted(await redeemLinkCode(store(), clock, code, { address: phone('+15550101') }));
    expect(linked.person.id).toBe(ana.id);
    expect((await whoseAddress(store(), phone('+15550101')))?.id).toBe(ana.id);
    expect((await memberOf(store(), ana.id, tripId)).ok).toBe(true);
    // The phone proves who they are: they are no guest any more.
    expect((await fresh(ana.id)).guest).toBeUndefined();
    const told = await store().list(outboxFacts, linkId(store(), code));
    expect(told).toMatchObject([{ fact: { kind: 'account-linked' }, to: from }]);
    // Said again it changes nothing, and nobody is told twice.
    expect(granted(await redeemLinkCode(store(), clock, code, { person: await fresh(ana.id) })).linked).toMatchObject({
      already: true,
    });
    expect(await store().list(outboxFacts, linkId(store(), code))).toHaveLength(1);
  });

  test('should let an account in which nothing was done go up in the other, whichever asked', async () => {
    for (const direction of ['used asks', 'empty asks']) {
      const used = await person('Ana Silva', { door: 'teams', value: direction });
      const tripId = await tripOf(used.id);
      const empty = await person('Ana', phone(`+1555${now % 1_000_000}`));
      const [asks, says] = direction === 'used asks' ? [used, empty] : [empty, used];
      const code = await codeOf(asks.id);
      const { linked } = granted(await redeemLinkCode(store(), clock, code, { person: await fresh(says.id) }));
      expect(linked.person.id).toBe(used.id);
      expect(linked.person.addresses).toEqual([...used.addresses, ...empty.addresses]);
      expect(await store().read(people, empty.id, empty.id)).toBeUndefined();
      expect(await store().read(families, empty.familyId, empty.familyId)).toBeUndefined();
      expect((await personBehind(store(), empty.id))?.id).toBe(used.id);
      expect((await memberOf(store(), used.id, tripId)).ok).toBe(true);
    }
  });

  test('should refuse to mix two accounts that are both in use, and change neither', async () => {
    const ana = await person('Ana Silva', phone('+15550101'));
    const bea = await person('Bea Chen', phone('+15550102'));
    await tripOf(ana.id);
    granted(await addMember(store(), await admin(bea.id), { name: 'Leo', age: 4 }));
    const code = await codeOf(ana.id);
    expect(await redeemLinkCode(store(), clock, code, { person: await fresh(bea.id) })).toMatchObject({
      reason: 'wrong-status',
    });
    expect((await whoseAddress(store(), phone('+15550102')))?.id).toBe(bea.id);
    expect((await fresh(ana.id)).addresses).toHaveLength(1);
  });

  test('should take a code once, for ten minutes, and the latest only', async () => {
    const ana = await person('Ana Silva', phone('+15550101'));
    const first = await codeOf(ana.id);
    const second = await codeOf(ana.id);
    const says = (code: string, value: string) => redeemLinkCode(store(), clock, code, { address: web(value) });
    expect(await says(first, 'dl_1')).toMatchObject({ reason: 'wrong-code' });
    granted(await says(second.toLowerCase(), 'dl_1'));
    expect(await says(second, 'dl_2')).toMatchObject({ reason: 'wrong-code' });
    const third = await codeOf(ana.id);
    now += LINK_MINUTES * 60_000;
    expect(await says(third, 'dl_3')).toMatchObject({ reason: 'wrong-code' });
    expect(await whoseAddress(store(), web('dl_2'))).toBeUndefined();
  });

  test('should look at no code of who has guessed too often, right ones included', async () => {
    const ana = await person('Ana Silva', phone('+15550101'));
    const code = await codeOf(ana.id);
    const guess = (said: string) => redeemLinkCode(store(), clock, said, { address: web('dl_mallory') });
    for (let n = 0; n < MAX_WRONG; n += 1) await guess(`AAAA${n}A`);
    expect(await guess(code)).toMatchObject({ reason: 'wrong-code', detail: expect.stringContaining('too many') });
    expect(await whoseAddress(store(), web('dl_mallory'))).toBeUndefined();
    granted(await redeemLinkCode(store(), clock, code, { address: web('dl_ana') }));
  });

  test('should not give one code to two who say it at once', async () => {
    const ana = await person('Ana Silva', phone('+15550101'));
    const code = await codeOf(ana.id);
    const outcomes = await Promise.all(
      ['dl_1', 'dl_2', 'dl_3'].map((value) => redeemLinkCode(store(), clock, code, { address: web(value) })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await fresh(ana.id)).addresses).toHaveLength(2);
  });

  test('should end as one person with every address when two link each other at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const one = await person('Ana', phone(`+1555010${round}`));
      const two = await person('Ana Silva', { door: 'teams', value: `ana ${round}` });
      const used = round % 2 === 0 ? await tripOf(two.id) : undefined;
      const [codeOne, codeTwo] = [await codeOf(one.id), await codeOf(two.id)];
      const outcomes = await Promise.all([
        redeemLinkCode(store(), clock, codeOne, { person: two }),
        redeemLinkCode(store(), clock, codeTwo, { person: one }),
      ]);
      for (const outcome of outcomes) granted(outcome);
      const [a, b] = await Promise.all([personBehind(store(), one.id), personBehind(store(), two.id)]);
      expect(a?.id).toBe(b?.id);
      expect(a?.addresses).toHaveLength(2);
      if (used) expect((await memberOf(store(), a?.id ?? '', used)).ok).toBe(true);
      for (const address of [...one.addresses, ...two.addresses])
        expect((await whoseAddress(store(), address))?.id).toBe(a?.id);
    }
  });

  test('should lose no trip that an account joins while it is being linked', async () => {
    const host = await person('Host', { door: 'teams', value: 'host' });
    const tripId = await tripOf(host.id);
    for (let round = 0; round < 5; round += 1) {
      const organizer = granted(await organizerOf(store(), host.id, tripId, 'only the organizer')).organizer;
      const invited = await inviteFamily(store(), clock, organizer, { familyName: `Family ${round}` });
      const main = await person('Ana Silva', { door: 'teams', value: `ana ${round}` });
      const other = await person('Ana', phone(`+1555020${round}`));
      const code = await codeOf(main.id);
      const [linked] = await Promise.all([
        redeemLinkCode(store(), clock, code, { person: other }),
        acceptInvitation(store(), clock, granted(invited).invitation.code, { person: other }),
      ]);
      const who = (await personBehind(store(), other.id))?.id ?? '';
      expect((await memberOf(store(), who, tripId)).ok).toBe(true);
      expect(linked.ok ? who : 'two people').toBe(
        linked.ok ? (await personBehind(store(), main.id))?.id : 'two people',
      );
    }
  });

  test('should give the seat to who the account went up in, when it is linked while it sits down', async () => {
    const host = await person('Host', { door: 'teams', value: 'host' });
    const tripId = await tripOf(host.id);
    const { organizer } = granted(await organizerOf(store(), host.id, tripId, 'only the organizer'));
    const { invitation } = granted(await inviteFamily(store(), clock, organizer, { familyName: 'Silva' }));
    const main = await person('Ana Silva', { door: 'teams', value: 'ana' });
    const other = await person('Ana', phone('+15550201'));
    const code = await codeOf(main.id);
    let linked = false;
    const linkingMeanwhile: Records = {
      ...store(),
      commit: async (pk, changes) => {
        const sitsDown =
          pk === tripId && changes.some((change) => 'put' in change && change.put.type === 'participation');
        if (sitsDown && !linked) {
          linked = true;
          // The note of the seat in the family's own partition is not there yet when the account is looked into.
          await store().commit(other.familyId, [{ remove: `participation_${tripId}_${other.familyId}` }]);
          granted(await redeemLinkCode(store(), clock, code, { person: other }));
        }
        return store().commit(pk, changes);
      },
    };
    const accepted = await acceptInvitation(linkingMeanwhile, clock, invitation.code, { person: other });
    expect(granted(accepted).joined.person.id).toBe(main.id);
    expect((await familiesIn(store(), tripId)).map(({ adminId }) => adminId)).toEqual([host.id, main.id]);
  });

  test('should let someone whose account is empty take their place in a family', async () => {
    const bea = await person('Bea Chen', phone('+15550102'));
    const wei = await person('Wei', phone('+15550103'));
    const { member } = granted(await addMember(store(), await admin(bea.id), { name: 'Wei' }));
    const { code } = granted(await inviteMember(store(), clock, await admin(bea.id), member.id)).invitation;
    const { joined } = granted(await acceptInvitation(store(), clock, code, { person: wei }));
    expect(joined.person.familyId).toBe(bea.familyId);
    expect((await admin(bea.id)).family.members.map(({ userId }) => userId)).toEqual([bea.id, wei.id]);
    expect(await store().read(families, wei.familyId, wei.familyId)).toBeUndefined();
    // Another with a trip of their own is not taken out of it.
    const dan = await person('Dan Ruiz', phone('+15550104'));
    await tripOf(dan.id);
    const second = granted(await addMember(store(), await admin(bea.id), { name: 'Dan' })).member;
    const forDan = granted(await inviteMember(store(), clock, await admin(bea.id), second.id)).invitation.code;
    expect(await acceptInvitation(store(), clock, forDan, { person: dan })).toMatchObject({ reason: 'wrong-status' });
  });
});

describe('guests by link', () => {
  let now: number;
  const clock = { now: () => now };
  let opened: OpenedStore;
  let ana: string;
  let tripId: string;
  const store = () => opened.store;
  const seat = async (userId: string) => granted(await memberOf(store(), userId, tripId)).member;
  const come = (token: string, value: string) =>
    joinAsGuest(store(), clock, token, { newcomer: { address: web(value) } });

  beforeEach(async () => {
    now = Date.parse('2027-01-01T12:00:00Z');
    opened = await openSqliteStore(clock);
    ana = (await register(store(), clock, { name: 'Ana Silva', address: { door: 'teams', value: 'ana' } })).person.id;
    const { admin } = granted(await familyAdminOf(store(), ana));
    const made = await createTrip(store(), clock, admin, { name: 'Lisbon', destination: 'Lisbon' });
    tripId = granted(made).trip.id;
  });
  afterEach(() => opened.close());

  test('should have a family of their own with its vote, until the trip is full', async () => {
    const { token } = granted(await giveGuestLink(store(), clock, await seat(ana), 'family'));
    expect(granted(await giveGuestLink(store(), clock, await seat(ana), 'family')).token).toBe(token);
    const { joined } = granted(await come(token, 'dl_1'));
    expect(joined.person).toMatchObject({ guest: true });
    expect(await seat(joined.person.id)).toMatchObject({ isFamilyAdmin: true, isOrganizer: false });
    expect(granted(await come(token, 'dl_1')).joined.already).toBe(true);
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => come(token, `dl_more_${n}`)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
    expect(await familiesIn(store(), tripId)).toHaveLength(6);
  });

  test('should be one more of the family that lets them in, and no more than it may hold', async () => {
    const { token } = granted(await giveGuestLink(store(), clock, await seat(ana), 'member'));
    const outcomes = await Promise.all(Array.from({ length: 14 }, (_, n) => come(token, `dl_${n}`)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(11);
    const { admin } = granted(await familyAdminOf(store(), ana));
    expect(admin.family.members).toHaveLength(12);
    expect((await familiesIn(store(), tripId))[0]?.heads).toBe(12);
  });

  test('should find the link closed when it was revoked, has run out, or never was', async () => {
    const { token } = granted(await giveGuestLink(store(), clock, await seat(ana), 'family'));
    granted(await revokeGuestLink(store(), clock, await seat(ana), 'family'));
    granted(await revokeGuestLink(store(), clock, await seat(ana), 'family'));
    expect(await come(token, 'dl_1')).toMatchObject({ reason: 'not-found' });
    const second = granted(await giveGuestLink(store(), clock, await seat(ana), 'family')).token;
    expect(second).not.toBe(token);
    now += GUEST_LINK_DAYS * 86_400_000;
    expect(await come(second, 'dl_2')).toMatchObject({ reason: 'not-found' });
    expect(await come('AAAAAAAAAAAAAAAAAAAAAA', 'dl_3')).toMatchObject({ reason: 'not-found' });
    expect(await familiesIn(store(), tripId)).toHaveLength(1);
  });

  test('should let nobody else in, and keep what they did when they claim an account', async () => {
    const { token } = granted(await giveGuestLink(store(), clock, await seat(ana), 'family'));
    const { joined } = granted(await come(token, 'dl_1'));
    expect(await giveGuestLink(store(), clock, await seat(joined.person.id), 'member')).toMatchObject({
      reason: 'not-allowed',
    });
    const { code } = await askLinkCode(store(), clock, joined.person);
    const used = await redeemLinkCode(store(), clock, code, { address: phone('+15550142') });
    expect(granted(used).linked.person).toMatchObject({ id: joined.person.id });
    expect(granted(used).linked.person.guest).toBeUndefined();
    expect((await giveGuestLink(store(), clock, await seat(joined.person.id), 'member')).ok).toBe(true);
  });
});
