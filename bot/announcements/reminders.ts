import { dayOf, sayInstant } from '../../trips/dates.ts';
import { people } from '../../trips/people/person.ts';
import { reminders } from '../../trips/reminders/reminder.ts';
import type { Announcers } from './announcement.ts';

export const reminderAnnouncers: Announcers<'reminder'> = {
  reminder: {
    topic: 'reminders',
    prompt: true,
    // Who chose the hour meant it.
    urgent: async ({ records }, trip, { reminderId }, { userId }) =>
      (await records.read(reminders, trip.id, reminderId))?.userId === userId,
    say: async ({ records, clock }, trip, { reminderId }, to) => {
      const reminder = await records.read(reminders, trip.id, reminderId);
      if (!reminder || reminder.status === 'cancelled') return undefined;
      if (reminder.for === 'me' && (to.group || to.userId !== reminder.userId)) return undefined;
      if (reminder.for === 'family' && to.group) return undefined;
      const setBy =
        reminder.userId === to.userId ? undefined : await records.read(people, reminder.userId, reminder.userId);
      const from = setBy ? ` from ${setBy.name}` : '';
      if (reminder.kind === 'reminder') return { reply: { text: `Reminder${from}: ${reminder.what}.` } };
      const today = dayOf(new Date(clock.now()).toISOString(), trip.timeZone);
      const due = dayOf(reminder.at, trip.timeZone) === today ? 'today' : 'tomorrow';
      const text = `Due ${due}${from}: ${reminder.what} (by ${sayInstant(reminder.at, trip.timeZone)}).`;
      return { reply: { text } };
    },
  },
};
