import type { DayAnswer } from '../../cards/words/english/ballots.ts';

/** Several numbers said at once: how good each option is, which of them suit, or when a family can come. Options are counted from 1. */
export interface BallotWords {
  readonly scores?: Readonly<Record<string, number>>;
  /** In the order they were said. */
  readonly picks?: readonly number[];
  readonly days?: Readonly<Record<string, DayAnswer>>;
}

const SCORE = /(\d{1,2})\s*=\s*(\d{1,2})/g;
/** `1=4 2=2 3=5`, however it is divided; scores outside 1 to 5 are told so by whoever counts them. */
export const SCORES = /^\D{0,30}\d{1,2}\s*=\s*\d{1,2}(?:(?:\s|,|;|and|&)+\d{1,2}\s*=\s*\d{1,2})*\s*[.!]?$/i;
/** `1 3`, `1, 2 and 4`, `2 > 1 > 3`, `rank 2 1 3`, `first 2, then 1`. */
export const PICKS =
  /^(?:(?:we|i|nosotros)\s+)?(?:vote|pick|choose|take|rank(?:ing)?|order|options?|numbers?|first|ordenamos|primero)?(?:\s+for)?\s*:?\s*\d{1,2}(?:(?:\s|,|;|>|\band\b|\bthen\b|\by\b|\bluego\b|&|\+)+\d{1,2})+\s*[.!]?$/i;

const YES = 'yes|yep|yeah|ok|okay|can(?: do| make| come)?(?: on)?|works?|fine|good|s[ií]|podemos|bien';
const PERHAPS =
  'maybe|perhaps|possibly|if need be|if needed|if necessary|if we must|tal vez|quiz[aá]s?|si hace falta|si es necesario';
const NO = "no|nope|cannot|can't|cant|not|doesn't work|no podemos";
const ANSWER = `(?:${[NO, PERHAPS, YES].join('|')})(?!\\p{L})`;
/** A poll has ten options at most: "no, 35" puts an amount right. */
const OPTION = String.raw`(?:10|0?[1-9])(?!\d)\??`;
const NUMBERS = String.raw`${OPTION}(?:(?:\s|,|&|\+|\band\b|\by\b|\be\b)*${OPTION})*`;
const JOINED = String.raw`(?:\s|,|;|\.|:|=|[-]|\band\b|\by\b|\bpero\b|\bbut\b)*`;
/** `1 yes, 2 maybe, 4 no`, `1 and 3 yes, 2 no`, `yes 1 3, maybe 2`, `1 2? 4`. */
export const DAYS = new RegExp(
  `^(?:(?:we|i)\\s+)?(?:(?:${NUMBERS}${JOINED}${ANSWER}${JOINED})+(?:${NUMBERS})?|(?:${ANSWER}${JOINED}(?:(?:to|on|for|a|el)\\s+)?${NUMBERS}${JOINED})+|(?=[^?]*\\d\\s*\\?)${NUMBERS})[.!]?$`,
  'iu',
);
const PART = new RegExp(`(\\d{1,2})(\\?)?|(?<!\\p{L})(?:(${NO})|(${PERHAPS})|(?:${YES}))(?!\\p{L})`, 'giu');

/** Reads `1=4 2=2 3=5`, `1 and 3` and `1 yes, 2 maybe`; empty for other words. */
export const readBallotWords = (text: string): BallotWords => {
  const words = text.trim().slice(0, 200);
  if (SCORES.test(words))
    return {
      scores: Object.fromEntries([...words.matchAll(SCORE)].map(([, option, score]) => [option, Number(score)])),
    };
  if (PICKS.test(words)) return { picks: [...new Set([...words.matchAll(/\d{1,2}/g)].map(([n]) => Number(n)))] };
  return DAYS.test(words) ? { days: readDays(words) } : {};
};

/** An answer holds for the numbers before it; where the first word is an answer, for those after it. */
const readDays = (words: string): Readonly<Record<string, DayAnswer>> => {
  const said: Record<string, DayAnswer> = {};
  const parts = [...words.matchAll(PART)];
  const answersFirst = parts[0]?.[1] === undefined;
  let waiting: string[] = [];
  let current: DayAnswer = 'yes';
  for (const [, number, doubt, no, perhaps] of parts) {
    if (number !== undefined) {
      if (doubt) said[number] = 'if-need-be';
      else if (answersFirst) said[number] = current;
      else waiting.push(number);
      continue;
    }
    current = no ? 'no' : perhaps ? 'if-need-be' : 'yes';
    for (const one of waiting) said[one] = current;
    waiting = [];
  }
  for (const one of waiting) said[one] = 'yes';
  return said;
};
