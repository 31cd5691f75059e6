import type { Records, Stored } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Reminder, reminders } from './reminder.ts';

type Reader = Pick<TripMember, 'person' | 'participation' | 'trip'>;

/** Whether a member may know of a reminder: their own, their family's, or everyone's. */
export const isReadableReminder = (
  { person, participation }: Pick<Reader, 'person' | 'participation'>,
  reminder: Pick<Reminder, 'for' | 'userId' | 'familyId'>,
): boolean =>
  reminder.for === 'trip' ||
  (reminder.for === 'me' ? reminder.userId === person.id : reminder.familyId === participation.familyId);

/** The reminders a member may know of, the next first. */
export const readableReminders = async (records: Records, member: Reader): Promise<readonly Stored<Reminder>[]> =>
  (await records.list(reminders, member.trip.id))
    .filter((reminder) => isReadableReminder(member, reminder))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));

/** One reminder; `undefined` also for one that is somebody else's business. */
export const readableReminder = async (
  records: Records,
  member: Reader,
  reminderId: string,
): Promise<Stored<Reminder> | undefined> => {
  const reminder = await records.read(reminders, member.trip.id, reminderId);
  return reminder && isReadableReminder(member, reminder) ? reminder : undefined;
};
