import { type Clock, instant } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { type NewsFact, tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { participations } from '../trips/trip.ts';

/** What a family hears of itself, and no other. */
export type FamilyFact = Extract<NewsFact, { kind: 'member-joined' | 'family-admin' }>;

/** Tells a family, and nobody else, in the conversations where it speaks of its trips. Telling it again adds nothing. */
export const tellFamily = async (
  records: Records,
  clock: Clock,
  about: FamilyFact,
  heardIn?: string,
): Promise<void> => {
  const { familyId, userId, kind } = about;
  for (const { tripId } of await records.list(participations, familyId)) {
    const at = instant(clock);
    const id = idFrom('fact', kind, familyId, userId, kind === 'member-joined' ? '' : at);
    await records.commit(tripId, [tell(tripId, about, at, { onlyFamily: familyId, heardIn, id })]);
  }
};
