import { sayDay } from '../dates.ts';
import { type Candidate, clockTime, type Span } from './candidate.ts';
import { arrivalOf, departureOf, fixed, LAST_MINUTE } from './coming-and-going.ts';
import type { Needs } from './needs.ts';
import { packDay, type Visit, within } from './pack-day.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { weekdayIndex } from './reading/days.ts';
import type { Settled } from './settled.ts';

/** One day before anything is chosen for it: what is fixed, which meals are open, and when there is time. */
export interface DayFrame {
  readonly date: string;
  /** Which families are there, in the order of the families. */
  readonly present: readonly boolean[];
  /** When sights may be visited. */
  readonly open: Span;
  /** Arrival, check-in, bookings and so on. */
  readonly visits: readonly Visit[];
  readonly lunch: boolean;
  readonly dinner: boolean;
  readonly notes: readonly string[];
}

const LUNCH: Span = { from: 11 * 60 + 45, to: 15 * 60 };
const DINNER: Span = { from: 17 * 60 + 45, to: 22 * 60 };
const REST = 90;

/** What a meal visit needs; `at` restricts it to a restaurant's opening hours on a weekday. */
export const mealVisit = (part: 'lunch' | 'dinner', key: string, needs: Needs, at?: Candidate, weekday = 0): Visit => {
  const hours = at?.hours?.[weekday];
  const span = part === 'lunch' ? LUNCH : DINNER;
  const resting = part === 'lunch' && (needs.small || needs.pace === 'slow');
  return {
    key,
    minutes: part === 'lunch' ? 60 : 90,
    windows: hours ? within(hours, span) : [span],
    preferred: part === 'lunch' ? (needs.small ? 12 * 60 : 12 * 60 + 30) : needs.small ? 18 * 60 + 30 : 19 * 60,
    ...(resting ? { restAfter: REST } : {}),
  };
};

/** How long a visit to a sight is planned for. */
export const sightMinutes = ({ minutes }: Candidate): number => minutes ?? 90;

/** When a booking ends: as it says, or after the usual length. */
const bookingEnd = (candidate: Candidate): number => {
  const { booking, minutes } = candidate;
  return Math.min(LAST_MINUTE, booking?.end ?? (booking?.start ?? 0) + (minutes ?? 90));
};

const partOf = ({ kind, booking }: Candidate): 'lunch' | 'dinner' | undefined => {
  if (kind !== 'meal' || !booking) return undefined;
  if (booking.start >= 11 * 60 && booking.start < 16 * 60) return 'lunch';
  return booking.start >= 17 * 60 ? 'dinner' : undefined;
};

const DAY_STARTS = { slow: 10 * 60, steady: 9 * 60 + 30, full: 9 * 60 } as const;

/** The visits as they are when they fit; else with check-in and check-out at any time, and at last without them. */
const withRoomForAll = (visits: readonly Visit[]): readonly Visit[] => {
  if (packDay(visits)) return visits;
  const anyTime = visits.map((visit) => (visit.fixed ? visit : { ...visit, windows: [{ from: 0, to: LAST_MINUTE }] }));
  return packDay(anyTime) ? anyTime : visits.filter((visit) => visit.fixed);
};

/** The frames of all days of the trip, and what about them people should know. */
export const frameDays = (
  facts: PlanningFacts,
  settled: Settled,
  needs: Needs,
  dates: readonly string[],
): readonly DayFrame[] =>
  dates.map((date, index) => {
    const first = index === 0 && dates.length > 1;
    const last = index === dates.length - 1 && dates.length > 1;
    const present = facts.families.map(({ preferences }) => !preferences.unavailable.includes(date));
    const notes: string[] = [];
    const visits: Visit[] = [];
    let from: number = DAY_STARTS[needs.pace];
    let to = needs.small ? 19 * 60 : 22 * 60;

    const booked = settled.booked.filter(({ booking }) => booking?.date === date);
    let busyUntil = 0;
    for (const candidate of booked) {
      const start = candidate.booking?.start ?? 0;
      if (start < busyUntil) {
        notes.push(`${candidate.name} at ${clockTime(start)} overlaps another booking that day; I left it out.`);
        continue;
      }
      const end = bookingEnd(candidate);
      busyUntil = end;
      visits.push(fixed(candidate.id, start, end));
    }
    const busy = visits.flatMap(({ windows }) => windows);
    if (first) {
      const coming = arrivalOf(settled, busy);
      visits.push(...coming.visits);
      notes.push(...coming.notes);
      from = coming.from;
    }
    if (last) {
      const going = departureOf(settled, busy);
      visits.push(...going.visits);
      notes.push(...going.notes);
      from = Math.max(from, going.from);
      to = Math.min(to, going.to);
    }
    const kept = withRoomForAll(visits);
    if (kept !== visits) notes.push(`Checking in or out on ${sayDay(date)} clashes with a booking: check the times.`);

    const has = (part: 'lunch' | 'dinner'): boolean => booked.some((candidate) => partOf(candidate) === part);
    const anyone = present.includes(true);
    let lunch = anyone && !has('lunch') && from <= 13 * 60 && to >= 14 * 60;
    let dinner = anyone && !has('dinner') && from <= 20 * 60 && !(last && to < 20 * 60);
    const fits = (): boolean =>
      packDay([
        ...kept,
        ...(lunch ? [mealVisit('lunch', 'lunch', needs)] : []),
        ...(dinner ? [mealVisit('dinner', 'dinner', needs)] : []),
      ]) !== undefined;
    if (lunch && !fits()) lunch = false;
    if (dinner && !fits()) dinner = false;
    return { date, present, open: { from, to: Math.max(from, to) }, visits: kept, lunch, dinner, notes };
  });

/** The windows in which a sight can be visited on a day; empty when it cannot. */
export const sightWindows = (candidate: Candidate, frame: DayFrame): readonly Span[] => {
  const hours = candidate.hours?.[weekdayIndex(frame.date)];
  return hours ? within(hours, frame.open) : [frame.open];
};
