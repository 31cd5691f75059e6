import ICAL from 'ical.js';
import type { Block } from '../block.ts';
import { cleanLine } from '../clean-text.ts';

/** Events of one calendar that are read; one of a trip has some dozens. */
const MOST_EVENTS = 2_000;

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Reads iCalendar: a heading for each event, and under it when, where and what. Times are the event's own, with its zone. */
export const readCalendar = (text: string, meter: (text: string) => void): Block[] => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const blocks: Block[] = [];
  const put = (kind: Block['kind'], said: string, level?: number): void => {
    const clean = cleanLine(said);
    if (!/[\p{L}\p{N}]/u.test(clean)) return;
    meter(clean);
    blocks.push(level === undefined ? { kind, text: clean } : { kind, text: clean, level });
  };
  const name = calendar.getFirstPropertyValue('x-wr-calname');
  if (typeof name === 'string') put('heading', name, 1);
  const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS);
  const changed = changedDays(events);
  for (const component of events) {
    const event = new ICAL.Event(component);
    put('heading', event.summary ?? 'Event', 2);
    for (const line of whenOf(event, zoneOf(component))) put('paragraph', line);
    const instead = component.getFirstPropertyValue('recurrence-id');
    if (instead instanceof ICAL.Time) put('paragraph', `In place of ${momentOf(instead, zoneOf(component))}.`);
    else if (event.isRecurring()) put('paragraph', repeatsOf(event, changed.get(event.uid) ?? new Set()));
    if (event.location) put('paragraph', `Where: ${event.location}`);
    const status = component.getFirstPropertyValue('status');
    if (typeof status === 'string') put('paragraph', `Status: ${status.toLowerCase()}`);
    for (const line of (event.description ?? '').split('\n')) put('paragraph', line);
  }
  for (const component of calendar.getAllSubcomponents('vtodo').slice(0, MOST_EVENTS)) {
    const due = component.getFirstPropertyValue('due');
    put('heading', `To do: ${component.getFirstPropertyValue('summary') ?? 'a task'}`, 2);
    if (due instanceof ICAL.Time) put('paragraph', `Due: ${momentOf(due, due.zone?.tzid === 'UTC' ? ' (UTC)' : '')}.`);
    for (const line of String(component.getFirstPropertyValue('description') ?? '').split('\n')) put('paragraph', line);
  }
  return blocks;
};

/** Days named of an event that comes again. */
const MOST_REPEATS = 10;

/** By event, the days on which it comes again at another hour or not at all: each is an entry of its own (RFC 5545, 3.8.4.4). */
const changedDays = (events: readonly ICAL.Component[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const changed = new Map<string, Set<string>>();
  for (const component of events) {
    const instead = component.getFirstPropertyValue('recurrence-id');
    if (!(instead instanceof ICAL.Time)) continue;
    const uid = String(component.getFirstPropertyValue('uid'));
    changed.set(uid, (changed.get(uid) ?? new Set()).add(dayOf(instead)));
  }
  return changed;
};

/** The days on which an event comes again as it is, the first ones where there are many. */
const repeatsOf = (event: ICAL.Event, changed: ReadonlySet<string>): string => {
  const next = event.iterator();
  const days: string[] = [];
  for (let day: ICAL.Time | undefined = next.next(); day; day = next.next()) {
    if (day.compare(event.startDate) === 0 || changed.has(dayOf(day))) continue;
    if (days.length === MOST_REPEATS) return `Again on ${days.join(', ')}, and so on.`;
    days.push(dayOf(day));
  }
  return days.length === 0 ? '' : `Again on ${days.join(', ')}.`;
};

const dayOf = ({ year, month, day }: ICAL.Time): string => DAY.format(Date.UTC(year, month - 1, day)).replace(',', '');

const two = (number: number): string => String(number).padStart(2, '0');

/** The zone an event's times are told in: named beside them, or UTC; none when they float. */
const zoneOf = (component: ICAL.Component): string => {
  const start = component.getFirstProperty('dtstart');
  const named = start?.getParameter('tzid');
  if (typeof named === 'string') return ` (${named})`;
  const value = start?.getFirstValue();
  return value instanceof ICAL.Time && value.zone?.tzid === 'UTC' ? ' (UTC)' : '';
};

const momentOf = (time: ICAL.Time, zone: string): string =>
  time.isDate ? dayOf(time) : `${dayOf(time)}, ${two(time.hour)}:${two(time.minute)}${zone}`;

const whenOf = ({ startDate, endDate }: ICAL.Event, zone: string): readonly string[] => {
  if (!startDate) return [];
  if (!startDate.isDate)
    return [
      `Starts: ${momentOf(startDate, zone)}.`,
      ...(endDate && endDate.compare(startDate) > 0 ? [`Ends: ${momentOf(endDate, zone)}.`] : []),
    ];
  // The end of an event of whole days is the day after its last (RFC 5545, 3.6.1).
  const last = endDate?.clone();
  last?.adjust(-1, 0, 0, 0);
  return last && last.compare(startDate) > 0
    ? [`From ${dayOf(startDate)} to ${dayOf(last)}.`]
    : [`On ${dayOf(startDate)}, all day.`];
};
