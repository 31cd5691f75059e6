import { type Clock, instant } from '../clock.ts';
import type { FamilyId, TripId } from '../ids.ts';
import type { Itinerary } from '../itineraries/itinerary.ts';
import { latestItinerary } from '../itineraries/latest-itinerary.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { participations, type Trip, trips } from '../trips/trip.ts';
import {
  type MemoryLane,
  memoryChoices,
  memoryLaneId,
  memoryLanes,
  memoryLinkId,
  memoryLinks,
  type PollOutcome,
  type TripStatistics,
  UNCHOSEN,
} from './memory-lane.ts';
import { type MemoryPhoto, memoryPhotos } from './memory-photo.ts';
import { type Superlative, superlatives } from './superlatives.ts';

/** 128 bits in base64url: anything else cannot be one of ours. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** A memory lane as everybody may see it now: what each family allows, and nothing more. */
export interface ShownMemories {
  readonly trip: Trip;
  readonly statistics: TripStatistics;
  readonly outcomes: readonly PollOutcome[];
  readonly superlatives: readonly Superlative[];
  /** Shared ones, the oldest first. */
  readonly photos: readonly MemoryPhoto[];
  readonly itinerary?: Itinerary | undefined;
  /** Names of the families in the trip. */
  readonly families: ReadonlyMap<FamilyId, string>;
  readonly token: string;
}

/** The memory lane of a trip; nothing until it was made. Choices and shared photos are read anew each time. */
export const shownMemories = async (records: Records, tripId: TripId): Promise<ShownMemories | undefined> => {
  const [lane, trip] = await Promise.all([
    records.read(memoryLanes, tripId, memoryLaneId(tripId)),
    records.read(trips, tripId, tripId),
  ]);
  return lane && trip ? showing(records, trip, lane) : undefined;
};

const showing = async (records: Records, trip: Trip, lane: MemoryLane): Promise<ShownMemories> => {
  const [seats, choices, all, itinerary] = await Promise.all([
    records.list(participations, trip.id),
    records.list(memoryChoices, trip.id),
    records.list(memoryPhotos, trip.id),
    latestItinerary(records, trip.id),
  ]);
  const families = new Map(seats.map(({ familyId, familyName }) => [familyId, familyName]));
  const choiceOf = (id: FamilyId) => choices.find(({ familyId }) => familyId === id) ?? UNCHOSEN;
  const photos = all
    .filter(({ shared, familyId }) => shared && families.has(familyId))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  const counts: Record<FamilyId, number> = {};
  for (const { familyId } of photos) counts[familyId] = (counts[familyId] ?? 0) + 1;
  const { statistics, outcomes, deeds } = lane;
  const named = deeds.filter(({ familyId }) => families.has(familyId) && choiceOf(familyId).named);
  const costs = seats.every(({ familyId }) => choiceOf(familyId).costs);
  return {
    trip,
    statistics: costs ? statistics : { ...statistics, spent: [] },
    outcomes,
    superlatives: superlatives(statistics, outcomes, named, counts),
    photos,
    itinerary,
    families,
    token: lane.token,
  };
};

/** What a link of a memory lane shows. `not-found` alike for a token that never was or has expired, and for a trip that is gone. */
export const openMemories = async (
  records: Records,
  clock: Clock,
  token: string,
): Promise<Outcome<{ memories: ShownMemories }>> => {
  if (!TOKEN.test(token)) return rejected('not-found');
  const id = memoryLinkId(token);
  const link = await records.read(memoryLinks, id, id);
  if (!link || link.expiresAt <= instant(clock)) return rejected('not-found');
  const memories = await shownMemories(records, link.tripId);
  return memories?.token === token ? { ok: true, memories } : rejected('not-found');
};
