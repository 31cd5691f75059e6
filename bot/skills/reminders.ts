import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { idFrom } from '../../trips/ids.ts';
import { cancelReminder } from '../../trips/reminders/cancel-reminder.ts';
import { readableReminders } from '../../trips/reminders/readable-reminders.ts';
import { audience, type Reminder, reminderKind } from '../../trips/reminders/reminder.ts';
import { setReminder } from '../../trips/reminders/set-reminder.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { pollDeadlineIn } from '../understanding/poll-deadline.ts';
import { isQuestion } from '../understanding/question.ts';
import { asksToRemindMissing, REMINDS_MISSING, readReminder } from '../understanding/reminder-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const POLITE =
  "^(?:please |pls |hey |do not forget to |don['’]?t forget to |can (?:you|u) |could (?:you|u) |will you |would you )*";
const SETS = new RegExp(
  `${POLITE}(?:remind|ping|nudge)\\s+(?:me|us|all|every|the|my|our)(?!\\S*\\s+(?:again )?(?:where|when|what|who|which|how|why)(?:['’]?s|['’]?re)?\\b)|\\b(?:set|make|add|create|put|need|want|give|have)\\b.{0,20}\\b(?:a|an|another)\\s+(?:new )?(?:reminder|deadline)\\b|\\b(?:do not|don'?t) let (?:me|us) forget\\b|^(?:new )?deadline\\b.*\\b(?:on|by)\\b`,
  'i',
);
const DUE_BY =
  /\b(?:is|are|falls?|comes?) due (?:on|by|next|this|in|to|[a-z]+day|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:must|have to|has to|need to|needs to) be (?:paid|booked|sent|done|settled|confirmed) (?:by|before|on)\b/i;
/** What begins as a reminder does, and asks what was said, or for the votes of others. */
const NOT_SET = new RegExp(
  `^remind (?:me|us) (?:again )?(?:where|when|what|who|which|how|why)(?:['’]?s|['’]?re)?\\b|${REMINDS_MISSING.source}`,
  'i',
);
const CANCELS =
  /\b(?:cancel|drop|remove|delete|forget|skip|scrap)\b.{0,30}\b(?:reminders?|deadlines?)\b|\b(?:no longer|do ?n[o']?t|don'?t) need\b.{0,20}\b(?:reminders?|reminded|deadline)\b/i;
const LISTS =
  /\b(?:which|what|list|show|see|any|all|upcoming|our|my)\b.{0,30}\b(?:reminders|deadlines)\b|\bwhat (?:are|will|do) you (?:going to )?remind (?:me|us) of\b/i;

const input = z.object({
  /** Words to read the rest from: what they mean hangs on the trip's time zone. */
  said: z.string().max(2_000).optional(),
  what: z.string().max(200).optional(),
  at: z.iso.datetime().optional(),
  byClock: z.boolean().optional(),
  kind: reminderKind.optional(),
  for: audience.optional(),
  sure: z.boolean().optional(),
});

/** It is only asked whether the words name a moment. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');
const ANY_TRIP = { timeZone: 'UTC', startDate: '2027-06-11', endDate: '2027-06-15' };
const tellsWhen = (text: string): boolean => {
  const { at, repeats } = readReminder(text, ANY_TIME, ANY_TRIP);
  return at !== undefined || repeats;
};

export const setReminderSkill = skill({
  name: 'set-reminder',
  description: 'Reminds you, your family or everyone of something at its time',
  who: 'member',
  input,
  runsOn: true,
  oneAtATime: true,
  sentenceSlots: ['what'],
  commands: ['remind', 'remind me', 'remind us', 'remind everyone', 'set a reminder', 'new reminder', 'deadline'],
  unless: NOT_SET,
  wordSlots: ['what'],
  claims: (text) =>
    !asksToRemindMissing(text) &&
    (SETS.test(text) || (DUE_BY.test(text) && !isQuestion(text))) &&
    !CANCELS.test(text) &&
    pollDeadlineIn(text) === undefined,
  examples: [
    'remind us on Friday at 9 to pack the passports',
    'remind me tomorrow morning to call the hotel',
    'can you remind everyone on 10 June that check-in is online',
    'set a reminder for Monday 8 am to buy sunscreen',
    'please remind me in two hours to charge the camera',
    "don't let us forget to water the plants on Thursday",
    'the deposit is due on 1 May',
    'deadline: pay the balance by 3 June',
    'the tickets must be paid by Friday',
    'give us a reminder the evening before we leave',
    'remind me on tuesday to call the bank',
    'remind us tonight to charge the phones',
    'ping me tomorrow at 7 about the bins',
    'can you give us a nudge on 4 may to book seats',
    'tell me on friday to buy stamps',
    'wake me with a reminder at 6 am on saturday',
    'dont let me forget the insurance on monday',
    'remind all families on 1 june to pay',
    'the last payment is due on 10 may',
    'the visa has to be done by 5 june',
    'reminder for sunday 18:00: pack the bags',
    'i need a reminder next week to print the tickets',
    'can you nudge me on monday at 5pm to phone the vet',
    'could you remind me on sunday to water the plants',
    'wake me at 6:30 for the flight',
    "make sure we don't forget the keys on friday",
    'ping us on monday about the visas',
    'give me a nudge in an hour to call back',
  ],
  readSlots: ['at'],
  read: (text, { expectedSlot }) => {
    if (expectedSlot === 'what') return { what: text.trim() };
    return { said: expectedSlot === 'at' && !tellsWhen(text) ? undefined : text.slice(0, 2_000) };
  },
  run: async (context, wanted) => {
    const { house, member, conversation, group, words } = context;
    const { reminders } = words;
    const { timeZone } = member.trip;
    const read =
      wanted.said === undefined ? undefined : readReminder(wanted.said, new Date(house.clock.now()), member.trip);
    const what = wanted.what ?? read?.what;
    const at = wanted.at ?? read?.at;
    const byClock = wanted.at === undefined ? read?.byClock : wanted.byClock;
    const kind = wanted.kind ?? read?.kind ?? 'reminder';
    // What is said before a group is the group's.
    const whom = wanted.for ?? read?.for ?? (group ? 'trip' : 'family');
    const known = { what, at, byClock, kind, for: whom };
    if (read?.repeats) return { text: reminders.onlyOnce };
    if (group && whom === 'me') return { text: reminders.notInGroup };
    if (what === undefined) {
      context.expect('what', known);
      return { text: reminders.what };
    }
    if (at === undefined) {
      context.expect('at', known);
      return { text: reminders.when };
    }
    const when = words.say.instant(at, timeZone);
    const others = whom === 'trip' && !group ? (await familiesIn(house.records, member.trip.id)).length - 1 : 0;
    if (others > 0 && !wanted.sure) {
      return {
        text: reminders.everyone(others + 1, when, what),
        choices: [
          { label: reminders.yesEveryone, act: { skill: 'set-reminder', input: { ...known, sure: true } } },
          { label: reminders.onlyMine, act: { skill: 'set-reminder', input: { ...known, for: 'family' } } },
        ],
      };
    }
    const set = await setReminder(house.records, house.clock, member, {
      id: idFrom('reminder', conversation, context.eventId),
      what,
      at,
      byClock,
      kind,
      for: whom,
    });
    if (!set.ok) return sayRejection(set, words);
    const { reminder } = set;
    context.changed(reminder.what, { skill: 'cancel-reminder', input: { reminderId: reminder.id, sure: true } });
    const text = (kind === 'deadline' ? reminders.due : reminders.set)(whom, when, reminder.what);
    return { text, private: whom !== 'trip' && !group };
  },
});

/** What waits and may be said here: before others only what is everyone's. */
const waitingHere = async ({ house, member, group }: TripContext): Promise<readonly Reminder[]> =>
  (await readableReminders(house.records, member)).filter(
    (reminder) => reminder.status === 'waiting' && (!group || reminder.for === 'trip'),
  );

const listed = (
  waiting: readonly Reminder[],
  timeZone: string,
  text: string,
  { reminders, say }: Pick<Words, 'reminders' | 'say'>,
): Reply => ({
  text,
  choices: waiting.slice(0, MOST_LISTED).map(({ id, what, at, kind, for: whom }) => ({
    label: reminders.one(say.instant(at, timeZone), what, kind === 'deadline', whom),
    act: { skill: 'cancel-reminder', input: { reminderId: id } },
  })),
});

const MOST_LISTED = 10;

export const remindersSkill = skill({
  name: 'reminders',
  description: 'Lists the reminders and deadlines that are noted',
  who: 'member',
  reads: true,
  input: z.object({}),
  commands: ['reminders', 'our reminders', 'my reminders', 'list reminders', 'deadlines', 'our deadlines'],
  claims: (text) => LISTS.test(text) && !CANCELS.test(text) && !SETS.test(text),
  examples: [
    'what reminders are set',
    'show me the reminders',
    'which deadlines do we have',
    'what do you remind us of',
    'when is the next deadline',
    'what do you have in the reminders',
    'are there deadlines coming',
    'what do we still have to do and by when',
    'list the deadlines',
    'which reminders did i set',
    'what is due next',
    'what are you reminding us of',
    'which things did i ask you to remind us about',
    'what is coming up that we must not forget',
    "what's due next week",
    'anything due in the next days',
    'which things will you remind us of',
    'what reminders did i set',
  ],
  run: async (context) => {
    const { words, member } = context;
    const waiting = await waitingHere(context);
    if (waiting.length === 0) return { text: words.reminders.noneHow };
    return listed(waiting, member.trip.timeZone, words.reminders.listed, words);
  },
});

const ABOUT = /\b(?:reminder|deadline)s?\b(?:\s+(?:about|for|to|of|on|that))?\s*(.{2,100})$/i;

export const cancelReminderSkill = skill({
  name: 'cancel-reminder',
  description: 'Cancels a reminder',
  who: 'member',
  input: z.object({
    reminderId: z.string().max(100).optional(),
    words: z.string().max(100).optional(),
    sure: z.boolean().optional(),
  }),
  evenDenied: true,
  meansByWords: true,
  commands: ['cancel reminder', 'cancel the reminder', 'delete reminder', 'delete the reminder', 'remove the reminder'],
  claims: (text) => CANCELS.test(text),
  examples: [
    'cancel the reminder about the passports',
    'delete the reminder for Friday',
    'we no longer need the reminder to call the hotel',
    'forget the deadline for the deposit',
    'i already called the bank, cancel the reminder',
    'no reminder for the bins please',
    'drop that deadline',
    'remove the reminder about the visa',
    "we don't need reminding of the seats any more",
    "i don't need the reminder about the keys any more",
    'no need to remind me of the visas now',
    'stop reminding me of that',
    'that reminder is not needed any longer',
  ],
  read: (text) => ({
    words: ABOUT.exec(text)?.[1]
      ?.replace(/[.!?]+$/, '')
      .trim(),
  }),
  run: async (context, { reminderId, words: said, sure }) => {
    const { house, member, words } = context;
    const { reminders } = words;
    const { timeZone } = member.trip;
    const waiting = await waitingHere(context);
    if (waiting.length === 0) return { text: reminders.none };
    const wanted = said?.toLowerCase().replace(/^the /, '');
    const meant = waiting.filter(({ id, what }) =>
      reminderId === undefined ? wanted !== undefined && what.toLowerCase().includes(wanted) : id === reminderId,
    );
    const [only] = meant;
    if (!only || meant.length > 1) {
      return listed(meant.length > 1 ? meant : waiting, timeZone, reminders.which, words);
    }
    if (reminderId !== undefined && !sure) {
      return {
        text: reminders.cancel(only.what, words.say.instant(only.at, timeZone)),
        choices: [
          { label: reminders.yesCancel, act: { skill: 'cancel-reminder', input: { reminderId, sure: true } } },
          { label: reminders.noKeep, act: { skill: 'reminders', input: {} } },
        ],
      };
    }
    const cancelled = await cancelReminder(house.records, house.clock, member, only.id);
    if (!cancelled.ok) return sayRejection(cancelled, words);
    const { what, at, byClock, kind, for: whom } = only;
    context.changed(what, { skill: 'set-reminder', input: { what, at, byClock, kind, for: whom, sure: true } });
    return { text: reminders.cancelled(what) };
  },
});
