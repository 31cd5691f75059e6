import { readDays } from './days/read-days.ts';
import { readTimes } from './times.ts';

/** The longest words that take another's place. */
const MOST_WORDS = 7;
/** Days are only looked for in words here, not counted: any day will do as the one they are said on. */
const ANY_DAY = '2027-01-01';

const UNIT = '€|\\$|£|eur(?:os?)?|usd|gbp|chf|dollars?|bucks|pounds?|quid';
const MONEY = new RegExp(`(?:${UNIT})\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:${UNIT})(?![a-z])`, 'i');
const NUMBERED = /\b(?:day|option|number|child|adult)\s+\d{1,2}\b/i;
const FAMILY = /\bthe\s+\p{L}[\p{L}'’-]*s\b/iu;
const NUMBER = /(?<![\d.,:])\d+(?:[.,]\d+)?(?![\d:]|st\b|nd\b|rd\b|th\b)/;

type Find = (text: string) => string | undefined;
const byPattern =
  (pattern: RegExp): Find =>
  (text) =>
    pattern.exec(text)?.[0];

/** What can stand for one another, what says the most first. */
const KINDS: readonly Find[] = [
  byPattern(MONEY),
  (text) => readDays(text, ANY_DAY).find(({ vague }) => !vague)?.text,
  (text) => readTimes(text)[0]?.text,
  byPattern(NUMBERED),
  byPattern(FAMILY),
];

/** What is named at the end: "for dinner", "to Lee", "invite the Patels". */
const TAIL =
  /\b(to|for|on|at|with|from|about|called|named|is|invite|add|remove|delete|cancel|mute|unmute|record|vote|choose|pick|want|me)\s+(?:the\s+|a\s+|an\s+|our\s+|my\s+)?(?!.*\b(?:to|for|on|at|with|from|about|called|named|is)\b)[^,.!?]+[.!?]*$/i;
const OF_PEOPLE = /\b(?:us|me|you|them|him|her|our family|everyone|everybody|all)[.!?]*$/i;
const FRAME =
  /^(?:and|also|or|what about|how about|the same|same)\b[\s,]*|\s*\b(?:too|as well|also|please|pls|instead)[.!?]*$|[.!?]+$/gi;
const JOINS = /^(?:for|to|on|at|with|from|about)(?:\s+|$)/i;

const bare = (fragment: string): string => {
  let rest = fragment.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(FRAME, '').trim();
  }
  return rest;
};

/** Clock times may lose their "at": "at 8" amended by "9". */
const CLOCK = /\bat (\d{1,2})(?![\d:]| ?[ap]m)\b/i;

/**
 * What was said, with part of it replaced by the fragment that amends it: each amount, day, time, family or number in the
 * fragment takes the place of one of its kind; other words that of what was named last. Nothing when there is no such place;
 * with `alike`, also when an amount was said and the fragment has none.
 */
export const amend = (
  said: string,
  fragment: string,
  { alike = false }: { readonly alike?: boolean } = {},
): string | undefined => {
  const words = bare(fragment);
  if (words === '' || words.split(/\s+/).length > MOST_WORDS) return undefined;
  if (alike && MONEY.test(said) !== MONEY.test(words)) return undefined;
  let amended = said;
  let rest = words;
  let counted = false;
  let typed = false;
  for (const find of KINDS) {
    const given = find(rest);
    const before = given === undefined ? undefined : find(amended);
    if (given === undefined || before === undefined) continue;
    amended = amended.replace(before, given);
    counted ||= /\d/.test(given);
    typed = true;
    rest = rest.replace(given, ' ').trim();
  }
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined) {
    const before = CLOCK.exec(amended)?.[1] ?? NUMBER.exec(amended)?.[0];
    if (before !== undefined && !counted) {
      amended = amended.replace(new RegExp(`(?<![\\d.,:])${before.replace('.', '\\.')}(?![\\d:])`), number);
      rest = rest.replace(number, ' ').trim();
      typed = true;
    }
  }
  const named = rest.replace(JOINS, '').trim();
  const tail = TAIL.exec(amended) ?? undefined;
  // Beside what took its place, only "for lunch" and the like names something more; and no thing stands for "us".
  const stands = JOINS.test(rest) || (!typed && (FAMILY.test(rest) || !OF_PEOPLE.test(tail?.[0] ?? '')));
  const place = stands ? tail : undefined;
  if (named !== '' && place && /\p{L}{2}/u.test(named) && !/^(?:no|yes|it|that|this)$/i.test(named)) {
    const what = /^(?:the|a|an|our|my)\s/i.test(named) || !/\bthe\s/i.test(place[0]) ? named : `the ${named}`;
    amended = `${amended.slice(0, place.index)}${place[1]} ${what}`;
  }
  // "25 pounds", "25 euros on snacks": what follows the amount is told in addition.
  else if (typed && place === undefined && JOINS.test(rest) && named !== '') amended = `${amended} ${rest}`;
  return amended === said ? undefined : amended;
};

/** What was said, with one word of it replaced by another that is said to be meant. */
export const replaceIn = (said: string, wrong: string, right: string): string | undefined => {
  const literal = wrong.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (literal === '') return undefined;
  const amended = said.replace(new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'iu'), right.trim());
  return amended === said ? undefined : amended;
};
