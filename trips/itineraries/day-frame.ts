import { sayDay } from '../dates.ts';
import { freeAsked, startAsked } from './asked.ts';
import { type Candidate, clockTime, type Meal, type Span } from './candidate.ts';
import { arrivalOf, departureOf, fixed, LAST_MINUTE } from './coming-and-going.ts';
import { type DayRoute, routeVisits, type Stretch, stretchesOf } from './day-route.ts';
import type { Needs } from './needs.ts';
import { outside, packDay, type Visit, within } from './pack-day.ts';
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
  /** When none shall be, because somebody asked for it. */
  readonly free: readonly Span[];
  /** From when and until when the group is there at all, on the first and the last day of a round without a home. */
  readonly there?: Span | undefined;
  /** Where the group is when. */
  readonly stretches: readonly Stretch[];
  /** Arrival, check-in, bookings and so on. */
  readonly visits: readonly Visit[];
  /** The meals that are not booked and for which there is time. */
  readonly meals: readonly Meal[];
  readonly notes: readonly string[];
}

const MEAL_TIMES: Readonly<Record<Meal, { readonly span: Span; readonly minutes: number }>> = {
  breakfast: { span: { from: 7 * 60, to: 10 * 60 + 45 }, minutes: 45 },
  lunch: { span: { from: 11 * 60 + 45, to: 15 * 60 }, minutes: 60 },
  dinner: { span: { from: 17 * 60 + 45, to: 22 * 60 }, minutes: 90 },
};
const REST = 90;

const mealWish = (part: Meal, small: boolean): number => {
  if (part === 'breakfast') return 8 * 60;
  if (part === 'lunch') return small ? 12 * 60 : 12 * 60 + 30;
  return small ? 18 * 60 + 30 : 19 * 60;
};

/** The meals a trip plans: lunch and dinner, and breakfast where days must have it. */
export const mealsOf = ({ trip }: PlanningFacts): readonly Meal[] =>
  trip.everyFullDay?.meals.includes('breakfast') ? ['breakfast', 'lunch', 'dinner'] : ['lunch', 'dinner'];

/** The parts of a day on which something can be done in a city. */
const inCity = (spans: readonly Span[], { stretches }: Pick<DayFrame, 'stretches'>, city: string): readonly Span[] =>
  stretches.flatMap((stretch) => (stretch.city === city ? within(spans, stretch.span) : []));

/** What a meal still open needs. */
export const openMeal = (part: Meal, needs: Needs, { stretches }: Pick<DayFrame, 'stretches'>): Visit => {
  const { span, minutes } = MEAL_TIMES[part];
  const resting = part === 'lunch' && (needs.small || needs.pace === 'slow');
  return {
    key: part,
    minutes,
    windows: stretches.flatMap((stretch) => within([span], stretch.span)),
    preferred: mealWish(part, needs.small),
    ...(resting ? { restAfter: REST } : {}),
  };
};

/** What a meal at a place needs: its opening hours on the day, while the group is in its city. */
export const mealVisit = (part: Meal, at: Candidate, city: string, needs: Needs, frame: DayFrame): Visit => {
  const hours = at.hours?.[weekdayIndex(frame.date)];
  const { span } = MEAL_TIMES[part];
  return {
    ...openMeal(part, needs, frame),
    at: at.at,
    windows: inCity(hours ? within(hours, span) : [span], frame, city),
  };
};

/** Whether a visit has any window it fits in. */
export const hasRoom = ({ windows, minutes }: Visit): boolean => windows.some(({ from, to }) => to - from >= minutes);

/** How long a visit to a sight is planned for. */
export const sightMinutes = ({ minutes }: Candidate): number => minutes ?? 90;

/** When a booking ends: as it says, or after the usual length. */
export const bookingEnd = (candidate: Candidate): number => {
  const { booking, minutes } = candidate;
  return Math.min(LAST_MINUTE, booking?.end ?? (booking?.start ?? 0) + (minutes ?? 90));
};

const partOf = ({ kind, booking }: Candidate): Meal | undefined => {
  if (kind !== 'meal' || !booking) return undefined;
  if (booking.start < 11 * 60) return 'breakfast';
  if (booking.start < 16 * 60) return 'lunch';
  return booking.start >= 17 * 60 ? 'dinner' : undefined;
};

const DAY_STARTS = { slow: 10 * 60, steady: 9 * 60 + 30, full: 9 * 60 } as const;

/** The visits as they are when they fit; else with check-in and check-out at any time, and at last without them. */
const withRoomForAll = (visits: readonly Visit[]): readonly Visit[] => {
  if (packDay(visits)) return visits;
  const anyTime = visits.map((visit) => (visit.fixed ? visit : { ...visit, windows: [{ from: 0, to: LAST_MINUTE }] }));
  return packDay(anyTime) ? anyTime : visits.filter((visit) => visit.fixed);
};

/** What is booked on a day, in order; what overlaps an earlier booking is left out and noted. */
const bookedOn = (
  settled: Settled,
  date: string,
): { readonly visits: readonly Visit[]; readonly notes: readonly string[] } => {
  const visits: Visit[] = [];
  const notes: string[] = [];
  let busyUntil = 0;
  for (const candidate of settled.booked.filter(({ booking }) => booking?.date === date)) {
    const start = candidate.booking?.start ?? 0;
    if (start < busyUntil) {
      notes.push(`${candidate.name} at ${clockTime(start)} overlaps another booking that day; I left it out.`);
      continue;
    }
    const end = bookingEnd(candidate);
    busyUntil = end;
    visits.push(fixed(candidate.id, start, end));
  }
  return { visits, notes };
};

/** When a round without a home begins on its first day and ends on its last; nothing on other days. */
const endsOf = (
  settled: Settled,
  busy: readonly Span[],
  first: boolean,
  last: boolean,
): { readonly span: Span; readonly visits: readonly Visit[]; readonly notes: readonly string[] } | undefined => {
  // Beds are another matter: they are chosen by the night.
  const bare = { ...settled, lodging: undefined };
  const coming = first ? arrivalOf(bare, busy) : undefined;
  const going = last && !first ? departureOf(bare, busy) : undefined;
  if (!coming && !going) return undefined;
  return {
    span: { from: coming?.from ?? 0, to: going?.to ?? 1440 },
    visits: [...(coming?.visits ?? []), ...(going?.visits ?? [])],
    notes: [...(coming?.notes ?? []), ...(going?.notes ?? [])],
  };
};

/** The frame of one day, and what about it people should know. `route` says how it goes on a round trip. */
export const frameDay = (
  facts: PlanningFacts,
  settled: Settled,
  needs: Needs,
  dates: readonly string[],
  index: number,
  route?: DayRoute,
): DayFrame => {
  const date = dates[index] ?? '';
  const present = facts.families.map(({ preferences }) => !preferences.unavailable.includes(date));
  const booked = bookedOn(settled, date);
  const visits: Visit[] = [...booked.visits];
  const notes: string[] = [...booked.notes];
  const busy = visits.flatMap(({ windows }) => windows);
  let from: number = DAY_STARTS[needs.pace];
  let to = needs.small ? 19 * 60 : 22 * 60;
  const asked = startAsked(facts.trip.asked, date);
  const last = index === dates.length - 1 && dates.length > 1;
  const there = route && facts.trip.round?.home === undefined ? endsOf(settled, busy, index === 0, last) : undefined;
  const stretches = (route ? stretchesOf(route) : [{ city: facts.trip.destination, span: { from: 0, to: 1440 } }]).map(
    ({ city, span }) => ({
      city,
      span: {
        from: Math.max(asked, span.from, there?.span.from ?? 0),
        to: Math.max(asked, Math.min(span.to, there?.span.to ?? span.to)),
      },
    }),
  );
  if (route) visits.push(...routeVisits(route, there?.span));
  if (there) {
    visits.push(...there.visits);
    notes.push(...there.notes);
    from = Math.max(from, there.span.from);
    to = Math.min(to, there.span.to);
  }
  if (!route && index === 0 && dates.length > 1) {
    const coming = arrivalOf(settled, busy);
    visits.push(...coming.visits);
    notes.push(...coming.notes);
    from = coming.from;
  }
  if (!route && last) {
    const going = departureOf(settled, busy);
    visits.push(...going.visits);
    notes.push(...going.notes);
    from = Math.max(from, going.from);
    to = Math.min(to, going.to);
  }
  from = Math.max(from, asked);
  const kept = withRoomForAll(visits);
  if (kept !== visits) notes.push(`Checking in or out on ${sayDay(date)} clashes with a booking: check the times.`);

  const has = (part: Meal): boolean =>
    settled.booked.some((candidate) => candidate.booking?.date === date && partOf(candidate) === part);
  // Without a word of when people come and go, a meal needs more than its bare minutes to be worth planning.
  const inTime = (part: Meal): boolean => {
    if (route) return true;
    if (part === 'breakfast') return from <= 10 * 60;
    return part === 'lunch' ? from <= 13 * 60 && to >= 14 * 60 : from <= 20 * 60 && !(last && to < 20 * 60);
  };
  const meals: Meal[] = [];
  const frame = {
    date,
    present,
    open: { from, to: Math.max(from, to) },
    free: freeAsked(facts.trip.asked, date),
    ...(there && { there: there.span }),
    stretches,
    visits: kept,
    notes,
  };
  if (present.includes(true)) {
    for (const part of mealsOf(facts)) {
      if (has(part) || !inTime(part)) continue;
      const all = [...meals, part].map((one) => openMeal(one, needs, frame));
      if (all.every(hasRoom) && packDay([...kept, ...all])) meals.push(part);
    }
  }
  return { ...frame, meals };
};

/** The visit to a sight on a day; it has no windows when it cannot be visited. */
export const sightVisit = (candidate: Candidate, city: string, frame: DayFrame): Visit => {
  const hours = candidate.hours?.[weekdayIndex(frame.date)];
  return {
    key: candidate.id,
    minutes: sightMinutes(candidate),
    at: candidate.at,
    windows: inCity(frame.free.reduce(outside, hours ? within(hours, frame.open) : [frame.open]), frame, city),
  };
};

/** Nobody is asked to do anything earlier than this that could be done later. */
const EARLIEST = 5 * 60;

/** The frame of a day once its beds are chosen: the same, with room for checking in and out if there is any. */
export const withBeds = (frame: DayFrame, route: DayRoute, needs: Needs): DayFrame => {
  const bookings = frame.visits.filter(
    ({ key }) => !key.startsWith('leg:') && key !== 'check-in' && key !== 'check-out',
  );
  const meals = frame.meals.map((part) => openMeal(part, needs, frame));
  const wanted = [...bookings, ...routeVisits(route, frame.there)];
  const loose = wanted.map((visit) =>
    visit.fixed ? visit : { ...visit, windows: [{ from: EARLIEST, to: LAST_MINUTE }] },
  );
  const options = [wanted, loose, loose.filter(({ key }) => key !== 'check-out')];
  const visits = options.find((option) => packDay([...option, ...meals])) ?? frame.visits;
  return { ...frame, visits };
};
