import { type Candidate, type OpeningHours, plainName, type Span } from './candidate.ts';
import { bookingEnd, sightMinutes } from './day-frame.ts';
import { within } from './pack-day.ts';
import { cityOf, type PlanningFacts } from './planning-facts.ts';
import { weekdayIndex } from './reading/days.ts';
import { decidedCandidate } from './settled.ts';

/**
 * The facts with what different families do on one day made one thing of two, so that it is planned for the same time:
 * they part and meet again after the longer. Two are put together when they were asked for on that day, or stand there
 * already, and nobody joins both. What cannot be had at one time stays apart.
 */
export const withLanes = (facts: PlanningFacts): PlanningFacts => {
  const voted = new Set(facts.decided.flatMap((decision) => decidedCandidate(decision, facts.candidates)?.id ?? []));
  const open = facts.candidates.filter(
    (one) => one.kind === 'sight' && one.who !== undefined && dayFor(one) !== undefined && !voted.has(one.id),
  );
  const taken = new Set<string>();
  const lanes: Candidate[] = [];
  for (const [index, one] of open.entries()) {
    if (taken.has(one.id)) continue;
    for (const other of open.slice(index + 1)) {
      if (taken.has(other.id) || !parts(one, other, facts)) continue;
      const both = sideBySide(one, other);
      if (!both) continue;
      lanes.push(both);
      taken.add(one.id).add(other.id);
      break;
    }
  }
  if (lanes.length === 0) return facts;
  return { ...facts, candidates: [...facts.candidates.filter(({ id }) => !taken.has(id)), ...lanes] };
};

/** The only day it can be on. */
const dayFor = ({ booking, onlyOn }: Candidate): string | undefined => booking?.date ?? onlyOn;

const parts = (one: Candidate, other: Candidate, facts: PlanningFacts): boolean =>
  dayFor(one) === dayFor(other) &&
  plainName(cityOf(one, facts)) === plainName(cityOf(other, facts)) &&
  !one.who?.some((id) => other.who?.includes(id));

const sideBySide = (one: Candidate, other: Candidate): Candidate | undefined => {
  const [longer, shorter] = sightMinutes(one) >= sightMinutes(other) ? [one, other] : [other, one];
  const both = {
    id: `${longer.id}+${shorter.id}`,
    kind: 'sight',
    name: `${longer.name} and ${shorter.name}`,
    ...(longer.city === undefined ? {} : { city: longer.city }),
    at: longer.at,
    minutes: sightMinutes(longer),
    diets: {},
    about: '',
    who: [...(longer.who ?? []), ...(shorter.who ?? [])],
    lanes: [longer, shorter],
  } as const satisfies Candidate;
  const date = dayFor(one) ?? '';
  const span = bookedSpan(longer, shorter);
  if (span) {
    const fit = both.lanes.every((lane) => lane.booking !== undefined || isOpen(lane, date, span.from));
    return fit ? { ...both, locked: true, booking: { date, start: span.from, end: span.to } } : undefined;
  }
  if (longer.booking || shorter.booking) return undefined;
  const hours = hoursOf(longer, shorter);
  const room = hours?.[weekdayIndex(date)]?.some(({ from, to }) => to - from >= both.minutes) ?? true;
  return room ? { ...both, onlyOn: date, hours } : undefined;
};

/** From when to when they are apart, when one or both stand at their time; nothing when two such do not touch. */
const bookedSpan = (...lanes: readonly [Candidate, Candidate]): Span | undefined => {
  const booked = lanes.filter(({ booking }) => booking !== undefined);
  const [one, other] = booked;
  const start = one?.booking?.start;
  if (one === undefined || start === undefined) return undefined;
  const startOther = other?.booking?.start ?? start;
  if (other && (startOther >= bookingEnd(one) || start >= bookingEnd(other))) return undefined;
  const ends = lanes.map((lane) => (lane.booking ? bookingEnd(lane) : start + sightMinutes(lane)));
  return { from: Math.min(start, startOther), to: Math.max(...ends) };
};

const isOpen = (lane: Candidate, date: string, start: number): boolean =>
  lane.hours?.[weekdayIndex(date)]?.some(({ from, to }) => from <= start && start + sightMinutes(lane) <= to) ?? true;

/** When both can be begun at once: the shorter may close before the longer is over. */
const hoursOf = (longer: Candidate, shorter: Candidate): OpeningHours | undefined => {
  if (!longer.hours && !shorter.hours) return undefined;
  const later = sightMinutes(longer) - sightMinutes(shorter);
  return Array.from({ length: 7 }, (_, weekday) => {
    const own = longer.hours?.[weekday];
    const other = shorter.hours?.[weekday]?.map(({ from, to }) => ({ from, to: to + later }));
    return own && other ? other.flatMap((span) => within(own, span)) : (own ?? other);
  });
};
