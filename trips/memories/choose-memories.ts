import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type MemoryChoice, memoryChoiceId, memoryChoices, UNCHOSEN } from './memory-lane.ts';

/** What the speaker's family lets the memory lane show. */
export const memoryChoiceOf = async (
  records: Records,
  { trip, participation }: TripMember,
): Promise<Pick<MemoryChoice, 'costs' | 'named'>> =>
  (await records.read(memoryChoices, trip.id, memoryChoiceId(participation.familyId))) ?? UNCHOSEN;

/** Changes what a family lets the memory lane show: its admin's decision, which holds at once. */
export const chooseMemories = (
  records: Records,
  clock: Clock,
  { trip, participation, person, isFamilyAdmin }: TripMember,
  wish: { readonly costs?: boolean | undefined; readonly named?: boolean | undefined },
): Promise<Outcome<{ choice: Pick<MemoryChoice, 'costs' | 'named'> }>> =>
  retrying(async () => {
    if (!isFamilyAdmin) return rejected('not-allowed', 'only the admin of a family says what its memories show');
    const id = memoryChoiceId(participation.familyId);
    const before = await records.read(memoryChoices, trip.id, id);
    const choice: MemoryChoice = {
      pk: trip.id,
      id,
      type: 'memory_choice',
      _schema_version: 1,
      tripId: trip.id,
      familyId: participation.familyId,
      costs: wish.costs ?? before?.costs ?? UNCHOSEN.costs,
      named: wish.named ?? before?.named ?? UNCHOSEN.named,
    };
    const commit = await records.commit(trip.id, [
      { put: choice, ifMatch: before?._etag, ifAbsent: before === undefined },
      audited(trip.id, 'chooseMemories', person.id, instant(clock)),
    ]);
    return commit.ok ? { ok: true as const, choice } : 'conflict';
  });
