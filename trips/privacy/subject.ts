import { documents } from '../documents/document.ts';
import { type Family, families } from '../families/family.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { conversationKey } from '../notifications/listener.ts';
import { addressKey } from '../people/addresses.ts';
import { type Person, people } from '../people/person.ts';
import { agreedAt, type SpokenIn, spokenIn } from '../people/spoken-in.ts';
import type { Records } from '../records.ts';
import { tasks } from '../tasks/task.ts';
import { tripsOf } from '../trips/create-trip.ts';
import { formerFamilies } from '../trips/former-family.ts';
import { participations, trips } from '../trips/trip.ts';

/** A conversation in which somebody has spoken. */
export type Spoken = Pick<SpokenIn, 'door' | 'conversation' | 'key' | 'group'>;

/** Whom an export or an erasure is about, and everything by which what concerns them is found. Plain data, so that it can be kept and read again. */
export interface Subject {
  readonly userId: UserId;
  /** When it was found out; a UTC instant. */
  readonly at: string;
  readonly name: string;
  readonly familyId: FamilyId;
  readonly familyName: string;
  /** They speak for their family. */
  readonly isFamilyAdmin: boolean;
  /** Who speaks for the family without them; absent when no grown-up in it has an account then, and it goes with them. */
  readonly heir?: UserId | undefined;
  /** The accounts it covers: the person's, and those that cannot be without them (a child's, the made-up ones of a sample trip). */
  readonly people: readonly UserId[];
  /** The families that go. */
  readonly families: readonly FamilyId[];
  /** Every trip that concerns them, and those of them in which nobody is left. */
  readonly trips: readonly TripId[];
  readonly emptyTrips: readonly TripId[];
  /** Who organizes a trip after them, by trip. */
  readonly organizers: Readonly<Record<TripId, { readonly userId: UserId; readonly familyId: FamilyId }>>;
  /** Documents that go: those they added, and those of a family or a trip that goes. */
  readonly documents: readonly string[];
  /** Work they asked for. */
  readonly tasks: readonly string[];
  /** Keys of their addresses. */
  readonly addresses: readonly string[];
  readonly conversations: readonly Spoken[];
}

/** Who speaks for a family when somebody goes: its admin if that is another, else the first grown-up with an account, in the family's own order. */
export const heirOf = (
  { adminId, members }: Pick<Family, 'adminId' | 'members'>,
  leaving: UserId,
): UserId | undefined =>
  adminId !== leaving
    ? adminId
    : members.find(({ userId, child }) => userId !== undefined && userId !== leaving && !child)?.userId;

/** Accounts of children in a family. */
const childAccounts = ({ members }: Pick<Family, 'members'>): readonly UserId[] =>
  members.flatMap(({ userId, child }) => (child && userId !== undefined ? [userId] : []));

/**
 * Everything by which what concerns a person is found; nothing when there is no such person. A family's admin answers
 * for its children: an export covers their accounts too, and so does an erasure that leaves no grown-up.
 */
export const subjectOf = async (
  records: Records,
  userId: UserId,
  purpose: 'export' | 'erasure',
  at: string,
): Promise<Subject | undefined> => {
  const person = await records.read(people, userId, userId);
  if (!person) return undefined;
  const family = await records.read(families, person.familyId, person.familyId);
  const heir = family && heirOf(family, userId);
  const isFamilyAdmin = family?.adminId === userId;
  const answersForChildren = purpose === 'export' ? isFamilyAdmin : heir === undefined;
  const children = family && answersForChildren ? childAccounts(family).filter((id) => id !== userId) : [];
  const covered = [person, ...(await Promise.all(children.map((id) => records.read(people, id, id)))).filter(isThere)];

  const present = (await tripsOf(records, person)).map(({ tripId }) => tripId);
  const left = (await records.list(formerFamilies, person.familyId)).map(({ tripId }) => tripId);
  const past = [...left, ...covered.flatMap(({ pastTrips = [] }) => pastTrips)];
  const places = await Promise.all(present.map((tripId) => placeIn(records, person, tripId, heir)));
  const made = places.flatMap(({ sampleFamilies }) => sampleFamilies);
  const account = [
    ...covered.flatMap(({ id, mergedFrom = [] }) => [id, ...mergedFrom]),
    ...made.flatMap(({ adminId }) => (adminId === userId ? [] : [adminId])),
  ];
  const going = [...(heir === undefined ? [person.familyId] : []), ...made.map(({ familyId }) => familyId)];
  const emptyTrips = places.flatMap(({ tripId, empty }) => (empty ? [tripId] : []));
  const ids = [...new Set([...present, ...past])];
  const papers = (await Promise.all(ids.map((tripId) => records.list(documents, tripId)))).flat();
  const work = (await Promise.all(ids.map((tripId) => records.list(tasks, tripId)))).flat();
  return {
    userId,
    at,
    name: person.name,
    familyId: person.familyId,
    familyName: family?.name ?? '',
    isFamilyAdmin,
    heir,
    people: account,
    families: going,
    trips: ids,
    emptyTrips,
    organizers: Object.fromEntries(places.flatMap(({ tripId, next }) => (next ? [[tripId, next]] : []))),
    documents: papers
      .filter(
        ({ addedBy, familyId, tripId }) =>
          account.includes(addedBy) || going.includes(familyId ?? '') || emptyTrips.includes(tripId),
      )
      .map(({ id }) => id),
    tasks: work.filter(({ requestedBy }) => account.includes(requestedBy)).map(({ id }) => id),
    addresses: (await Promise.all(covered.map((one) => agreedAt(records, one))))
      .flat()
      .map((address) => addressKey(records, address)),
    conversations: (await Promise.all(covered.map((one) => spokenBy(records, one)))).flat(),
  };
};

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** A trip as it will be without the person. */
const placeIn = async (records: Records, person: Person, tripId: TripId, heir: UserId | undefined) => {
  const [trip, all] = await Promise.all([records.read(trips, tripId, tripId), records.list(participations, tripId)]);
  const organizes = trip?.organizerId === person.id;
  const isSample = trip?.sample === true && organizes;
  const [first] = [...all]
    .filter(({ familyId }) => familyId !== person.familyId)
    .sort((one, other) => one.joinedAt.localeCompare(other.joinedAt));
  const empty = isSample || (heir === undefined && first === undefined);
  const heirs =
    heir === undefined
      ? first && { userId: first.adminId, familyId: first.familyId }
      : { userId: heir, familyId: person.familyId };
  return { tripId, empty, sampleFamilies: isSample ? all : [], next: organizes && !empty ? heirs : undefined };
};

/** Where a person has spoken: as noted when they did, and the phones they are known by. */
const spokenBy = async (records: Records, person: Person): Promise<readonly Spoken[]> => {
  const accounts = [person.id, ...(person.mergedFrom ?? [])];
  const noted: readonly Spoken[] = (await Promise.all(accounts.map((id) => records.list(spokenIn, id)))).flat();
  const phones = person.addresses
    .filter(({ door }) => door === 'sms')
    .map(({ value }): Spoken => {
      const key = conversationKey(records, 'sms', value);
      return { door: 'sms', conversation: value, key, group: false };
    });
  const all = [...noted, ...phones.filter(({ key }) => !noted.some((one) => one.key === key))];
  return all.map(({ door, conversation, key, group }) => ({ door, conversation, key, group }));
};
