import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { headCount } from '../families/family.ts';
import { newId, type TripId } from '../ids.ts';
import type { TripRule } from '../itineraries/trip-rules.ts';
import type { Money } from '../money.ts';
import type { Person } from '../people/person.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { badStops, type Stop } from './stops.ts';
import { knownZone, zoneOfPlace } from './time-zone.ts';
import {
  type BudgetSplit,
  type Participation,
  participationId,
  participations,
  type Trip,
  trips,
  type Weighting,
} from './trip.ts';

export interface NewTrip {
  /** For a repeatable command: the same id makes the same trip once. */
  readonly id?: TripId | undefined;
  readonly name: string;
  readonly destination: string;
  /** Absent or empty when it stays at its destination. */
  readonly stops?: readonly Stop[] | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  /** How long it is to last, as long as the dates are not known. */
  readonly days?: number | undefined;
  /** Within which days it is to be, as long as the dates are not known. */
  readonly roughly?: Trip['roughly'];
  /** The destination's when absent and known, UTC otherwise. */
  readonly timeZone?: string | undefined;
  readonly budget?: Money | undefined;
  /** Evenly by family when absent; who is named in it sits in the trip. */
  readonly budgetSplit?: BudgetSplit | undefined;
  readonly weighting?: Weighting | undefined;
  readonly rules?: readonly TripRule[] | undefined;
  readonly sample?: boolean | undefined;
}

/** The longest trip that can be planned, in days. */
export const MAX_DAYS = 60;

/** Why dates cannot stand, in words; nothing when they can. */
export const badDates = (startDate?: string, endDate?: string): string | undefined => {
  if ((startDate === undefined) !== (endDate === undefined)) return 'a trip needs both a first and a last day';
  if (startDate === undefined || endDate === undefined) return undefined;
  if (endDate < startDate) return 'the last day is before the first';
  const days = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000 + 1;
  return days > MAX_DAYS ? `a trip can last ${MAX_DAYS} days at most` : undefined;
};

/** The nights from a first to a last day; `undefined` while one is not known. */
export const nightsBetween = (startDate?: string, endDate?: string): number | undefined =>
  startDate === undefined || endDate === undefined
    ? undefined
    : Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000);

/** Creates a trip; whoever creates it organizes it, and their family is in it. */
export const createTrip = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  wanted: NewTrip,
): Promise<Outcome<{ trip: Trip }>> => {
  const problem = badDates(wanted.startDate, wanted.endDate);
  if (problem !== undefined) return rejected('dates-invalid', problem);
  const wrong = badStops(wanted.stops ?? [], nightsBetween(wanted.startDate, wanted.endDate));
  if (wrong !== undefined) return rejected('invalid', wrong);
  if (wanted.timeZone !== undefined && !knownZone(wanted.timeZone))
    return rejected('invalid', `no time zone ${wanted.timeZone}`);
  const id = wanted.id ?? newId('trip');
  const trip: Trip = {
    pk: id,
    id,
    type: 'trip',
    _schema_version: 1,
    name: wanted.name.trim(),
    destination: wanted.destination.trim(),
    stops: wanted.stops?.length ? wanted.stops : undefined,
    startDate: wanted.startDate,
    endDate: wanted.endDate,
    days: wanted.startDate === undefined ? wanted.days : undefined,
    roughly: wanted.startDate === undefined ? wanted.roughly : undefined,
    timeZone: wanted.timeZone ?? zoneOfPlace(wanted.destination) ?? 'UTC',
    budget: wanted.budget,
    budgetSplit: wanted.budgetSplit,
    rules: wanted.rules,
    weighting: wanted.weighting ?? 'equal',
    organizerId: person.id,
    status: 'planning',
    sample: wanted.sample,
    createdAt: instant(clock),
  };
  const seat = participationOf(trip, family, instant(clock));
  // The family's copy first: if the process dies between the two, the trip is simply not there yet and is made on the next try.
  await records.commit(family.id, [{ put: { ...seat, pk: family.id } }]);
  const commit = await records.commit(id, [
    { put: trip, ifAbsent: true },
    { put: seat },
    audited(id, 'createTrip', person.id, trip.createdAt),
  ]);
  if (!commit.ok) {
    const made = await records.read(trips, id, id);
    return made ? { ok: true, trip: made } : rejected('stale');
  }
  return { ok: true, trip };
};

/** A family's seat in a trip, as kept in the trip's partition. */
export const participationOf = (trip: Trip, family: FamilyAdmin['family'], joinedAt: string): Participation => ({
  pk: trip.id,
  id: participationId(trip.id, family.id),
  type: 'participation',
  _schema_version: 1,
  tripId: trip.id,
  tripName: trip.name,
  familyId: family.id,
  familyName: family.name,
  adminId: family.adminId,
  heads: headCount(family),
  joinedAt,
});

/** The trips a person is in: with their family, the newest seat last, then those where they sit with another. */
export const tripsOf = async (records: Records, person: Person): Promise<readonly Participation[]> => {
  const own = [...(await records.list(participations, person.familyId))].sort((a, b) =>
    a.joinedAt.localeCompare(b.joinedAt),
  );
  const elsewhere: Participation[] = [];
  for (const [tripId, familyId] of Object.entries(person.seats ?? {})) {
    const seat = await records.read(participations, tripId, participationId(tripId, familyId));
    if (seat) elsewhere.push(seat);
  }
  return [...own, ...elsewhere];
};

/** The families in a trip, in the order they joined. */
export const familiesIn = async (records: Records, tripId: TripId): Promise<readonly Participation[]> =>
  [...(await records.list(participations, tripId))].sort((a, b) => a.joinedAt.localeCompare(b.joinedAt));
