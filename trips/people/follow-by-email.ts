import { type Clock, instant } from '../clock.ts';
import { codeOf, newId, type UserId } from '../ids.ts';
import type { Language } from '../language.ts';
import { addAddresses } from '../linking/merge-accounts.ts';
import { tellOne } from '../notifications/fact.ts';
import { conversationKey, type Listener, listenerId, listeners } from '../notifications/listener.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { changeAddress, optIn, readAddress, spendUnasked } from './addresses.ts';
import { mayTry, WINDOW_MINUTES, wasWrong } from './attempts.ts';
import { personBehind } from './merged-person.ts';
import type { Person } from './person.ts';

/** Minutes for which a code that was mailed works, at least. */
export const MAIL_CODE_MINUTES = 60;
/** What a person has agreed to by following. */
const WORDING = 'e-mail me the news';

/** The code that proves who reads an address. Nothing is kept of it: the same person, address and hour give the same. */
export const mailCode = (
  records: Pick<Records, 'lookupKey'>,
  clock: Clock,
  userId: UserId,
  email: string,
  hoursAgo: 0 | 1 = 0,
): string => {
  const hour = Math.floor(clock.now() / (MAIL_CODE_MINUTES * 60_000)) - hoursAgo;
  return codeOf(records.lookupKey(`mail code ${userId} ${email} ${hour}`));
};

/** Whether the address is proved to be the person's. */
const isTheirs = ({ addresses }: Person, email: string): boolean =>
  addresses.some(({ door, value }) => door === 'email' && value === email);

/**
 * Has the trip's news mailed to an address that is known to be the speaker's (`following`); to any other goes a code for
 * {@link followByEmail}. `too-many` or `not-allowed` where an address may not be written to unasked.
 */
export const askToFollow = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  email: string,
  language?: Language,
): Promise<Outcome<{ readonly following: boolean }>> => {
  const { person } = member;
  if (isTheirs(person, email)) {
    await listenByEmail(records, clock, member, email, language);
    return { ok: true, following: true };
  }
  const address = { door: 'email' as const, value: email };
  if ((await readAddress(records, address))?.optedOutAt !== undefined)
    return rejected('not-allowed', 'whoever reads that address asked me for no more mail');
  const may = await spendUnasked(records, clock, address, newId('message'));
  if (!may.ok) return rejected('too-many', 'I have written there as often as I may without being asked; try another');
  const code = mailCode(records, clock, person.id, email);
  await records.commit(person.id, [
    tellOne(
      person.id,
      { door: 'email', conversation: email, unasked: true },
      { kind: 'email-code', userId: person.id, code, language },
      instant(clock),
    ),
  ]);
  return { ok: true, following: false };
};

/**
 * With the code that was mailed there, the address is the speaker's and the trip's news goes to it from now on. `wrong-code`
 * for one that is wrong or has run out, and for every one after too many; `wrong-status` when the address is another account's.
 */
export const followByEmail = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  {
    email,
    code,
    language,
  }: { readonly email: string; readonly code: string; readonly language?: Language | undefined },
): Promise<Outcome<object>> => {
  const { person } = member;
  if (!(await mayTry(records, clock, person.id)))
    return rejected('wrong-code', `too many wrong codes: try again in ${WINDOW_MINUTES} minutes`);
  const good = ([0, 1] as const).map((ago) => mailCode(records, clock, person.id, email, ago));
  if (!good.includes(code.trim().toUpperCase())) {
    await wasWrong(records, clock, person.id);
    return rejected('wrong-code', 'that code is wrong or has run out: ask for another (EMAIL ME THE NEWS)');
  }
  const entry = await changeAddress(records, { door: 'email', value: email }, (current) => ({
    ...current,
    userId: current.userId ?? person.id,
  }));
  const owner = entry.userId === undefined ? undefined : await personBehind(records, entry.userId);
  if (owner && owner.id !== person.id)
    return rejected('wrong-status', 'that address belongs to another account of yours: link the two first (LINK)');
  await addAddresses(records, person.id, [{ door: 'email', value: email }]);
  await listenByEmail(records, clock, member, email, language);
  return { ok: true };
};

const mailboxesOf = async (records: Records, { person, trip }: TripMember): Promise<readonly Listener[]> =>
  (await records.list(listeners, trip.id)).filter(({ door, userId }) => door === 'email' && userId === person.id);

/** The address to which the speaker has this trip's news mailed. */
export const followedAt = async (records: Records, member: TripMember): Promise<string | undefined> =>
  (await mailboxesOf(records, member))[0]?.conversation;

/** Ends the mails about this trip to the speaker; `ended` is false when there were none. */
export const unfollowByEmail = async (
  records: Records,
  member: TripMember,
): Promise<Outcome<{ readonly ended: boolean }>> => {
  const { trip } = member;
  const theirs = await mailboxesOf(records, member);
  if (theirs.length > 0)
    await records.commit(
      trip.id,
      theirs.map(({ id }) => ({ remove: id })),
    );
  return { ok: true, ended: theirs.length > 0 };
};

const listenByEmail = async (
  records: Records,
  clock: Clock,
  { person, trip, participation }: TripMember,
  email: string,
  language: Language | undefined,
): Promise<void> => {
  await optIn(records, clock, { door: 'email', value: email }, WORDING);
  const listener: Listener = {
    pk: trip.id,
    id: listenerId(conversationKey(records, 'email', email)),
    type: 'listener',
    _schema_version: 1,
    tripId: trip.id,
    ...{ door: 'email', conversation: email, group: false },
    userId: person.id,
    familyId: participation.familyId,
    ...(language ? { language } : {}),
  };
  await records.commit(trip.id, [{ put: listener }]);
};
