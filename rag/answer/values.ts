import type { AnswerKind } from './answer-kind.ts';

const CLOCK = /\b(\d{1,2})(?:[:.h](\d\d))?\s?(a\.?m|p\.?m)?\b/gi;
const AMOUNT = /\d[\d.,]*\d|\d/g;
const DAY = /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi;

/** Times as minutes of the day: `15:00` and `3 pm` are the same. */
const clocks = (text: string): readonly string[] =>
  [...text.matchAll(CLOCK)].flatMap(([, hour = '', minutes, half]) => {
    if (minutes === undefined && half === undefined) return [];
    const late = half?.toLowerCase().startsWith('p') && Number(hour) < 12 ? 12 : 0;
    return `${(Number(hour) + late) * 60 + Number(minutes ?? 0)}`;
  });
const amounts = (text: string): readonly string[] =>
  [...text.matchAll(AMOUNT)].map(([number]) => number.replace(/[.,](?=\d{3}\b)/g, '').replace(/[.,]00$/, ''));
const days = (text: string): readonly string[] => [...text.matchAll(DAY)].map(([day]) => day.toLowerCase());

const READ: Readonly<Partial<Record<AnswerKind, (text: string) => readonly string[]>>> = {
  clock: clocks,
  time: (text) => [...clocks(text), ...days(text)],
  money: amounts,
  number: amounts,
  duration: amounts,
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
