import { type Clock, instant } from '../clock.ts';
import { type Family, families, MAX_MEMBERS } from '../families/family.ts';
import { tellFamily } from '../families/tell-family.ts';
import { newId } from '../ids.ts';
import { type Joined, type Joiner, otherFamilies, seatFamily } from '../invitations/accept.ts';
import { isEmptyAccount, KEEPS_OWN } from '../linking/merge-accounts.ts';
import { moveInto } from '../linking/move-into.ts';
import { familyOf, type Registered, register } from '../people/register.ts';
import { UNNAMED } from '../people/rename-person.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { refreshSeats } from '../trips/seats.ts';
import { settledAlready } from '../trips/set-status.ts';
import { MAX_FAMILIES, participationId, participations, trips } from '../trips/trip.ts';
import { type GuestLink, guestLinkId, guestLinks } from './guest-link.ts';

/** 128 bits in base64url: anything else cannot be one of ours. */
export const GUEST_TOKEN = /^[A-Za-z0-9_-]{22}$/;

const openLink = async (records: Records, clock: Clock, token: string): Promise<GuestLink | undefined> => {
  if (!GUEST_TOKEN.test(token)) return undefined;
  const id = guestLinkId(records, token);
  const link = await records.read(guestLinks, id, id);
  return link && link.revokedAt === undefined && link.expiresAt > instant(clock) ? link : undefined;
};

/**
 * Opens a guest link: whoever comes gets a seat in the trip, with a family of their own or in the family that gave the
 * link out. Repeating it changes nothing. `not-found` alike for a link that never was, has expired or was revoked.
 */
export const joinAsGuest = async (
  records: Records,
  clock: Clock,
  token: string,
  joiner: Joiner,
  heardIn?: string,
): Promise<Outcome<{ joined: Joined }>> => {
  if ('person' in joiner && joiner.person.restrictedAt !== undefined) return rejected('restricted');
  const link = await openLink(records, clock, token);
  if (!link) return rejected('not-found');
  const trip = await records.read(trips, link.tripId, link.tripId);
  if (!trip) return rejected('not-found');
  const over = settledAlready(trip);
  if (over !== undefined) return rejected('wrong-status', over);
  const came =
    link.place === 'family'
      ? await withOwnFamily(records, clock, link, joiner)
      : await intoFamily(records, clock, link, joiner, heardIn);
  if (!came.ok) return came;
  const { person, family } = came.came;
  const others = await otherFamilies(records, trip.id, family.id);
  if (link.place === 'member') {
    return { ok: true, joined: { person, family, trip, others, already: !came.came.created } };
  }
  const seated = await seatFamily(records, clock, trip.id, family, person.id, heardIn);
  if (!seated.ok) return seated;
  return { ok: true, joined: { person, family, trip, others, already: seated.already } };
};

type Came = Outcome<{ came: Registered }>;

const guestOf = (joiner: Extract<Joiner, { newcomer: unknown }>) => ({
  name: joiner.newcomer.name ?? UNNAMED,
  address: joiner.newcomer.address,
  guest: joiner.newcomer.address.door === 'web',
});

const withOwnFamily = async (records: Records, clock: Clock, { tripId }: GuestLink, joiner: Joiner): Promise<Came> => {
  const seats = await records.list(participations, tripId);
  const full = rejected('too-many-families', `a trip holds ${MAX_FAMILIES} families`);
  if ('person' in joiner) {
    const { person } = joiner;
    const family = await familyOf(records, person);
    const isSeated = seats.some(({ familyId }) => familyId === family.id);
    if (!isSeated && family.adminId !== person.id)
      return rejected('not-allowed', `only the admin of the ${family.name} family can bring it into a trip`);
    return isSeated || seats.length < MAX_FAMILIES ? { ok: true, came: { person, family, created: false } } : full;
  }
  if (seats.length >= MAX_FAMILIES) return full;
  return { ok: true, came: await register(records, clock, { ...guestOf(joiner), familyName: UNNAMED }) };
};

const intoFamily = async (
  records: Records,
  clock: Clock,
  { tripId, familyId }: GuestLink,
  joiner: Joiner,
  heardIn?: string,
): Promise<Came> => {
  const family = await records.read(families, familyId, familyId);
  // A family that has left the trip lets nobody into it.
  const seat = await records.read(participations, tripId, participationId(tripId, familyId));
  if (!family || !seat) return rejected('not-found');
  if ('person' in joiner) {
    const { person } = joiner;
    if (person.familyId === familyId) return { ok: true, came: { person, family, created: false } };
    if (!(await isEmptyAccount(records, person))) return rejected('wrong-status', KEEPS_OWN);
  }
  const name = 'person' in joiner ? joiner.person.name : guestOf(joiner).name;
  const place = await keepPlace(records, familyId, name);
  if (!place.ok) return place;
  const came =
    'person' in joiner
      ? await moveInto(records, joiner.person, familyId, place.memberId)
      : await register(records, clock, { ...guestOf(joiner), into: { familyId, memberId: place.memberId } });
  await refreshSeats(records, came.family);
  await tellFamily(records, clock, { kind: 'member-joined', familyId, userId: came.person.id }, heardIn);
  return { ok: true, came };
};

/** Keeps a place for one more in a family, so that however many come at once it holds no more than it may. */
const keepPlace = (records: Records, familyId: string, name: string): Promise<Outcome<{ memberId: string }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    if (family.members.length >= MAX_MEMBERS)
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    const memberId = newId('member');
    const next: Family = { ...family, members: [...family.members, { id: memberId, name, child: false }] };
    const commit = await records.commit(familyId, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, memberId } : 'conflict';
  });

/** Whether a guest link lets people in now. */
export const guestLinkOpens = async (records: Records, clock: Clock, token: string): Promise<boolean> =>
  (await openLink(records, clock, token)) !== undefined;
