import { type Clock, instant } from '../clock.ts';
import { documents, type TripDocument } from '../documents/document.ts';
import { idFrom } from '../ids.ts';
import { invitationId, inviteds } from '../invitations/invitation.ts';
import { itineraries, shareLinkId } from '../itineraries/itinerary.ts';
import { memoryLaneId, memoryLanes, memoryLinkId } from '../memories/memory-lane.ts';
import { memoryPhotos } from '../memories/memory-photo.ts';
import { type OutboxFact, outboxFacts, tellOne } from '../notifications/fact.ts';
import { conversationKey, type Listener, listeners } from '../notifications/listener.ts';
import { timingOf } from '../notifications/preferences.ts';
import { type Person, people } from '../people/person.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type DeletedTrip, deletedTripId, deletedTrips } from './deleted-trip.ts';
import { participationId, trips } from './trip.ts';

/** Drops a document's passages and bytes; repeating it is harmless. */
export type Forget = (document: TripDocument) => Promise<void>;

/** Drops the bytes of a name; repeating it is harmless. */
export type RemoveBlob = (name: string) => Promise<void>;

/** Documents taken away in one commit: below the operations that Azure Cosmos DB takes in a batch, which are 100. */
const AT_ONCE = 90;
/** After this long whatever was under way when the trip was deleted has ended, and what it left is taken away too. */
const SETTLED_MS = 15 * 60_000;
/** How long a repeated deletion is known to be one, in seconds. */
const REMEMBERED_S = 7 * 86_400;

/**
 * Takes away what a deleted trip has left, in an order in which it can break off anywhere and be run again: it is run at
 * once, once more when all that was under way has ended, and until the last of its people has been told.
 */
export const clearDeletedTrip = async (
  records: Records,
  clock: Clock,
  forget: Forget,
  removeBlob: RemoveBlob,
  { tripId }: Pick<DeletedTrip, 'tripId'>,
): Promise<void> => {
  const deleted = await records.read(deletedTrips, tripId, deletedTripId(tripId));
  if (!deleted || deleted.dueAt === undefined || deleted.dueAt > instant(clock)) return;
  if (await records.read(trips, tripId, tripId)) {
    // The same trip was made anew (a sample): it is not touched.
    await records.commit(tripId, [{ remove: deleted.id, ifMatch: deleted._etag }]);
    return;
  }
  for (const document of await records.list(documents, tripId)) await forget(document);
  for (const { full, thumbnail } of await records.list(memoryPhotos, tripId)) {
    await removeBlob(full);
    await removeBlob(thumbnail);
  }
  const lane = await records.read(memoryLanes, tripId, memoryLaneId(tripId));
  if (lane) await removeAlone(records, memoryLinkId(lane.token));
  for (const { shareToken } of await records.list(itineraries, tripId)) {
    if (shareToken !== undefined) await removeAlone(records, shareLinkId(shareToken));
  }
  for (const { code } of await records.list(inviteds, tripId)) await removeAlone(records, invitationId(code));
  for (const { familyId, adminId } of deleted.seats) {
    await records.commit(familyId, [{ remove: participationId(tripId, familyId) }]);
    await unseat(records, adminId, tripId);
  }
  for (const listener of await records.list(listeners, tripId)) await sayGoodbye(records, clock, deleted, listener);
  const waiting = await wipe(records, tripId, deleted.cleared > 0);
  await note(records, clock, deleted, waiting);
};

const removeAlone = (records: Records, id: string) => records.commit(id, [{ remove: id }]);

/** The conversation hears no more of the trip but this, when its person may be written to. */
const sayGoodbye = async (
  records: Records,
  clock: Clock,
  deleted: DeletedTrip,
  { id, door, conversation, group, reference, userId }: Listener,
): Promise<void> => {
  const { tripId, name, byFamily, heardIn, timeZone } = deleted;
  const key = conversationKey(records, door, conversation);
  if (key === heardIn) {
    await records.commit(tripId, [{ remove: id }]);
    return;
  }
  const wishes = group ? undefined : (await records.read(people, userId, userId))?.notifications;
  const news = { topic: undefined, door, urgent: false, prompt: true, waited: false };
  const timing = timingOf(wishes, news, clock.now(), timeZone);
  const about = { kind: 'trip-deleted' as const, tripName: name, familyName: byFamily };
  const notice = tellOne(
    tripId,
    { door, conversation, group, reference },
    about,
    instant(clock),
    idFrom('fact', 'trip-deleted', tripId, key),
    timing.tell === 'later' ? timing.at : undefined,
  );
  await records.commit(tripId, [{ remove: id }, notice]);
};

/** In a sample trip a person sits with another family than their own: that seat goes with it. */
const unseat = (records: Records, userId: string, tripId: string): Promise<void> =>
  retrying(async () => {
    const person = await records.read(people, userId, userId);
    if (person?.seats?.[tripId] === undefined) return undefined;
    const { [tripId]: _, ...seats } = person.seats;
    const next: Person = { ...person, seats };
    return (await records.commit(userId, [{ put: next, ifMatch: person._etag }])).ok ? undefined : 'conflict';
  });

/** Removes all that stands in the partition but the goodbyes on their way (and what is noted of them), and says whether there are any. */
const wipe = async (records: Records, tripId: string, notesToo: boolean): Promise<boolean> => {
  const goodbyes = (await records.list(outboxFacts, tripId)).filter(isGoodbye);
  const stays = new Set([deletedTripId(tripId), ...goodbyes.map(({ id }) => id)]);
  const keepNotes = goodbyes.length > 0 || !notesToo;
  for (let after = AT_ONCE; ; after += AT_ONCE) {
    const found = await records.inside(tripId, after);
    const gone = found.filter(({ id, type }) => !stays.has(id) && !(keepNotes && type === 'delivery'));
    for (let from = 0; from < gone.length; from += AT_ONCE) {
      await records.commit(
        tripId,
        gone.slice(from, from + AT_ONCE).map(({ id }) => ({ remove: id })),
      );
    }
    if (found.length < after) return goodbyes.length > 0;
  }
};

const isGoodbye = ({ fact, to }: OutboxFact): boolean => to !== undefined && fact.kind === 'trip-deleted';

const note = async (
  records: Records,
  clock: Clock,
  { dueAt: _, ...deleted }: Stored<DeletedTrip>,
  waiting: boolean,
): Promise<void> => {
  const { _etag, ...rest } = deleted;
  const cleared = deleted.cleared + 1;
  const again = cleared < 2 || waiting;
  const next: DeletedTrip = {
    ...rest,
    cleared,
    ttl: REMEMBERED_S,
    dueAt: again ? new Date(clock.now() + SETTLED_MS).toISOString() : undefined,
  };
  await records.commit(deleted.tripId, [{ put: next, ifMatch: _etag }]);
};
