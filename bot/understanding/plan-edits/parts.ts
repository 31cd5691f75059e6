import type { PlanEdit } from '../../../trips/itineraries/editing/plan-edit.ts';
import { oneSlip } from '../../../trips/one-slip.ts';
import type { Participation } from '../../../trips/trips/trip.ts';
import { readTripDays, type SaidDay, type TripDays } from '../plan-days.ts';
import { readTimes } from '../times.ts';

/** What words about a plan are read beside. `now`: `HH:MM` in the trip's time zone. */
export interface PlanContext extends TripDays {
  readonly now: string;
  readonly seats: readonly Pick<Participation, 'familyId' | 'familyName'>[];
  readonly own: string;
  /** Whether words mean something that stands in the plan; absent where the plan is not looked at. */
  readonly inPlan?: ((words: string) => boolean) | undefined;
}

/** A change that words ask for, or what of it they leave open. */
export type PlanWish =
  | PlanEdit
  | {
      readonly kind: 'open';
      readonly lacks: 'minutes' | 'item' | 'day' | 'families';
      /** What comes nearest to it and can be had. */
      readonly instead?: PlanEdit | undefined;
    };

/** Takes one sort of change out of words. */
export type Reader = (words: string, context: PlanContext) => PlanWish | undefined;

const POLITE = new RegExp(
  `^(?:${[
    '(?:please|pls|hey|hi|sorry|ok(?:ay)?|so|and|but|oh|no|actually|hmm|then|well|btw|by the way)[,!.]?\\s+',
    '(?:can|could|shall|should|may|will|would) (?:you|we|i) (?:please )?',
    "(?:i|we)(?:'d| would) (?:rather|like|love|prefer) (?:(?:you )?to )?",
    '(?:i|we) (?:want|need) (?:you )?to ',
    '(?:i|we) (?:think|suggest|say)(?: that)? (?:we )?(?:should )?',
    'we should (?:rather )?',
    "let(?:'?s| us) (?:rather )?",
    '(?:is|would) it (?:be )?(?:possible|ok(?:ay)?|alright|fine)(?: for us)? (?:to|if we) ',
    '(?:is there )?(?:any|a) (?:chance|way)(?: (?:that )?(?:we|you)(?: can| could)?| to) ',
    "(?:it would|it'd) be (?:nice|great|better|good|lovely) (?:if we (?:could )?|to )",
    '(?:how|what) about (?:we |doing |visiting |having |going to )?',
    'what if we ',
    'maybe (?:we (?:can|could|should) )?',
    "why don'?t we ",
  ].join('|')})+`,
  'i',
);
const AFTERTHOUGHT =
  /[\s,]+(?:please|pls|thanks|thank you|if possible|if we can|if you can|then|though|ok|okay|from (?:the|our) (?:plan|itinerary|schedule)|(?:in|on|to|into) (?:the|our) (?:plan|itinerary|schedule|programme))[.!?]*$/i;
/** What is no thing of a plan: other skills look after these. */
export const ELSEWHERE =
  /\b(?:reminders?|deadlines?|bookings?|reservations?|polls?|votes?|documents?|files?|expenses?|invitations?|invite|members?|account|notifications?|messages?|e-?mails?|preferences?|budget|dates?|time ?zone|link|name|password|currency|consent)\b|\bfrom (?:our|my|the) family\b|(?<!\b(?:boat|day|side|bus|train|bike|road|fishing|sailing|river|canal|shopping) )\btrip\b/i;

/** Why a thing shall be otherwise, said behind it: `drop the tower, its too many stairs`. */
const REASON =
  /^(.{5,}?)[\s,]+(?:(?:because|cos|coz|cuz|since)\b|(?:it|they|there|that)(?:'?s|'?re| is| are| looks?) (?:all|just|way|so|too|not|no|far|very|really|quite|already|raining|closed|boring|going)\b)(?!.*(?:\d|\bhours?\b|\blate\b|\bdelay)).*$/i;

/** The words without its politeness, in small letters of one kind of apostrophe. */
export const plain = (text: string): string => {
  let words = spelled(text)
    .trim()
    .slice(0, 300)
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '')
    .replace(/\bu\b/gi, 'you')
    .replace(/ (?:n|'n'?|&) /gi, ' and ');
  words = words.replace(POLITE, '').replace(REASON, '$1');
  for (let previous = ''; previous !== words; ) {
    previous = words;
    words = words.replace(AFTERTHOUGHT, '');
  }
  return words;
};

/** Days that are often mistyped. */
const DAY_WORDS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'tomorrow', 'tonight'];

/** `tusday` and `tomorow` as they are meant. */
const spelled = (words: string): string =>
  words.replace(/\p{L}{5,}/gu, (word) => DAY_WORDS.find((day) => oneSlip(day, word.toLowerCase())) ?? word);

/** A thing's words without days and times, and those. */
export interface Parts {
  readonly item: string;
  readonly days: readonly SaidDay[];
  readonly at: string | undefined;
}

const PART_OF_DAY: Readonly<Record<string, string>> = { morning: '10:00', afternoon: '14:30', evening: '18:00' };
/** A part of a day that is said without its day. */
const LOOSE_PART = /\b(?:in|during|for) the (morning|afternoon|evening)\b/i;

export const partsOf = (text: string, context: PlanContext): Parts => {
  const days = readTripDays(text, context);
  const times = readTimes(text);
  let item = text;
  for (const { from, until } of days.toReversed()) item = `${item.slice(0, from)} ${item.slice(until)}`;
  for (const time of times)
    item = item.replace(new RegExp(`(?:\\b(?:at|to|for|from|around|about|by) )?${escaped(time.text)}`, 'i'), ' ');
  const loose = LOOSE_PART.exec(item);
  item = item
    .replace(LOOSE_PART, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:\s|,|and\b|to\b|on\b|at\b|the (?=the\b))+|(?:\s|,|\b(?:to|on|at|in|for|from|by|and|instead|of|as|a|the|earlier|later))+$/gi,
      '',
    )
    .replace(/\b(?:earlier|later)\b/gi, '')
    .trim();
  const part = days.find(({ whence, part: said }) => said !== undefined && !whence)?.part ?? loose?.[1]?.toLowerCase();
  return { item, days, at: times.at(-1)?.time ?? (part === undefined ? undefined : PART_OF_DAY[part]) };
};

export const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const target = (days: readonly SaidDay[]): string | undefined => days.findLast(({ whence }) => !whence)?.date;
/** The day a thing is on now: the one it is taken from, or the first of two. */
export const whence = (days: readonly SaidDay[]): string | undefined =>
  days.find((day) => day.whence)?.date ?? (days.length > 1 ? days[0]?.date : undefined);
export const only = (days: readonly SaidDay[]): string | undefined => days[0]?.date;

/** An edit with what was said of it, and without what was not. */
export const edit = (said: PlanEdit): PlanEdit =>
  Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined)) as PlanEdit;

export const MEAL = /\b(breakfast|lunch|dinner|supper)\b/i;
export const mealIn = (text: string): 'breakfast' | 'lunch' | 'dinner' | undefined => {
  const said = MEAL.exec(text)?.[1]?.toLowerCase();
  return said === 'supper' ? 'dinner' : (said as 'breakfast' | 'lunch' | 'dinner' | undefined);
};

/** When a meal of today is over that nobody names the day of. */
const MEAL_OVER: Readonly<Record<string, string>> = { breakfast: '11:00', lunch: '15:00', dinner: '22:00' };

/** Today, where it is a day of the trip on which the meal is still to come. */
export const mealToday = (meal: string, { dates, today, now }: PlanContext): string | undefined =>
  dates.includes(today) && now < (MEAL_OVER[meal] ?? '') ? today : undefined;
