import { sayFamily } from '../../trips/families/family.ts';
import type { PlanEdit } from '../../trips/itineraries/editing/plan-edit.ts';
import { oneSlip } from '../../trips/one-slip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { CARDINAL, cardinal } from './days/number-words.ts';
import { readTripDays, type SaidDay, type TripDays } from './plan-days.ts';
import { readTimes } from './times.ts';

/** What words about a plan are read beside. `now`: `HH:MM` in the trip's time zone. */
export interface PlanContext extends TripDays {
  readonly now: string;
  readonly seats: readonly Pick<Participation, 'familyId' | 'familyName'>[];
  readonly own: string;
}

/** A change that words ask for, or what of it they leave open. */
export type PlanWish = PlanEdit | { readonly kind: 'open'; readonly lacks: 'minutes' | 'item' | 'day' };

const POLITE =
  /^(?:(?:please|pls|hey|hi|ok(?:ay)?|so|and|no|actually|hmm|then|well)[,!.]?\s+|(?:can|could|shall|should|may|will|would) (?:you|we|i) (?:please )?|(?:i|we)(?:'d| would) (?:like|love|prefer) (?:you )?to |(?:i|we) (?:want|need) (?:you )?to |let(?:'?s| us) (?:rather )?|how about (?:we )?|what if we |maybe (?:we (?:can|could|should) )?|why don'?t we )+/i;
const AFTERTHOUGHT =
  /[\s,]+(?:please|pls|thanks|thank you|if possible|if we can|if you can|then|though|ok|okay|from (?:the|our) (?:plan|itinerary|schedule)|(?:in|on|to|into) (?:the|our) (?:plan|itinerary|schedule|programme))[.!?]*$/i;
/** What is no thing of a plan: other skills look after these. */
export const ELSEWHERE =
  /\b(?:reminders?|deadlines?|bookings?|reservations?|polls?|votes?|documents?|files?|expenses?|invitations?|invite|trip|members?|account|notifications?|messages?|e-?mails?|preferences?|budget|dates?|time ?zone|link|name|password|currency|consent)\b|\bfrom (?:our|my|the) family\b/i;

const NUMBER = `\\d{1,3}|${CARDINAL}`;
const LATE =
  /\b(?:running|are|'re|am|'m|be|'ll be|is|got|getting|arrive|arriving|be there|behind)\b.{0,30}\blate\b|\blate by\b|\b(?:minutes?|mins?|hours?|hrs?)\b.{0,12}\b(?:late|behind|delayed)\b|\bdelayed (?:by )?\d|\brunning (?:late|behind)\b|\bbehind schedule\b/i;
const STARTS =
  /\b(?:start|begin|get going|set off|kick off|get up|wake up|leave)\b.{0,30}\b(?:later|not before|no earlier|at|after)\b|\b(?:sleep|sleeps|sleeping|rest|stay in bed|lie in|in bed)(?: in)? (?:till|until|to)\b|\bnothing (?:planned )?(?:before|until|till)\b|\b(?:a )?(?:late|later|slow|slower) start\b|\bsleep in\b|\bnot (?:start )?before \d/i;
/** Taking back is said of everything; this is the plan. */
const UNDO =
  /^(?:undo|revert|roll ?back)\b.*\b(?:plan|itinerary|schedule)\b|\b(?:go|change|put|switch|bring) (?:it |the plan )?back (?:to )?(?:the )?(?:previous|last|old|earlier|former)\b|\bbring back (?:the )?(?:previous|old|earlier|last) (?:plan|version|itinerary)\b/i;
const BETWEEN_DAYS = /^(?:swap|switch|exchange|trade|flip|change)\b/i;
export const SKIPS =
  /\b(?:skips?|skipping|sits? out|sitting out|won'?t (?:join|come|do|go)|will not (?:join|come|do|go)|(?:is|are)(?: not|n'?t) (?:joining|coming|going|doing)|(?:do|does)(?: not|n'?t) (?:want to )?(?:join|come|do|go)|stays? (?:away|behind|out)|can'?t (?:join|come|do|make)|miss(?:es)?|pass(?:es)? on)\b/i;
const JOINS_AGAIN =
  /\b(?:everyone|everybody|all of us|all families|we all|all)\b.{0,20}\b(?:joins?|comes?|goes?|does?|do)\b|\b(?:joins?|comes?) (?:in )?(?:again|after all)\b/i;

/** The words without its politeness, in small letters of one kind of apostrophe. */
export const plain = (text: string): string => {
  let words = spelled(text)
    .trim()
    .slice(0, 300)
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  words = words.replace(POLITE, '');
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

/** Minutes said: `40 minutes`, `an hour`, `half an hour`, `an hour and a half`. */
export const readMinutes = (text: string): number | undefined => {
  const words = text.toLowerCase();
  if (/\bhour and a half\b|\b(?:one|1) and a half hours?\b|\b1[.,]5 ?h/.test(words)) return 90;
  if (/\bhalf an hour\b|\bhalf hour\b/.test(words)) return 30;
  if (/\bquarter of an hour\b/.test(words)) return 15;
  const found = new RegExp(`\\b(${NUMBER}|an?|couple of) ?(min(?:ute)?s?|m|hours?|hrs?|h)\\b`, 'i').exec(words);
  if (!found?.[1]) return undefined;
  const count = /^an?$/.test(found[1])
    ? 1
    : /couple/.test(found[1])
      ? 2
      : Number(found[1]) || (cardinal(found[1]) ?? 0);
  const minutes = /^h/.test(found[2] ?? '') ? count * 60 : count;
  return minutes >= 1 && minutes <= 720 ? minutes : undefined;
};

/** A thing's words without days and times, and those. */
interface Parts {
  readonly item: string;
  readonly days: readonly SaidDay[];
  readonly at: string | undefined;
}

const PART_OF_DAY: Readonly<Record<string, string>> = { morning: '10:00', afternoon: '14:30', evening: '18:00' };

const partsOf = (text: string, context: PlanContext): Parts => {
  const days = readTripDays(text, context);
  const times = readTimes(text);
  let item = text;
  for (const { from, until } of days.toReversed()) item = `${item.slice(0, from)} ${item.slice(until)}`;
  for (const time of times)
    item = item.replace(new RegExp(`(?:\\b(?:at|to|for|from|around|about|by) )?${escaped(time.text)}`, 'i'), ' ');
  item = item
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:\s|,|and\b|to\b|on\b|at\b|the (?=the\b))+|(?:\s|,|\b(?:to|on|at|in|for|from|by|and|instead|of|as|a|the|earlier|later))+$/gi,
      '',
    )
    .replace(/\b(?:earlier|later)\b/gi, '')
    .trim();
  const part = days.find(({ whence, part: said }) => said !== undefined && !whence)?.part;
  return { item, days, at: times.at(-1)?.time ?? (part === undefined ? undefined : PART_OF_DAY[part]) };
};

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const target = (days: readonly SaidDay[]): string | undefined => days.findLast(({ whence }) => !whence)?.date;
/** The day a thing is on now: the one it is taken from, or the first of two. */
const whence = (days: readonly SaidDay[]): string | undefined =>
  days.find((day) => day.whence)?.date ?? (days.length > 1 ? days[0]?.date : undefined);
const only = (days: readonly SaidDay[]): string | undefined => days[0]?.date;

/** An edit with what was said of it, and without what was not. */
const edit = (said: PlanEdit): PlanEdit =>
  Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined)) as PlanEdit;

const MEAL = /\b(breakfast|lunch|dinner|supper)\b/i;
const mealIn = (text: string): 'breakfast' | 'lunch' | 'dinner' | undefined => {
  const said = MEAL.exec(text)?.[1]?.toLowerCase();
  return said === 'supper' ? 'dinner' : (said as 'breakfast' | 'lunch' | 'dinner' | undefined);
};

type Reader = (words: string, context: PlanContext) => PlanWish | undefined;

const readLate: Reader = (words, { today, now }) => {
  if (!LATE.test(words)) return undefined;
  const minutes = readMinutes(words);
  return minutes === undefined ? { kind: 'open', lacks: 'minutes' } : { kind: 'late', minutes, on: today, now };
};

/** An hour from getting up to being out. */
const HOUR = 60;
const readStart: Reader = (words, context) => {
  if (!STARTS.test(words)) return undefined;
  const times = readTimes(words.replace(/\b(until|till|before|after) (\d{1,2})\b(?![:.]\d| ?[ap]m)/gi, 'at $2'));
  const [first] = times;
  const sleeps = /\b(?:sleep|bed|rest|wake|get up|lie in)/i.test(words);
  const [hours = 0, minutes = 0] = (first?.time ?? '').split(':').map(Number);
  const out = Math.min(23 * 60, hours * 60 + minutes + (sleeps ? HOUR : 0));
  const at = first && `${String(Math.floor(out / 60)).padStart(2, '0')}:${String(out % 60).padStart(2, '0')}`;
  return edit({ kind: 'start', at, on: only(readTripDays(words, context)) });
};

const readSwap: Reader = (words, context) => {
  if (!BETWEEN_DAYS.test(words)) return undefined;
  const days = readTripDays(words, context);
  const [first, second] = days;
  const rest = partsOf(words.replace(BETWEEN_DAYS, ''), context)
    .item.replace(/\b(?:and|with|for|around|over|days?)\b/gi, '')
    .trim();
  if (first && second && rest === '') return { kind: 'swap-days', days: [first.date, second.date] };
  const pair = /^\S+ (.+?) (?:and|with|for|against|to) (.+)$/i.exec(words);
  if (!pair?.[1] || !pair[2] || /^change$/i.test(words.split(' ')[0] ?? '')) return undefined;
  const [one, other] = [partsOf(pair[1], context), partsOf(pair[2], context)];
  return one.item && other.item
    ? edit({ kind: 'replace', item: one.item, by: other.item, on: only(one.days) })
    : undefined;
};

const readReplace: Reader = (words, context) => {
  const found =
    /^(?:replace|substitute) (.+?) (?:with|by|for) (.+)$/i.exec(words) ??
    /^(?:do |have |take |visit |go to |see )?(.+?) (?:instead of|rather than) (?!on\b|in\b|mon|tue|wed|thu|fri|sat|sun|day\b)(.+)$/i.exec(
      words,
    );
  if (!found?.[1] || !found[2]) return undefined;
  const [item, by] = (/^(?:replace|substitute)/i.test(words) ? [found[1], found[2]] : [found[2], found[1]]).map((one) =>
    one.replace(/^(?:breakfast|lunch|dinner|supper) (?:at|in) /i, ''),
  );
  if (item === undefined || by === undefined) return undefined;
  const [one, other] = [partsOf(item, context), partsOf(by, context)];
  return one.item && other.item
    ? edit({ kind: 'replace', item: one.item, by: other.item, on: only(one.days) })
    : undefined;
};

/** Words that name families; a longer beginning tells of something else. */
const MOST_NAME_WORDS = 7;

/** The families that words name; `we` is the speaker's own. */
const familiesIn = (who: string, { seats, own }: PlanContext): readonly string[] => {
  if (/^(?:we|i|us|our family|my family)(?:'ll| will|'re)?$/i.test(who)) return [own];
  return seats.flatMap(({ familyId, familyName }) => {
    const names = [escaped(familyName), escaped(sayFamily(familyName).replace(/^the /, ''))];
    return new RegExp(`(?<![\\p{L}])(?:${names.join('|')})(?![\\p{L}])`, 'iu').test(who) ? [familyId] : [];
  });
};

const readSkip: Reader = (words, context) => {
  const again = JOINS_AGAIN.exec(words);
  if (again && /\b(?:again|after all)\b/i.test(words) && !/n't\b|\bnot\b/i.test(words)) {
    const { item, days } = partsOf(
      words.slice(again.index + again[0].length).replace(/^ (?:the )?\b(?:to|in|for|on)\b/i, ''),
      context,
    );
    const bare = item.replace(/\b(?:again|after all)\b/gi, '').trim();
    return bare ? edit({ kind: 'skip', item: bare, families: [], on: only(days) }) : undefined;
  }
  const found = SKIPS.exec(words);
  if (!found || found.index === 0) return undefined;
  const who = words.slice(0, found.index).trim();
  if (who.split(' ').length > MOST_NAME_WORDS) return undefined;
  const families = familiesIn(who, context);
  if (families.length === 0) return undefined;
  const rest = words
    .slice(found.index + found[0].length)
    .replace(/^ ?(?:to|in|for|on|with us to|us (?:to|for))\b/i, '');
  const { item, days } = partsOf(rest, context);
  return item ? edit({ kind: 'skip', item, families: [...families], on: only(days) }) : { kind: 'open', lacks: 'item' };
};

const itemEdit =
  (verb: RegExp, make: (parts: Parts) => PlanEdit): Reader =>
  (words, context) => {
    const found = verb.exec(words);
    if (!found) return undefined;
    const parts = partsOf(words.slice(found[0].length), context);
    return parts.item === '' ? { kind: 'open', lacks: 'item' } : edit(make(parts));
  };

const readDrop = itemEdit(
  /^(?:drop|skip|cancel|remove|delete|leave out|take out|cut(?: out)?|scrap|ditch|forget(?: about)?|lose|no more|without|we don'?t (?:want|need)(?: to (?:do|see|visit|go to))?|don'?t (?:do|visit|go to))\s+/i,
  ({ item, days }) => ({ kind: 'drop', item: item.replace(/ out$/, ''), on: only(days) }),
);
const readUnlock = itemEdit(/^(?:unlock|unpin|unfreeze|release|free up)\s+/i, ({ item, days }) => ({
  kind: 'unlock',
  item,
  on: only(days),
}));
const readLock = itemEdit(
  /^(?:lock|pin|freeze|fix|keep|hold|don'?t (?:move|touch|change))(?: in)?\s+/i,
  ({ item, days }) => ({
    kind: 'lock',
    item: item.replace(/\s*\b(?:where it is|as it is|as is|fixed|locked|in place|down|at its time)\b/gi, '').trim(),
    on: only(days),
  }),
);

const readMove: Reader = (words, context) => {
  const found = /^(?:move|shift|push(?: back)?|reschedule|postpone|bring forward|bring|delay|change|switch)\s+/i.exec(
    words,
  );
  if (!found) return undefined;
  const { item, days, at } = partsOf(words.slice(found[0].length), context);
  if (item === '') return days.length > 0 || at !== undefined ? { kind: 'open', lacks: 'item' } : undefined;
  const to = days.length > 0 ? target(days) : undefined;
  if (to === undefined && at === undefined)
    return /^(?:change|switch|bring|push)/i.test(words) ? undefined : { kind: 'open', lacks: 'day' };
  return edit({ kind: 'move', item, on: whence(days), to, at });
};

const readPut: Reader = (words, context) => {
  const found =
    /^(?:put|add|include|schedule|fit in|squeeze in|plan in|plan|book in|insert|do|visit|see|have|eat|go to|make)\s+/i.exec(
      words,
    );
  if (!found) return undefined;
  const rest = words.slice(found[0].length);
  const { item: all, days, at } = partsOf(rest, context);
  if (all === '') return undefined;
  const asMeal = /^(?:our |the )?(breakfast|lunch|dinner|supper)\b(?: (?:at|in|is at|to|into))? (.+)$/i.exec(all);
  const forMeal = /^(.+?) (?:for|as) (?:our |the )?(breakfast|lunch|dinner|supper)$/i.exec(all);
  const meal = mealIn(asMeal?.[1] ?? forMeal?.[2] ?? '');
  if (meal === undefined && MEAL.test(all) && all.split(' ').length < 3) return undefined;
  const item = (meal === undefined ? all : (asMeal?.[2] ?? forMeal?.[1] ?? all)).replace(/^(?:at|in) /i, '').trim();
  const weak = /^(?:do|visit|see|have|eat|go to|make|plan)/i.test(words);
  // "Have fun on Tuesday" is no plan; "have lunch at the market on day 2" is one.
  if (weak && days.length === 0 && meal === undefined && !(at !== undefined && /\binstead\b/i.test(words)))
    return undefined;
  const to = target(days) ?? only(days);
  const moved = /\binstead\b/i.test(words) && (days.length > 0 || at !== undefined);
  return edit(moved ? { kind: 'move', item, on: whence(days), to, at } : { kind: 'put', item, to, meal, at });
};

const READERS: readonly Reader[] = [
  readLate,
  readSwap,
  readReplace,
  readSkip,
  readUnlock,
  readLock,
  readDrop,
  readMove,
  readStart,
  readPut,
];

/** Whether words ask to go back to the plan as it was. */
export const asksUndo = (text: string): boolean => UNDO.test(plain(text));

/** The change of the plan that words ask for; nothing when they ask for none. */
export const readPlanWish = (text: string, context: PlanContext): PlanWish | undefined => {
  const words = plain(text);
  if (ELSEWHERE.test(words)) return undefined;
  for (const read of READERS) {
    const wish = read(words, context);
    if (wish) return wish;
  }
  return undefined;
};
