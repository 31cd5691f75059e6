import { type AnswerKind, withoutSums } from '../question/answer-kind.ts';
import { quantitiesIn } from './quantity.ts';

const CLOCK = /\b(\d{1,2})(?:[:.h](\d\d))?\s?(a\.?m|p\.?m)?\b/gi;
const AMOUNT = /\d[\d.,]*\d|\d/g;
const DAY = /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi;

/** Times as minutes of the day: `15:00` and `3 pm` are the same. */
const clocks = (text: string): readonly string[] =>
  [...withoutSums(text).matchAll(CLOCK)].flatMap(([, hour = '', minutes, half]) => {
    if (minutes === undefined && half === undefined) return [];
    const late = half?.toLowerCase().startsWith('p') && Number(hour) < 12 ? 12 : 0;
    return `${(Number(hour) + late) * 60 + Number(minutes ?? 0)}`;
  });
const amounts = (text: string): readonly string[] =>
  [...text.matchAll(AMOUNT)].map(([number]) => number.replace(/[.,](?=\d{3}\b)/g, '').replace(/[.,]00$/, ''));
const days = (text: string): readonly string[] => [...text.matchAll(DAY)].map(([day]) => day.toLowerCase());

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440, n: 1_440, w: 10_080 };
const LASTS =
  /(?<![\d.,:])(\d+(?:\.5)?)[ -]?(minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?)\b(?! (?:before|after|ahead))/gi;
/** What lasts, in minutes: a clock or a price beside it is no duration. */
const durations = (text: string): readonly string[] =>
  [...text.matchAll(LASTS)].map(
    ([, count = '', unit = '']) => `${Number(count) * (MINUTES[unit[0]?.toLowerCase() ?? ''] ?? 1)}`,
  );
/** A gate, a platform, a pier, by its number or letter. */
const PLACED =
  /\b(gate|platform|terminal|pier|quay|desk|seats?|coach|rooms?|floor|bus|line|tram|track)\s+(?:no\.? |number )?([A-Z]{0,2}\d+[A-Z]?|[A-Z])\b/gi;
/** Sums of money where a currency says so; else any number may be one. */
const sums = (text: string): readonly string[] => {
  const told = quantitiesIn(text).filter(({ unit }) => unit.startsWith('money '));
  return told.length > 0 ? told.map(({ thousandths }) => `${Number(thousandths) / 1_000}`) : amounts(text);
};

const READ: Readonly<Partial<Record<AnswerKind, (text: string) => readonly string[]>>> = {
  clock: clocks,
  time: (text) => [...clocks(text), ...days(text)],
  money: sums,
  number: amounts,
  duration: durations,
  which: (text) => [...text.matchAll(PLACED)].map(([, what = '', where = '']) => `${what} ${where}`.toLowerCase()),
  phone: (text) => [text.replace(/[^\d+]/g, '')],
};

/** Whether two answers to a question of this kind name other times, amounts or numbers, and none in common. */
export const disagree = (kind: AnswerKind, one: string, other: string): boolean => {
  const read = READ[kind];
  if (!read) return false;
  const known = new Set(read(one));
  const others = read(other);
  return known.size > 0 && others.length > 0 && !others.some((value) => known.has(value));
};
