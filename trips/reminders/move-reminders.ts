import { dayOf, instantAt, timeOf } from '../dates.ts';
import type { TripId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Reminder, reminders } from './reminder.ts';

/** Keeps what was said by day and time at that day and time when the trip turns out to go by the clocks of another zone. */
export const moveReminders = async (records: Records, tripId: TripId, from: string, to: string): Promise<void> => {
  const moved = (at: string): string => instantAt(dayOf(at, from), timeOf(at, from), to);
  for (const { id } of await records.list(reminders, tripId)) {
    await retrying(async () => {
      const reminder = await records.read(reminders, tripId, id);
      if (!reminder?.byClock || reminder.status !== 'waiting') return undefined;
      const tellings = reminder.tellings.map(moved);
      const next: Reminder = { ...reminder, at: moved(reminder.at), tellings, dueAt: tellings[0] };
      return (await records.commit(tripId, [{ put: next, ifMatch: reminder._etag }])).ok ? undefined : 'conflict';
    });
  }
};
