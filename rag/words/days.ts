import { stem } from './stem.ts';

/** Monday first. */
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const STEMS = DAYS.map(stem);
const DAY = '(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?';
const RANGE = new RegExp(`\\b${DAY}\\.? ?(?:to|-|–|through|till|until|and) ?${DAY}\\b`, 'gi');
const WEEKDAYS = /\bweekdays?\b|\bworking days?\b/i;
const WEEKEND = /\bweekends?\b/i;
const DAILY = /\b(?:daily|every day|each day|all week|seven days|all year|always)\b/i;

/** "Closed on Sundays and Mondays". */
const CLOSED_ON = new RegExp(`\\b(?:closed|shut|except)(?: on)?(?:(?:,| and|, and)? ${DAY}\\b)+`, 'gi');
const EACH_DAY = new RegExp(`\\b${DAY}\\b`, 'gi');
const OPEN = /\bopens?\b|\d[:.h]\d\d|\d ?[ap]m\b/i;

/** A text without the days on which something is closed. */
export const withoutClosedDays = (text: string): string => text.replace(CLOSED_ON, ' ');
const SHORT = '(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)';
/** A day's name cut short, as timetables, plans and chats have it: "Tue 27", "Sat Mel, Sun Owain", "on fri"; never sun cream, nor where somebody sat. */
const CUT_SHORT = new RegExp(
  [
    // With a capital, before anything but a word in small letters…
    `(?<![\\p{L}\\p{N}'’-])(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?=\\.?(?:$|[,;:)|/]|\\s*[-–|]|\\s+(?:\\d|(?-i:\\p{Lu}))|\\.?\\s+(?:to|and|or|at|from|morning|afternoon|evening|eve|night|am|pm)\\b))`,
    // …and without one where only a day can stand.
    `(?<=\\b(?:on|by|until|till|every) )${SHORT}\\b(?!['’-]?\\p{L})`,
    `(?<![\\p{L}\\p{N}'’-])${SHORT}(?= (?:\\d|morning\\b|afternoon\\b|evening\\b|eve\\b|night\\b))`,
  ].join('|'),
  'giu',
);

const numberOf = (day: string): number => DAYS.findIndex((name) => name.startsWith(day.slice(0, 3).toLowerCase()));

/** The days that a text speaks of without naming them all: those inside a range, at a weekend, every day, all but those on which it is closed. As stems. */
export const daysWithin = (text: string): ReadonlySet<string> => {
  const days = new Set<string>();
  const put = (from: number, to: number): void => {
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(STEMS[day] ?? '');
      if (day === to) break;
    }
  };
  for (const [, from = '', to = ''] of text.matchAll(RANGE)) put(numberOf(from), numberOf(to));
  if (WEEKDAYS.test(text)) put(0, 4);
  if (WEEKEND.test(text)) put(5, 6);
  if (DAILY.test(text)) put(0, 6);
  const closed = [...text.matchAll(CLOSED_ON)].flatMap(([said]) =>
    [...said.matchAll(EACH_DAY)].map(([day]) => numberOf(day)),
  );
  if (days.size === 0 && closed.length > 0 && OPEN.test(text))
    for (const [day, one] of STEMS.entries()) if (!closed.includes(day)) days.add(one);
  return days;
};

/** The days that a text names by names cut short. As stems. */
export const daysCutShort = (text: string): readonly string[] =>
  (text.match(CUT_SHORT) ?? []).map((day) => STEMS[numberOf(day)] ?? '');

/** Whether a stem is a day of the week. */
export const isDay = (one: string): boolean => STEMS.includes(one);
