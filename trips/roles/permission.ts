import { type Family, families } from '../families/family.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { familyInTrip, type Person, people } from '../people/person.ts';
import type { Records, Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { type Participation, participationId, participations, type Trip, trips } from '../trips/trip.ts';

declare const held: unique symbol;

/** Proof that a person belongs to a trip through their family. Commands that read or change a trip ask for it. */
export interface TripMember {
  readonly [held]: 'member';
  readonly person: Stored<Person>;
  readonly trip: Stored<Trip>;
  readonly participation: Stored<Participation>;
  /** The person's vote is the family's. */
  readonly isFamilyAdmin: boolean;
  readonly isOrganizer: boolean;
}

/** Proof that a person organizes the trip. */
export type TripOrganizer = TripMember & { readonly isOrganizer: true };

/** Proof that a person belongs to a family: their own, or one they sit with in some trip. */
export interface FamilyMember {
  readonly [held]: 'family-member';
  readonly person: Stored<Person>;
  readonly familyId: FamilyId;
}

/** Proof that a person speaks for their family. */
export interface FamilyAdmin {
  readonly [held]: 'family-admin';
  readonly person: Stored<Person>;
  readonly family: Stored<Family>;
}

/** `not-found` both for a trip that is not there and for one the person is not in: its existence is private. `restricted` to whoever has restricted their data. */
export const memberOf = async (
  records: Records,
  userId: UserId,
  tripId: TripId,
): Promise<Outcome<{ member: TripMember }>> => {
  const person = await records.read(people, userId, userId);
  if (!person) return rejected('not-found');
  if (person.restrictedAt !== undefined) return rejected('restricted');
  const participation = await records.read(
    participations,
    tripId,
    participationId(tripId, familyInTrip(person, tripId)),
  );
  if (!participation) return rejected('not-found');
  const trip = await records.read(trips, tripId, tripId);
  if (!trip) return rejected('not-found');
  const member = {
    person,
    trip,
    participation,
    isFamilyAdmin: participation.adminId === person.id,
    isOrganizer: trip.organizerId === person.id,
  };
  return { ok: true, member: member as unknown as TripMember };
};

/** The member as the trip's organizer; `not-allowed` says `what` is only theirs to do, e.g. "only the organizer invites families". */
export const asOrganizer = (member: TripMember, what: string): Outcome<{ organizer: TripOrganizer }> =>
  member.isOrganizer ? { ok: true, organizer: member as TripOrganizer } : rejected('not-allowed', what);

/** The caller as the trip's organizer; as {@link memberOf}, and `not-allowed` to everyone else in the trip. */
export const organizerOf = async (
  records: Records,
  userId: UserId,
  tripId: TripId,
  what: string,
): Promise<Outcome<{ organizer: TripOrganizer }>> => {
  const mine = await memberOf(records, userId, tripId);
  return mine.ok ? asOrganizer(mine.member, what) : mine;
};

/** `not-found` for every family but the person's own and those they sit with. */
export const familyMemberOf = async (
  records: Records,
  userId: UserId,
  familyId: FamilyId,
): Promise<Outcome<{ member: FamilyMember }>> => {
  const person = await records.read(people, userId, userId);
  const theirs = person && [person.familyId, ...Object.values(person.seats ?? {})].includes(familyId);
  if (theirs && person.restrictedAt !== undefined) return rejected('restricted');
  return theirs ? { ok: true, member: { person, familyId } as unknown as FamilyMember } : rejected('not-found');
};

/** `not-allowed` when the person belongs to the family without being its admin. */
export const familyAdminOf = async (
  records: Records,
  userId: UserId,
  tripId?: TripId,
): Promise<Outcome<{ admin: FamilyAdmin }>> => {
  const person = await records.read(people, userId, userId);
  const familyId = person && (tripId === undefined ? person.familyId : familyInTrip(person, tripId));
  const family = familyId === undefined ? undefined : await records.read(families, familyId, familyId);
  if (!person || !family) return rejected('not-found');
  if (person.restrictedAt !== undefined) return rejected('restricted');
  if (family.adminId !== person.id) return rejected('not-allowed', family.name);
  return { ok: true, admin: { person, family } as unknown as FamilyAdmin };
};
