import { type Clock, instant } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { messages, type TripMessage } from '../messages/message.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import type { Trip } from '../trips/trip.ts';
import { claimOffer } from './claim-offer.ts';
import { disputedIn, readStance } from './stance.ts';

/** Looks at what was just written to everyone beside what others wrote, and has a poll offered where they disagree. */
export const offerOnDisagreement = async (
  records: Records,
  clock: Clock,
  trip: Pick<Trip, 'id' | 'startDate' | 'endDate'>,
  { id, text, familyId, createdAt }: TripMessage,
): Promise<void> => {
  const latest = readStance(text, familyId, trip, createdAt);
  if (!latest) return;
  const before = [...(await records.list(messages, trip.id))]
    .filter((one) => one.id !== id && one.createdAt <= createdAt)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .flatMap((one) => readStance(one.text, one.familyId, trip, one.createdAt) ?? []);
  const disputed = disputedIn(before, latest);
  if (!disputed || !(await claimOffer(records, clock, trip.id, disputed))) return;
  const { category, day, words } = disputed;
  const fact = idFrom('fact', 'offer-poll', trip.id, category, day ?? '');
  await records.commit(trip.id, [
    tell(trip.id, { kind: 'offer-poll', category, day, words: [...words] }, instant(clock), { id: fact }),
  ]);
};
