import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { newToken } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import {
  type GivenGuestLink,
  GUEST_LINK_DAYS,
  type GuestLink,
  type GuestPlace,
  givenGuestLinks,
  givenId,
  guestLinkId,
  guestLinks,
} from './guest-link.ts';

const DAY_MS = 86_400_000;
/** A link this near its end is not handed out again. */
const TOO_NEAR_MS = 3 * DAY_MS;

/** Why this member may not give out links of this sort, in words; nothing when they may. */
const forbidden = ({ person, isOrganizer, isFamilyAdmin, participation }: TripMember, place: GuestPlace) => {
  if (person.guest) return 'guests let in nobody else: say LINK to make this your account';
  if (place === 'family' && !isOrganizer) return 'only the organizer lets other families in';
  if (place === 'member' && !isFamilyAdmin)
    return `only the admin of the ${participation.familyName} family lets people into it`;
  return undefined;
};

/**
 * A link that lets people without an account take part by web chat: each with a family of their own (the organizer's to
 * give), or as one more of the member's family (its admin's). The same link until it is revoked or nears its end.
 */
export const giveGuestLink = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  place: GuestPlace,
): Promise<Outcome<{ token: string; expiresAt: string }>> => {
  const { trip, person, participation } = member;
  const why = forbidden(member, place);
  if (why !== undefined) return rejected('not-allowed', why);
  const over = settledAlready(trip);
  if (over !== undefined) return rejected('wrong-status', over);
  const { familyId } = participation;
  return retrying(async () => {
    const id = givenId(place, familyId);
    const given = await records.read(givenGuestLinks, trip.id, id);
    if (given && Date.parse(given.expiresAt) - clock.now() > TOO_NEAR_MS)
      return { ok: true as const, token: given.token, expiresAt: given.expiresAt };
    const token = newToken();
    const linkId = guestLinkId(records, token);
    const expiresAt = instant({ now: () => clock.now() + GUEST_LINK_DAYS * DAY_MS });
    const ttl = (GUEST_LINK_DAYS + 1) * 86_400;
    const link: GuestLink = {
      ...{ pk: linkId, id: linkId, type: 'guest_link', _schema_version: 1, ttl },
      ...{ tripId: trip.id, place, familyId, createdBy: person.id, expiresAt },
    };
    const next: GivenGuestLink = {
      ...{ pk: trip.id, id, type: 'given_guest_link', _schema_version: 1, ttl },
      ...{ token, expiresAt },
    };
    // The link first: a token that people hold must open. One that lost the race is never handed out.
    await records.commit(linkId, [{ put: link, ifAbsent: true }]);
    const commit = await records.commit(trip.id, [
      { put: next, ifMatch: given?._etag, ifAbsent: given === undefined },
      audited(trip.id, 'giveGuestLink', person.id, instant(clock), { place }),
    ]);
    if (commit.ok) return { ok: true as const, token, expiresAt };
    await records.commit(linkId, [{ remove: linkId }]);
    return 'conflict';
  });
};

/** Closes the link of this sort for good; who came by it stays. Without one there is nothing to do. */
export const revokeGuestLink = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  place: GuestPlace,
): Promise<Outcome<object>> => {
  const { trip, person, participation } = member;
  const why = forbidden(member, place);
  if (why !== undefined) return rejected('not-allowed', why);
  const id = givenId(place, participation.familyId);
  const given = await records.read(givenGuestLinks, trip.id, id);
  if (!given) return { ok: true };
  const linkId = guestLinkId(records, given.token);
  await retrying(async () => {
    const link = await records.read(guestLinks, linkId, linkId);
    if (!link || link.revokedAt !== undefined) return undefined;
    const closed: GuestLink = { ...link, revokedAt: instant(clock) };
    return (await records.commit(linkId, [{ put: closed, ifMatch: link._etag }])).ok ? undefined : 'conflict';
  });
  await records.commit(trip.id, [
    { remove: id },
    audited(trip.id, 'revokeGuestLink', person.id, instant(clock), { place }),
  ]);
  return { ok: true };
};
