import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { sayDay } from '../dates.ts';
import type { DocumentScope } from '../documents/document.ts';
import { readableDocument } from '../documents/readable-documents.ts';
import { type FamilyId, newId } from '../ids.ts';
import { plainName } from '../itineraries/candidate.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { readableReservation, readableReservations } from './readable-reservations.ts';
import {
  badTimes,
  MAX_RESERVATIONS,
  type Reservation,
  type ReservationFacts,
  type ReservationSource,
  reservations,
} from './reservation.ts';

export interface NewReservation extends ReservationFacts {
  /** For a repeatable command: the same id is the same reservation. */
  readonly id?: string | undefined;
  /** The speaker's family when absent. */
  readonly bookedBy?: FamilyId | undefined;
  /** Everyone's when absent. Only one's own family's can be kept to the family. */
  readonly scope?: DocumentScope | undefined;
  readonly source?: ReservationSource | undefined;
}

/** Notes what is booked. The others are told, unless the family keeps it to itself. `duplicate` for one that is noted already. */
export const addReservation = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  { id = newId('reservation'), bookedBy, scope = 'trip', source, ...facts }: NewReservation,
  heardIn?: string,
): Promise<Outcome<{ reservation: Reservation }>> => {
  const { trip, person, participation } = member;
  const problem = badTimes(facts);
  if (problem !== undefined) return rejected('invalid', problem);
  const family = bookedBy ?? participation.familyId;
  if (!(await familiesIn(records, trip.id)).some(({ familyId }) => familyId === family)) {
    return rejected('invalid', 'that family is not in this trip');
  }
  if (scope === 'family' && family !== participation.familyId) {
    return rejected('not-allowed', 'only what your own family booked can be kept to it');
  }
  const known = await readableReservation(records, member, id);
  if (known) return { ok: true, reservation: known };
  const noted = await readableReservations(records, member);
  const same = noted.find((one) => one.status === 'booked' && isSame(one, facts));
  if (same) return rejected('duplicate', `${same.name} on ${sayDay(same.startDate)} is noted already`);
  if ((await records.list(reservations, trip.id)).length >= MAX_RESERVATIONS) {
    return rejected('too-many', `a trip has ${MAX_RESERVATIONS} reservations at most`);
  }
  const at = instant(clock);
  const reservation: Reservation = {
    pk: trip.id,
    id,
    type: 'reservation',
    _schema_version: reservations.version,
    tripId: trip.id,
    ...facts,
    bookedBy: family,
    scope,
    source: await sourceFor(records, member, scope, source),
    status: 'booked',
    addedBy: person.id,
    createdAt: at,
  };
  const commit = await records.commit(trip.id, [
    { put: reservation, ifAbsent: true },
    ...told(reservation, 'addReservation', 'added', person.id, at, heardIn),
  ]);
  const kept = commit.ok ? reservation : await readableReservation(records, member, id);
  return kept ? { ok: true, reservation: kept } : rejected('stale');
};

const isSame = (one: ReservationFacts, other: ReservationFacts): boolean =>
  one.kind === other.kind &&
  one.startDate === other.startDate &&
  one.startTime === other.startTime &&
  one.confirmation === other.confirmation &&
  plainName(one.name) === plainName(other.name);

/** The source, where everybody who may read the reservation may read it as well. */
const sourceFor = async (
  records: Records,
  member: TripMember,
  scope: DocumentScope,
  source: ReservationSource | undefined,
): Promise<ReservationSource | undefined> => {
  const document = source && (await readableDocument(records, member, source.documentId));
  if (!document || (scope === 'trip' && document.scope === 'family')) return undefined;
  return { ...source, document: document.name };
};

/** What goes with a change to a reservation: who may know of it is told; what is everyone's is in the log. */
export const told = (
  { tripId, id, name, scope, bookedBy }: Reservation,
  act: string,
  change: 'added' | 'changed' | 'cancelled',
  by: string,
  at: string,
  heardIn: string | undefined,
) => [
  ...(scope === 'trip' ? [audited(tripId, act, by, at, { reservationId: id, name })] : []),
  tell(tripId, { kind: 'reservation', reservationId: id, change }, at, {
    heardIn,
    onlyFamily: scope === 'family' ? bookedBy : undefined,
  }),
];
