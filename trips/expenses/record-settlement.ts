import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type FamilyId, newId } from '../ids.ts';
import type { Money } from '../money.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { type Settlement, settlements } from './expense.ts';

export interface NewSettlement {
  /** For a repeatable command: the same id is the same settlement. */
  readonly id?: string | undefined;
  /** One of the two is the speaker's family, unless the speaker is the organizer. */
  readonly from: FamilyId;
  readonly to: FamilyId;
  readonly amount: Money;
}

/** Writes down that one family has paid another back. Money itself is not moved. Both are told. */
export const recordSettlement = async (
  records: Records,
  clock: Clock,
  { trip, person, participation, isOrganizer }: TripMember,
  { id = newId('settlement'), from, to, amount }: NewSettlement,
  heardIn?: string,
): Promise<Outcome<{ settlement: Settlement }>> => {
  if (amount.amount <= 0) return rejected('invalid', 'a payment is more than nothing');
  if (from === to) return rejected('invalid', 'a family cannot pay itself back');
  const seats = await familiesIn(records, trip.id);
  if (![from, to].every((family) => seats.some(({ familyId }) => familyId === family))) {
    return rejected('invalid', 'that family is not in this trip');
  }
  if (!isOrganizer && participation.familyId !== from && participation.familyId !== to) {
    return rejected('not-allowed', 'only one of the two families, or the organizer, says that it was paid');
  }
  const at = instant(clock);
  const settlement: Settlement = {
    pk: trip.id,
    id,
    type: 'settlement',
    _schema_version: settlements.version,
    tripId: trip.id,
    from,
    to,
    amount,
    addedBy: person.id,
    createdAt: at,
  };
  const commit = await records.commit(trip.id, [
    { put: settlement, ifAbsent: true },
    audited(trip.id, 'recordSettlement', person.id, at, { settlementId: id }),
    tell(trip.id, { kind: 'settlement-recorded', settlementId: id }, at, { heardIn }),
  ]);
  const kept = commit.ok ? settlement : await records.read(settlements, trip.id, id);
  return kept ? { ok: true, settlement: kept } : rejected('stale');
};
