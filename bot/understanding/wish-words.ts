import { daysBetween } from '../../trips/dates.ts';
import type { Description } from '../../trips/families/describe-family.ts';
import { readDayRange } from './dates.ts';
import { readDays } from './days/read-days.ts';
import { readTimes } from './times.ts';

const WHAT = "[a-z][a-z'-]*(?: (?!and\\b|or\\b|but\\b|so\\b|we\\b|please\\b|she\\b|he\\b|they\\b)[a-z][a-z'-]*)?";
const ALLERGIC = new RegExp(
  `\\b(?:allergic|allerg(?:y|ies) to)(?: to)? (${WHAT}(?:(?:, | and | or |, and )${WHAT})*)`,
  'gi',
);
const ALLERGY = /\b([a-z][a-z'-]*(?: [a-z'-]+)?) allerg(?:y|ies)\b(?! to\b)/gi;
const NO_ALLERGEN =
  /^(?:an?|the|any|no|some|food|my|our|his|her|their|with|has|have|bad|severe|serious|strong|please|it|this|that)$/i;
/** "bee sting" is what stings, "has a peanut" is a peanut. */
const LEADS = /^(?:an?|the|has|have|with|my|our|his|her|their|bad|severe|serious|strong|by|of|is|got|to)\s+/i;

/** Words with which the next thing said begins: a list is over before them. */
const SPEAKS =
  /^(?:we|i|she|he|they|you|it|our|my|your|do|does|don'?t|not|no|can'?t|cannot|kids?|children|budget|have|has|loves?|likes?|hates?|enjoys?|needs?|wants?|eats?|brings?|is|are)\b/i;

/** The items of a list in running words, up to where something else is said. */
const itemsOf = (list: string): readonly string[] => {
  const items: string[] = [];
  for (const item of list.split(/,| and | or /).map((one) => one.trim())) {
    if (SPEAKS.test(item)) break;
    if (item !== '') items.push(item);
  }
  return items;
};

const bare = (words: string): string => {
  let rest = words.trim().toLowerCase();
  while (LEADS.test(rest)) rest = rest.replace(LEADS, '');
  return rest;
};

/** What somebody of a family must not eat or touch, as they said it. */
export const readAllergies = (text: string): readonly string[] | undefined => {
  const found = [
    ...[...text.matchAll(ALLERGIC)].flatMap(([, all = '']) => itemsOf(all)),
    ...[...text.matchAll(ALLERGY)].flatMap(([, what = '']) => itemsOf(what)),
  ]
    .map(bare)
    .filter((what) => what.length > 1 && what.length <= 60 && !NO_ALLERGEN.test(what));
  return found.length > 0 ? [...new Set(found)] : undefined;
};

const TOPIC = "[a-z][a-z'-]*(?: (?!and\\b|but\\b|or\\b|is\\b|are\\b|a\\b|to\\b|at\\b|with\\b)[a-z][a-z'-]*)?";
const SCORED = new RegExp(
  `\\b(${TOPIC})(?: gets| is| are| at|:)?(?: an?)? ([1-5])(?: ?(?:/|out of|of) ?5| stars?| points?)?(?![\\d:.,]*\\d|[.,]?\\d|\\s*(?:eur|usd|€|\\$|years?|yo\\b|adults?|kids?|children|days?|nights?|people|of us|am\\b|pm\\b))`,
  'gi',
);
const RATES = /\b(?:interests?|rate|rating|out of (?:5|five)|\/ ?5|stars?|from 1 to 5|1-5)\b/i;
const NOT_TOPICS =
  /^(?:i|we|rate|rates|my|our|interests?|and|the|with|from|of|out|option|number|day|room|age|aged|is|are|about|poll|budget)$/i;

/** Whoever of a family is spoken of, also by name. */
const SOMEBODY =
  '(?:we|i|s?he|they|the kids|kids|children|all of us|the boys|the girls|(?:my|our) [a-z]+(?: [a-z]+)?|[a-z]{3,12})';

/** How much people say they like something, from the strongest word on. */
const LIKINGS: readonly (readonly [pattern: RegExp, score: number])[] = [
  [
    new RegExp(
      `\\b(?:${SOMEBODY}|everyone|and|but)(?: would|['’]d)? (?:really |all |just )*(?:loves?|adores?|(?:are|is) crazy about|(?:are|is) mad about) (${TOPIC}(?:(?:, | and )${TOPIC})*)`,
      'gi',
    ),
    5,
  ],
  [
    new RegExp(
      `\\b(?:${SOMEBODY}|everyone) (?:really |all |quite |also )*(?:likes?|enjoys?|(?:are|is|am) into|(?:are|is|am) interested in) (${TOPIC}(?:(?:, | and )${TOPIC})*)`,
      'gi',
    ),
    4,
  ],
  [
    new RegExp(
      `\\b(?:${SOMEBODY}|and|but) (?:really )?(?:don'?t|do not|doesn'?t|does not) (?:much )?(?:like|enjoy|care (?:much )?(?:for|about)) (${TOPIC}(?:(?:, | or | and )${TOPIC})*)`,
      'gi',
    ),
    2,
  ],
  [
    new RegExp(
      `\\b(?:${SOMEBODY}|and|but) (?:really )?(?:hates?|can'?t stand|cannot stand|loathes?) (${TOPIC}(?:(?:, | or | and )${TOPIC})*)`,
      'gi',
    ),
    1,
  ],
  // "No museums": of food that is a need, of what one goes to see a wish.
  [
    /\b(?:no|not too many|skip the|without) ((?:museums?|galleries|churches|cathedrals|castles|palaces|ruins|shopping|shops|markets?|zoos?|aquariums?|beach(?:es)?|hik(?:es?|ing)|boats?|theme parks?|nightlife|clubs|tours?)\b)(?! (?:poll|vote))/gi,
    1,
  ],
];
/** Words that follow "we like" without being anything one goes to see. */
const NO_LIKING =
  /^(?:naps?|step-?free|early|short|slow|it|that|this|them|you|her|him|to|the (?:plan|idea|hotel|first|second|last)|option|both|all|slow|a|an|your|everything|nothing|when|how|what)\b/i;

const tidyTopic = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/^(?:the|our|my|some|going to|to) /, '')
    .replace(/\s+(?:very much|a lot|most)$/, '');

/** Interest 1-5 by topic: said as numbers where interests are rated, or in words (love 5, like 4, do not care 2, hate 1). */
export const readInterests = (text: string): Description['interests'] => {
  const interests: Record<string, number> = {};
  for (const [pattern, score] of LIKINGS) {
    for (const [, all = ''] of text.matchAll(pattern)) {
      if (NO_LIKING.test(all)) continue;
      for (const topic of itemsOf(all).map(tidyTopic))
        if (topic.length > 2 && topic.length <= 40 && !NO_LIKING.test(topic)) interests[topic] = score;
    }
  }
  if (RATES.test(text)) {
    for (const [, said = '', score = ''] of text.matchAll(SCORED)) {
      const topic = tidyTopic(said.replace(/^(?:we rate|i rate|rate|interests?|and|with|of)\s+/i, ''));
      if (topic.length > 2 && topic.length <= 40 && !NOT_TOPICS.test(topic)) interests[topic] = Number(score);
    }
  }
  return Object.keys(interests).length > 0 ? interests : undefined;
};

/** Any day: it is only asked whether the words name one. */
const ANY_DAY = '2027-01-01';
const AWAY =
  /\b(?:can'?t|cannot|can not|cant|not|isn'?t|aren'?t|won'?t|don'?t) (?:\w+ ){0,3}?(?:do|make|come|coming|travel|go|going|free|available|possible|work|on|around|there|have time)\b|\bunavailable\b|\b(?:is|are|am|'m|'re) (?:away|busy|working|at work|on call)\b|\b(?:school|exams?|a wedding|surgery)\b.{0,20}\b(?:on|from|until)\b|\bdoes(?:n'?t| not) (?:work|suit)\b/i;

/** Whether somebody says that there are days they cannot do, whichever. */
export const saysUnavailable = (text: string): boolean =>
  AWAY.test(text) && !/\?\s*$/.test(text) && readDays(text, ANY_DAY).some(({ vague }) => !vague);

const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];
const EVERY_WEEKDAY = new RegExp(`\\b(${WEEKDAYS.join('|')})days\\b`, 'gi');

/** Days of the week that a family says it can never do ("we can't do Mondays"), 0 is Sunday. */
export const readWeekdaysAway = (text: string): readonly number[] | undefined => {
  if (!AWAY.test(text) || /\?\s*$/.test(text)) return undefined;
  const days = [...text.matchAll(EVERY_WEEKDAY)].map(([, day = '']) => WEEKDAYS.indexOf(day.toLowerCase()));
  return days.length > 0 ? days : undefined;
};

/** Days a family says it cannot do, as far as it says so. `now` is when it was said. */
export const readUnavailable = (text: string, now: Date): readonly string[] | undefined => {
  if (!AWAY.test(text) || /\?\s*$/.test(text) || bounded(text, now)) return undefined;
  const range = readDayRange(text, now);
  return range && daysBetween(range.startDate, range.endDate);
};

const COMES =
  /^(?:(?:ok|so|oh|actually|sorry|hi|btw|by the way|no)[, ]+)*(?:we|i)(?:['’]?ll| will|['’]?re|['’]?m| are| am)? (?:only |just |not |all )*(arriv\w*|com\w+|join\w*|get(?:ting)? there|get(?:ting)? in|land\w*|leav\w+|fly(?:ing)? (?:home|back)|go(?:ing)? home|head(?:ing)? (?:home|back))\b(?! (?:to|for|with|from the|at)\b)/i;

/** Whether somebody says on which day they come or leave, and nothing of an hour: that is a booking's, or the day's. */
const comesOrGoes = (text: string): 'comes' | 'goes' | undefined => {
  const way = COMES.exec(text)?.[1];
  if (way === undefined || readTimes(text).length > 0 || AWAY.test(text) || !readDayRange(text, ANY_MOMENT))
    return undefined;
  return /^(?:leav|fl|go|head)/i.test(way) ? 'goes' : 'comes';
};
const ANY_MOMENT = new Date(`${ANY_DAY}T00:00:00Z`);

/** Whether somebody says which days of the trip they come late to or leave before. */
export const saysWhenThere = (text: string): boolean => !/\?\s*$/.test(text) && comesOrGoes(text) !== undefined;

const UP_TO = /\b(?:before|until|till?)\s+(?:on )?(?:the )?$/i;
const FROM_THEN = /\b(?:(after)|from|as of|since)\s+(?:on )?(?:the )?$/i;

/** `not before the 2nd`, `not after the 7th`: one end of the days that is said, and which. */
const bounded = (text: string, now: Date): { readonly end: 'before' | 'from' | 'after'; day: string } | undefined => {
  const range = readDayRange(text, now);
  if (!range || range.endDate !== range.startDate) return undefined;
  const ahead = text.slice(0, text.indexOf(range.text));
  const said = range.text.replace(/^(?:the|on) /i, '');
  if (UP_TO.test(ahead) || /^(?:before|until|till?) /i.test(said)) return { end: 'before', day: range.startDate };
  const [from, after] = FROM_THEN.exec(ahead) ?? [];
  if (from === undefined) return undefined;
  return { end: after === undefined ? 'from' : 'after', day: range.startDate };
};

/**
 * The days of a trip (`start` to `end`) that a family says it cannot do: a day of the month is one of the trip's, and
 * `before the 2nd` begins with the trip. Nothing when the words mean none of its days.
 */
export const readUnavailableIn = (text: string, start: string, end: string): readonly string[] | undefined => {
  if (/\?\s*$/.test(text)) return undefined;
  const days = daysBetween(start, end);
  const begins = new Date(`${start}T00:00:00Z`);
  const comes = comesOrGoes(text);
  if (comes) {
    const there = readDayRange(text, begins)?.startDate;
    const missed = there === undefined ? [] : days.filter((day) => (comes === 'comes' ? day < there : day > there));
    return missed.length > 0 && missed.length < days.length ? missed : undefined;
  }
  if (!AWAY.test(text)) return undefined;
  const bound = bounded(text, begins);
  const range = bound ? undefined : readDayRange(text, begins);
  const away = bound
    ? days.filter((day) =>
        bound.end === 'before' ? day < bound.day : bound.end === 'from' ? day >= bound.day : day > bound.day,
      )
    : range && daysBetween(range.startDate, range.endDate).filter((day) => days.includes(day));
  return away && away.length > 0 ? away : undefined;
};
