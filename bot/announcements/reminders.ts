import { dayOf } from '../../trips/dates.ts';
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
    say: async ({ records, clock }, trip, { reminderId }, to, { say, news }) => {
      const reminder = await records.read(reminders, trip.id, reminderId);
      if (!reminder || reminder.status === 'cancelled') return undefined;
      if (reminder.for === 'me' && (to.group || to.userId !== reminder.userId)) return undefined;
      if (reminder.for === 'family' && to.group) return undefined;
      const setBy =
        reminder.userId === to.userId ? undefined : await records.read(people, reminder.userId, reminder.userId);
      if (reminder.kind === 'reminder') return { reply: { text: news.reminder(reminder.what, setBy?.name) } };
      const today = dayOf(new Date(clock.now()).toISOString(), trip.timeZone);
      const isToday = dayOf(reminder.at, trip.timeZone) === today;
      const by = say.instant(reminder.at, trip.timeZone);
      return { reply: { text: news.due(reminder.what, by, isToday, setBy?.name) } };
    },
  },
};
