import { addDays, type Day, dayOf, fieldsOf, onOrAfter } from './calendar.ts';

const on = (month: number, date: number) => (year: number) => dayOf(year, month, date) ?? '';
/** The nth such weekday (0 is Sunday) of a month. */
const nth = (count: number, weekday: number, month: number) => (year: number) =>
  addDays(onOrAfter(dayOf(year, month, 1) ?? '', weekday), (count - 1) * 7);
const lastMonday = (month: number) => (year: number) => {
  const end = dayOf(year, month, 31) ?? '';
  return addDays(end, -((fieldsOf(end).weekday + 6) % 7));
};

/** Easter Sunday of the western churches, by the anonymous Gregorian rule (Meeus, "Astronomical Algorithms", 1991). */
const easter = (year: number): Day => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1) ?? '';
};
const fromEaster = (days: number) => (year: number) => addDays(easter(year), days);

/** Days with names that people plan by, as patterns, and when they are in a year. */
const HOLIDAYS: readonly (readonly [pattern: string, in_: (year: number) => Day])[] = [
  ["new year(?:'s|’s|s)? eve", on(12, 31)],
  ["new year(?:'?s|’s)?(?: day)?", on(1, 1)],
  ['(?:epiphany|three kings(?: day)?)', on(1, 6)],
  ["valentine(?:'?s|’s)?(?: day)?", on(2, 14)],
  ["(?:st\\.?|saint) patrick(?:'?s|’s)?(?: day)?", on(3, 17)],
  ['earth day', on(4, 22)],
  ['good friday', fromEaster(-2)],
  ['easter monday', fromEaster(1)],
  ['easter(?: sunday| day)?', fromEaster(0)],
  ['ascension(?: day)?', fromEaster(39)],
  ['(?:whit monday|pentecost monday)', fromEaster(50)],
  ['(?:pentecost|whit sunday)', fromEaster(49)],
  ["(?:(?:international )?workers['’]?s? day|may day|labou?r day \\(may\\))", on(5, 1)],
  ["mother(?:'?s|’s)? day", nth(2, 0, 5)],
  ['memorial day', lastMonday(5)],
  ["father(?:'?s|’s)? day", nth(3, 0, 6)],
  ['(?:independence day|(?:the )?(?:fourth|4th) of july(?! of| \\d|, \\d))', on(7, 4)],
  ['bastille day', on(7, 14)],
  ['labou?r day', nth(1, 1, 9)],
  ["(?:columbus day|indigenous peoples(?:’|')? day)", nth(2, 1, 10)],
  ['(?:halloween|hallowe’en)', on(10, 31)],
  ["(?:all saints['’]?(?: day)?)", on(11, 1)],
  ['veterans day', on(11, 11)],
  ['black friday', (year) => addDays(nth(4, 4, 11)(year), 1)],
  ['thanksgiving(?: day)?', nth(4, 4, 11)],
  ['(?:christmas|xmas) eve', on(12, 24)],
  ["(?:boxing day|st\\.? stephen(?:’|')?s day)", on(12, 26)],
  ['(?:christmas|xmas)(?: day)?', on(12, 25)],
];

const PATTERN = HOLIDAYS.map(([pattern]) => `(${pattern})`).join('|');

/** Any named day, as a pattern without groups. */
export const HOLIDAY = `(?:${HOLIDAYS.map(([pattern]) => pattern).join('|')})`;

/** When a named day is in a year. */
export const holidayIn = (name: string, year: number): Day | undefined => {
  const groups = new RegExp(`^(?:${PATTERN})$`, 'i').exec(name.trim())?.slice(1) ?? [];
  const found = groups.findIndex((group) => group !== undefined);
  return found < 0 ? undefined : HOLIDAYS[found]?.[1](year) || undefined;
};
