import { type Clock, instant } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { trips } from '../trips/trip.ts';
import { type Reminder, reminders } from './reminder.ts';

/**
 * Puts a reminder whose time has come into the outbox, once: whichever worker does it, and however their clocks differ,
 * the note that it was told and the fact are one commit. One whose trip is called off ends untold.
 */
export const tellReminder = (
  records: Records,
  clock: Clock,
  { tripId, id }: Pick<Reminder, 'tripId' | 'id'>,
): Promise<void> =>
  retrying(async () => {
    const [reminder, trip] = await Promise.all([
      records.read(reminders, tripId, id),
      records.read(trips, tripId, tripId),
    ]);
    const now = instant(clock);
    if (!reminder || reminder.dueAt === undefined || reminder.dueAt > now) return undefined;
    const { dueAt, ...rest } = reminder;
    if (!trip || trip.status === 'cancelled') {
      const ended: Reminder = { ...rest, tellings: [], status: 'cancelled' };
      return (await records.commit(tripId, [{ put: ended, ifMatch: reminder._etag }])).ok ? undefined : 'conflict';
    }
    // After a long stop several tellings may have come due: they are one.
    const tellings = reminder.tellings.filter((at) => at > now);
    const [next] = tellings;
    const told: Reminder =
      next === undefined ? { ...rest, tellings, status: 'told' } : { ...rest, tellings, dueAt: next };
    const commit = await records.commit(tripId, [
      { put: told, ifMatch: reminder._etag },
      tell(tripId, { kind: 'reminder', reminderId: id }, now, {
        id: idFrom('fact', id, dueAt),
        onlyFamily: reminder.for === 'trip' ? undefined : reminder.familyId,
      }),
    ]);
    return commit.ok ? undefined : 'conflict';
  });
