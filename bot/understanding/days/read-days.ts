import { addDays, addMonths, type Day, dayOf, daysIn, fieldsOf, MONTHS, mondayOf, monthNumber } from './calendar.ts';
import { CARDINAL, COUNTED, cardinal } from './number-words.ts';
import { type FoundDay, findDays } from './read-day.ts';

/** Days as they were said: one, or a span with its last day. */
export interface DaySpan {
  readonly text: string;
  readonly start: Day;
  /** The last day, counted; absent for a single day. */
  readonly end?: Day | undefined;
  /** Somewhere within these days is meant: `in May`, `next month`. */
  readonly vague?: true | undefined;
}

interface Found extends DaySpan {
  readonly at: number;
  readonly until: number;
}

const TO = '\\s*(?:-|–|—|to|until|till|through|thru|and)\\s*(?:the )?';
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?:of )?(\\d{4}))?';

/** `11-15 June 2027`, `the 11th to the 15th of June`: the first day borrows the month of the second. */
const DAYS_OF_MONTH = new RegExp(`(?<![\\d/.:])${NTH}${TO}${NTH}(?: of)? (${MONTHS})\\b\\.?${YEAR}`, 'gi');
/** `June 11-15, 2027`, `between June 11 and 15`. */
const MONTH_OF_DAYS = new RegExp(
  `\\b(${MONTHS})\\.? (?:the )?${NTH}${TO}${NTH}${YEAR}(?![\\d/:]|(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})\\b)`,
  'gi',
);
/** `in June 2027, from the 11th to the 15th`, `June 2027 (11th to 15th)`. */
const MONTH_THEN_DAYS = new RegExp(
  `\\b(?:(?:in|during) )?(${MONTHS})\\.?,? (\\d{4})[,:]? ?\\(?(?:from |between )?(?:the )?${NTH}${TO}${NTH}(?![\\d/:])`,
  'gi',
);
/** `from the 12th to the 18th`: of the month that comes. */
const BARE_DAYS = new RegExp(
  `\\b(?:from|between) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|to|until|till|through|and)\\s*(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d])(?: of (this|next) month)?(?! ?(?:am|pm|:|o'clock|people|euros?|of|\\d|[/.]|${MONTHS}))`,
  'giu',
);
/** What stands between the first and the last day of a span. */
const UNTIL =
  /^[\s,)]{0,4}(?:-|–|—|\/|to|until|till|through|thru|and)?[\s,]{0,4}(?:(?:we |i |will |it |then )*(?:conclud|end|finish|return|com|leav|wrap|fly|head|back|home|check)\w*(?: (?:up|back|home|out))*|(?:and )?(?:(?:the|my|our) )?last(?: day)?(?: is| being)?)?\s{0,2}(?:on|by|until)?\s{0,2}(?:the )?\s{0,2}$/i;
const FOR = new RegExp(
  `^(?:\\s*,\\s*|[\\s,]*(?:and |for |staying |stay |lasting )+)(?:a |an |about |total of )*(\\d{1,2}|${CARDINAL}|a) (night|day|week)s?\\b`,
  'i',
);
/** `for four nights from 11 June`. */
const BEFORE = new RegExp(
  `(\\d{1,2}|${CARDINAL}|a) (night|day|week)s?,? (?:from|starting|beginning|as of|arriving)(?: on)?\\s*(?:the )?$`,
  'i',
);
const WEEKEND = new RegExp(
  `\\b(?:(this|next|the coming|the following|last) )?(long )?week-?end\\b(?! in (?:${MONTHS})\\b)`,
  'gi',
);
const WEEK = /\b(this|next|the coming|the following|last) week\b(?! (?:on|mon|tue|wed|thu|fri|sat|sun))/gi;
const MONTH = new RegExp(
  `\\b(?:(?:in|during|this|next|all of|the whole of|by|around|about) (?:the )?)?(?:(early|mid|late|start|beginning|middle|end)(?:[- ]of)?[- ]|(?<=\\b(?:in|during|this|next|all of|the whole of) ))(${MONTHS})\\b(?! \\d{1,2}\\b(?!\\d|${COUNTED}))(?:,? (?:of )?(\\d{4}))?`,
  'gi',
);
const RELATIVE_MONTH = /\b(this|next|the coming|last) month\b/gi;

const ORDINALS = ['first', 'second', 'third', 'fourth'];
/** `the first week of July`: its first seven days; `the last weekend in May`: a Saturday and a Sunday of May. */
const PART_OF_MONTH = new RegExp(
  `\\b(?:the )?(1st|2nd|3rd|4th|${ORDINALS.join('|')}|last) (week(?:-?end)?) (?:of|in) (${MONTHS})\\b(?! \\d{1,2}\\b(?!\\d))${YEAR}`,
  'gi',
);

/** The longest text that is looked through. */
const MOST = 1_000;

const countOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : (cardinal(said) ?? 1));

/** Days of a month in the year said, or in the one that makes them come. */
const inMonth = (month: number, from: number, to: number, year: string | undefined, today: Day) => {
  const years = year === undefined ? [0, 1].map((more) => fieldsOf(today).year + more) : [Number(year)];
  for (const one of years) {
    const [start, end] = [dayOf(one, month, from), dayOf(one, month, to)];
    if (start !== undefined && end !== undefined && start <= end && (year !== undefined || end >= today)) {
      return { start, end };
    }
  }
  return undefined;
};

/** A week or a weekend of a month, by its place in it; nothing where the month has no such. */
const partOfMonth = (year: number, month: number, which: string, weekend: boolean) => {
  const first = dayOf(year, month, 1);
  if (first === undefined) return undefined;
  const last = dayOf(year, month, daysIn(year, month)) ?? first;
  const place = ORDINALS.findIndex((name, index) => name === which || which.startsWith(`${index + 1}`));
  if (!weekend) {
    const start = place < 0 ? addDays(last, -6) : addDays(first, place * 7);
    return { start, end: addDays(start, 6) };
  }
  const firstSaturday = addDays(first, (6 - fieldsOf(first).weekday + 7) % 7);
  const saturdays = [0, 1, 2, 3, 4].map((weeks) => addDays(firstSaturday, weeks * 7)).filter((day) => day <= last);
  const start = place < 0 ? saturdays.at(-1) : saturdays[place];
  return start === undefined ? undefined : { start, end: addDays(start, 1) };
};

const spansBy = (
  text: string,
  pattern: RegExp,
  read: (groups: readonly (string | undefined)[]) => { readonly start: Day; readonly end: Day } | undefined,
): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const days = read(match.slice(1));
    return days ? [{ ...days, text: match[0], at: match.index, until: match.index + match[0].length }] : [];
  });

const vaguely: typeof spansBy = (text, pattern, read) =>
  spansBy(text, pattern, read).map((span) => ({ ...span, vague: true }));

/** Weeks from this one that `next week` and its like mean. */
const weeksOf = (which: string | undefined): number =>
  which === undefined || /this|coming/i.test(which) ? 0 : /last/i.test(which) ? -1 : 1;

const weekendOf = (which: string | undefined, long: string | undefined, today: Day) => {
  const saturday = addDays(mondayOf(today), 5 + weeksOf(which) * 7);
  return {
    start: addDays(saturday, long === undefined ? 0 : -1),
    end: addDays(saturday, long === undefined ? 1 : 2),
  };
};

const namedSpans = (text: string, today: Day): readonly Found[] => [
  ...spansBy(text, DAYS_OF_MONTH, ([from, to, month, year]) =>
    inMonth(monthNumber(month ?? ''), Number(from), Number(to), year, today),
  ),
  ...spansBy(text, MONTH_OF_DAYS, ([month, from, to, year]) =>
    inMonth(monthNumber(month ?? ''), Number(from), Number(to), year, today),
  ),
  ...spansBy(text, MONTH_THEN_DAYS, ([month, year, from, to]) =>
    inMonth(monthNumber(month ?? ''), Number(from), Number(to), year, today),
  ),
  ...spansBy(text, PART_OF_MONTH, ([which = '', what = '', month = '', year]) => {
    const number = monthNumber(month);
    const thisYear = fieldsOf(today).year;
    const years = year === undefined ? [thisYear, thisYear + 1] : [Number(year)];
    return years
      .map((one) => partOfMonth(one, number, which.toLowerCase(), /end$/i.test(what)))
      .find((days) => days !== undefined && (year !== undefined || days.end >= today));
  }),
  ...spansBy(text, BARE_DAYS, ([from, to, which]) => {
    const first = addMonths(`${today.slice(0, 8)}01`, /next/i.test(which ?? '') ? 1 : 0);
    const months = which === undefined ? [0, 1, 2] : [0];
    for (const more of months) {
      const { year, month } = fieldsOf(addMonths(first, more));
      const days = inMonth(month, Number(from), Number(to), `${year}`, today);
      if (days && (which !== undefined || days.end >= today)) return days;
    }
    return undefined;
  }),
  ...spansBy(text, WEEKEND, ([which, long]) => weekendOf(which, long, today)),
  ...spansBy(text, WEEK, ([which]) => {
    const monday = addDays(mondayOf(today), (/coming/i.test(which ?? '') ? 1 : weeksOf(which)) * 7);
    return { start: monday, end: addDays(monday, 6) };
  }),
  ...vaguely(text, MONTH, ([part, month = '', year]) => {
    const number = monthNumber(month);
    const last = daysIn(year === undefined ? fieldsOf(today).year : Number(year), number);
    const [from, to] =
      part === undefined
        ? [1, last]
        : /early|start|begin/i.test(part)
          ? [1, 10]
          : /mid/i.test(part)
            ? [11, 20]
            : [21, last];
    return inMonth(number, from, to, year, today);
  }),
  ...vaguely(text, RELATIVE_MONTH, ([which]) => {
    const first = addMonths(`${today.slice(0, 8)}01`, /coming/i.test(which ?? '') ? 1 : weeksOf(which));
    return { start: first, end: addDays(addMonths(first, 1), -1) };
  }),
];

/** The last day of so many nights, days or weeks from a day. */
const lastOf = (start: Day, count: number, unit: string): Day =>
  /^night/i.test(unit) ? addDays(start, count) : addDays(start, count * (/^week/i.test(unit) ? 7 : 1) - 1);

/** Puts single days together that are the first and the last of one span. */
const joined = (text: string, days: readonly FoundDay[]): readonly Found[] => {
  const spans: Found[] = [];
  for (let index = 0; index < days.length; index += 1) {
    const first = days[index];
    if (!first) continue;
    const second = days[index + 1];
    const between = second && text.slice(first.end, second.start);
    const isSpan =
      second &&
      between !== undefined &&
      /\S/.test(between) &&
      UNTIL.test(between) &&
      !/^,?\s*(?:and|,)\s*(?:the )?$/i.test(between);
    // `between the 3rd and the 9th` is a span; `the 3rd and the 9th` are two days.
    const pair =
      second &&
      /\bbetween\s+(?:the )?$/i.test(text.slice(0, first.start)) &&
      /^\s*and\s+(?:the )?$/i.test(between ?? '');
    if (second && (isSpan || pair)) {
      const span = spanOf(text, first, second);
      if (span !== undefined) {
        spans.push({ ...span, text: text.slice(first.start, second.end), at: first.start, until: second.end });
        index += 1;
        continue;
      }
    }
    const lasts = FOR.exec(text.slice(first.end));
    const before = lasts ? null : BEFORE.exec(text.slice(0, first.start));
    const [, count, unit] = lasts ?? before ?? [];
    const span = count === undefined || unit === undefined ? {} : { end: lastOf(first.day, countOf(count), unit) };
    const until = first.end + (lasts?.[0].length ?? 0);
    spans.push({ text: text.slice(first.start, first.end), start: first.day, at: first.start, until, ...span });
  }
  return spans;
};

/** `the 15th`: a date that borrows its month. */
const BARE = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/i;
const WITH_YEAR = /(?<!\d)\d{4}(?!\d)/;

/** A span from what was said of its first and its last day: each borrows the month or the year that only the other has. */
const spanOf = (
  text: string,
  first: FoundDay,
  last: FoundDay,
): { readonly start: Day; readonly end: Day } | undefined => {
  const [from, to] = [text.slice(first.start, first.end), text.slice(last.start, last.end)];
  const { year, month, date } = fieldsOf(last.day);
  if (BARE.test(from) && !BARE.test(to)) {
    const inFirst = fieldsOf(first.day).date;
    const start = [dayOf(year, month, inFirst), dayOf(year, month - 1, inFirst)].find(
      (day) => day !== undefined && day <= last.day,
    );
    return start === undefined ? undefined : { start, end: last.day };
  }
  if (WITH_YEAR.test(to) && !WITH_YEAR.test(from)) {
    const { month: firstMonth, date: firstDate } = fieldsOf(first.day);
    const start = [dayOf(year, firstMonth, firstDate), dayOf(year - 1, firstMonth, firstDate)].find(
      (day) => day !== undefined && day <= last.day,
    );
    return start === undefined ? undefined : { start, end: last.day };
  }
  const { year: inYear, month: inMonth } = fieldsOf(first.day);
  const ends = BARE.test(to)
    ? [dayOf(inYear, inMonth, date), dayOf(inYear, inMonth + 1, date)]
    : [last.day, dayOf(inYear, month, date), dayOf(inYear + 1, month, date)];
  const end = ends.find((day) => day !== undefined && day >= first.day);
  return end === undefined ? undefined : { start: first.day, end };
};

/** Every day and span of days a text names, in order, as meant on `today`. */
export const readDays = (message: string, today: Day): readonly DaySpan[] => {
  const text = message.slice(0, MOST);
  const found = [...namedSpans(text, today), ...joined(text, findDays(text, today))];
  found.sort((a, b) => a.at - b.at || b.until - a.until);
  const taken: Found[] = [];
  for (const one of found) if (one.at >= (taken.at(-1)?.until ?? 0)) taken.push(one);
  // `A long weekend from 6 to 8 May` says how long it is; the days say when.
  const sort = ({ text: said }: Found): boolean => /^(?:long )?week-?end$/i.test(said);
  const when = taken.some((one) => !sort(one) && one.end !== undefined && !one.vague);
  return (when ? taken.filter((one) => !sort(one)) : taken).map(({ at: _, until: __, ...said }) => said);
};
