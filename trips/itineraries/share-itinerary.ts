import { type Clock, instant } from '../clock.ts';
import { type FamilyId, idFrom, newToken } from '../ids.ts';
import { PathfinderError } from '../pathfinder-error.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { type Participation, type Trip, trips } from '../trips/trip.ts';
import { type Itinerary, itineraries, type ShareLink, shareLinkId, shareLinks } from './itinerary.ts';
import { latestItinerary } from './latest-itinerary.ts';

/** Days a link opens for. */
const LINK_DAYS = 90;
const DAY_S = 86_400;
/** A link this near its end is not handed out again. */
const TOO_NEAR_MS = 30 * DAY_S * 1000;

/** 128 bits in base64url: anything else cannot be one of ours. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/**
 * The token of the link that shows this itinerary to whoever has it. The same token every time, until it is revoked
 * or nears its end. The caller has made sure that whoever asks belongs to the trip.
 */
export const shareItinerary = (
  records: Records,
  clock: Clock,
  { id, tripId }: Pick<Itinerary, 'id' | 'tripId'>,
): Promise<string> =>
  retrying(async () => {
    const itinerary = await records.read(itineraries, tripId, id);
    if (!itinerary) throw new PathfinderError('internal', `no itinerary ${id} to share`);
    const soon = new Date(clock.now() + TOO_NEAR_MS).toISOString();
    const own = itinerary.shareToken;
    if (own !== undefined) {
      const link = await records.read(shareLinks, shareLinkId(own), shareLinkId(own));
      if (link && link.revokedAt === undefined && link.expiresAt > soon) return own;
    }
    const token = newToken();
    const linkId = shareLinkId(token);
    const link: ShareLink = {
      pk: linkId,
      id: linkId,
      type: 'share_link',
      _schema_version: 1,
      ttl: LINK_DAYS * DAY_S,
      tripId,
      itineraryId: id,
      expiresAt: new Date(clock.now() + LINK_DAYS * DAY_S * 1000).toISOString(),
    };
    // The link first: a token that people hold must open. One that lost the race is never handed out.
    await records.commit(linkId, [{ put: link, ifAbsent: true }]);
    const shared: Itinerary = { ...itinerary, shareToken: token };
    const commit = await records.commit(tripId, [{ put: shared, ifMatch: itinerary._etag }]);
    if (commit.ok) return token;
    await records.commit(linkId, [{ remove: linkId }]);
    return 'conflict';
  });

/** Closes a link for good. Closing it again, or one that is not there, changes nothing. */
export const revokeShare = async (records: Records, clock: Clock, token: string): Promise<void> => {
  const linkId = shareLinkId(token);
  await retrying(async () => {
    const link = await records.read(shareLinks, linkId, linkId);
    if (!link || link.revokedAt !== undefined) return undefined;
    const closed: ShareLink = { ...link, revokedAt: instant(clock) };
    const commit = await records.commit(linkId, [{ put: closed, ifMatch: link._etag }]);
    return commit.ok ? undefined : 'conflict';
  });
};

/** What a link shows: the plan and whose it is. */
export interface OpenedShare {
  readonly itinerary: Itinerary;
  readonly trip: Trip;
  /** The families of the trip, in the order they joined. */
  readonly seats: readonly Participation[];
}

/** What a link shows: the trip's newest plan, whichever it was made for. `not-found` alike for a token that never was, has expired or was revoked: which is private. */
export const openShare = async (records: Records, token: string, clock: Clock): Promise<Outcome<OpenedShare>> => {
  if (!TOKEN.test(token)) return rejected('not-found');
  const linkId = shareLinkId(token);
  const link = await records.read(shareLinks, linkId, linkId);
  if (!link || link.revokedAt !== undefined || link.expiresAt <= instant(clock)) return rejected('not-found');
  const [itinerary, trip, seats] = await Promise.all([
    latestItinerary(records, link.tripId),
    records.read(trips, link.tripId, link.tripId),
    familiesIn(records, link.tripId),
  ]);
  return itinerary && trip ? { ok: true, itinerary, trip, seats } : rejected('not-found');
};

/** What stands for a family in the addresses of a link (`?only=`): short, and of no use anywhere else. */
export const familyMark = (token: string, familyId: FamilyId): string =>
  idFrom('family', token, familyId).slice('family_'.length, 'family_'.length + 8);
