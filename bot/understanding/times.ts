import { CARDINAL, cardinal } from './days/number-words.ts';

/** A time of day as it was said, on whatever clock the speaker means. */
export interface SaidTime {
  readonly text: string;
  /** `HH:MM` of a day of 24 hours. */
  readonly time: string;
}

const PART = '(?:(?:in the|at) )?(morning|afternoon|evening|night)';
const HALF = '(a\\.?m\\.?|p\\.?m\\.?)(?![\\p{L}])';
const HOUR = `(\\d{1,2}|${CARDINAL})`;
const PATTERNS: readonly (readonly [
  RegExp,
  (groups: readonly (string | undefined)[]) => readonly [number, number, string?],
])[] = [
  [
    new RegExp(
      `\\b(half past|quarter past|quarter to|a quarter past|a quarter to) ${HOUR}(?: ?(?:${HALF}|${PART}))?`,
      'giu',
    ),
    ([past = '', hour = '', half, part]) => {
      const at = hourOf(hour);
      const before = /to$/i.test(past);
      return [before ? at - 1 : at, /half/i.test(past) ? 30 : before ? 45 : 15, half ?? part];
    },
  ],
  [
    new RegExp(`(?<![\\d:.])(\\d{1,2})[:.h](\\d{2})(?!\\d|[.:]\\d|\\s?(?:eur|usd|€))(?: ?(?:${HALF}|${PART}))?`, 'giu'),
    ([hour = '', minute = '', half, part]) => [Number(hour), Number(minute), half ?? part],
  ],
  [new RegExp(`(?<![\\d:.])${HOUR} ?(?:${HALF})`, 'giu'), ([hour = '', half]) => [hourOf(hour), 0, half]],
  [
    new RegExp(`(?<![\\d:.])${HOUR}(?: o['’]?clock)? (?:in the|at) (morning|afternoon|evening|night)\\b`, 'giu'),
    ([hour = '', part]) => [hourOf(hour), 0, part],
  ],
  [new RegExp(`(?<![\\d:.])${HOUR} o['’]?clock\\b(?! (?:in|at))`, 'giu'), ([hour = '']) => [hourOf(hour), 0]],
  [/\b(noon|midday|midnight)\b/gi, ([word = '']) => [/night/i.test(word) ? 0 : 12, 0]],
  [
    /\b(?:at|by|from|until|till|to) (\d{1,2})(?![\d:.,/-]|(?:st|nd|rd|th)\b| ?(?:a\.?m\b|p\.?m\b|o['’]?clock|in the (?:morning|afternoon|evening)|at night|euros?|eur|usd|people|persons|adults|kids|nights|days|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|%))/gi,
    ([hour = '']) => [Number(hour), 0],
  ],
];

/** Without a word for the part of the day, the meal tells it: dinner at 7 is not breakfast. */
const EVENING = /\b(?:dinner|supper|tonight|evening|drinks|party)\b/i;
const AFTERNOON = /\b(?:lunch|afternoon)\b/i;

const hourOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : (cardinal(said) ?? Number.NaN));

/** The hour on a clock of 24 hours. */
const inDay = (hour: number, half: string | undefined): number => {
  const said = half?.toLowerCase().replaceAll('.', '') ?? '';
  if (/^(?:pm|afternoon|evening|night)$/.test(said)) {
    if (said === 'night' && hour <= 4) return hour;
    return hour === 12 ? (said === 'night' ? 0 : 12) : hour < 12 ? hour + 12 : hour;
  }
  return /^(?:am|morning)$/.test(said) && hour === 12 ? 0 : hour;
};

const meantPart = (text: string, hour: number): string | undefined =>
  hour >= 1 && hour <= 11 && EVENING.test(text)
    ? 'evening'
    : hour >= 1 && hour <= 5 && AFTERNOON.test(text)
      ? 'afternoon'
      : undefined;

/** Every time of day in a text, in order. */
export const readTimes = (message: string): readonly SaidTime[] => {
  const text = message.slice(0, 1_000);
  const found: { readonly at: number; readonly until: number; readonly said: SaidTime }[] = [];
  for (const [pattern, read] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [hour, minute, half] = read(match.slice(1));
      const at = inDay(hour, half ?? meantPart(text, hour));
      if (!(at >= 0 && at < 24 && minute < 60)) continue;
      const time = `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const words = match[0].replace(/^(?:at|by|from|until|till|to) /i, '');
      found.push({ at: match.index, until: match.index + match[0].length, said: { text: words, time } });
    }
  }
  found.sort((a, b) => a.at - b.at || b.until - a.until);
  const taken: typeof found = [];
  for (const one of found) if (one.at >= (taken.at(-1)?.until ?? 0)) taken.push(one);
  return taken.map(({ said }) => said);
};
