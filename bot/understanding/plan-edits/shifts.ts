import { CARDINAL, cardinal } from '../days/number-words.ts';
import { readMinutes } from './hours.ts';
import { edit, mealIn, mealToday, only, type PlanContext, type PlanWish, partsOf, type Reader } from './parts.ts';

const NUMBER = `\\d{1,3}|an?|${CARDINAL}`;
const SPAN = `(?:(?:${NUMBER}) and a half hours?|an hour and a half|half an hour|half hour|a quarter of an hour|(?:${NUMBER}|couple of) ?(?:min(?:ute)?s?|m|hours?|hrs?|h))`;
const SOME = '(?:(?:just )?(?:a )?(?:little )?(?:bit|little|touch|tad|while)|slightly|somewhat|much|a lot|even)';
const WAY = '(?:earlier|sooner|later|forwards?|ahead|back(?:wards?)?)';
/** `half an hour earlier`, `forward by an hour`, `a bit later`. */
const BY_TIME = new RegExp(
  `,? ?\\b(?:by )?(?:(?:about|around) )?(?:(${SPAN}) (${WAY})|(${WAY}) (?:by )?(?:about |around )?(${SPAN})|(${SOME} )?(${WAY}))\\b(?: than (?:planned|now|that))?`,
  'i',
);
/** `a day earlier`, `two days later`, `the day before`, `to the next day`. */
const BY_DAYS = new RegExp(
  `,? ?\\b(?:by )?(?:(${NUMBER}) days? (earlier|sooner|later|forwards?|back)|(?:(?:to|on) )?the (next|following|previous) day|(?:(?:to|on) )?(?:the|one) day (before|after))\\b`,
  'i',
);
/** Verbs that say by themselves whither; a span beside them needs no `later`. */
const PUTS_OFF = /^(?:delay|postpone|push(?: back)?|put off|put back)\b/i;
const BRINGS_ON = /^(?:bring forward|pull forward|move up)\b/i;
const BARE_SPAN = new RegExp(`,? ?\\b(?:(?:back|off|forward) )?(?:by )?(?:about |around )?(${SPAN})\\b`, 'i');

const MOVES =
  /^(?:put (?:off|back)|move up|move|shift|push(?: back)?|bring(?: forward)?|pull(?: forward)?|reschedule|postpone|delay|put|change)\s+/i;
const DOES =
  /^(?:make|have|do|take|get|set|see|visit|start|begin|go to|go for|schedule|plan|want|need|be at|eat(?= (?:breakfast|lunch|dinner)))\s+/i;
const BEING = /^(?:can|could|may|might|should|shall|would|will) (.+?) (?:be|happen|start|begin|take place|go)\b(.*)$/i;
/** Minutes of what is said without a number. */
const SOME_MINUTES = 30;
const MINUTES = 60;
/** Coming and going hang on bookings, whatever one would like. */
const NOT_OURS =
  /\b(?:check(?:ing)?[- ]?(?:in|out)|arriv\w*|arrive|ferr(?:y|ies)|flights?|plane|trains?|bus(?:es)?|leave|leaving|return|come|room|hotel|table|tickets?|days?|it|that)\b/i;
/** A whole day, and no thing of it. */
const WHOLE_DAY =
  /^(?:everything|all(?: of it)?|(?:the )?(?:whole |entire )?(?:day|plan|programme)|(?:all )?(?:the )?things)$/i;

const back = (way: string | undefined): boolean => /^(?:earlier|sooner|forward|ahead)/i.test(way ?? '');

interface Shift {
  readonly minutes?: number;
  readonly days?: number;
  readonly rest: string;
}

/** By how much a thing is to be moved, and the words without that; `push` and `delay` read `back` and `forward` their way. */
const shiftIn = (words: string): Shift | undefined => {
  const cut = (found: RegExpExecArray): string =>
    `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`.trim();
  const days = BY_DAYS.exec(words);
  if (days) {
    const [, number, way, beside, next] = days;
    const count = number === undefined ? 1 : /^an?$/i.test(number) ? 1 : Number(number) || (cardinal(number) ?? 1);
    const earlier = back(way) || beside?.toLowerCase() === 'previous' || next?.toLowerCase() === 'before';
    return { days: earlier ? -count : count, rest: cut(days) };
  }
  if (PUTS_OFF.test(words) || BRINGS_ON.test(words)) {
    const span = BARE_SPAN.exec(words);
    const minutes = span ? readMinutes(span[1] ?? '') : undefined;
    if (span && minutes !== undefined) return { minutes: BRINGS_ON.test(words) ? -minutes : minutes, rest: cut(span) };
  }
  const time = BY_TIME.exec(words);
  if (!time) return undefined;
  const [, span, way, otherWay, otherSpan, some, bareWay] = time;
  const said = span ?? otherSpan;
  const minutes = said === undefined ? (some ? SOME_MINUTES : MINUTES) : readMinutes(said);
  if (minutes === undefined) return undefined;
  const whither = way ?? otherWay ?? bareWay;
  // "Bring it back" and "put it ahead" without a span are said of other things.
  if (said === undefined && !/^(?:earlier|sooner|later)$/i.test(whither ?? '')) {
    const forward = /^(?:bring|pull|move|shift|put)\b/i.test(words) && /^forwards?$/i.test(whither ?? '');
    const off = /^(?:push|move|put|shift)\b/i.test(words) && /^back/i.test(whither ?? '');
    if (!forward && !off) return undefined;
  }
  return { minutes: back(whither) ? -minutes : minutes, rest: cut(time) };
};

/** `eat` names no meal: in the evening, unless midday is said. */
const eaten = (words: string): string =>
  words.replace(
    /^(?:eat|dine)\b(?! (?:breakfast|lunch|dinner))/i,
    /\b(?:noon|midday)\b/i.test(words) ? 'lunch' : 'dinner',
  );

const today = ({ dates, today: now }: PlanContext): string | undefined => (dates.includes(now) ? now : undefined);

/** `start earlier on Saturday`: what the day begins with is what can be earlier. */
const readsFirst = (words: string, { minutes = 0 }: Shift, on: string | undefined): PlanWish | undefined =>
  minutes < 0 && on !== undefined && /^(?:start|begin|set off|get going|leave|go out)\b/i.test(words)
    ? { kind: 'move', item: 'the first', on, minutesLater: minutes }
    : undefined;

/** A thing moved from where it is now: `dinner half an hour earlier`, `the museum a day later`, `push lunch back an hour`. */
export const readShift: Reader = (said, context) => {
  const being = BEING.exec(said);
  const words = eaten(being ? `${being[1]}${being[2]}` : said);
  const shift = shiftIn(words);
  if (!shift) return undefined;
  const moves = MOVES.test(words);
  const { item, days, at } = partsOf(shift.rest.replace(moves ? MOVES : DOES, ''), context);
  if (at !== undefined || days.length > 1) return undefined;
  if (item === '') return readsFirst(words, shift, only(days) ?? today(context));
  if (WHOLE_DAY.test(item))
    return (shift.minutes ?? 0) > 0 ? edit({ kind: 'start', on: only(days), minutesLater: shift.minutes }) : undefined;
  const meal = /^(?:the |our )?(?:breakfast|lunch|dinner|supper)$/i.test(item) ? mealIn(item) : undefined;
  const known = context.inPlan?.(item);
  if (meal === undefined && !known && ((known === false && !moves) || NOT_OURS.test(item))) return undefined;
  return edit({
    kind: 'move',
    item: meal ?? item,
    on: only(days) ?? (meal && mealToday(meal, context)),
    minutesLater: shift.minutes,
    daysLater: shift.days,
  });
};
