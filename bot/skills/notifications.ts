import { z } from 'zod';
import type { Act, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Door, door } from '../../trips/notifications/listener.ts';
import {
  type NotificationPreferences,
  pace,
  quietHours,
  type Topic,
  topic,
} from '../../trips/notifications/preferences.ts';
import { changeNotifications, everyNotification } from '../../trips/people/change-notifications.ts';
import { trips } from '../../trips/trips/trip.ts';
import { type NotificationWords, readNotificationWords } from '../understanding/notification-words.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

/** Speaks of how its speaker is written to, and not of what is in the trip. */
const ABOUT_WRITING =
  /\b(?:un-?mute|mute|notif(?:y|ied|ying|ications?)|digest|quiet hours)\b|\b(?:stop|do not|don'?t|not|no|only|just|may|can|keep)\b.{0,20}\b(?:text(?:s|ing)?|messag(?:e|es|ing)|ping(?:ing)?|writ(?:e|ing)|send(?:ing)?|tell(?:ing)?|disturb(?:ing)?|bother(?:ing)?)\b(?:.{0,10}\b(?:me|us)\b)?|\bquiet\b.{0,15}\b(?:from|between|after|until)\b|\bhow often do you (?:write|text|message)\b/i;

/** Asks how no more is sent, and does not end it yet. */
const HOW_TO_STOP =
  /^(?:(?:so|ok|hi|hey|please|pls)\b[\s,]*)*(?:how|can|could|c[oó]mo|puedo)\b.{0,25}\b(?:stop|turn off|switch off|end|mute|opt out|get out|get rid|unsubscribe|cancel|dejo|paro|quito|dejar|parar)\b.{0,30}\b(?:texts?|texting|messages?|messaging|sms|notifications?|these|mensajes|textos|avisos)\b/iu;

const input = z.object({
  how: z.literal(true).optional(),
  mute: z.array(topic).optional(),
  unmute: z.array(topic).optional(),
  door: door.optional(),
  quiet: z.union([quietHours, z.literal('none')]).optional(),
  pace: pace.optional(),
});

/** The wishes after what was said now. */
const after = (
  now: NotificationPreferences,
  { mute = [], unmute = [], door: at, quiet, pace: wanted }: NotificationWords,
): NotificationPreferences => {
  const joined = (before: readonly Topic[], more: readonly Topic[]): Topic[] =>
    [...new Set([...before, ...more])].filter((one) => !unmute.includes(one));
  const here = at === undefined ? undefined : { ...now.mutedAt, [at]: joined(now.mutedAt?.[at] ?? [], mute) };
  return {
    ...now,
    muted: at === undefined || unmute.length > 0 ? joined(now.muted, at === undefined ? mute : []) : now.muted,
    mutedAt: here ?? (unmute.length > 0 ? everywhereWithout(now.mutedAt, unmute) : now.mutedAt),
    quietHours: quiet === undefined ? now.quietHours : quiet === 'none' ? undefined : { ...quiet },
    pace: wanted ?? now.pace,
  };
};

const everywhereWithout = (
  mutedAt: NotificationPreferences['mutedAt'],
  unmute: readonly Topic[],
): NotificationPreferences['mutedAt'] =>
  mutedAt &&
  Object.fromEntries(
    Object.entries(mutedAt).map(([at, topics]) => [at, topics.filter((one) => !unmute.includes(one))]),
  );

/** How somebody is written to, in words. */
const say = (wishes: NotificationPreferences, zone: string, { notices }: Words): string => {
  const at = Object.entries(wishes.mutedAt ?? {}).flatMap(([one, topics]) =>
    topics.length > 0 ? [[one as Door, topics] as const] : [],
  );
  return notices.stands(wishes.pace ?? 'immediate', { everywhere: wishes.muted, at }, wishes.quietHours, zone);
};

const zoneOf = async (
  { house, tripId }: Pick<SkillContext, 'house' | 'tripId'>,
  { timeZone }: NotificationPreferences,
): Promise<string> => {
  const trip = tripId === undefined ? undefined : await house.records.read(trips, tripId, tripId);
  const zone = timeZone ?? trip?.timeZone ?? 'UTC';
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
};

/** The words that bring back what was before; nothing for a single door. */
const beforeThat = (
  { mute, unmute, door: at, quiet, pace: every }: NotificationWords,
  now: NotificationPreferences,
): Act | undefined =>
  at === undefined
    ? {
        skill: 'notifications',
        input: {
          unmute: mute?.filter((one) => !now.muted.includes(one)),
          mute: unmute?.filter((one) => now.muted.includes(one)),
          quiet: quiet && (now.quietHours ?? 'none'),
          pace: every && (now.pace ?? 'immediate'),
        },
      }
    : undefined;

export const notificationsSkill = skill({
  name: 'notifications',
  description: 'Sets quiet hours, mutes topics, or gathers news into a digest',
  who: 'anyone',
  input,
  oneAtATime: true,
  evenDenied: true,
  commands: [
    'notifications',
    'my notifications',
    'notification settings',
    'quiet hours',
    'mute',
    'unmute',
    'quiet hours off',
    'daily digest',
    'hourly digest',
  ],
  claims: (text) => {
    if (HOW_TO_STOP.test(text)) return true;
    if (!ABOUT_WRITING.test(text)) return false;
    const { quiet, pace: every, mute, unmute } = readNotificationWords(text);
    return (
      [quiet, every, mute, unmute].some((said) => said !== undefined) || /\bnotifications?\b|how often/i.test(text)
    );
  },
  examples: [
    "don't text me after 9 pm",
    'mute polls',
    'unmute polls',
    'no messages between 22:00 and 7:00 please',
    'do not write to me before 8 in the morning',
    'stop telling me about expenses',
    'I do not want to hear about new documents',
    'send me the news once a day',
    'tell me everything as it happens again',
    'set quiet hours from 9 pm to 8 am',
    'what are my notification settings',
    'you may text me at any time',
    'mute everything but reminders',
    'no poll notifications by sms',
    "please don't message me at night",
    'only write to me once a day',
    'i get too many messages from you',
    'stop the poll messages',
    'no messages about money please',
    'mute bookings',
    'i want to hear everything again',
    'turn notifications off after 8 pm',
    'nothing before 9 in the morning please',
    'how are my notifications set',
    'gather the news in a digest',
    'unmute everything',
    'please no messages while we sleep',
    "i'd like to hear about polls no more",
    "i don't want to hear anything about documents",
    'fewer messages please, one a day is fine',
    'nothing about payments for me',
  ],
  read: (text) => (HOW_TO_STOP.test(text) ? { how: true } : readNotificationWords(text)),
  run: async (context, { how, ...said }): Promise<Reply> => {
    const { house, words } = context;
    if (how) return { text: words.notices.howToStop(context.textOnly) };
    const person = await context.account();
    const asked = Object.values(said).some((value) => value !== undefined);
    const now = person.notifications ?? everyNotification;
    if (!asked) {
      return { text: `${say(now, await zoneOf(context, now), words)} ${words.notices.toChange}` };
    }
    const changed = await changeNotifications(house.records, person.id, (before) => after(before, said));
    if (!changed.ok) return sayRejection(changed, words);
    context.became(changed.person);
    context.changed(words.things.howIWrite, beforeThat(said, now));
    const wishes = changed.notifications;
    const stands = say(wishes, await zoneOf(context, wishes), words);
    return { text: words.notices.noted(stands, said.quiet !== undefined && said.quiet !== 'none') };
  },
});
