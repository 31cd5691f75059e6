import type { Door } from '../../trips/notifications/listener.ts';
import type { Pace, QuietHours, Topic } from '../../trips/notifications/preferences.ts';

/** What a message asks of how its speaker is written to. */
export interface NotificationWords {
  readonly mute?: readonly Topic[] | undefined;
  readonly unmute?: readonly Topic[] | undefined;
  /** Only there; everywhere when absent. */
  readonly door?: Door | undefined;
  readonly quiet?: QuietHours | 'none' | undefined;
  readonly pace?: Pace | undefined;
}

const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/\b(?:polls?|votes?|voting)\b/i, 'polls'],
  [/\b(?:plans?|itinerar(?:y|ies))\b/i, 'plans'],
  [/\b(?:bookings?|reservations?)\b/i, 'bookings'],
  [/\b(?:money|expenses?|payments?|costs?|who paid)\b/i, 'money'],
  [/\b(?:reminders?|deadlines?)\b/i, 'reminders'],
  [/\b(?:documents?|files?|papers?|uploads?)\b/i, 'documents'],
  [/\b(?:people|who joins|joining|messages from (?:the )?others)\b/i, 'people'],
];
const EVERYTHING = /\b(?:everything|all (?:topics|news|notifications)|all of it|notifications)\b/i;
const ALL_BUT = /\b(?:everything|all)\b.{0,20}\b(?:but|except|apart from)\b/i;
const MUTE =
  /\b(?:mute|silence|turn off|switch off|no (?:more )?|stop (?:sending|telling|texting|writing|notifying|bothering|messaging|pinging|(?:the |all )?(?:messages|news|texts))|do(?: not|n'?t) (?:send|text|tell|write|message|notify|bother|ping|want|wanna|like to hear|need)|hear (?:nothing|no more)|nothing (?:more )?about)\b/i;
const UNMUTE = /\b(?:un-?mute|turn on|switch on|resume|tell (?:me|us) (?:about )?.* again|want .* again)\b/i;
const DOORS: readonly (readonly [RegExp, Door])[] = [
  [/\b(?:by text|sms|text(?:s|ing)? me|texts?|on my phone)\b/i, 'sms'],
  [/\be-?mails?\b/i, 'email'],
  [/\bteams\b/i, 'teams'],
  [/\b(?:web|browser|web chat)\b/i, 'web'],
];

const TIME = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s*([ap]\\.?m\\b\\.?)?|(midnight|noon)';
const BETWEEN = new RegExp(`(?:between|from|hours:?)\\s+(?:${TIME})\\s*(?:and|to|until|till|-|–)\\s*(?:${TIME})`, 'i');
const AFTER = new RegExp(`\\b(?:after|past)\\s+(?:${TIME})`, 'i');
const BEFORE = new RegExp(`\\b(?:before|until|till)\\s+(?:${TIME})`, 'i');
const ABOUT_HOURS =
  /\b(?:quiet|text|write|message|notif|bother|disturb|wake|send|contact|ping|reach)\w*\b|\b(?:mute|silence)\b/i;
const ANY_TIME =
  /\b(?:no quiet hours|quiet hours off|(?:turn off|remove|end|cancel) (?:the |my )?quiet hours|any ?time|at any hour|day and night)\b/i;

/** Hours at night when only one end, or none, is said. */
const NIGHT: QuietHours = { from: '22:00', to: '08:00' };

/** `HH:MM` of a match's four groups; an hour without am or pm is of the `half` of the day it is meant in. */
const timeAt = (match: RegExpExecArray, first: number, half: 'evening' | 'morning'): string | undefined => {
  const [hour, minute = '00', meridiem, word] = match.slice(first, first + 4);
  if (word !== undefined) return word.toLowerCase() === 'noon' ? '12:00' : '00:00';
  const said = Number(hour);
  if (!(said <= 24) || Number(minute) > 59) return undefined;
  const evening = meridiem ? /^p/i.test(meridiem) : half === 'evening' && said >= 5 && said < 12;
  const counted = evening ? (said % 12) + 12 : meridiem ? said % 12 : said % 24;
  return `${String(counted).padStart(2, '0')}:${minute}`;
};

const quietIn = (text: string): QuietHours | 'none' | undefined => {
  if (ANY_TIME.test(text)) return 'none';
  if (!ABOUT_HOURS.test(text)) return undefined;
  const between = BETWEEN.exec(text);
  if (between) {
    const [from, to] = [timeAt(between, 1, 'evening'), timeAt(between, 5, 'morning')];
    return from && to ? { from, to } : undefined;
  }
  const after = AFTER.exec(text);
  const before = BEFORE.exec(text);
  const from = after ? timeAt(after, 1, 'evening') : NIGHT.from;
  const to = before ? timeAt(before, 1, 'morning') : NIGHT.to;
  if (!after && !before && !/\b(?:at night|overnight|while (?:i|we) sleep|quiet hours)\b/i.test(text)) return undefined;
  return from && to ? { from, to } : undefined;
};

const paceIn = (text: string): Pace | undefined => {
  if (/\bdigests? off\b|\b(?:no|stop|end|turn off|without)\b.{0,20}\bdigests?\b/i.test(text)) return 'immediate';
  if (/\b(?:daily|once a day|every day|one message a day|a day's news)\b/i.test(text)) return 'daily';
  if (/\b(?:hourly|once an hour|every hour)\b/i.test(text)) return 'hourly';
  return /\b(?:immediately|at once|right away|as (?:it|things) happens?|no digest|instantly)\b/i.test(text)
    ? 'immediate'
    : undefined;
};

/** Reads mutes, quiet hours and digests out of one message; what it does not say is absent. */
export const readNotificationWords = (message: string): NotificationWords => {
  const text = message.slice(0, 300);
  const quiet = quietIn(text);
  const pace = paceIn(text);
  const named = TOPICS.filter(([words]) => words.test(text)).map(([, topic]) => topic);
  const all = TOPICS.map(([, topic]) => topic);
  const topics = ALL_BUT.test(text)
    ? all.filter((topic) => !named.includes(topic))
    : named.length > 0
      ? named
      : EVERYTHING.test(text)
        ? all
        : [];
  const un = UNMUTE.test(text);
  const mutes = !un && quiet === undefined && pace === undefined && MUTE.test(text);
  return {
    quiet,
    pace,
    mute: mutes && topics.length > 0 ? topics : undefined,
    unmute: un && topics.length > 0 ? topics : undefined,
    door: DOORS.find(([words]) => words.test(text))?.[1],
  };
};
