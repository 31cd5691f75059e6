import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { FamilyId } from '../ids.ts';
import { tell, tellOne } from '../notifications/fact.ts';
import { type Listener, listeners } from '../notifications/listener.ts';
import { type Person, people } from '../people/person.ts';
import { type Change, type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember, TripOrganizer } from '../roles/permission.ts';
import { formerFamily } from './former-family.ts';
import { type Participation, participationId, participations, trips } from './trip.ts';

/** Which family is not in the trip any more. */
interface Left {
  readonly family: Participation;
}

/**
 * The family leaves the trip: its seat and its vote go, what it paid and owes stays. Only its admin decides that, and the
 * organizer hands the trip over first. Everyone else is told.
 */
export const leaveTrip = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isFamilyAdmin, isOrganizer }: TripMember,
  heardIn?: string,
): Promise<Outcome<Left>> => {
  if (!isFamilyAdmin)
    return rejected('not-allowed', `only the admin of the ${participation.familyName} family takes it out of a trip`);
  if (isOrganizer) return rejected('wrong-status', 'you organize this trip: hand it over first, or cancel it');
  return vacate(records, clock, trip.id, participation.familyId, { by: person.id, removed: false, heardIn });
};

/** Takes another family out of the trip; it is told, as everyone is. `not-found` for one that is not in it. */
export const removeFamily = async (
  records: Records,
  clock: Clock,
  { trip, person, participation }: TripOrganizer,
  familyId: FamilyId,
  heardIn?: string,
): Promise<Outcome<Left>> => {
  if (familyId === participation.familyId)
    return rejected('wrong-status', 'you organize this trip: hand it over first, or cancel it');
  return vacate(records, clock, trip.id, familyId, { by: person.id, removed: true, heardIn });
};

interface Leaving {
  readonly by: string;
  readonly removed: boolean;
  readonly heardIn?: string | undefined;
}

const vacate = async (
  records: Records,
  clock: Clock,
  tripId: string,
  familyId: FamilyId,
  { by, removed, heardIn }: Leaving,
): Promise<Outcome<Left>> => {
  const seatId = participationId(tripId, familyId);
  const left = await retrying(async (): Promise<Outcome<Left> | 'conflict'> => {
    const [trip, seat, everyone] = await Promise.all([
      records.read(trips, tripId, tripId),
      records.read(participations, tripId, seatId),
      records.list(listeners, tripId),
    ]);
    if (!trip || !seat) return rejected('not-found');
    // It became the organizer's family since the permission was given.
    if (trip.organizerId === seat.adminId) return rejected('stale');
    const at = instant(clock);
    const theirs = everyone.filter((one) => one.familyId === familyId);
    const commit = await records.commit(tripId, [
      // The trip is rewritten, so that who sits in it and who organizes it never change at once.
      { put: trip, ifMatch: trip._etag },
      { remove: seatId, ifMatch: seat._etag },
      { put: formerFamily(seat, at) },
      audited(tripId, removed ? 'removeFamily' : 'leaveTrip', by, at, { familyId, family: seat.familyName }),
      tell(tripId, { kind: 'family-left', familyName: seat.familyName, removed }, at, { heardIn }),
      ...theirs.map(({ id }): Change => ({ remove: id })),
      ...(removed ? theirs.map((one) => goodbye(tripId, trip.name, seat, one, at)) : []),
    ]);
    return commit.ok ? { ok: true as const, family: seat } : 'conflict';
  });
  // The family's own note of the trip last: without the seat in the trip it opens nothing.
  if (left.ok) {
    const memory = { ...formerFamily(left.family, instant(clock)), pk: familyId };
    await records.commit(familyId, [{ remove: seatId }, { put: memory }]);
  } else if (left.reason === 'not-found') await records.commit(familyId, [{ remove: seatId }]);
  if (left.ok) await unseat(records, left.family);
  return left;
};

const goodbye = (
  tripId: string,
  tripName: string,
  { familyName }: Participation,
  one: Listener,
  at: string,
): Change => {
  const { door, conversation, group, reference } = one;
  return tellOne(
    tripId,
    { door, conversation, group, reference },
    { kind: 'removed-from-trip', tripName, familyName },
    at,
  );
};

/** In a sample trip a person sits with another family than their own: that seat goes with it. */
const unseat = async (records: Records, { tripId, familyId, adminId }: Participation): Promise<void> => {
  await retrying(async () => {
    const person = await records.read(people, adminId, adminId);
    if (person?.seats?.[tripId] !== familyId) return undefined;
    const { [tripId]: _, ...seats } = person.seats;
    const next: Person = { ...person, seats };
    return (await records.commit(adminId, [{ put: next, ifMatch: person._etag }])).ok ? undefined : 'conflict';
  });
};
