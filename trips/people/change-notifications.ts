import type { UserId } from '../ids.ts';
import { type NotificationPreferences, notificationPreferences } from '../notifications/preferences.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { knownZone } from '../trips/time-zone.ts';
import { type Person, people } from './person.ts';

/** What somebody who has said nothing about it wants: everything, when it happens. */
export const everyNotification: NotificationPreferences = { muted: [] };

/** Changes what a person wants to be written to about. `stale` when `ifMatch` is no longer their etag. */
export const changeNotifications = (
  records: Records,
  userId: UserId,
  change: (now: NotificationPreferences) => NotificationPreferences,
  ifMatch?: string,
): Promise<Outcome<{ person: Stored<Person>; notifications: NotificationPreferences }>> =>
  retrying(async () => {
    const person = await records.read(people, userId, userId);
    if (!person) return rejected('not-found');
    if (ifMatch !== undefined && person._etag !== ifMatch) return rejected('stale');
    const wanted = notificationPreferences.safeParse(change(person.notifications ?? everyNotification));
    if (!wanted.success)
      return rejected('invalid', 'quiet hours go from one time of day to another, e.g. 21:00 to 08:00');
    const notifications = wanted.data;
    if (notifications.timeZone !== undefined && !knownZone(notifications.timeZone)) {
      return rejected('invalid', `no time zone ${notifications.timeZone}`);
    }
    const next: Person = { ...person, notifications };
    const commit = await records.commit(userId, [{ put: next, ifMatch: person._etag }]);
    if (!commit.ok) return 'conflict';
    return { ok: true as const, person: { ...next, _etag: commit.etags[0] ?? '' }, notifications };
  });
