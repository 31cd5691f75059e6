import { randomInt } from 'node:crypto';
import { type Clock, instant } from '../clock.ts';
import type { Member } from '../families/family.ts';
import type { Language } from '../language.ts';
import { tellOne } from '../notifications/fact.ts';
import { listeners, type Recipient } from '../notifications/listener.ts';
import { mayWriteTo } from '../people/addresses.ts';
import type { Person } from '../people/person.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { participations } from '../trips/trip.ts';
import { beginErasure } from './begin-erasure.ts';
import { needsParent } from './child-consent.ts';
import { type Consent, consentId, consents, isInForce } from './consent.ts';
import { CHILD_NOTICE } from './notices.ts';

/** The second message follows the consent after this: it must reach whoever holds the phone then. 16 CFR 312.5(b)(2). */
const SECOND_MESSAGE_MS = 60_000;
/** How long its code works. */
const CODE_MS = 7 * 86_400_000;

/** Where a person is reached alone: their phone if it may be written to, else a private chat that hears of a trip of theirs. */
const privately = async (records: Records, { id, familyId, addresses }: Person): Promise<Recipient | undefined> => {
  const phone = addresses.find(({ door }) => door === 'sms');
  if (phone && (await mayWriteTo(records, phone))) return { door: 'sms', conversation: phone.value };
  for (const { tripId } of await records.list(participations, familyId)) {
    const one = (await records.list(listeners, tripId)).find(({ userId, group }) => userId === id && !group);
    if (one) return { door: one.door, conversation: one.conversation, reference: one.reference };
  }
  return undefined;
};

/**
 * Notes a parent's consent to a child's account, with the words that were shown and said. It allows nothing yet: a code
 * goes to the parent in a second message, and counts once they have said it. `needs-consent` when there is no way to reach
 * them alone.
 */
export const giveParentalConsent = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  memberId: string,
  { said, language }: { readonly said: string; readonly language: Language },
): Promise<Outcome<{ consent: Consent; member: Member }>> => {
  const member = family.members.find(({ id }) => id === memberId);
  if (!member) return rejected('not-found');
  if (!needsParent(member)) return rejected('invalid', `${member.name} needs nobody's consent`);
  const to = await privately(records, person);
  if (!to)
    return rejected('needs-consent', 'I confirm it in a message to you alone: write to me from your phone first');
  const code = String(randomInt(100_000, 1_000_000));
  const at = instant(clock);
  const consent: Consent = {
    pk: person.id,
    id: consentId(memberId),
    type: 'consent',
    _schema_version: 1,
    purpose: 'child',
    about: memberId,
    wording: CHILD_NOTICE.words(member.name, language),
    version: CHILD_NOTICE.version,
    said: said.slice(0, 200),
    givenAt: at,
    code: records.lookupKey(`consent ${memberId} ${code}`),
  };
  await records.commit(person.id, [{ put: consent }]);
  const later = instant({ now: () => clock.now() + SECOND_MESSAGE_MS });
  await records.commit(family.id, [
    tellOne(family.id, to, { kind: 'parental-consent', memberId, familyId: family.id, code }, at, undefined, later),
  ]);
  return { ok: true, consent, member };
};

/** The parent says the code of the second message: from here on the child may have an account. */
export const confirmParentalConsent = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  code: string,
): Promise<Outcome<{ member: Member }>> =>
  retrying(async () => {
    const open = await records.list(consents, person.id);
    const said = (memberId: string): string => records.lookupKey(`consent ${memberId} ${code.trim()}`);
    const consent = open.find((one) => one.code === said(one.about) && one.withdrawnAt === undefined);
    const member = family.members.find(({ id }) => id === consent?.about);
    if (!consent || !member || Date.parse(consent.givenAt) + CODE_MS < clock.now())
      return rejected('wrong-code', 'that code is wrong or has run out');
    if (isInForce(consent)) return { ok: true as const, member };
    const next: Consent = { ...consent, confirmedAt: instant(clock) };
    const commit = await records.commit(person.id, [{ put: next, ifMatch: consent._etag }]);
    return commit.ok ? { ok: true as const, member } : 'conflict';
  });

/** Takes a consent back: the child's account, and what was said with it, is erased. Repeating it changes nothing. */
export const withdrawParentalConsent = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  memberId: string,
): Promise<Outcome<{ member: Member; erasureId?: string | undefined }>> => {
  const member = family.members.find(({ id }) => id === memberId);
  if (!member) return rejected('not-found');
  await retrying(async () => {
    const consent = await records.read(consents, person.id, consentId(memberId));
    if (!consent || consent.withdrawnAt !== undefined) return undefined;
    const next: Consent = { ...consent, withdrawnAt: instant(clock) };
    return (await records.commit(person.id, [{ put: next, ifMatch: consent._etag }])).ok ? undefined : 'conflict';
  });
  const childAccount = member.userId !== undefined && needsParent(member) ? member.userId : undefined;
  const erasureId = childAccount === undefined ? undefined : await beginErasure(records, clock, childAccount);
  return { ok: true, member, erasureId };
};
