import type { Clock } from '../trips/clock.ts';
import { instant } from '../trips/clock.ts';
import type { Records } from '../trips/records.ts';
import { reminders } from '../trips/reminders/reminder.ts';
import { tellReminder } from '../trips/reminders/tell-reminder.ts';
import { followDates } from '../trips/trips/follow-dates.ts';
import { trips } from '../trips/trips/trip.ts';

/** Documents looked after in one go. */
const BATCH = 50;

/** What the clock does in trips by itself: each look returns how many documents it found due. Safe with several workers. */
export interface Look {
  /** For the log: what it is doing when it fails. */
  readonly what: string;
  run(records: Records, clock: Clock): Promise<number>;
}

export const TRIP_LOOKS: readonly Look[] = [
  {
    what: 'reminding people',
    run: async (records, clock) => {
      const due = await records.due(reminders, instant(clock), BATCH);
      for (const reminder of due) await tellReminder(records, clock, reminder);
      return due.length;
    },
  },
  {
    what: 'following the dates of trips',
    run: async (records, clock) => {
      const due = await records.due(trips, instant(clock), BATCH);
      for (const trip of due) await followDates(records, clock, trip);
      return due.length;
    },
  },
];
