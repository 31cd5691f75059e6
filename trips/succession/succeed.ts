import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type FamilyId, newId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { people } from '../people/person.ts';
import { type Change, type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { settledAlready } from '../trips/set-status.ts';
import { type Participation, type Trip, trips } from '../trips/trip.ts';
import { ALONE_HOURS, electors, latestSuccession, missing, SUCCESSION_DAYS, type Succession } from './succession.ts';

type Proposed = { readonly succession: Succession };

const ADMINS_ONLY = 'only the admins of the families decide who organizes when the organizer cannot be reached';
const HOUR_MS = 3_600_000;

const later = (clock: Clock, hours: number): string => instant({ now: () => clock.now() + hours * HOUR_MS });

/** The succession with this family's agreement, and what else changes with it: with the last one the trip changes hands. */
const agreedBy = (
  clock: Clock,
  succession: Succession,
  familyId: FamilyId,
  trip: Stored<Trip>,
  seats: readonly Participation[],
  heardIn: string | undefined,
): { readonly next: Succession; readonly changes: readonly Change[] } => {
  const at = instant(clock);
  const agreed = { ...succession.agreed, [familyId]: succession.agreed[familyId] ?? at };
  const next = { ...succession, agreed };
  if (missing(next, seats, trip.organizerId).length > 0) return { next, changes: [] };
  // Where nobody else is there to agree, the organizer at least has a day to say no.
  if (electors(seats, trip.organizerId).length === 1) {
    const takesEffectAt = later(clock, ALONE_HOURS);
    return { next: { ...next, takesEffectAt, dueAt: takesEffectAt }, changes: [] };
  }
  return handed(clock, next, trip, seats, heardIn);
};

const handed = (
  clock: Clock,
  { dueAt: _, ...succession }: Succession,
  trip: Stored<Trip>,
  seats: readonly Participation[],
  heardIn?: string,
): { readonly next: Succession; readonly changes: readonly Change[] } => {
  const nominee = seats.find(({ familyId }) => familyId === succession.nominee);
  if (!nominee) return ended(clock, succession, trip, undefined, heardIn);
  const organized: Trip = { ...trip, organizerId: nominee.adminId };
  const at = instant(clock);
  return {
    next: { ...succession, status: 'done' },
    changes: [
      { put: organized, ifMatch: trip._etag },
      audited(trip.id, 'succeed', nominee.adminId, at, { from: succession.from, to: nominee.adminId }),
      tell(trip.id, { kind: 'organizer-changed', familyId: succession.nominee }, at, { heardIn }),
    ],
  };
};

const ended = (
  clock: Clock,
  { dueAt: _, takesEffectAt: __, ...succession }: Succession,
  trip: Pick<Trip, 'id'>,
  endedBy: FamilyId | undefined,
  heardIn?: string,
): { readonly next: Succession; readonly changes: readonly Change[] } => ({
  next: { ...succession, status: 'ended', endedBy },
  changes: [tell(trip.id, { kind: 'succession-ended', successionId: succession.id }, instant(clock), { heardIn })],
});

/** Over without anybody's doing. */
const lapsed = ({ dueAt: _, ...succession }: Succession): Succession => ({ ...succession, status: 'ended' });

const guarded = (trip: Stored<Trip>, changes: readonly Change[]): readonly Change[] =>
  changes.some((change) => 'put' in change && change.put.id === trip.id)
    ? changes
    : [{ expect: trip.id, ifMatch: trip._etag }, ...changes];

/**
 * Proposes, in an emergency, that the admin of a family organizes the trip; the proposer's family agrees with that.
 * Everyone is told, the organizer first of all. `duplicate` while another proposal is open; `not-allowed` to anybody
 * but family admins; `wrong-status` to the organizer, who hands the trip over instead.
 */
export const proposeSuccession = (
  records: Records,
  clock: Clock,
  { trip: { id: tripId }, participation, person, isFamilyAdmin, isOrganizer }: TripMember,
  nominee: FamilyId,
  heardIn?: string,
): Promise<Outcome<Proposed>> =>
  retrying(async () => {
    if (isOrganizer) return rejected('wrong-status', 'you organize the trip: hand it over, that needs nobody else');
    if (!isFamilyAdmin) return rejected('not-allowed', ADMINS_ONLY);
    const [trip, seats, latest] = await Promise.all([
      records.read(trips, tripId, tripId),
      familiesIn(records, tripId),
      latestSuccession(records, tripId),
    ]);
    const seat = seats.find(({ familyId }) => familyId === nominee);
    const next = seat && (await records.read(people, seat.adminId, seat.adminId));
    if (!trip || !seat || !next) return rejected('not-found');
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    if (seat.adminId === trip.organizerId) return rejected('wrong-status', `${next.name} organizes the trip already`);
    if (next.guest) return rejected('not-allowed', `${next.name} is here as a guest: an organizer has an account`);
    // One that was overtaken by a handing-over in the usual way is over.
    const overtaken = latest?.status === 'open' && latest.from !== trip.organizerId ? latest : undefined;
    if (latest?.status === 'open' && !overtaken) {
      return latest.nominee === nominee
        ? rejected('duplicate', 'that is proposed already: say AGREE')
        : rejected('duplicate', 'another family is proposed already: AGREE or OBJECT to that first');
    }
    const at = instant(clock);
    const expiresAt = later(clock, SUCCESSION_DAYS * 24);
    const proposed: Succession = {
      ...{ pk: tripId, id: newId('succession'), type: 'succession', _schema_version: 1, dueAt: expiresAt },
      ...{ tripId, nominee, from: trip.organizerId, proposedBy: participation.familyId, agreed: {} },
      ...{ status: 'open', createdAt: at, expiresAt },
    };
    const { next: succession, changes } = agreedBy(clock, proposed, participation.familyId, trip, seats, heardIn);
    const commit = await records.commit(tripId, [
      // The trip is rewritten, so that of two proposals at once one is made.
      ...(changes.length === 0 ? [{ put: trip, ifMatch: trip._etag }] : changes),
      { put: succession, ifAbsent: true },
      ...(overtaken ? [{ put: lapsed(overtaken), ifMatch: overtaken._etag }] : []),
      audited(tripId, 'proposeSuccession', person.id, at, { to: seat.adminId }),
      tell(tripId, { kind: 'succession-proposed', successionId: succession.id }, at, { heardIn }),
    ]);
    return commit.ok ? { ok: true as const, succession } : 'conflict';
  });

/** Agrees for the family. With the last agreement the trip changes hands. Agreeing again changes nothing. */
export const agreeToSuccession = (
  records: Records,
  clock: Clock,
  { trip: { id: tripId }, participation, person, isFamilyAdmin, isOrganizer }: TripMember,
  heardIn?: string,
): Promise<Outcome<Proposed>> =>
  retrying(async () => {
    if (isOrganizer) return rejected('wrong-status', 'you organize the trip: hand it over, that needs nobody else');
    if (!isFamilyAdmin) return rejected('not-allowed', ADMINS_ONLY);
    const [trip, seats, open] = await Promise.all([
      records.read(trips, tripId, tripId),
      familiesIn(records, tripId),
      latestSuccession(records, tripId),
    ]);
    if (!trip || open?.status !== 'open') return rejected('not-found', 'nobody is proposed to organize the trip');
    if (open.from !== trip.organizerId) return rejected('wrong-status', 'the trip has changed hands meanwhile');
    if (open.agreed[participation.familyId] !== undefined) return { ok: true as const, succession: open };
    const { next, changes } = agreedBy(clock, open, participation.familyId, trip, seats, heardIn);
    const commit = await records.commit(tripId, [
      ...guarded(trip, changes),
      { put: next, ifMatch: open._etag },
      audited(tripId, 'agreeToSuccession', person.id, instant(clock), { successionId: open.id }),
    ]);
    return commit.ok ? { ok: true as const, succession: next } : 'conflict';
  });

/** Objects for the family, the organizer's own included: the proposal is over, and everyone is told. */
export const objectToSuccession = (
  records: Records,
  clock: Clock,
  { trip: { id: tripId }, participation, person, isFamilyAdmin, isOrganizer }: TripMember,
  heardIn?: string,
): Promise<Outcome<Proposed>> =>
  retrying(async () => {
    if (!isFamilyAdmin && !isOrganizer) return rejected('not-allowed', ADMINS_ONLY);
    const [trip, open] = await Promise.all([records.read(trips, tripId, tripId), latestSuccession(records, tripId)]);
    if (!trip || open?.status !== 'open') return rejected('not-found', 'nobody is proposed to organize the trip');
    const { next, changes } = ended(clock, open, trip, participation.familyId, heardIn);
    const commit = await records.commit(tripId, [
      ...changes,
      { put: next, ifMatch: open._etag },
      audited(tripId, 'objectToSuccession', person.id, instant(clock), { successionId: open.id }),
    ]);
    return commit.ok ? { ok: true as const, succession: next } : 'conflict';
  });

/** Does what is due: the trip changes hands where all have agreed and nobody objected, or the proposal has run out. */
export const settleSuccession = (
  records: Records,
  clock: Clock,
  { tripId }: Pick<Succession, 'tripId'>,
): Promise<void> =>
  retrying(async () => {
    const [trip, seats, open] = await Promise.all([
      records.read(trips, tripId, tripId),
      familiesIn(records, tripId),
      latestSuccession(records, tripId),
    ]);
    const now = instant(clock);
    if (!trip || open?.status !== 'open' || (open.dueAt ?? now) > now) return undefined;
    // Whoever joined meanwhile must agree as well; a trip that has changed hands needs nobody's agreement any more.
    const stands =
      open.takesEffectAt !== undefined &&
      trip.organizerId === open.from &&
      missing(open, seats, trip.organizerId).length === 0;
    const { next, changes } = stands ? handed(clock, open, trip, seats) : ended(clock, open, trip, undefined);
    const commit = await records.commit(tripId, [...guarded(trip, changes), { put: next, ifMatch: open._etag }]);
    return commit.ok ? undefined : 'conflict';
  });
