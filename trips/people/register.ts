import { type Clock, instant } from '../clock.ts';
import { type Family, families, noPreferences } from '../families/family.ts';
import { type FamilyId, newId } from '../ids.ts';
import { PathfinderError } from '../pathfinder-error.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { changeAddress, whoseAddress } from './addresses.ts';
import { type Address, type Person, people } from './person.ts';

export interface Registered {
  readonly person: Stored<Person>;
  readonly family: Stored<Family>;
  /** False when the address already had an account. */
  readonly created: boolean;
}

/** A surname to call a new family by: the given one, else the last word of the person's name. */
export const familyNameOf = (personName: string, given?: string): string => {
  const name = (given ?? personName.trim().split(/\s+/).at(-1) ?? '')
    .replace(/^the\s+/i, '')
    .replace(/\s+family$/i, '')
    .trim();
  return name === '' ? 'New' : name.slice(0, 60);
};

/**
 * Makes an account for an address, with a family of its own whose admin it is; or joins `into` as a member.
 * The address is claimed first, so racing registrations of one address make one person.
 */
export const register = async (
  records: Records,
  clock: Clock,
  who: {
    name: string;
    address: Address;
    familyName?: string | undefined;
    into?: { familyId: FamilyId; memberId?: string | undefined };
    /** Came without proving an address: by a link, to the web page. */
    guest?: boolean | undefined;
  },
): Promise<Registered> => {
  const existing = await whoseAddress(records, who.address);
  if (existing) return { person: existing, family: await familyOf(records, existing), created: false };

  const entry = await changeAddress(records, who.address, (current) => ({
    ...current,
    userId: current.userId ?? newId('user'),
  }));
  const userId = entry.userId ?? newId('user');
  const name = who.name.trim().slice(0, 60) || 'Guest';
  const familyId = who.into?.familyId ?? newId('family');

  const person: Person = {
    pk: userId,
    id: userId,
    type: 'user',
    _schema_version: 1,
    name,
    familyId,
    addresses: [who.address],
    guest: who.guest ? true : undefined,
    createdAt: instant(clock),
  };
  const saved = await records.commit(userId, [{ put: person, ifAbsent: true }]);
  if (!saved.ok) {
    const winner = await records.read(people, userId, userId);
    if (winner) return { person: winner, family: await familyOf(records, winner), created: false };
  }
  if (who.into) await takePlace(records, familyId, { userId, name, memberId: who.into.memberId });
  else await foundFamily(records, clock, person, familyNameOf(name, who.familyName));
  return {
    person: await present(records.read(people, userId, userId)),
    family: await familyOf(records, person),
    created: true,
  };
};

const present = async <T>(reading: Promise<T | undefined>): Promise<T> => {
  const found = await reading;
  if (found === undefined) throw new PathfinderError('internal', 'a document just written is not there');
  return found;
};

/** A person's family. A registration that was cut short between its two documents is completed here. */
export const familyOf = async (records: Records, person: Person): Promise<Stored<Family>> => {
  const family = await records.read(families, person.familyId, person.familyId);
  if (family) return family;
  await foundFamily(records, { now: () => Date.parse(person.createdAt) }, person, familyNameOf(person.name));
  return present(records.read(families, person.familyId, person.familyId));
};

const foundFamily = async (records: Records, clock: Clock, person: Person, name: string): Promise<void> => {
  const family: Family = {
    pk: person.familyId,
    id: person.familyId,
    type: 'family',
    _schema_version: families.version,
    name,
    adminId: person.id,
    members: [{ id: newId('member'), name: person.name, child: false, userId: person.id }],
    preferences: noPreferences,
    emergencyContacts: [],
    createdAt: instant(clock),
  };
  await records.commit(person.familyId, [{ put: family, ifAbsent: true }]);
};

/** Gives a person their place among the family's members: the one kept for them, else a new one. */
export const takePlace = (
  records: Records,
  familyId: FamilyId,
  who: { userId: string; name: string; memberId?: string | undefined },
): Promise<void> =>
  retrying(async () => {
    const family = await present(records.read(families, familyId, familyId));
    if (family.members.some((member) => member.userId === who.userId)) return;
    const seat = family.members.find((member) => member.id === who.memberId && member.userId === undefined);
    const members = seat
      ? family.members.map((member) => (member === seat ? { ...member, userId: who.userId } : member))
      : [...family.members, { id: newId('member'), name: who.name, child: false, userId: who.userId }];
    const next: Family = { ...family, members };
    const commit = await records.commit(familyId, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? undefined : 'conflict';
  });

/** Adds another way to reach a person. Refused (`false`) when the address belongs to someone else. */
export const linkAddress = async (records: Records, personId: string, address: Address): Promise<boolean> => {
  const entry = await changeAddress(records, address, (current) => ({
    ...current,
    userId: current.userId ?? personId,
  }));
  if (entry.userId !== personId) return false;
  await retrying(async () => {
    const person = await present(records.read(people, personId, personId));
    if (person.addresses.some(({ door, value }) => door === address.door && value === address.value)) return true;
    const next: Person = { ...person, addresses: [...person.addresses, address] };
    const commit = await records.commit(personId, [{ put: next, ifMatch: person._etag }]);
    return commit.ok ? true : 'conflict';
  });
  return true;
};
