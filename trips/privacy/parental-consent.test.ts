import { PERSONAL_KINDS } from '../../app/personal-kinds.ts';
import { erasePeople } from '../../jobs/erase-people.ts';
import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { addMember } from '../families/add-member.ts';
import { type Family, families } from '../families/family.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteMember } from '../invitations/invite.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { optIn, optOut } from '../people/addresses.ts';
import { people } from '../people/person.ts';
import { register } from '../people/register.ts';
import { sayAge } from '../people/say-age.ts';
import { openPoll } from '../polls/open-poll.ts';
import type { Records } from '../records.ts';
import { familyAdminOf, memberOf } from '../roles/permission.ts';
import { createTrip } from '../trips/create-trip.ts';
import { consentId, consents } from './consent.ts';
import { CHILD_NOTICE } from './notices.ts';
import { confirmParentalConsent, giveParentalConsent, withdrawParentalConsent } from './parental-consent.ts';

const AGREED = { said: 'I agree', language: 'en' } as const;

describe('a child under 13', () => {
  let time: number;
  let opened: OpenedStore;
  let records: Records;
  let parent: string;
  let mia: string;
  const clock = { now: () => time };
  const admin = async () => granted(await familyAdminOf(records, parent)).admin;
  beforeEach(async () => {
    time = Date.parse('2027-03-01T10:00:00Z');
    opened = await openSqliteStore(clock);
    records = opened.store;
    const phone = { door: 'sms' as const, value: '+15550102' };
    parent = (await register(records, clock, { name: 'Bea Chen', address: phone })).person.id;
    await optIn(records, clock, phone, 'Hi');
    mia = granted(await addMember(records, await admin(), { name: 'Mia', age: 8 })).member.id;
  });
  afterEach(() => opened.close());

  /** The second message to the parent: when it is due, and the code in it. */
  const secondMessage = async () => {
    const { family } = await admin();
    const notice = (await records.list(outboxFacts, family.id)).find(({ fact }) => fact.kind === 'parental-consent');
    if (notice?.fact.kind !== 'parental-consent') throw new Error('no second message');
    return { code: notice.fact.code, dueAt: notice.dueAt, to: notice.to };
  };
  const join = async () => {
    const { invitation } = granted(await inviteMember(records, clock, await admin(), mia));
    const address = { door: 'sms' as const, value: '+15550108' };
    return granted(await acceptInvitation(records, clock, invitation.code, { newcomer: { address } })).joined.person;
  };

  test('should get no code and no account before a parent has agreed and has answered the second message', async () => {
    expect(await inviteMember(records, clock, await admin(), mia)).toMatchObject({ reason: 'needs-consent' });
    granted(await giveParentalConsent(records, clock, await admin(), mia, AGREED));
    expect(await inviteMember(records, clock, await admin(), mia)).toMatchObject({ reason: 'needs-consent' });
    const { code, dueAt, to } = await secondMessage();
    expect(to).toMatchObject({ door: 'sms', conversation: '+15550102' });
    expect(Date.parse(dueAt) - time).toBe(60_000);
    expect(await confirmParentalConsent(records, clock, await admin(), '000000')).toMatchObject({
      reason: 'wrong-code',
    });
    granted(await confirmParentalConsent(records, clock, await admin(), code));
    expect(await join()).toMatchObject({ name: 'Mia' });
    const kept = await records.read(consents, parent, consentId(mia));
    expect(kept).toMatchObject({
      wording: CHILD_NOTICE.words('Mia', 'en'),
      version: 1,
      said: 'I agree',
      givenAt: '2027-03-01T10:00:00.000Z',
    });
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  test('should not get in with an old code once the family has said how old they are', async () => {
    const { member } = granted(await addMember(records, await admin(), { name: 'Leo', age: 20 }));
    const { invitation } = granted(await inviteMember(records, clock, await admin(), member.id));
    const { family } = await admin();
    const members = family.members.map((one) => (one.id === member.id ? { ...one, age: 7, child: true } : one));
    const told: Family = { ...family, members };
    await records.commit(family.id, [{ put: told }]);
    const address = { door: 'sms' as const, value: '+15550109' };
    expect(await acceptInvitation(records, clock, invitation.code, { newcomer: { address } })).toMatchObject({
      reason: 'needs-consent',
    });
    expect(await records.standingAlone(people, 10)).toMatchObject({ items: [{ name: 'Bea Chen' }] });
  });

  test('should be erased when the parent takes the consent back, and the family still counts them in', async () => {
    granted(await giveParentalConsent(records, clock, await admin(), mia, AGREED));
    granted(await confirmParentalConsent(records, clock, await admin(), (await secondMessage()).code));
    const child = await join();
    granted(await withdrawParentalConsent(records, clock, await admin(), mia));
    time += 5_000;
    const parts = { forget: async () => undefined, removeBlob: async () => undefined, scrub: async () => undefined };
    await erasePeople({ ...parts, records, clock, log: { info: () => undefined }, kinds: PERSONAL_KINDS }).run();
    expect(await records.read(people, child.id, child.id)).toBeUndefined();
    const { family } = await admin();
    const members = (await records.read(families, family.id, family.id))?.members;
    expect(members?.map(({ name, userId }) => [name, userId])).toEqual([
      ['Bea Chen', parent],
      ['Mia', undefined],
    ]);
  });

  test('should lose an account made without saying the age as soon as it is said', async () => {
    const address = { door: 'sms' as const, value: '+15550110' };
    const { person } = await register(records, clock, { name: 'Kim', address });
    expect(await sayAge(records, clock, person.id, 34)).toEqual({ ok: true, welcome: true });
    expect((await records.read(people, person.id, person.id))?.ageBand).toBe('adult');
    expect(await sayAge(records, clock, person.id, 9)).toEqual({ ok: true, welcome: false });
    expect(await sayAge(records, clock, person.id, 34)).toMatchObject({ reason: 'restricted' });
  });

  test('should not be consented to where the second message could never arrive', async () => {
    await optOut(records, clock, { door: 'sms', value: '+15550102' });
    expect(await giveParentalConsent(records, clock, await admin(), mia, AGREED)).toMatchObject({
      reason: 'needs-consent',
    });
  });

  test('should be shown to other families by age and never by name', async () => {
    granted(await giveParentalConsent(records, clock, await admin(), mia, AGREED));
    granted(await confirmParentalConsent(records, clock, await admin(), (await secondMessage()).code));
    const { trip } = granted(
      await createTrip(records, clock, await admin(), { name: 'Lisbon', destination: 'Lisbon' }),
    );
    const child = await join();
    const { member } = granted(await memberOf(records, child.id, trip.id));
    const options = [{ text: 'Zoo' }, { text: 'Beach' }];
    const { poll } = granted(await openPoll(records, clock, member, { question: 'Where?', options }));
    expect(poll.createdByName).toBe('child, 8');
  });
});
