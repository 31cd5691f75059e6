import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { FamilyId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { people } from '../people/person.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripOrganizer } from '../roles/permission.ts';
import { type Participation, participationId, participations, type Trip, trips } from './trip.ts';

/**
 * Makes the admin of another family in the trip its organizer. Everyone is told. `not-found` for a family that is not in
 * it, `stale` when `ifMatch` is no longer the trip's etag.
 */
export const handOverTrip = (
  records: Records,
  clock: Clock,
  { trip: { id }, person }: TripOrganizer,
  to: FamilyId,
  { heardIn, ifMatch }: { readonly heardIn?: string | undefined; readonly ifMatch?: string | undefined } = {},
): Promise<Outcome<{ trip: Trip; family: Participation; etag: string }>> =>
  retrying(async () => {
    const [trip, family] = await Promise.all([
      records.read(trips, id, id),
      records.read(participations, id, participationId(id, to)),
    ]);
    const next = family && (await records.read(people, family.adminId, family.adminId));
    if (!trip || !family || !next) return rejected('not-found');
    if (ifMatch !== undefined && trip._etag !== ifMatch) return rejected('stale');
    if (next.guest)
      return rejected(
        'not-allowed',
        `${next.name} is here as a guest: an organizer has an account, which they get with LINK`,
      );
    if (trip.organizerId === next.id) return { ok: true as const, trip, family, etag: trip._etag };
    // Somebody else has become the organizer since the permission was given.
    if (trip.organizerId !== person.id) return rejected('stale');
    const at = instant(clock);
    const handed: Trip = { ...trip, organizerId: next.id };
    const commit = await records.commit(id, [
      { put: handed, ifMatch: trip._etag },
      audited(id, 'handOverTrip', person.id, at, { to: next.id }),
      tell(id, { kind: 'organizer-changed', familyId: to }, at, { heardIn }),
    ]);
    return commit.ok ? { ok: true as const, trip: handed, family, etag: commit.etags[0] ?? '' } : 'conflict';
  });
