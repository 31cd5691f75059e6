import { type Clock, instant } from '../clock.ts';
import { newId, type UserId } from '../ids.ts';
import { people } from '../people/person.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { trips } from '../trips/trip.ts';
import { SETTLE_MS } from './begin-erasure.ts';
import { CONFIRM_SECONDS, type Erasure, erasures } from './erasure.ts';
import { restrictProcessing } from './restrict.ts';
import { subjectOf } from './subject.ts';

/** What an erasure will do that others notice. */
export interface Consequences {
  /** Who speaks for the family then; absent when the family goes too. */
  readonly heir?: string | undefined;
  /** Trips that go because no other family is in them, by name. */
  readonly tripsThatGo: readonly string[];
  /** Trips that get another organizer. */
  readonly handedOver: readonly { readonly trip: string; readonly to: string }[];
  /** How many documents the person added that go. */
  readonly documents: number;
}

/** The first step: nothing is erased until the same person confirms it by its id, within {@link CONFIRM_SECONDS}. */
export const askErasure = async (
  records: Records,
  clock: Clock,
  userId: UserId,
): Promise<Outcome<{ erasure: Erasure; familyName: string; consequences: Consequences }>> => {
  const subject = await subjectOf(records, userId, 'erasure', instant(clock));
  if (!subject) return rejected('not-found');
  const id = newId('erasure');
  const erasure: Erasure = {
    pk: id,
    id,
    type: 'erasure',
    _schema_version: 1,
    ttl: CONFIRM_SECONDS,
    status: 'asked',
    userId,
    removed: {},
    anonymised: {},
    askedAt: instant(clock),
  };
  await records.commit(id, [{ put: erasure, ifAbsent: true }]);
  const nameOf = async (tripId: string): Promise<string> => (await records.read(trips, tripId, tripId))?.name ?? '';
  const calledBy = async (id: string | undefined): Promise<string | undefined> =>
    id === undefined ? undefined : (await records.read(people, id, id))?.name;
  const handedOver = Object.entries(subject.organizers).map(async ([tripId, { userId: to }]) => ({
    trip: await nameOf(tripId),
    to: (await calledBy(to)) ?? '',
  }));
  return {
    ok: true,
    erasure,
    familyName: subject.familyName,
    consequences: {
      heir: await calledBy(subject.heir),
      tripsThatGo: await Promise.all(subject.emptyTrips.map(nameOf)),
      handedOver: await Promise.all(handedOver),
      documents: subject.documents.length,
    },
  };
};

/**
 * The second step, by the person who took the first: it begins, and from here on their data is only kept until it is
 * gone. Confirming again is the same erasure. `not-found` for anybody else's, and when its time to confirm is over.
 */
export const confirmErasure = async (
  records: Records,
  clock: Clock,
  userId: UserId,
  erasureId: string,
): Promise<Outcome<{ erasure: Erasure }>> => {
  const begun = await retrying(async () => {
    const erasure = await records.read(erasures, erasureId, erasureId);
    if (!erasure || erasure.userId !== userId) return rejected('not-found');
    if (erasure.status !== 'asked') return { ok: true as const, erasure };
    const { ttl: _, ...kept } = erasure;
    const next: Stored<Erasure> = {
      ...kept,
      status: 'confirmed',
      confirmedAt: instant(clock),
      dueAt: instant({ now: () => clock.now() + SETTLE_MS }),
    };
    const commit = await records.commit(erasureId, [{ put: next, ifMatch: erasure._etag }]);
    return commit.ok ? { ok: true as const, erasure: next } : 'conflict';
  });
  if (!begun.ok) return begun;
  await restrictProcessing(records, clock, userId);
  return begun;
};
