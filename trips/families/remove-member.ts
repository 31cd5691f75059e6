import { type Clock, instant } from '../clock.ts';
import { idFrom, newId } from '../ids.ts';
import { tellOne } from '../notifications/fact.ts';
import { listeners } from '../notifications/listener.ts';
import { type Person, people } from '../people/person.ts';
import { familyOf } from '../people/register.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin, FamilyMember } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { participations } from '../trips/trip.ts';
import { type Family, families, type Member } from './family.ts';

interface Parted {
  readonly family: Family;
  readonly member: Member;
}

/** Takes a person out of the admin's family. Whoever has an account keeps it, with a family of their own, and is told. */
export const removeMember = async (
  records: Records,
  clock: Clock,
  { family: { id, adminId } }: FamilyAdmin,
  memberId: string,
  ifMatch?: string,
): Promise<Outcome<Parted>> => {
  const family = await records.read(families, id, id);
  const member = family?.members.find((one) => one.id === memberId);
  if (!family || !member) return rejected('not-found');
  if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
  if (member.userId === adminId)
    return rejected(
      'not-allowed',
      'whoever speaks for the family cannot be taken out: make somebody else its admin first',
    );
  return takeOut(records, clock, family, member, 'told');
};

/** Leaves the family one was invited into, for one of one's own. Its admin hands it over first. */
export const leaveFamily = async (
  records: Records,
  clock: Clock,
  { person, familyId }: FamilyMember,
): Promise<Outcome<Parted>> => {
  const family = await records.read(families, familyId, familyId);
  const member = family?.members.find(({ userId }) => userId === person.id);
  if (!family || !member) return rejected('not-found');
  if (family.adminId === person.id)
    return rejected('not-allowed', 'you speak for this family: make somebody else its admin first');
  return takeOut(records, clock, family, member, 'knows');
};

const takeOut = async (
  records: Records,
  clock: Clock,
  { id }: Pick<Family, 'id'>,
  member: Member,
  who: 'told' | 'knows',
): Promise<Outcome<Parted>> => {
  const { userId } = member;
  // The person first: once they belong elsewhere nothing of the family's reaches them, and a second try does the rest.
  if (userId !== undefined) await sendAway(records, userId, id);
  const removed = await retrying(async (): Promise<Outcome<Parted> | 'conflict'> => {
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    const next: Family = { ...family, members: family.members.filter((one) => one.id !== member.id) };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, family: next, member } : 'conflict';
  });
  if (!removed.ok) return removed;
  await refreshSeats(records, removed.family);
  if (userId !== undefined) await silence(records, clock, userId, removed.family, who);
  return removed;
};

/** Gives the person a family of their own in place of this one. */
const sendAway = async (records: Records, userId: string, familyId: string): Promise<void> => {
  const trips = (await records.list(participations, familyId)).map(({ tripId }) => tripId);
  const person = await retrying(async () => {
    const current = await records.read(people, userId, userId);
    if (!current || current.familyId !== familyId) return undefined;
    const next: Person = {
      ...current,
      familyId: newId('family'),
      pastTrips: [...new Set([...(current.pastTrips ?? []), ...trips])],
    };
    return (await records.commit(userId, [{ put: next, ifMatch: current._etag }])).ok ? next : 'conflict';
  });
  if (person) await familyOf(records, person);
};

/** Their conversations no longer hear the family's trips; where it was not their own doing they are told, once. */
const silence = async (
  records: Records,
  clock: Clock,
  userId: string,
  family: Family,
  who: 'told' | 'knows',
): Promise<void> => {
  for (const { tripId } of await records.list(participations, family.id)) {
    for (const one of await records.list(listeners, tripId)) {
      if (one.userId !== userId || one.familyId !== family.id) continue;
      await records.commit(tripId, [{ remove: one.id }]);
      if (who === 'knows') continue;
      const { door, conversation, group, reference } = one;
      const about = { kind: 'removed-from-family' as const, familyName: family.name };
      const id = idFrom('fact', 'removed-from-family', family.id, userId, one.id);
      await records.commit(family.id, [
        tellOne(family.id, { door, conversation, group, reference }, about, instant(clock), id),
      ]);
    }
  }
};
