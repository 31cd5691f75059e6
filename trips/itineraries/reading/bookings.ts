import type { Booking } from '../candidate.ts';
import { readDays, type TripDays, withoutDays } from './days.ts';
import { isName } from './names.ts';
import { nextClearTime, rangeAt } from './times.ts';

/** A date and time that a document says is settled. */
export interface ReadBooking {
  readonly kind: 'meal' | 'sight' | 'arrive' | 'depart';
  readonly name: string;
  readonly booking: Booking;
}

const SETTLED =
  /\b(?:booked|reserved|reservations?|confirmed|confirmation|pre-?booked|pre-?paid|tickets? (?:for|bought|are|is)|table (?:for|at|booked)|bookings?)\b/i;
const OPEN_QUESTION =
  /\?|\b(?:not (?:yet )?(?:booked|reserved|confirmed)|to be (?:booked|confirmed)|need(?:s)? (?:to be )?(?:booked|booking|a reservation)|should (?:we )?(?:book|reserve)|reservations? (?:are |is )?(?:recommended|required|needed|advised|essential|not)|book (?:ahead|in advance)|can be (?:booked|reserved)|must be (?:booked|reserved)|if (?:you|we) book|cancel(?:led)?|unless)\b/i;
const TRAVEL = /\b(?:flights?|trains?|ferry|ferries|coach|plane|eurostar|airline|bus)\b/i;
const ARRIVES = /\b(?:arriv\w*|lands?|landing|gets? in|touch(?:es)? down)\b/i;
const DEPARTS = /\b(?:depart\w*|leav(?:es?|ing)|takes? off|take-?off|boarding|return flight)\b/i;
const LODGING = /\bcheck-?\s?(?:in|out)\b|\bnights?\b|\brooms?\b/i;
const MEAL = /\b(?:dinner|lunch|breakfast|brunch|supper|table|restaurant|meal|tasting)\b/i;
const AT =
  /\b(?:at|with|in) (?:the )?((?:[\p{Lu}][\p{L}\d'.&-]*)(?:\s+(?:(?:of|de|do|da|dos|das|du|del|la|le|the|and|&|e|y)\s+){0,2}[\p{Lu}\d][\p{L}\d'.&-]*){0,6})/gu;
const CALENDAR =
  /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s|$)|^(?:noon|midnight|midday)$/i;

/** The place a sentence names after `at`, `with` or `in`. */
const placeIn = (text: string): string | undefined => {
  for (const [, name = ''] of text.matchAll(AT)) {
    const clean = name.replace(/[.,;:]+$/, '');
    if (!CALENDAR.test(clean) && isName(clean)) return clean;
  }
  return undefined;
};

/** What is left of a booking's line once date, time, price and the words of booking are taken out. */
const remainder = (text: string): string =>
  withoutDays(text)
    .replace(/\(.*?\)/g, ' ')
    .replace(/\b\d{1,2}[:.h]\d{2}\b(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\bnoon\b/gi, ' ')
    .replace(/(?:[€$£]|\b[A-Z]{3}\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\b[A-Z]{3}\b)/g, ' ')
    .replace(
      /\b(?:is|are|was|were|has been|have been|have|has|we've|we|i|our|the|a|an)\b(?=.*\b(?:booked|reserved|confirmed)\b)/gi,
      ' ',
    )
    .replace(
      /\b(?:booked|reserved|reservations?|confirmed|confirmation|pre-?booked|pre-?paid|bookings?|tickets?|reference|ref)\b:?/gi,
      ' ',
    )
    .replace(/\bfor (?:\d+|\w+)(?: (?:people|persons|guests|of us|adults))?\b(?! \p{Ll}+ tour)/giu, ' ')
    .replace(/\b(?:on|at|from|to|until|for|by|table|start(?:s|ing)?|total)\b\s*(?=[,.;:-]|$|\s{2})/gi, ' ')
    .split(/[,;|.:]|\s-\s/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/^(?:on|at|from|for|the|and)\s+|\s+(?:on|at|from|for|and|to|is)$/gi, '')
        .trim(),
    )
    .find((part) => /\p{L}{3}/u.test(part) && part.length <= 60) ?? '';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const timesOf = (text: string): { readonly start: number; readonly end?: number } | undefined => {
  const first = nextClearTime(text);
  if (!first) return undefined;
  const range = rangeAt(text, first.index);
  return range ? { start: range.from, end: range.to } : { start: first.minutes };
};

/** The booking one line states: it must say that something is settled, on which day, and at what time. */
export const readBooking = (line: string, trip: TripDays): ReadBooking | undefined => {
  const travel = TRAVEL.test(line) && (ARRIVES.test(line) || DEPARTS.test(line));
  if (!travel && (!SETTLED.test(line) || LODGING.test(line))) return undefined;
  if (OPEN_QUESTION.test(line)) return undefined;
  const [day, ...others] = [...new Set(readDays(line, trip))];
  if (!day) return undefined;
  if (travel) return readTravel(line, day);
  const times = timesOf(line);
  if (!times || others.length > 0) return undefined;
  const name = placeIn(line) ?? capital(remainder(line));
  if (name === '') return undefined;
  return { kind: MEAL.test(line) ? 'meal' : 'sight', name, booking: { date: day, ...times } };
};

/** A journey counts by its end on the way there and by its start on the way home. */
const readTravel = (line: string, day: string): ReadBooking | undefined => {
  const arrival = ARRIVES.exec(line);
  const departure = DEPARTS.exec(line);
  const arrives = arrival && nextClearTime(line, arrival.index);
  const departs = departure && nextClearTime(line, departure.index);
  const back = /\b(?:return|back|home(?:ward)?|outbound from)\b/i.test(line);
  const what = capital(TRAVEL.exec(line)?.[0].toLowerCase().replace(/s$/, '') ?? 'journey');
  const number = /\b(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?\d{2,4}\b/.exec(line)?.[0];
  const name = number ? `${what} ${number}` : what;
  if (arrives && !back) return { kind: 'arrive', name, booking: { date: day, start: arrives.minutes } };
  if (departs) return { kind: 'depart', name, booking: { date: day, start: departs.minutes } };
  return undefined;
};

const KEYED = /^([^:|]{2,30}?)(?::\s+|\s\|\s)(\S.*)$/;
const SUBJECT_KEY =
  /^(?:tour|restaurant|activity|event|show|venue|experience|excursion|what|booking for|ticket|reservation|attraction|where)$/i;

/**
 * The booking that a confirmation states over several lines (`Tour: …`, `Date: …`, `Time: …`); `undefined` when it
 * names no subject, day or time.
 */
export const readKeyedBooking = (lines: readonly string[], trip: TripDays): ReadBooking | undefined => {
  const facts = new Map<string, string>();
  for (const line of lines) {
    const [, key = '', value = ''] = KEYED.exec(line) ?? [];
    const word = key.trim().toLowerCase();
    if (word !== '' && !facts.has(word)) facts.set(word, value);
  }
  const subject = [...facts].find(([key, value]) => SUBJECT_KEY.test(key) && isName(value.replace(/[.;,]+$/, '')));
  const date = [...facts].find(([key]) => /^(?:date|day|when|date and time)$/.test(key))?.[1];
  const time = [...facts].find(([key]) =>
    /^(?:time|start|starts|start time|from|departure time|meeting time)$/.test(key),
  )?.[1];
  if (!subject || !date) return undefined;
  const [day] = readDays(date, trip);
  const times = timesOf(time ?? withoutDays(date));
  if (!day || !times) return undefined;
  const meal = subject[0] === 'restaurant' || MEAL.test(subject[1]);
  return { kind: meal ? 'meal' : 'sight', name: subject[1].replace(/[.;,]+$/, ''), booking: { date: day, ...times } };
};
