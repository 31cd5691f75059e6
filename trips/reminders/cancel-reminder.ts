import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { readableReminder } from './readable-reminders.ts';
import type { Reminder } from './reminder.ts';

/**
 * Cancels a reminder: who set it may, the family's admin one of the family, the organizer one for everyone. One that was
 * told or cancelled stays so (`already`); `stale` when `ifMatch` is not its etag.
 */
export const cancelReminder = (
  records: Records,
  clock: Clock,
  member: TripMember,
  reminderId: string,
  ifMatch?: string,
): Promise<Outcome<{ reminder: Reminder; already: boolean }>> =>
  retrying(async () => {
    const { trip, person, isFamilyAdmin, isOrganizer } = member;
    const reminder = await readableReminder(records, member, reminderId);
    if (!reminder) return rejected('not-found');
    const may =
      reminder.userId === person.id ||
      (reminder.for === 'family' && isFamilyAdmin) ||
      (reminder.for === 'trip' && isOrganizer);
    if (!may)
      return rejected('not-allowed', 'only who set the reminder, or who answers for those it is for, cancels it');
    if (reminder.status !== 'waiting') return { ok: true as const, reminder, already: true };
    if (ifMatch !== undefined && reminder._etag !== ifMatch) return rejected('stale');
    const { dueAt: _, ...rest } = reminder;
    const cancelled: Reminder = { ...rest, tellings: [], status: 'cancelled' };
    const commit = await records.commit(trip.id, [
      { put: cancelled, ifMatch: reminder._etag },
      ...(reminder.for === 'trip'
        ? [audited(trip.id, 'cancelReminder', person.id, instant(clock), { reminderId })]
        : []),
    ]);
    return commit.ok ? { ok: true as const, reminder: cancelled, already: false } : 'conflict';
  });
