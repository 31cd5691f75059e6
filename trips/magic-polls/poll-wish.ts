import { z } from 'zod';
import { day, nextDay, sayDay, utc } from '../dates.ts';
import { readDays } from '../itineraries/reading/days.ts';
import { type PollCategory, pollCategory, pollKind } from '../polls/poll.ts';
import type { Trip } from '../trips/trip.ts';

/** What somebody wants a poll about, as read out of their words. */
export const pollWish = z.object({
  /** As they said it. */
  words: z.string().max(500),
  category: pollCategory,
  question: z.string().max(300),
  /** The day it is for (trip time zone), when they named one. */
  day: day.optional(),
  meal: z.enum(['breakfast', 'lunch', 'dinner']).optional(),
  /** The thing whose day is asked. */
  subject: z.string().max(100).optional(),
});
export type PollWish = Readonly<z.infer<typeof pollWish>>;

/** A wish with what is to become of the poll. */
export const pollRequest = z.object({
  wish: pollWish,
  /** What its ballots are to say; one choice when absent. */
  kind: pollKind.optional(),
  /** Put it to the families without showing it to whoever asked first. */
  open: z.boolean().optional(),
  /** UTC instant when voting on it ends by itself. */
  closesAt: utc.optional(),
  /** The poll whose options nobody liked. */
  follows: z.string().optional(),
  /** The key of the conversation that hears of it; every private one of whoever asked when absent. */
  askedIn: z.string().optional(),
});
export type PollRequest = Readonly<z.infer<typeof pollRequest>>;

const DATE =
  /\b(?:which|what) (?:day|date|morning|afternoon|evening|weekend)s?\b|\b(?:a|the|best) (?:day|date) (?:for|to)\b|^when (?:do|should|shall|can|could|will) we\b/i;
const TRANSPORT =
  /\b(?:get (?:there|around|to|from|back|home)|transport(?:ation)?|transfers?|travel (?:there|to|from)|taxi|taxis|train|trains|bus|ferry|metro|tram|(?:rental|hire) cars?|car (?:hire|rental)|flights?|how (?:do|should|shall|can) we (?:go|get|travel))\b/i;
const LODGING =
  /\b(?:stay|hotels?|sleep|accommodations?|apartments?|lodgings?|hostels?|guest ?houses?|villas?|campsites?|place to stay)\b/i;
const DINING =
  /\b(?:eat|eating|dinners?|lunch(?:es)?|breakfasts?|brunch|restaurants?|food|dine|dining|meals?|supper|pizzas?|caf[eé]s?|tapas|sushi|picnic)\b/i;
const ACTIVITY =
  /\b(?:do|visit|see|go|activit(?:y|ies)|museums?|tours?|trips?|day out|excursions?|sights?|attractions?|castles?|beach(?:es)?|zoos?|parks?|gardens?|boats?|hikes?|walks?|aquariums?|outings?|program(?:me)?|play|swim|kids|children)\b/i;

/** The category of a question, by its words; `undefined` when they tell of none. */
export const categoryOf = (words: string): PollCategory | undefined => {
  if (DATE.test(words)) return 'date';
  if (LODGING.test(words) && !DINING.test(words) && !/\bfrom the (?:hotel|apartment)\b/i.test(words)) return 'lodging';
  if (DINING.test(words)) return 'dining';
  if (TRANSPORT.test(words)) return 'transport';
  if (LODGING.test(words)) return 'lodging';
  return ACTIVITY.test(words) ? 'activity' : undefined;
};

const MEALS = [
  ['breakfast', /\b(?:breakfasts?|brunch)\b/i],
  ['lunch', /\b(?:lunch(?:es)?|midday|noon)\b/i],
  ['dinner', /\b(?:dinners?|supper|evening|night|tonight)\b/i],
] as const;

/** What asks for a poll before what it is about: `make a poll about`, `help us pick`. */
const ASKS =
  /^\s*(?:please |pls |can you |could you |let'?s |hey |hi )*(?:magic polls?\b(?: about| on| for)?|(?:make|create|start|open|set up|prepare|draft|suggest|propose|do|run|have)(?: (?:us|me))?(?: an?| the| some)? (?:new |magic |quick )?(?:polls?|votes?|options?|ideas?|suggestions?)\b(?: (?:about|on|for|of|where|to see))?|help (?:us|me|the families)(?: to)? (?:pick|choose|decide|find|settle|agree)(?: on| about)?|new poll\b|poll\b|vote on)[:,]?\s*/i;
const ABOUT = /^(?:about|on|for|whether|asking)\s+/i;
const QUESTION =
  /^(?:(?:where|what|how|when)(?: else)? (?:do|does|should|shall|can|could|will|would|is|are)\b|(?:which|who|what (?:day|time|kind))\b)/i;
const TAIL =
  /[,;.:?]?\s*\b(?:and )?(?:please )?(?:(?:make|open|start|create|do|take)(?: (?:it|us|me))? an? (?:poll|vote)|open it|right away|straight away|directly|at once|immediately)\b.*$/i;

/** The day a text names: by date, weekday, `today`, `day 2`, `the first night`. `today` is a day in the trip's time zone. */
const dayNamed = (
  words: string,
  { startDate, endDate }: Pick<Trip, 'startDate' | 'endDate'>,
  today: string,
): string | undefined => {
  if (/\b(?:today|tonight)\b/i.test(words)) return today;
  if (/\btomorrow\b/i.test(words)) return nextDay(today);
  if (startDate === undefined || endDate === undefined) return undefined;
  if (/\bfirst (?:night|day|evening|morning)\b/i.test(words)) return startDate;
  if (/\blast (?:day|morning)\b/i.test(words)) return endDate;
  const [named] = readDays(words, { startDate, endDate });
  return named !== undefined && named >= startDate && named <= endDate ? named : undefined;
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** `the zoo` in `which day for the zoo?`. */
const subjectOf = (words: string): string | undefined => {
  const found =
    /\b(?:day|date|morning|afternoon|evening)s? (?:is (?:the )?best )?(?:for|to (?:visit|see|go to|do)|(?:do|should|shall|can) we (?:go to|visit|do|see|go on))\s+([^?.!,]{2,80})/i.exec(
      words,
    ) ?? /\bwhen (?:do|should|shall|can|could|will) we (?:go to|visit|do|see|go on)\s+([^?.!,]{2,80})/i.exec(words);
  const subject = found?.[1]
    ?.replace(/\b(?:the|a|an|our)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return subject === '' ? undefined : subject?.slice(0, 100);
};

const questionFor = (said: string, wish: Pick<PollWish, 'category' | 'day' | 'meal' | 'subject'>): string => {
  if (QUESTION.test(said) && said.split(/\s+/).length > 2 && said.length <= 200)
    return `${capital(said.replace(/[\s?.!]+$/, ''))}?`;
  const when = wish.day === undefined ? '' : ` on ${sayDay(wish.day)}`;
  switch (wish.category) {
    case 'dining':
      return wish.meal === undefined ? `Where do we eat${when}?` : `Where do we have ${wish.meal}${when}?`;
    case 'lodging':
      return 'Where do we stay?';
    case 'activity':
      return `What do we do${when}?`;
    case 'date':
      return wish.subject === undefined ? 'Which day suits everyone?' : `Which day for ${wish.subject}?`;
    case 'transport':
      return `How do we get ${/\b(?:from|to) [^,.?!]{3,60}/i.exec(said)?.[0].trim() ?? 'there'}?`;
  }
};

/**
 * Reads what a poll is to be about. `category` is taken when given, else read. `undefined` when the words tell of
 * nothing that options can be found for.
 */
export const readPollWish = (
  given: string,
  trip: Pick<Trip, 'startDate' | 'endDate'>,
  today: string,
  category?: PollCategory,
): PollWish | undefined => {
  const words = given.replace(/\s+/g, ' ').trim().slice(0, 500);
  const said = words.replace(ASKS, '').replace(ABOUT, '').replace(TAIL, '').trim();
  const about = category ?? categoryOf(said);
  if (about === undefined) return undefined;
  const wish = {
    words,
    category: about,
    day: about === 'date' ? undefined : dayNamed(said, trip, today),
    meal: about === 'dining' ? MEALS.find(([, pattern]) => pattern.test(said))?.[0] : undefined,
    subject: about === 'date' ? subjectOf(said) : undefined,
  };
  return { ...wish, question: questionFor(said, wish) };
};

/** Whether the words ask that the poll be put to the families without being looked at first. */
export const opensAtOnce = (words: string): boolean =>
  /\b(?:open it|right away|straight away|directly|at once|immediately)\b/i.test(words);

/** Words that tell one option from another: without those that every question of the sort has. */
const IDLE = new Set(
  'a an the to of for on in at and or we us our i me my do does did is are be it that this they where which what when who how should shall can could would will like want go get make made create start open poll polls vote votes about pick choose decide help find some any option options suggest please magic day days night nights evening morning afternoon first last near by with without from everyone everybody families family all together eat eating dinner lunch breakfast brunch restaurant restaurants food dine dining meal meals stay hotel hotels sleep place places visit see activity activities today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun new good best nice right away directly'.split(
    ' ',
  ),
);

/** The stem by which two words are held to be the same. */
export const stemOf = (word: string): string => (word.length > 3 ? word.replace(/(?:ies|es|s|y)$/, '') : word);

/** The telling words of a text, as stems. */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !IDLE.has(word) && !/^\d+$/.test(word))
      .map(stemOf),
  );
