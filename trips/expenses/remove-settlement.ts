import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Settlement, settlements } from './expense.ts';

/**
 * Takes out again that one family paid another back: whoever may write it down may. Doing it again changes nothing, and
 * nothing is returned then.
 */
export const removeSettlement = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isOrganizer }: TripMember,
  settlementId: string,
): Promise<Outcome<{ settlement?: Settlement }>> => {
  const settlement = await records.read(settlements, trip.id, settlementId);
  if (!settlement) return { ok: true };
  const { from, to, _etag } = settlement;
  if (!isOrganizer && participation.familyId !== from && participation.familyId !== to) {
    return rejected('not-allowed', 'only one of the two families, or the organizer, takes a payment out');
  }
  const commit = await records.commit(trip.id, [
    { remove: settlementId, ifMatch: _etag },
    audited(trip.id, 'removeSettlement', person.id, instant(clock), { settlementId }),
  ]);
  return commit.ok ? { ok: true, settlement } : rejected('stale');
};
