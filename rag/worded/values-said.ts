import { numberSaid, numberWords } from '../../trips/number-words.ts';

/** Whether a value is where something begins (`from 9`, the first of `9-17`) or ends (`until 17`). */
type Bound = 'from' | 'to' | undefined;

/** A number, time, day, amount, code or address in a text. Two texts say the same value when they share one of its readings. */
export interface ValueSaid {
  /** How it may be read, e.g. `12.30` as a number and as a time. */
  readonly readings: readonly string[];
  readonly bound: Bound;
  /** A value is mistaken for another of its own kind. */
  readonly kind: 'time' | 'money' | 'number' | 'day' | 'other';
  readonly start: number;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`)\]}]+|\bwww\.[^\s<>"'`)\]}]+|[\w.+-]+@[\w-]+\.[\w.-]+\w/gi;
const ISO_DAY = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
const CLOCK = /\b(\d{1,2})(?:[:.h](\d\d))?\s?(a\.?m\b\.?|p\.?m\b\.?)|\b(\d{1,2})[:.h](\d\d)\b/gi;
const NOON = /\b(noon|midday|midnight)\b/gi;
const NUMBER = /[\p{L}]*\d(?:[\p{L}\d.,:/'’]*[\p{L}\d])?/gu;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gi;
const WEEKDAY =
  /\b(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\b/gi;
const RELATIVE_DAY = /\b(today|tonight|tomorrow|yesterday|every day|daily|weekends?|weekdays?)\b/gi;
const CURRENCY = /[€$£¥]|\b(eur|euros?|usd|dollars?|gbp|pounds?|chf|francs?|jpy|yen)\b/gi;
const CURRENCIES: Readonly<Record<string, string>> = {
  ...{ '€': 'eur', euro: 'eur', euros: 'eur', $: 'usd', dollar: 'usd', dollars: 'usd', '£': 'gbp', pound: 'gbp' },
  ...{ pounds: 'gbp', '¥': 'jpy', yen: 'jpy', franc: 'chf', francs: 'chf' },
};
/** What costs nothing is a price, too. */
const FREE = /(?<![-\p{L}])(?:free(?: of charge)?|complimentary|gratis|no charge)(?![-\p{L}])/giu;
/** "One" and "a" are said without counting. */
const NUMBER_WORD = new RegExp(`\\b(${numberWords(2, 12)}|twenty|thirty|fifty|hundred)\\b`, 'gi');
const LARGE: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, fifty: 50, hundred: 100 };

const FROM =
  /\b(?:from|after|since|starting|starts?|earliest|opens?|at least|more than|over|above|minimum|min)(?:\s+(?:at|on|of|is|the))?\s*$/i;
const TO =
  /\b(?:until|till|til|before|by|latest|closes?|up to|at most|no later than|less than|under|below|maximum|max|to|through)(?:\s+(?:at|on|of|is|the))?\s*$/i;
const CURRENCY_BEFORE = /(?:[€$£¥]|\b(?:eur|usd|gbp|chf|jpy)|\babout|\baround)\s*$/i;
const MONEY_BEFORE = /(?:[€$£¥]|\b(?:eur|usd|gbp|chf|jpy))\s*$/i;
const MONEY_AFTER = /^\s*(?:[€$£¥]|(?:eur|euros?|usd|dollars?|gbp|pounds?|chf|francs?|jpy|yen)\b)/i;

const clock = (hour: number, minutes: number, half: string | undefined): readonly string[] => {
  if (hour > 24 || minutes > 59) return [];
  const low = half?.toLowerCase();
  if (low === undefined) return [`t${hour * 60 + minutes}`];
  if (hour > 12) return [];
  return [`t${((hour % 12) + (low.startsWith('p') ? 12 : 0)) * 60 + minutes}`];
};

/** `1,920.00` is 1920, `06` is 6, and `11th` is 11; letters and digits together are a code. */
const plain = (token: string): string => {
  const low = token.toLowerCase().replace(/(?<=\d)(?:st|nd|rd|th)$/, '');
  if (/[\p{L}]/u.test(low)) return `c${low.replace(/[^\p{L}\d]/gu, '')}`;
  const whole = low.replace(/[.,'’](?=\d{3}(?!\d))/g, '').replace(/[.,]00$/, '');
  return `n${whole.replace(',', '.').replace(/^0+(?=\d)/, '')}`;
};

/** Every value a text states, in order. */
export const valuesSaid = (text: string): readonly ValueSaid[] => {
  const found: ValueSaid[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => readonly string[], bounded = true): void => {
    rest = rest.replace(pattern, (...match) => {
      const groups = match as unknown as RegExpMatchArray;
      const whole = groups[0] ?? '';
      const start = match.find((part): part is number => typeof part === 'number') ?? 0;
      const readings = read(groups);
      if (readings.length === 0) return whole;
      const bound = bounded ? boundOf(text, start, whole.length) : undefined;
      found.push({
        readings,
        bound,
        kind: bounded ? kindOf(readings, text, start, whole.length) : readings[0]?.startsWith('w') ? 'day' : 'other',
        start,
      });
      // What was read is not read again, and all else stays where it is.
      return ' '.repeat(whole.length);
    });
  };
  take(ADDRESS, ([address]) => [`a${address?.toLowerCase().replace(/[.,;:!?]+$/, '')}`], false);
  take(ISO_DAY, ([, year, month, day]) => [`d${year}-${month}-${day}`]);
  // A day that is written as a date is also its year, its month and its day.
  for (const { readings, ...value } of [...found]) {
    const [, year, month, day] = /^d(\d{4})-(\d\d)-(\d\d)$/.exec(readings[0] ?? '') ?? [];
    for (const part of year ? [`n${year}`, `m${Number(month)}`, `n${Number(day)}`] : [])
      found.push({ ...value, readings: [part] });
  }
  take(CLOCK, ([whole = '', hour, minutes, half, bare, bareMinutes]) => {
    const times = clock(Number(hour ?? bare), Number(minutes ?? bareMinutes ?? 0), half);
    return times.length > 0 && half === undefined ? [...times, plain(whole.replace(/[h:]/i, '.'))] : times;
  });
  take(NOON, ([word = '']) => [`t${word.toLowerCase() === 'midnight' ? 0 : 720}`]);
  take(NUMBER, ([token = '']) => token.split(/[/:]/).flatMap((part) => (part === '' ? [] : [plain(part)])));
  take(NUMBER_WORD, ([word = '']) => {
    const low = word.toLowerCase();
    return [`n${LARGE[low] ?? numberSaid(low)}`];
  });
  // "May" begins a sentence as a verb, too.
  take(
    MONTH,
    ([name = '']) => (name === 'may' ? [] : [`m${MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1}`]),
    false,
  );
  take(
    WEEKDAY,
    ([name = '']) => (/^(?:sat|sun|mon|wed)s?$/.test(name) ? [] : [`w${name.slice(0, 3).toLowerCase()}`]),
    false,
  );
  take(
    RELATIVE_DAY,
    ([name = '']) => [`r${name.toLowerCase().replace('every day', 'daily').replace(/s$/, '')}`],
    false,
  );
  take(FREE, () => ['n0']);
  take(CURRENCY, ([sign = '']) => [`y${CURRENCIES[sign.toLowerCase()] ?? sign.toLowerCase()}`], false);
  return found.toSorted((a, b) => a.start - b.start);
};

const kindOf = (readings: readonly string[], text: string, start: number, length: number): ValueSaid['kind'] => {
  if (/^[cfgn]/i.test(text.slice(start, start + 1)) && readings[0] === 'n0') return 'money';
  if (MONEY_BEFORE.test(text.slice(Math.max(0, start - 8), start))) return 'money';
  if (MONEY_AFTER.test(text.slice(start + length, start + length + 12))) return 'money';
  if (readings[0]?.startsWith('t')) return 'time';
  const reading = readings[0] ?? '';
  // "At ten" is a time, whichever half of the day.
  if (
    /^n\d{1,2}$/.test(reading) &&
    /\bat\s$/i.test(text.slice(0, start)) &&
    !/^\s*[%\p{L}]/u.test(text.slice(start + length))
  )
    return 'time';
  return /^[nc]/.test(reading) ? 'number' : 'other';
};

const boundOf = (text: string, start: number, length: number): Bound => {
  const before = text.slice(Math.max(0, start - 40), start).replace(CURRENCY_BEFORE, '');
  const after = text.slice(start + length, start + length + 12);
  if (/[\d.apm]\s*[-–—]\s*$/i.test(before)) return 'to';
  if (/^\s*[-–—]\s*[€$£\d]/.test(after)) return 'from';
  if (/\b(?:no|not) (?:later|earlier) than\s*$/i.test(before)) return /later/i.test(before) ? 'to' : 'from';
  if (/^\s*(?:at the latest|or earlier)\b/i.test(text.slice(start + length))) return 'to';
  if (/^\s*(?:at the earliest|or later|onwards?)\b/i.test(text.slice(start + length))) return 'from';
  if (FROM.test(before)) return 'from';
  if (TO.test(before)) return 'to';
  return undefined;
};
