import { type Clock, instant } from '../clock.ts';
import { type Family, families } from '../families/family.ts';
import type { UserId } from '../ids.ts';
import { changeAddress } from '../people/addresses.ts';
import { MERGED_ID, MERGED_TTL_S, type MergedPerson, personBehind } from '../people/merged-person.ts';
import type { Address, Person } from '../people/person.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { participations } from '../trips/trip.ts';

/** An account in which nothing has been done: alone in a family of its own, with no trip but a sample, and nothing said. */
export const isEmptyAccount = async (records: Records, person: Person): Promise<boolean> => {
  if (person.superAdmin || person.restrictedAt !== undefined) return false;
  const family = await records.read(families, person.familyId, person.familyId);
  return (family === undefined || isBare(family, person.id)) && (await hasNoTrip(records, person.familyId));
};

const isBare = ({ adminId, members, preferences, emergencyContacts }: Family, userId: UserId): boolean =>
  adminId === userId &&
  members.every((member) => member.userId === userId) &&
  emergencyContacts.length === 0 &&
  Object.values(preferences).every((said) =>
    said === undefined || (typeof said === 'object' && 'amount' in said)
      ? said === undefined
      : Object.keys(said).length === 0,
  );

const hasNoTrip = async (records: Records, familyId: string): Promise<boolean> =>
  (await records.list(participations, familyId)).length === 0;

/** Whether the account was proved by more than a visit to the web page. */
const proved = (addresses: readonly Address[]): boolean => addresses.some(({ door }) => door !== 'web');

/** Adds ways to reach a person, those of an account that went up in theirs with its id `from`; a guest who has proved one is a guest no longer. Undefined when the account is gone. */
export const addAddresses = (
  records: Records,
  userId: UserId,
  added: readonly Address[],
  from?: UserId,
): Promise<Stored<Person> | undefined> =>
  retrying(async () => {
    const person = await personBehind(records, userId);
    if (!person) return undefined;
    const fresh = added.filter(
      (one) => !person.addresses.some(({ door, value }) => door === one.door && value === one.value),
    );
    const addresses = [...person.addresses, ...fresh];
    const guest = person.guest && !proved(addresses) ? true : undefined;
    const mergedFrom = from === undefined ? person.mergedFrom : [...new Set([...(person.mergedFrom ?? []), from])];
    const isSame = guest === person.guest && mergedFrom?.length === person.mergedFrom?.length;
    if (fresh.length === 0 && isSame) return person;
    const next: Person = { ...person, addresses, guest, mergedFrom };
    const commit = await records.commit(person.id, [{ put: next, ifMatch: person._etag }]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : 'conflict';
  });

/**
 * Lets an empty account go up in another: whoever comes from one of its addresses is that other person from now on.
 * `in-use` when it turns out not to be empty after all; then nothing has changed. Repeating it ends what was begun.
 */
export const absorb = async (
  records: Records,
  clock: Clock,
  from: Stored<Person>,
  into: UserId,
): Promise<Stored<Person> | 'in-use' | 'changed'> => {
  const merged: MergedPerson = {
    ...{ pk: from.id, id: MERGED_ID, type: 'merged_user', _schema_version: 1, ttl: MERGED_TTL_S },
    ...{ into, at: instant(clock) },
  };
  const { _etag, ...before } = from;
  const gone = await records.commit(from.id, [{ remove: from.id, ifMatch: _etag }, { put: merged }]);
  if (!gone.ok) return 'changed';
  // From here on nobody acts as that account. What it did in the moment before is seen now, and undoes this.
  if (!(await isEmptyAccount(records, from)) || !(await dropFamily(records, from))) {
    await records.commit(from.id, [{ put: before, ifAbsent: true }, { remove: MERGED_ID }]);
    return 'in-use';
  }
  for (const address of from.addresses) {
    await changeAddress(records, address, (entry) => ({
      ...entry,
      userId: entry.userId === undefined || entry.userId === from.id ? into : entry.userId,
    }));
  }
  return (await addAddresses(records, into, from.addresses, from.id)) ?? 'changed';
};

/** Takes away the family of an account in which nothing was done; false when there is more in it. */
export const dropFamily = async (
  records: Records,
  { id, familyId }: Pick<Person, 'id' | 'familyId'>,
): Promise<boolean> => {
  const family = await records.read(families, familyId, familyId);
  if (!family) return true;
  if (!isBare(family, id)) return false;
  return (await records.commit(familyId, [{ remove: familyId, ifMatch: family._etag }])).ok;
};

/** Of two accounts the one that goes up in the other, whoever asks and in whatever order; undefined when both are in use. */
export const whichGoes = async (
  records: Records,
  one: Stored<Person>,
  other: Stored<Person>,
): Promise<{ readonly goes: Stored<Person>; readonly stays: Stored<Person> } | undefined> => {
  const [younger, older] = [one, other].sort((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1,
  ) as [Stored<Person>, Stored<Person>];
  if (await isEmptyAccount(records, younger)) return { goes: younger, stays: older };
  if (await isEmptyAccount(records, older)) return { goes: older, stays: younger };
  return undefined;
};

/** Why somebody whose account is in use does not take a place in another family, in words. */
export const KEEPS_OWN =
  'you have a family or a trip of your own here, and I do not mix families: leave it first, then use this again';
