import type { OpeningHours, Span } from '../candidate.ts';
import { MONTH_PATTERN, monthOf, WEEKDAY_PATTERN, weekdayOf } from './plain-text.ts';
import { rangeAt } from './times.ts';

type Token =
  | { readonly is: 'days'; readonly days: ReadonlySet<number> }
  | { readonly is: 'except' | 'closed' | 'open' | 'always' | 'comma' | 'stop' | 'word' | 'other' }
  | { readonly is: 'range'; readonly span: Span; readonly clear: boolean }
  | { readonly is: 'months'; readonly months: ReadonlySet<number> };

const ALL = [0, 1, 2, 3, 4, 5, 6];
const DAY_GROUP = new RegExp(
  `${WEEKDAY_PATTERN}\\b\\.?(?:\\s*(?:-|to|through|until|,|/|&|\\+|and|or)\\s*(?:and\\s+)?(?:on\\s+)?${WEEKDAY_PATTERN}\\b\\.?)*`,
  'iy',
);
const DAY_PART = new RegExp(`(-|to|through|until|,|/|&|\\+|and|or)?\\s*(${WEEKDAY_PATTERN})\\b`, 'gi');
const EVERY_DAY = /(?:daily|every\s?day|each day|seven days(?: a week)?|7 days(?: a week)?|all week|mon\s*-\s*sun)\b/iy;
const WEEKDAY_GROUP = /(?:week\s?days|on weekdays)\b/iy;
const WEEKEND_GROUP = /week\s?ends?\b/iy;
const MONTH_GROUP = new RegExp(
  `(${MONTH_PATTERN})\\b\\.?\\s*(?:-|to|through|until)\\s*(${MONTH_PATTERN})\\b\\.?`,
  'iy',
);
const EXCEPT = /(?:except|but not|apart from|excluding|excl\.?|not)\s+(?:on\s+)?/iy;
const CLOSED = /(?:closed|closes|shut)\b/iy;
const OPEN = /(?:open(?:s|ing)?(?:\s+(?:hours|times))?|hours|times|kitchen|lunch|dinner|served|serving)\b/iy;
const ALWAYS = /(?:24\s?\/\s?7|24\s?h(?:ours|rs)?\b|always open|(?:open )?all day(?: and night)?\b|around the clock)/iy;
/** Their times are not when it is open. */
const OTHER =
  /(?:last (?:entry|admission|entrance|tour|orders?|seating)|check-?(?:in|out)|happy hour|feeding|guided|tours?|shows?|reception|breakfast buffet|quiet|rush|bus(?:es)?|trains?|ferry|ferries|boats?)\b/iy;
const FILLER = /(?:on|from|the|between|at|and|both|also|is|it|its|are|days?|hrs?|:|\(|\)|")(?![\p{L}\d])\s*/iuy;
const WORD = /[\p{L}\d][\p{L}\d'-]*/uy;

const matchAt = (pattern: RegExp, text: string, index: number): string | undefined => {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
};

const daysOf = (group: string): ReadonlySet<number> => {
  const days = new Set<number>();
  let previous = -1;
  for (const [, joint = '', name = ''] of group.matchAll(DAY_PART)) {
    const day = weekdayOf(name);
    if (previous >= 0 && /^(?:-|to|through|until)$/i.test(joint)) {
      for (let next = previous; next !== day; next = (next + 1) % 7) days.add(next);
    }
    days.add(day);
    previous = day;
  }
  return days;
};

/** Short names that are words too count only with a capital, or beside another day. */
const isDayName = (group: string): boolean => !/^(?:sun|sat|wed|mon|fri)$/.test(group);

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let index = 0;
  const take = (pattern: RegExp): string | undefined => {
    const found = matchAt(pattern, text, index);
    if (found) index += found.length;
    return found;
  };
  while (index < text.length) {
    const letter = text.charAt(index);
    if (/\s/.test(letter) && letter !== '\n') {
      index += 1;
      continue;
    }
    if (/[.;|\n!?]/.test(letter)) {
      tokens.push({ is: 'stop' });
      index += 1;
      continue;
    }
    if (/[,/&+]/.test(letter)) {
      tokens.push({ is: 'comma' });
      index += 1;
      continue;
    }
    if (take(ALWAYS)) {
      tokens.push({ is: 'always' });
      continue;
    }
    if (take(EVERY_DAY)) {
      tokens.push({ is: 'days', days: new Set(ALL) });
      continue;
    }
    if (take(WEEKDAY_GROUP)) {
      tokens.push({ is: 'days', days: new Set([0, 1, 2, 3, 4]) });
      continue;
    }
    if (take(WEEKEND_GROUP)) {
      tokens.push({ is: 'days', days: new Set([5, 6]) });
      continue;
    }
    const range = rangeAt(text, index);
    if (range) {
      tokens.push({ is: 'range', span: { from: range.from, to: range.to }, clear: range.clear });
      index = range.end;
      continue;
    }
    const group = matchAt(DAY_GROUP, text, index);
    if (group && isDayName(group)) {
      tokens.push({ is: 'days', days: daysOf(group) });
      index += group.length;
      continue;
    }
    MONTH_GROUP.lastIndex = index;
    const season = MONTH_GROUP.exec(text);
    if (season) {
      const months = new Set<number>();
      const last = monthOf(season[2] ?? '');
      for (let month = monthOf(season[1] ?? ''); ; month = (month % 12) + 1) {
        months.add(month);
        if (month === last) break;
      }
      tokens.push({ is: 'months', months });
      index += season[0].length;
      continue;
    }
    if (take(EXCEPT)) tokens.push({ is: 'except' });
    else if (take(CLOSED)) tokens.push({ is: 'closed' });
    else if (take(OPEN)) tokens.push({ is: 'open' });
    else if (take(OTHER)) tokens.push({ is: 'other' });
    else if (take(FILLER)) continue;
    else {
      if (!take(WORD)) index += 1;
      tokens.push({ is: 'word' });
    }
  }
  return tokens;
};

interface Group {
  days: ReadonlySet<number> | undefined;
  months: ReadonlySet<number> | undefined;
  spans: Span[] | undefined;
}

const HOURS_CONTEXT: ReadonlySet<Token['is']> = new Set(['days', 'open', 'closed', 'range', 'except', 'months']);

const lastIndexBefore = (tokens: readonly Token[], index: number, is: Token['is']): number =>
  tokens.slice(0, index).findLastIndex((token) => token.is === is);

/** Sorts the tokens into groups of days with their spans, and the days it is closed. */
const groupsOf = (tokens: readonly Token[]): { groups: Group[]; closed: Set<number> } => {
  const groups: Group[] = [];
  const closed = new Set<number>();
  let pending: ReadonlySet<number> | undefined;
  let months: ReadonlySet<number> | undefined;
  let blocked = false;
  let opened = false;
  const before = (index: number, skipCommas: boolean): Token | undefined => {
    for (let at = index - 1; at >= 0; at -= 1) {
      const token = tokens[at];
      if (!(skipCommas && token?.is === 'comma')) return token;
    }
    return undefined;
  };
  tokens.forEach((token, index) => {
    const previous = before(index, true);
    if (token.is === 'stop') {
      if (opened && pending) groups.push({ days: pending, months, spans: undefined });
      blocked = false;
      opened = false;
      pending = undefined;
    } else if (token.is === 'other') blocked = true;
    else if (token.is === 'open') {
      blocked = false;
      opened = true;
    } else if (token.is === 'months') months = token.months;
    else if (token.is === 'closed') {
      if (before(index, false)?.is === 'days' && pending) {
        for (const day of pending) closed.add(day);
        pending = undefined;
      }
    } else if (token.is === 'days') {
      const last = groups.at(-1);
      const next = tokens.slice(index + 1).find(({ is }) => is !== 'comma');
      if (previous?.is === 'closed') {
        for (const day of token.days) closed.add(day);
      } else if (previous?.is === 'except') {
        if (pending) pending = new Set([...pending].filter((day) => !token.days.has(day)));
        else for (const day of token.days) closed.add(day);
      } else if (
        previous?.is === 'range' &&
        last &&
        !last.days &&
        (before(index, false)?.is === 'range' || (next?.is !== 'range' && next?.is !== 'closed'))
      ) {
        last.days = token.days;
      } else pending = token.days;
    } else if (token.is === 'always') {
      groups.push({ days: pending, months, spans: [{ from: 0, to: 1440 }] });
      pending = undefined;
    } else if (token.is === 'range') {
      const next = tokens.slice(index + 1).find(({ is }) => is !== 'comma');
      // `3-5 Main Street` is no time: bare numbers need days or a word for hours beside them.
      const spoken = (previous !== undefined && HOURS_CONTEXT.has(previous.is)) || next?.is === 'days';
      if (blocked || (!token.clear && !spoken)) return;
      const last = groups.at(-1);
      // `12-15 and 19-23` and `lunch 12-15, dinner 19-23` are one group of days.
      const joint = previous?.is === 'open' ? before(lastIndexBefore(tokens, index, 'open'), true) : previous;
      if (joint?.is === 'range' && last?.spans && !pending) last.spans.push(token.span);
      else {
        groups.push({ days: pending, months, spans: [token.span] });
        pending = undefined;
      }
      months = undefined;
    }
  });
  if (opened && pending) groups.push({ days: pending, months, spans: undefined });
  return { groups, closed };
};

/** `opens at 9:00 and closes at 18:00` says what `open 9:00-18:00` says. */
const OPENS_AND_CLOSES =
  /\bopens?(?: at| from)? (\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?)(?:,| and|;)? (?:and )?(?:it )?closes(?: at)? (\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?)/gi;

/**
 * The opening hours a text states, for each weekday; `undefined` when it states none. `month` (1-12) chooses among
 * seasons. A weekday the text leaves out of its list of days counts as closed.
 */
export const readOpeningHours = (text: string, month?: number): OpeningHours | undefined => {
  const { groups: all, closed } = groupsOf(tokensOf(text.replace(OPENS_AND_CLOSES, 'open $1 - $2')));
  const groups = all.filter((group) => !group.months || (month !== undefined && group.months.has(month)));
  if (groups.length === 0 && closed.size === 0) return undefined;
  const explicit = groups.filter(({ days }) => days);
  const general = groups.filter(({ days, spans }) => !days && spans);
  const uniform = new Set(general.map(({ spans }) => JSON.stringify(spans)));
  // Two different hours and nothing to tell them apart: not known.
  const generalSpans = uniform.size === 1 ? general[0]?.spans : undefined;
  const week = ALL.map((day): readonly Span[] | undefined => {
    if (closed.has(day)) return [];
    const own = explicit.filter(({ days }) => days?.has(day));
    const spans = own.flatMap((group) => group.spans ?? []);
    if (own.length > 0) return spans.length > 0 ? merged(spans) : undefined;
    if (general.length > 0) return generalSpans && merged(generalSpans);
    return explicit.length > 0 ? [] : undefined;
  });
  return week.some((spans) => spans !== undefined) ? week : undefined;
};

/** Spans in order, overlapping ones joined. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
};
