import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysIn,
  fieldsOf,
  inWeekOf,
  MONTHS,
  monthNumber,
  onOrAfter,
  WEEKDAYS,
  weekdayNumber,
} from './calendar.ts';
import { HOLIDAY } from './holidays.ts';
import {
  byNumbers,
  coming,
  dated,
  later,
  named,
  nearby,
  nthWeekday,
  numberOf,
  SPAN,
  weekdayAndDate,
  weekdayBy,
  weeksOf,
} from './meant-day.ts';
import { CARDINAL, COUNTED, ORDINAL, YEAR_WORDS } from './number-words.ts';

/** A day found in a text. */
export interface FoundDay {
  readonly day: Day;
  readonly start: number;
  /** Behind its last letter. */
  readonly end: number;
}

/** One way to say a day: a pattern, and what it means said on a day. */
interface Rule {
  readonly pattern: RegExp;
  readonly day: (groups: readonly (string | undefined)[], today: Day, resolve: Resolve) => Day | undefined;
}
/** A whole phrase as a day, by all the rules. */
type Resolve = (phrase: string) => Day | undefined;

const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL}|${CARDINAL})`;
const YEAR = `(?:\\d{4}|['’]?\\d{2}|${YEAR_WORDS})`;
const SEPARATOR = '[/.\\s-]';
/** The week or the weekday that is meant: `next`, `last`, `this coming`. */
const WHICH = '(?:this (?:coming|upcoming|past)|this|next|following|the following|coming|upcoming|last|previous|past)';

const rule = (pattern: string, day: Rule['day']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'),
  day,
});

/** From the most particular to the plainest; the longest find at a place wins. */
const RULES: readonly Rule[] = [
  // 2026-11-30, 2026/nov/30, 2026 11 30, 20261130
  rule(`(\\d{4})(${SEPARATOR})(\\d{1,2})\\2(\\d{1,2})`, ([year, , month, date]) =>
    dayOf(Number(year), Number(month), Number(date)),
  ),
  rule('((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)', ([year, month, date]) =>
    dayOf(Number(year), Number(month), Number(date)),
  ),
  rule(`(\\d{4})[/-](${MONTHS})[/-](\\d{1,2})`, ([year, month, date]) =>
    dayOf(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
  rule(`(\\d{4})[/-](\\d{1,2})[/-](${MONTHS})`, ([year, date, month]) =>
    dayOf(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
  rule(`(\\d{1,2})[/-](\\d{4})[/-](${MONTHS})`, ([date, year, month]) =>
    dayOf(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
  rule(`(${MONTHS})[/-](\\d{4})[/-](\\d{1,2})`, ([month, year, date]) =>
    dayOf(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
  // 30-Nov-2026, Nov-30-2026, Nov/30
  rule(`(\\d{1,2})[/-](${MONTHS})(?:[/-](\\d{4}|\\d{2}))?`, ([date, month, year], today) =>
    dated(monthNumber(month ?? ''), Number(date), year, today),
  ),
  rule(`(${MONTHS})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?`, ([month, date, year], today) =>
    dated(monthNumber(month ?? ''), Number(date), year, today),
  ),
  // 11/30/2026, 30.11.26, 11/30
  rule('(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})', ([first = '', , second = '', year], today) =>
    byNumbers(first, second, year, today),
  ),
  rule(
    '(\\d{1,2})([/.-])(\\d{1,2})(?!\\s?(?:%|eur|usd|km|am|pm|hours?|k\\b|grand|thousand)|[.,/-]\\d)',
    ([first = '', sign, second = ''], today) =>
      sign === '/' || second.length === 2 || Number(first) > 12
        ? byNumbers(first, second, undefined, today)
        : undefined,
  ),
  // 30 November 2026, the 30th of November, thirty November nineteen eighty six
  rule(
    `(?<![$€£]\\s?)(?:the )?(${DATE})(?: day)?(?: of)? (${MONTHS})\\.?(?! \\d{1,2}(?:st|nd|rd|th)\\b)(?:,? (?:of |in )?(${YEAR}))?`,
    ([date = '', month = '', year], today) => dated(monthNumber(month), numberOf(date), year, today),
  ),
  // November 30th, 2026; Nov30; november first two thousand and thirty two
  rule(
    `(${MONTHS})\\.?,? ?(?:the )?(\\d{1,2}(?:st|nd|rd|th)?(?!\\d)|${ORDINAL}|${CARDINAL})(?!${COUNTED})(?: ?,? ?(?:of |in )?(\\d{4}|['’]\\d{2}|\\d{2}(?!\\s?(?:%|:|people|persons?|adults?|kids|children|guests?|nights?|days?|am|pm|euros?|times))|${YEAR_WORDS}))?`,
    ([month = '', date = '', year], today) => dated(monthNumber(month), numberOf(date), year, today),
  ),
  // next 5/12, this 5/12, next 6th of April
  rule(
    `(this|next) ((?:\\d{1,2}[/.-]\\d{1,2}|${DATE} of (?:${MONTHS})|(?:${MONTHS}) \\d{1,2}))`,
    ([which, date = ''], today, resolve) => {
      const day = resolve(date);
      if (day === undefined) return undefined;
      const { month, date: inMonth } = fieldsOf(day);
      return /next/i.test(which ?? '')
        ? coming(month, inMonth, addDays(today, 1))
        : dayOf(fieldsOf(today).year, month, inMonth);
    },
  ),
  // Friday 7/6, this Friday (Jun 15), Tue May 9
  rule(
    `(${WHICH} )?(?:${WEEKDAYS})\\.?(?:,| -|-)? ?\\(?((?:\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|(?:${MONTHS})\\.?[ /-]\\d{1,2}(?:st|nd|rd|th)?|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})(?:,? \\d{4})?))\\)?`,
    ([which, date = ''], today, resolve) => {
      const day = resolve(date.replaceAll('.', '/'));
      if (day === undefined || which === undefined || /\d{4}/.test(date)) return day;
      const { month, date: inMonth } = fieldsOf(day);
      return dayOf(fieldsOf(today).year, month, inMonth);
    },
  ),
  // Monday the 21st, Fri 13th
  rule(
    `(${WEEKDAYS})\\.?,? (?:the )?(\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})(?! ?(?:am|pm|:|o'clock|people|nights|days|weeks|months|years|of|${MONTHS}))`,
    ([name = '', date = ''], today) => weekdayAndDate(weekdayNumber(name), numberOf(date), today),
  ),
  // the first Friday of June, the last Sunday in May 2027, the first week of October on Friday
  rule(
    `(?:the )?(${ORDINAL}|\\d(?:st|nd|rd|th)|last) (${WEEKDAYS})s? (?:of|in) (${MONTHS})\\.?(?:,? (\\d{4}))?`,
    ([which = '', name = '', month = '', year], today) =>
      nthWeekday(which, weekdayNumber(name), monthNumber(month), year, today),
  ),
  rule(
    `(?:the )?(${ORDINAL}|\\d(?:st|nd|rd|th)) week (?:of|in) (${MONTHS})\\.?(?:,? (\\d{4}))?,? (?:on )?(${WEEKDAYS})`,
    ([which = '', month = '', year, name = ''], today) => {
      const years = year === undefined ? [0, 1].map((more) => fieldsOf(today).year + more) : [Number(year)];
      return years
        .flatMap((one) => {
          const first = dayOf(one, monthNumber(month), 1);
          return first === undefined ? [] : [addDays(inWeekOf(first, weekdayNumber(name)), (numberOf(which) - 1) * 7)];
        })
        .find((day) => year !== undefined || day >= today);
    },
  ),
  // next week Wednesday, Monday of the following week, previous week - Monday
  rule(
    `(this|next|following|the following|last|previous)(?: week)(?:,| on| -)? (${WEEKDAYS})`,
    ([which = '', name = ''], today) => inWeekOf(addDays(today, weeksOf(which) * 7), weekdayNumber(name)),
  ),
  rule(
    `(${WEEKDAYS})(?:,| in| of)? (this|next|following|the following|last|previous) week`,
    ([name = '', which = ''], today) => inWeekOf(addDays(today, weeksOf(which) * 7), weekdayNumber(name)),
  ),
  rule(`(${WHICH}) (${WEEKDAYS})`, ([which = '', name = ''], today) => weekdayBy(which, weekdayNumber(name), today)),
  rule(
    `(${WEEKDAYS.replaceAll('sun(?:day)?', 'sunday').replaceAll('sat(?:urday)?', 'sat(?:urday)?')})`,
    ([name = ''], today) => onOrAfter(today, weekdayNumber(name)),
  ),
  // the 18th, the 15th day of next month
  rule(
    `(?:the )(\\d{1,2}(?:st|nd|rd|th)|${ORDINAL})(?: day)?(?: of)?(?: (this|next|last) month)?(?! (?:week|floor|time|day|night|one|option|place|meal|on|is|being|of (?:the )?(?:${MONTHS})))`,
    ([date = '', which], today) => {
      const month = addMonths(`${today.slice(0, 8)}01`, which === undefined ? 0 : weeksOf(which));
      const inMonth = (first: Day): Day | undefined => {
        const { year, month: number } = fieldsOf(first);
        return numberOf(date) <= daysIn(year, number) ? dayOf(year, number, numberOf(date)) : undefined;
      };
      const day = inMonth(month);
      if (which !== undefined) return day;
      return day !== undefined && day >= today ? day : (inMonth(addMonths(month, 1)) ?? inMonth(addMonths(month, 2)));
    },
  ),
  // 7th of this month, the 15th day of next month
  rule(
    `(?:the )?(\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})(?: day)? (?:of )?(this|next|the following|last|previous) month`,
    ([date = '', which = ''], today) => {
      const { year, month } = fieldsOf(addMonths(`${today.slice(0, 8)}01`, weeksOf(which)));
      return dayOf(year, month, numberOf(date));
    },
  ),
  // Christmas, last Easter, Independence Day of this year, Black Friday 2010
  rule(
    `(?:(${WHICH}) )?(${HOLIDAY})(?:,? (?:of |in )?(\\d{4}|this year|next year|last year))?`,
    ([which, name = '', year], today) => {
      const now = fieldsOf(today).year;
      const said = year?.toLowerCase();
      const inYear =
        said === 'this year' ? now : said === 'next year' ? now + 1 : said === 'last year' ? now - 1 : said;
      return named(which, name, inYear === undefined ? undefined : `${inYear}`, today);
    },
  ),
  rule(
    '(today|tonight|tomorrow|tmrw|tmr|tmw|yesterday|the day after tomorrow|day after tomorrow|the day before yesterday|day before yesterday|overmorrow|otd)',
    ([said = ''], today) => {
      const words = said.toLowerCase();
      if (/after tomorrow|overmorrow/.test(words)) return addDays(today, 2);
      if (/before yesterday/.test(words)) return addDays(today, -2);
      if (/^(?:tomorrow|tm)/.test(words)) return addDays(today, 1);
      return words === 'yesterday' ? addDays(today, -1) : today;
    },
  ),
  rule('(?:the )day (before|after)(?! \\p{L})', ([which], today) =>
    addDays(today, /before/i.test(which ?? '') ? -1 : 1),
  ),
  // three weeks from tomorrow, two days before Christmas, in two weeks since the year 2011
  rule(
    `(?<!\\b(?:for|over|spanning|lasting|during|within|of) )(?:in )?(${SPAN}) (from|after|since|before|prior to|until) (now|the year \\d{4}|\\d{4}|[^,.;!?]{3,40})`,
    ([span = '', which = '', anchor = ''], today, resolve) => {
      // `3 days from March 16th to March 18th` says how long it is, not how long after.
      if (/^from$/i.test(which) && /\s(?:to|through|thru|till|until|-|–)\s/i.test(anchor)) return undefined;
      const year = /^(?:the year )?(\d{4})$/i.exec(anchor)?.[1];
      const from = /^now$/i.test(anchor) ? today : year === undefined ? resolve(anchor) : dayOf(Number(year), 1, 1);
      return from && later(from, span, /before|prior|until/i.test(which) ? -1 : 1);
    },
  ),
  rule(`in (${SPAN})(?:['’]s? time)?`, ([span = ''], today) => later(today, span, 1)),
  rule(`(${SPAN}) (later|hence|ago|earlier)`, ([span = '', which], today) =>
    later(today, span, /ago|earlier/i.test(which ?? '') ? -1 : 1),
  ),
];

/** `Monday, two weeks from now` and `in 3 days on Friday`: a span and the weekday near its end. */
const SPAN_TO = `(?:in ${SPAN}|${SPAN} (?:from|after|before|later|hence)(?: (?:now|today|[\\p{L}]+(?: \\d{1,2}(?:st|nd|rd|th)?)?))?)`;
const COMBINED: readonly Rule[] = [
  rule(`(${WEEKDAYS}),? (${SPAN_TO})`, ([name = '', span = ''], _, resolve) => {
    const day = resolve(span);
    return day && nearby(day, weekdayNumber(name));
  }),
  rule(`(${SPAN_TO}),? on (${WEEKDAYS})`, ([span = '', name = ''], _, resolve) => {
    const day = resolve(span);
    return day && nearby(day, weekdayNumber(name));
  }),
];

/** The longest text that days are looked for in. */
const MOST = 1_000;
const DEPTH = 2;

const find = (text: string, today: Day, depth: number): readonly FoundDay[] => {
  const resolve: Resolve = (phrase) => {
    if (depth === 0) return undefined;
    const [first] = find(phrase.trim(), today, depth - 1);
    return first?.start === 0 ? first.day : undefined;
  };
  const found: FoundDay[] = [];
  for (const { pattern, day } of [...RULES, ...COMBINED]) {
    for (const match of text.matchAll(pattern)) {
      const resolved = day(match.slice(1), today, resolve);
      if (resolved) found.push({ day: resolved, start: match.index, end: match.index + match[0].length });
    }
  }
  // The earliest, of those the longest; what overlaps with one taken already is part of it.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const taken: FoundDay[] = [];
  for (const one of found) if (one.start >= (taken.at(-1)?.end ?? 0)) taken.push(one);
  return taken;
};

/** The days a text names, in order, as meant on `today`; without a year or a month the next such day is meant. */
export const findDays = (text: string, today: Day): readonly FoundDay[] => find(text.slice(0, MOST), today, DEPTH);
