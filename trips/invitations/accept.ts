import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type Family, families } from '../families/family.ts';
import { tellFamily } from '../families/tell-family.ts';
import { isEmptyAccount, KEEPS_OWN } from '../linking/merge-accounts.ts';
import { moveInto } from '../linking/move-into.ts';
import { tell } from '../notifications/fact.ts';
import { addressKey } from '../people/addresses.ts';
import { mayTry, WINDOW_MINUTES, wasWrong } from '../people/attempts.ts';
import { personBehind } from '../people/merged-person.ts';
import type { Address, Person } from '../people/person.ts';
import { familyOf, register } from '../people/register.ts';
import { UNNAMED } from '../people/rename-person.ts';
import { hasParentalConsent, needsConsent, needsParent } from '../privacy/child-consent.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { participationOf } from '../trips/create-trip.ts';
import { MAX_FAMILIES, type Participation, participationId, participations, type Trip, trips } from '../trips/trip.ts';
import { type Invitation, invitations } from './invitation.ts';
import { readInvitation } from './invite.ts';

export interface Joined {
  readonly person: Stored<Person>;
  readonly family: Stored<Family>;
  /** Absent when the code let the person into a family that has no trip yet. */
  readonly trip?: Trip | undefined;
  /** The other families of the trip, by name. */
  readonly others: readonly string[];
  /** They were in already: nothing changed. */
  readonly already: boolean;
}

/** Who uses the code: somebody with an account, or an address that gets one now. */
export type Joiner =
  | { readonly person: Stored<Person> }
  | { readonly newcomer: { readonly name?: string | undefined; readonly address: Address } };

/** Uses a code: the family takes its seat in the trip, or the person their place in the family. Repeating it changes nothing. */
export const acceptInvitation = async (
  records: Records,
  clock: Clock,
  code: string,
  joiner: Joiner,
  heardIn?: string,
): Promise<Outcome<{ joined: Joined }>> => {
  if ('person' in joiner && joiner.person.restrictedAt !== undefined) return rejected('restricted');
  const who = claimant(records, joiner);
  if (!(await mayTry(records, clock, who)))
    return rejected('wrong-code', `too many wrong codes: try again in ${WINDOW_MINUTES} minutes`);
  const found = await readInvitation(records, clock, code);
  if (!found.ok) {
    if (found.reason === 'not-found') await wasWrong(records, clock, who);
    return found;
  }
  const { invitation } = found;
  const usedByThem =
    ('person' in joiner && joiner.person.familyId === invitation.usedBy) || invitation.claimedBy === who;
  if (invitation.usedBy !== undefined && !usedByThem) return rejected('invitation-used', invitation.invitedByName);
  return invitation.kind === 'family'
    ? joinFamily(records, clock, invitation, joiner, heardIn)
    : joinTrip(records, clock, invitation, joiner, heardIn);
};

const joinFamily = async (
  records: Records,
  clock: Clock,
  invitation: Stored<Invitation>,
  joiner: Joiner,
  heardIn?: string,
): Promise<Outcome<{ joined: Joined }>> => {
  const familyId = invitation.familyId ?? '';
  const inside = 'person' in joiner && joiner.person.familyId === familyId;
  if (!inside) {
    if ('person' in joiner && !(await isEmptyAccount(records, joiner.person)))
      return rejected('wrong-status', KEEPS_OWN);
    const family = await records.read(families, familyId, familyId);
    const seat = family?.members.find(({ id }) => id === invitation.memberId);
    if (!family || !seat) return rejected('invitation-cancelled', invitation.invitedByName);
    // The family may have said only now how old they are.
    if (needsParent(seat) && !(await hasParentalConsent(records, family, seat.id))) return needsConsent(seat);
    // The place is one person's: of two who use the code at once, one gets it.
    if (!(await markUsed(records, invitation, familyId, claimant(records, joiner))))
      return rejected('invitation-used', invitation.invitedByName);
  }
  const { person, family, created } = inside
    ? { person: joiner.person, family: await familyOf(records, joiner.person), created: false }
    : 'person' in joiner
      ? await moveInto(records, joiner.person, familyId, invitation.memberId)
      : await register(records, clock, {
          name: joiner.newcomer.name ?? (await nameOfSeat(records, invitation)),
          address: joiner.newcomer.address,
          into: { familyId, memberId: invitation.memberId },
          guest: joiner.newcomer.address.door === 'web',
        });
  if (created) await tellFamily(records, clock, { kind: 'member-joined', familyId, userId: person.id }, heardIn);
  const seats = await records.list(participations, familyId);
  const latest = [...seats].sort((a, b) => a.joinedAt.localeCompare(b.joinedAt)).at(-1);
  const trip = latest && (await records.read(trips, latest.tripId, latest.tripId));
  const others = trip ? await otherFamilies(records, trip.id, familyId) : [];
  return { ok: true, joined: { person, family, trip, others, already: !created } };
};

/** Who uses a code, as it is noted. */
const claimant = (records: Records, joiner: Joiner): string =>
  'person' in joiner ? joiner.person.id : addressKey(records, joiner.newcomer.address);

const nameOfSeat = async (records: Records, { familyId = '', memberId }: Invitation): Promise<string> => {
  const family = await records.read(families, familyId, familyId);
  return family?.members.find(({ id }) => id === memberId)?.name ?? 'Guest';
};

const joinTrip = async (
  records: Records,
  clock: Clock,
  invitation: Stored<Invitation>,
  joiner: Joiner,
  heardIn?: string,
): Promise<Outcome<{ joined: Joined }>> => {
  const tripId = invitation.tripId ?? '';
  const trip = await records.read(trips, tripId, tripId);
  if (!trip) return rejected('not-found', invitation.code);
  // A code for a family that is there lets nobody into the family: whoever is not in it yet needs its admin's invitation.
  if (invitation.familyId !== undefined && !('person' in joiner && joiner.person.familyId === invitation.familyId)) {
    return rejected('invitation-for-another', invitation.familyName);
  }
  const seats = await records.list(participations, tripId);
  const isSeated = 'person' in joiner && seats.some(({ familyId }) => familyId === joiner.person.familyId);
  if (!isSeated && seats.length >= MAX_FAMILIES)
    return rejected('too-many-families', `a trip holds ${MAX_FAMILIES} families`);

  const { person, family } =
    'person' in joiner
      ? { person: joiner.person, family: await familyOf(records, joiner.person) }
      : await register(records, clock, {
          name: joiner.newcomer.name ?? UNNAMED,
          address: joiner.newcomer.address,
          familyName: invitation.familyName,
          guest: joiner.newcomer.address.door === 'web',
        });
  if (family.adminId !== person.id && invitation.familyId === undefined) {
    return rejected('not-allowed', `only the admin of the ${family.name} family can bring it into a trip`);
  }

  const claimed = await markUsed(records, invitation, family.id);
  if (!claimed) return rejected('invitation-used', invitation.invitedByName);
  const seated = await seatFamily(records, clock, tripId, family, person.id, heardIn);
  if (!seated.ok) return seated;
  const moved = await followMerge(records, clock, tripId, person, family);
  const others = await otherFamilies(records, tripId, moved?.family.id ?? family.id);
  return { ok: true, joined: { person, family, ...moved, trip, others, already: seated.already } };
};

/** Seats the family in both partitions; says whether it sat there already. The trip is rewritten so that racing joins cannot pass the limit. */
export const seatFamily = (
  records: Records,
  clock: Clock,
  tripId: string,
  family: Stored<Family>,
  by: string,
  heardIn: string | undefined,
): Promise<Outcome<{ already: boolean }>> =>
  retrying(async () => {
    const trip = await records.read(trips, tripId, tripId);
    if (!trip) return rejected('not-found');
    const seats = await records.list(participations, tripId);
    if (seats.some(({ familyId }) => familyId === family.id)) return { ok: true as const, already: true };
    if (seats.length >= MAX_FAMILIES) return rejected('too-many-families', `a trip holds ${MAX_FAMILIES} families`);
    const at = instant(clock);
    const seat = participationOf(trip, family, at);
    const mine: Participation = { ...seat, pk: family.id };
    await records.commit(family.id, [{ put: mine, ifAbsent: true }]);
    const commit = await records.commit(tripId, [
      { put: trip, ifMatch: trip._etag },
      { put: seat },
      audited(tripId, 'joinTrip', by, at, { familyId: family.id }),
      tell(tripId, { kind: 'family-joined', familyId: family.id, familyName: family.name }, at, { heardIn }),
    ]);
    return commit.ok ? { ok: true as const, already: false } : 'conflict';
  });

/**
 * An account that was linked to another in the very moment it joined is that other now, and its seat is theirs. Whoever
 * links has looked for seats after the account was gone, and this looks for the account after the seat was taken: one
 * of the two sees it.
 */
const followMerge = async (
  records: Records,
  clock: Clock,
  tripId: string,
  { id }: Person,
  family: Family,
): Promise<Pick<Joined, 'person' | 'family'> | undefined> => {
  const person = await personBehind(records, id);
  if (!person || person.id === id) return undefined;
  const theirs = await familyOf(records, person);
  const seated = await seatFamily(records, clock, tripId, theirs, person.id, undefined);
  if (!seated.ok) return undefined;
  const seat = participationId(tripId, family.id);
  await records.commit(tripId, [{ remove: seat }]);
  await records.commit(family.id, [{ remove: seat }]);
  return { person, family: theirs };
};

/** The other families of a trip, by name. */
export const otherFamilies = async (records: Records, tripId: string, familyId: string): Promise<readonly string[]> =>
  (await records.list(participations, tripId))
    .filter((seat) => seat.id !== participationId(tripId, familyId))
    .map(({ familyName }) => familyName);

/** True when the code is now used by this family, and by this one of it when `who` is said, be it just now or before. */
const markUsed = (records: Records, { id }: Invitation, familyId: string, who?: string): Promise<boolean> =>
  retrying(async () => {
    const current = await records.read(invitations, id, id);
    if (!current || current.cancelledAt !== undefined) return false;
    if (current.usedBy !== undefined) return current.usedBy === familyId && current.claimedBy === who;
    const next: Invitation = { ...current, usedBy: familyId, claimedBy: who, sentTo: undefined };
    const commit = await records.commit(id, [{ put: next, ifMatch: current._etag }]);
    return commit.ok ? true : 'conflict';
  });
