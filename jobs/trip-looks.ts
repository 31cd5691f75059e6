import type { Clock } from '../trips/clock.ts';
import { instant } from '../trips/clock.ts';
import { followDeadline } from '../trips/polls/follow-deadline.ts';
import { polls } from '../trips/polls/poll.ts';
import type { Records } from '../trips/records.ts';
import { reminders } from '../trips/reminders/reminder.ts';
import { tellReminder } from '../trips/reminders/tell-reminder.ts';
import { settleSuccession } from '../trips/succession/succeed.ts';
import { successions } from '../trips/succession/succession.ts';
import { clearDeletedTrip, type Forget, type RemoveBlob } from '../trips/trips/clear-deleted-trip.ts';
import { deletedTrips } from '../trips/trips/deleted-trip.ts';
import { followDates } from '../trips/trips/follow-dates.ts';
import { trips } from '../trips/trips/trip.ts';

/** Documents looked after in one go. */
const BATCH = 50;

/** What the clock does in trips by itself: each look returns how many documents it found due. Safe with several workers. */
export interface Look {
  /** For the log: what it is doing when it fails. */
  readonly what: string;
  run(records: Records, clock: Clock, forget: Forget, removeBlob: RemoveBlob): Promise<number>;
}

/** One after another; what fails for one keeps none of the others waiting. */
const each = async <T>(due: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const failures: unknown[] = [];
  for (const one of due) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
};

export const TRIP_LOOKS: readonly Look[] = [
  {
    what: 'closing polls',
    run: async (records, clock) => {
      const due = await records.due(polls, instant(clock), BATCH);
      await each(due, (poll) => followDeadline(records, clock, poll));
      return due.length;
    },
  },
  {
    what: 'reminding people',
    run: async (records, clock) => {
      const due = await records.due(reminders, instant(clock), BATCH);
      await each(due, (reminder) => tellReminder(records, clock, reminder));
      return due.length;
    },
  },
  {
    what: 'following the dates of trips',
    run: async (records, clock) => {
      const due = await records.due(trips, instant(clock), BATCH);
      await each(due, (trip) => followDates(records, clock, trip));
      return due.length;
    },
  },
  {
    what: 'clearing deleted trips',
    run: async (records, clock, forget, removeBlob) => {
      const due = await records.due(deletedTrips, instant(clock), BATCH);
      await each(due, (trip) => clearDeletedTrip(records, clock, forget, removeBlob, trip));
      return due.length;
    },
  },
  {
    what: 'settling who organizes a trip',
    run: async (records, clock) => {
      const due = await records.due(successions, instant(clock), BATCH);
      await each(due, (succession) => settleSuccession(records, clock, succession));
      return due.length;
    },
  },
];
