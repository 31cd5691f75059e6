import { numberSaid, numberWords } from '../../../trips/number-words.ts';
import { spansOfYear, type YearSpan } from '../../words/calendar.ts';

/** When the asker speaks of: a time of day in minutes, days ahead of something, or days of the year; with what was written. */
export type ToldWhen =
  | { readonly of: 'clock'; readonly minutes: number; readonly text: string }
  | { readonly of: 'lead'; readonly days: number; readonly text: string }
  | { readonly of: 'season'; readonly spans: readonly YearSpan[]; readonly text: string };

const WORDS = numberWords(1, 12);
const NUMBER = `(?:\\d{1,3}|an?|${WORDS})`;
const HOUR = `(?:2[0-3]|[01]?\\d|${WORDS})`;
/** "Half past nine in the evening", "6 pm", "21:30", "midnight". */
const CLOCK = new RegExp(
  `\\b(?:(?<named>midnight|noon|midday)|(?<part>half past|quarter past|quarter to) (?<hour>${HOUR})|(?<whole>${HOUR})(?!\\d)(?:[:.](?<minute>[0-5]\\d))?)(?:\\s?o['’]?clock)?\\s?(?<half>[ap]\\.?m\\b\\.?|(?:in the |at |this |that )?(?:morning|afternoon|evening|night)\\b|tonight\\b)?`,
  'giu',
);
const PARTS: Readonly<Record<string, number>> = { 'half past': 30, 'quarter past': 15, 'quarter to': -15 };
const DAYS_EACH: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30 };
const UNIT = '(?:hours?|hrs?|days?|weeks?|months?)';
const AHEAD = new RegExp(
  `\\b(?<count>${NUMBER}) (?<unit>${UNIT}) (?:before\\w*|ahead|earlier|in advance|prior|out)\\b(?: (?:that|it|the \\p{L}+|we (?:leave|go|arrive|come|travel|sail|fly)))?`,
  'iu',
);
/** The day of the year with what leads to it. */
const ON_DAYS =
  /(?:\b(?:in|on|during|at the (?:start|end) of|for) )?(?:the )?(?:(?:early|mid|late)[ -])?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?: \d{1,2}(?:st|nd|rd|th)?\b)?/giu;
const DAY = 1_440;

/** The one time that a question tells; `undefined` where it tells none, or several. */
export const whenTold = (question: string): ToldWhen | undefined => {
  const ahead = AHEAD.exec(question);
  if (ahead) return { of: 'lead', days: daysOf(ahead.groups), text: ahead[0] };
  const [clock, ...more] = [...question.matchAll(CLOCK)].flatMap((match) => {
    const minutes = minutesOf(match.groups ?? {}, true);
    return minutes === undefined ? [] : [{ of: 'clock' as const, minutes, text: match[0].trim() }];
  });
  if (clock) return more.length === 0 ? clock : undefined;
  const spans = spansOfYear(question);
  const text = question.match(ON_DAYS)?.at(-1);
  return spans.length === 1 && text !== undefined ? { of: 'season', spans, text } : undefined;
};

/** Where one end of a range is, in the unit of what is asked. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const JOINS = /^\s?(?:to|-|–|until|till)\s?$/iu;
const AND = /^\s?and\s?$/iu;
const BETWEEN = /\bbetween ?$/iu;
const UP_TO =
  /\b(?:until|till|to|by|latest|before|up to|no later than|not later than|closes?(?: at)?|ends?(?: at)?)(?: at)? ?$|\b(?:latest|last)\b[^.;,|\d]*$/iu;
const ON_FROM =
  /\b(?:from|after|past|later than|since|as of|opens?(?: at)?|starting(?: at)?)(?: at)? ?$|\b(?:earliest|first)\b[^.;,|\d]*$/iu;
/** What holds on the other side, too: "until 17:30, after that…". */
const AND_THEN = /\b(?:after (?:that|this|then)|afterwards?|thereafter|later(?! than)|otherwise)\b/iu;

/** Whether a rule has a range of what is told, and whether that lies in it; `undefined` where it has none. */
export const rangeHolds = (rule: string, told: ToldWhen): boolean | undefined => {
  if (told.of === 'season') return ofSeason(rule, told.spans);
  const ranges = told.of === 'clock' ? hoursIn(rule) : leadsIn(rule);
  if (ranges.length === 0) return undefined;
  const value = told.of === 'clock' ? told.minutes : told.days;
  const isIn = ({ from, to }: Range): boolean =>
    from <= to ? value >= from && value <= to : value >= from || value <= to;
  return ranges.some(isIn) || AND_THEN.test(rule);
};

const ofSeason = (rule: string, asked: readonly YearSpan[]): boolean | undefined => {
  const spans = spansOfYear(rule).filter(({ from, to }) => to !== from);
  const holds = ({ from, to }: YearSpan, day: number): boolean =>
    from <= to ? day >= from && day <= to : day >= from || day <= to;
  return spans.length === 0 ? undefined : spans.some((span) => asked.some(({ from }) => holds(span, from)));
};

interface Point {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const hoursIn = (rule: string): readonly Range[] => {
  const points = [...rule.matchAll(CLOCK)].flatMap((match): readonly Point[] => {
    const value = minutesOf(match.groups ?? {}, false);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].trimEnd().length }];
  });
  return rangesOf(rule, points, (before) =>
    UP_TO.test(before) ? 'to' : ON_FROM.test(before) ? 'from' : undefined,
  ).map(({ from = 0, to = DAY }) => ({ from, to }));
};

const LEAD = new RegExp(
  `(?<![\\d.,:€$£])(?<count>${NUMBER})(?=(?:\\s?(?:to|-|–|and|or)\\s?${NUMBER})?[ -](?<unit>${UNIT})\\b)`,
  'giu',
);
/** Nearer to the day than this. */
const NEARER = /\b(?:less|fewer|later) than ?$|\b(?:within|under|from|in the last|the last) ?$/iu;
/** At least so far ahead: until then. */
const FARTHER = /\b(?:more|earlier) than ?$|\b(?:until|till|up to|at least|over|by|before) ?$/iu;
const OF_A_LEAD = /\b(?:before|prior|ahead|in advance|beforehand|cancel\w*|later|notice)\b/iu;

const leadsIn = (rule: string): readonly Range[] => {
  if (!OF_A_LEAD.test(rule)) return [];
  const points = [...rule.matchAll(LEAD)].map(
    (match): Point => ({ value: daysOf(match.groups), start: match.index, end: match.index + match[0].length }),
  );
  return rangesOf(rule, points, (before) =>
    NEARER.test(before) ? 'to' : FARTHER.test(before) ? 'from' : undefined,
  ).map(({ from = 0, to = Number.POSITIVE_INFINITY }) => (from > to ? { from: to, to: from } : { from, to }));
};

/** Letters before a time that say which end of a range it is. */
const LOOKS_BACK = 40;
const A_UNIT = new RegExp(`^[ -]?${UNIT}`, 'iu');

/** Two points that are joined are a range; one alone is an end of one where its word says which. */
const rangesOf = (
  rule: string,
  points: readonly Point[],
  endOf: (before: string) => 'from' | 'to' | undefined,
): readonly Partial<Range>[] => {
  const ranges: Partial<Range>[] = [];
  for (let index = 0; index < points.length; index += 1) {
    const [point, next] = [points[index], points[index + 1]];
    if (!point) continue;
    const before = rule.slice(Math.max(0, point.start - LOOKS_BACK), point.start);
    const gap = next && rule.slice(point.end, next.start).replace(A_UNIT, '');
    if (next && gap !== undefined && (JOINS.test(gap) || (AND.test(gap) && BETWEEN.test(before)))) {
      ranges.push({ from: point.value, to: next.value });
      index += 1;
      continue;
    }
    const end = endOf(before);
    if (end) ranges.push({ [end]: point.value });
  }
  return ranges;
};

const numberOf = (word: string): number => (/^an?$/i.test(word) ? 1 : numberSaid(word));

const daysOf = ({ count = '', unit = '' }: Readonly<Record<string, string | undefined>> = {}): number =>
  numberOf(count) * (DAYS_EACH[unit[0]?.toLowerCase() ?? ''] ?? 1);

/** Of the day; `undefined` for a number that may be no time, or, where `surely`, one that may be of either half of the day. */
const minutesOf = (groups: Readonly<Record<string, string | undefined>>, surely: boolean): number | undefined => {
  const { named, part, hour, whole, minute, half } = groups;
  if (named !== undefined) return named.toLowerCase() === 'midnight' ? 0 : DAY / 2;
  const hours = numberOf(hour ?? whole ?? '');
  if (part === undefined && minute === undefined && half === undefined) return undefined;
  if (surely && half === undefined && (part !== undefined || hours < 13) && !(minute !== undefined && hours > 7))
    return undefined;
  const isLate =
    half !== undefined &&
    hours < 12 &&
    /^p|afternoon|evening|tonight|night/iu.test(half) &&
    !(/night/iu.test(half) && hours < 6);
  const of12 = half !== undefined && hours === 12 && /^a|morning|night/iu.test(half) ? 0 : hours;
  return (of12 + (isLate ? 12 : 0)) * 60 + Number(minute ?? 0) + (PARTS[part?.toLowerCase() ?? ''] ?? 0);
};
