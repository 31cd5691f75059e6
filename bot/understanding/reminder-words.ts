import { dayOf } from '../../trips/dates.ts';
import type { Audience, ReminderKind } from '../../trips/reminders/reminder.ts';
import { readMoment } from './dates.ts';
import { withDaysOfTrip } from './days-of-trip.ts';

/** A reminder read out of one message; what it does not say is absent. */
export interface ReminderWords {
  readonly what?: string | undefined;
  /** UTC instant. */
  readonly at?: string | undefined;
  /** Said by day and time, so that it goes with the clocks of the trip. */
  readonly byClock?: boolean | undefined;
  readonly kind: ReminderKind;
  readonly for?: Audience | undefined;
  /** They want it again and again. */
  readonly repeats: boolean;
}

const EVERYONE = /\b(?:every(?:one|body)|all (?:of us|families|the families)|the (?:others|families|group))\b/i;
const ASKS =
  /^(?:please |pls |hey |(?:can|could|will|would) (?:you|u) )*(?:(?:set|make|add|create|put) (?:up )?(?:me |us )?(?:a |an )?(?:new )?(?:reminder|deadline)|new (?:reminder|deadline)|remind(?:er)?|nudge|ping|deadline|don'?t let (?:me|us) forget|make sure (?:i|we) don'?t forget|note the deadline)\b\s*/i;
const WHOM =
  /^(?:for )?(?:me|us|my family|our family|every(?:one|body)|all (?:of us|families|the families)|the (?:others|families|group))\b\s*/i;
const LEADS = /^(?:(?:to|that|about|of|for|is|on|at|by|and|the deadline (?:for|to))\b|[:,;.-])\s*/i;
const DUE =
  /\b(?:has|have|needs?) to be (?:paid|booked|sent|done|settled|confirmed)\b|\b(?:is|are|falls?|comes?) due\b|\bdue (?:on|by)\b|\bdeadline\b|\bmust be (?:paid|booked|sent|done)\b/i;
const REPEATS =
  /\b(?:every (?:day|morning|evening|night|week|hour|mon|tues|wednes|thurs|fri|satur|sun)\w*|daily|each (?:day|morning|evening))\b/i;

/** Somebody is to be reminded of a vote, whoever it is. */
export const REMINDS_MISSING =
  /\b(?:remind|nudge|ping|poke|chase|prod|push)\w*\b.{0,30}\b(?:(?:who|that|which|those|ones|families|whoever|people)\b.{0,20}\b(?:have ?n['’]?t|have not|has ?n['’]?t|has not|did ?n['’]?t|did not|still (?:have|need)|are (?:still )?missing)|to vote|slackers|stragglers|missing(?: ones| families)?\b|for (?:their|a|the) votes?|silent ones)|^(?:please |pls |can (?:you|u) |could (?:you|u) )*(?:remind|nudge|poke|ping|chase) (?:them|the others|the rest|everyone(?: else)?)(?: (?:again|please|pls|now))*[.!?]*$/i;
const LATER = /\b(?:me|us)\b/i;

/** Whether those who have not voted are to be reminded now, and not somebody of something at its hour. */
export const asksToRemindMissing = (text: string): boolean => REMINDS_MISSING.test(text) && !LATER.test(text);

/** What is left of the words once the asking, the moment and its preposition are taken out. */
const thingIn = (text: string, moment: string | undefined): string => {
  const escaped = moment?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let rest = escaped ? text.replace(new RegExp(`(?:\\b(?:on|at|by|before|until|for)\\s+)?${escaped}`), ' ') : text;
  rest = rest.replace(/\s+/g, ' ').trim().replace(ASKS, '').replace(WHOM, '');
  while (LEADS.test(rest)) rest = rest.replace(LEADS, '');
  return rest
    .replace(/\s+(?:is|are|falls?|comes?) due$|\s+due$|\s+(?:is|are)$/i, '')
    .replace(/[\s.,;:!]+$/, '')
    .trim();
};

/** The asking and what follows it, without what was told before: "morning! before I forget, can you remind us …". */
const asked = (text: string): string => {
  const at = text.search(
    /\b(?:can (?:you|u) |could (?:you|u) |please |pls )?(?:remind (?:me|us|every|all|the)|don'?t let (?:me|us) forget)/i,
  );
  const before = text.slice(0, Math.max(0, at));
  return before.trim().split(/\s+/).length >= TOLD_BEFORE && /[,.!?;]/.test(before) ? text.slice(at) : text;
};
const TOLD_BEFORE = 4;

/** The trip that a reminder is for: its clocks, and its days as far as they are settled. */
interface ReminderTrip {
  readonly timeZone: string;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** Reads whom to remind of what, and when on the clocks and the days of the trip; a deadline without a time ends its day. */
export const readReminder = (text: string, now: Date, trip: ReminderTrip): ReminderWords => {
  const { timeZone, startDate, endDate } = trip;
  const today = dayOf(now.toISOString(), timeZone);
  const words = withDaysOfTrip(asked(text.slice(0, 500).trim()), { startDate, endDate, today }).trim();
  const kind = DUE.test(words) ? 'deadline' : 'reminder';
  const moment = readMoment(words, now, timeZone, kind === 'deadline' ? '18:00' : '09:00');
  const what = thingIn(words, moment?.text);
  return {
    what: what === '' ? undefined : what.slice(0, 200),
    at: moment?.at,
    byClock: moment?.byClock,
    kind,
    for: EVERYONE.test(words)
      ? 'trip'
      : /\b(?:me|i)\b/i.test(words) && !/\b(?:us|we|our)\b/i.test(words)
        ? 'me'
        : undefined,
    repeats: REPEATS.test(words),
  };
};
