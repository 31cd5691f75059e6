import { type Clock, instant } from '../clock.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { told } from './add-reservation.ts';
import { readableReservation } from './readable-reservations.ts';
import { badTimes, type Reservation, type ReservationFacts } from './reservation.ts';

/** What changes; `null` takes a fact out again. */
export type ReservationChange = {
  readonly [Fact in keyof ReservationFacts]?:
    | ReservationFacts[Fact]
    | (undefined extends ReservationFacts[Fact] ? null : never);
};

interface Demand {
  /** `stale` when it is not the reservation's etag. */
  readonly ifMatch?: string | undefined;
  readonly heardIn?: string | undefined;
}

const mayChange = ({ person, participation, isFamilyAdmin, isOrganizer }: TripMember, one: Reservation): boolean =>
  one.addedBy === person.id ||
  (isFamilyAdmin && one.bookedBy === participation.familyId) ||
  (isOrganizer && one.scope === 'trip');

/** Changes what a reservation says: who noted it may, the admin of the family that booked, the organizer one of the trip. */
export const changeReservation = (
  records: Records,
  clock: Clock,
  member: TripMember,
  reservationId: string,
  change: ReservationChange,
  demand: Demand = {},
): Promise<Outcome<{ reservation: Reservation; etag: string }>> =>
  rewrite(records, clock, member, reservationId, demand, 'changed', (current) => {
    if (current.status === 'cancelled') return rejected('wrong-status', `${current.name} is cancelled`);
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const next = {
      ...current,
      ...Object.fromEntries(given.map(([fact, value]) => [fact, value ?? undefined])),
    } as Stored<Reservation>;
    const problem = badTimes(next);
    return problem === undefined ? { ok: true, next } : rejected('invalid', problem);
  });

/** Notes that a reservation is cancelled; where it was booked it is not cancelled by that. Cancelling it again changes nothing. */
export const cancelReservation = (
  records: Records,
  clock: Clock,
  member: TripMember,
  reservationId: string,
  demand: Demand = {},
): Promise<Outcome<{ reservation: Reservation; etag: string }>> =>
  rewrite(records, clock, member, reservationId, demand, 'cancelled', (current) => ({
    ok: true,
    next: current.status === 'cancelled' ? current : { ...current, status: 'cancelled' },
  }));

const rewrite = (
  records: Records,
  clock: Clock,
  member: TripMember,
  reservationId: string,
  { ifMatch, heardIn }: Demand,
  change: 'changed' | 'cancelled',
  decide: (current: Stored<Reservation>) => Outcome<{ next: Stored<Reservation> }>,
): Promise<Outcome<{ reservation: Reservation; etag: string }>> =>
  retrying(async () => {
    const current = await readableReservation(records, member, reservationId);
    if (!current) return rejected('not-found');
    if (!mayChange(member, current)) {
      return rejected('not-allowed', 'only who noted it, the family that booked or the organizer changes it');
    }
    const decided = decide(current);
    if (!decided.ok) return decided;
    const { _etag: etag, ...reservation } = decided.next;
    if (decided.next === current) return { ok: true as const, reservation, etag };
    if (ifMatch !== undefined && current._etag !== ifMatch) return rejected('stale');
    const act = change === 'changed' ? 'changeReservation' : 'cancelReservation';
    const commit = await records.commit(member.trip.id, [
      { put: reservation, ifMatch: current._etag },
      ...told(reservation, act, change, member.person.id, instant(clock), heardIn),
    ]);
    return commit.ok ? { ok: true as const, reservation, etag: commit.etags[0] ?? '' } : 'conflict';
  });
