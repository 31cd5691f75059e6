import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Door, door } from './listener.ts';

/** What facts are about, as people mute them. */
export const topic = z.enum(['polls', 'plans', 'bookings', 'money', 'reminders', 'documents', 'people']);
export type Topic = z.infer<typeof topic>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');

/** Hours in which a person is not written to, in their time zone; `from` later than `to` spans midnight. */
export const quietHours = z.object({ from: timeOfDay, to: timeOfDay });
export type QuietHours = Readonly<z.infer<typeof quietHours>>;

/** How soon news is told: when it happens, or gathered into one message an hour or a day. */
export const pace = z.enum(['immediate', 'hourly', 'daily']);
export type Pace = z.infer<typeof pace>;

/** What a person wants to be written to about without having asked. What they asked for is always answered. */
export const notificationPreferences = z.object({
  quietHours: quietHours.optional(),
  /** IANA name of the zone the quiet hours are in; the trip's when absent. */
  timeZone: z.string().max(60).optional(),
  /** Topics that are not told at all. */
  muted: z.array(topic),
  /** Topics that are not told at one door, e.g. `{ sms: ['polls'] }`. */
  mutedAt: z.partialRecord(door, z.array(topic)).optional(),
  /** `immediate` when absent. */
  pace: pace.optional(),
});
export type NotificationPreferences = Readonly<z.infer<typeof notificationPreferences>>;

/** The time of day at which a daily digest is told, in the reader's time zone. */
const DIGEST_HOUR = 8;

/** What is to be told to one reader. */
export interface News {
  readonly topic: Topic | undefined;
  readonly door: Door;
  /** The reader asked for it, or it cannot wait. */
  readonly urgent: boolean;
  /** Of no use later, so no digest keeps it. */
  readonly prompt: boolean;
  /** It has waited for its digest or for the quiet hours to end already. */
  readonly waited: boolean;
}

/** When one reader is told: at once, never, or at a UTC instant, alone or in a digest. */
export type Timing =
  | { readonly tell: 'now' }
  | { readonly tell: 'never' }
  | { readonly tell: 'later'; readonly at: string; readonly digest: boolean };

const NOW: Timing = { tell: 'now' };

/** When news reaches a reader who wants it so. `now` is in milliseconds, `tripZone` an IANA name. */
export const timingOf = (
  wishes: NotificationPreferences | undefined,
  news: News,
  now: number,
  tripZone: string,
): Timing => {
  if (wishes === undefined || news.urgent) return NOW;
  if (news.topic && isMuted(wishes, news.topic, news.door)) return { tell: 'never' };
  const local = DateTime.fromMillis(now, { zone: wishes.timeZone ?? tripZone });
  const pacing = news.prompt || news.waited ? 'immediate' : (wishes.pace ?? 'immediate');
  const digestAt = pacing === 'immediate' ? undefined : nextDigest(local, pacing);
  const free = quietUntil(digestAt ?? local, wishes.quietHours);
  const at = free ?? digestAt;
  return at === undefined ? NOW : { tell: 'later', at: at.toUTC().toISO() ?? '', digest: digestAt !== undefined };
};

const nextDigest = (local: DateTime, pacing: 'hourly' | 'daily'): DateTime => {
  if (pacing === 'hourly') return local.startOf('hour').plus({ hours: 1 });
  const today = local.startOf('day').set({ hour: DIGEST_HOUR });
  return today > local ? today : today.plus({ days: 1 });
};

/** When the quiet hours around a moment end; nothing when it is in none. */
const quietUntil = (local: DateTime, hours: QuietHours | undefined): DateTime | undefined => {
  if (!hours || hours.from === hours.to) return undefined;
  const time = local.toFormat('HH:mm');
  const quiet = hours.from < hours.to ? time >= hours.from && time < hours.to : time >= hours.from || time < hours.to;
  if (!quiet) return undefined;
  const [hour = 0, minute = 0] = hours.to.split(':').map(Number);
  const end = local.startOf('day').set({ hour, minute });
  return end > local ? end : end.plus({ days: 1 });
};

/** Whether a reader wants to hear nothing of a topic at a door. */
export const isMuted = (wishes: NotificationPreferences | undefined, about: Topic, at: Door): boolean =>
  [...(wishes?.muted ?? []), ...(wishes?.mutedAt?.[at] ?? [])].includes(about);
