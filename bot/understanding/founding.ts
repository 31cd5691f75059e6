import { isKnownPlace } from '../../trips/trips/time-zone.ts';
import { NOWHERE_YET } from './destination.ts';
import { readTripWish } from './trip-wish.ts';

const LEADS_THERE =
  /(?<!\p{L})(?:to|in|into|towards?|visit(?:ing)?|explor(?:e|ing)|around|planning|doing|plan|do|for|about|of)\s+(?:(?:the|a|an|some)\s+)?/giu;
/** A month, and other words that stand where a place does: `in march`, `for easter`. */
const NO_PLACE =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|summer|winter|spring|autumn|fall|easter|christmas|us|me|you|all|of|the|a|and|it|is|be|total|march|nice|best|date|most|same|home|bed|lunch|dinner|kids?|school|work)$/i;
const MOST_WORDS_OF_A_NAME = 3;
const MOST = 300;

/** The place on the map that words lead to, however it is typed: `planning portugal`, `5 days in new york`. */
export const knownPlaceIn = (message: string): string | undefined => {
  const text = message.slice(0, MOST);
  for (const { index, 0: lead } of text.matchAll(LEADS_THERE)) {
    const place = knownPlaceAt(text.slice(index + lead.length));
    if (place !== undefined) return place;
  }
  return undefined;
};

/** The place on the map that a message begins with: `porto end of may`. */
export const placeLeading = (message: string): string | undefined => knownPlaceAt(message.trim().slice(0, MOST));

/** The place on the map whose name these words begin with. */
export const knownPlaceAt = (text: string): string | undefined => {
  const words = text.match(/^[\p{L}'’-]+(?: [\p{L}'’-]+){0,2}/u)?.[0]?.split(' ') ?? [];
  for (let count = Math.min(MOST_WORDS_OF_A_NAME, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (name.length > 2 && !NO_PLACE.test(name) && isKnownPlace(name))
      return name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  }
  return undefined;
};

/** A kind of place to go to, which is nowhere yet: `to the sea`. */
const TOWARDS_NOWHERE = /\b(?:to|by|at|in|near) ((?:the |a |some)?[a-z]+)\b/gi;
const SETS_OUT =
  /\b(?:plan(?:ning)?|trip|holidays?|vacation|getaway|break|travel\w*|go(?:ing)?|week-?ends?|road ?trip|honeymoon|reunion|thinking (?:of|about))\b|^(?:to|off to)\b/i;
const SEASON = /\b(?:summer|winter|spring|autumn|fall|easter|christmas|half[- ]term|new year)\b/i;
const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b/i;
/** Is about a trip that there is: who has been invited to one, or has booked. */
const THERE_IS_ONE = /\b(?:join\w*|invit\w+|code|booked|paid|poll|vote)\b/i;
/** Asks something of a place, and goes nowhere. */
const ASKS = /^(?:is|are|does|do|did|how|what|when|who|why|which|where|can|could|tell)\b/i;

/** Whether somebody who is in no trip tells of one they would make: where to, with when, how long, or that they go. */
export const foundsTrip = (message: string): boolean => {
  const text = message.trim().slice(0, MOST);
  if (ASKS.test(text) || THERE_IS_ONE.test(text)) return false;
  if (/^(?:new trip|a trip to somewhere)\b/i.test(text)) return true;
  const nowhere = [...text.matchAll(TOWARDS_NOWHERE)].some(([, where = '']) => NOWHERE_YET.test(where));
  const { days, dates, roughly } = readTripWish(text, ANY_TIME);
  const when = days !== undefined || dates !== undefined || roughly !== undefined;
  if (!nowhere && knownPlaceIn(text) === undefined) return when && placeLeading(text) !== undefined;
  return when || SETS_OUT.test(text) || SEASON.test(text) || MONTH.test(text);
};
/** It is only asked whether the words name days. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');
