import { type Candidate, clockTime, type Span } from './candidate.ts';
import { BETWEEN, type Visit } from './pack-day.ts';
import type { Settled } from './settled.ts';

export const LAST_MINUTE = 23 * 60 + 59;
/** Without a word of when people come and go. */
export const ASSUMED_CHECK_IN = 15 * 60;
export const ASSUMED_CHECK_OUT = 11 * 60;
const ASSUMED_DEPARTURE = 16 * 60;
/** From the end of a journey until people are in town. */
export const INTO_TOWN = 45;

/** A visit whose time is settled. */
export const fixed = (key: string, start: number, end: number): Visit => ({
  key,
  minutes: end - start,
  windows: [{ from: start, to: end }],
  fixed: true,
});

/** How long before it leaves one sets off: a flight wants more than a train. */
const lead = ({ name }: Candidate): number => (/^flight/i.test(name) ? 150 : 45);

const at = ({ booking }: Candidate): number => Math.min(booking?.start ?? 0, LAST_MINUTE - 30);

/** The first day's arrival and check-in, and when the day begins; `busy` is what is booked that day. */
export const arrivalOf = (
  settled: Settled,
  busy: readonly Span[],
): { readonly visits: readonly Visit[]; readonly from: number; readonly notes: readonly string[] } => {
  // The day begins when the last of them is there.
  const arrival = settled.arrivals.toSorted((a, b) => at(b) - at(a))[0];
  const stay = settled.lodging;
  const visits: Visit[] = [];
  const notes: string[] = [];
  let there: number | undefined;
  if (arrival) {
    const landed = at(arrival);
    const inTown = Math.min(LAST_MINUTE, landed + INTO_TOWN);
    there = inTown;
    if (busy.every(({ from }) => from >= inTown)) visits.push(fixed(`arrive:${arrival.id}`, landed, inTown));
    else notes.push(`Something is booked before ${arrival.name} arrives at ${clockTime(landed)}: check the times.`);
  }
  if (stay) {
    const earliest = Math.min(
      LAST_MINUTE - 30,
      Math.max(there ?? 0, stay.checkIn ?? (there === undefined ? ASSUMED_CHECK_IN : 0)),
    );
    // Luggage first, unless something is booked.
    const latest = busy.length > 0 ? LAST_MINUTE : Math.min(LAST_MINUTE, earliest + 120);
    visits.push({
      key: 'check-in',
      minutes: 30,
      windows: [{ from: earliest, to: latest }],
      preferred: earliest,
      weight: 4,
    });
    return { visits, from: there ?? Math.min(earliest + 30, ...busy.map(({ to }) => to)), notes };
  }
  if (there === undefined) {
    const end = ASSUMED_CHECK_IN + 30;
    if (busy.every(({ from }) => from >= end)) visits.push(fixed('arrive', ASSUMED_CHECK_IN, end));
    there = end;
  }
  return { visits, from: there, notes };
};

/** The last day's check-out and departure, and between when there is time for anything else. */
export const departureOf = (
  settled: Settled,
  busy: readonly Span[],
): {
  readonly visits: readonly Visit[];
  readonly from: number;
  readonly to: number;
  readonly notes: readonly string[];
} => {
  // All must be ready when the first of them leaves.
  const leaving = settled.departures.toSorted((a, b) => at(a) - at(b))[0];
  const visits: Visit[] = [];
  const notes: string[] = [];
  const ends = busy.map(({ to }) => to);
  let from = 0;
  let to: number;
  if (leaving) {
    const leaves = at(leaving);
    to = Math.max(0, leaves - lead(leaving));
    if (ends.every((end) => end <= to)) visits.push(fixed(`depart:${leaving.id}`, to, Math.max(leaves, to + 15)));
    else
      notes.push(
        `Something is booked after you must set off for ${leaving.name} at ${clockTime(to)}: check the times.`,
      );
  } else {
    to = Math.max(ASSUMED_DEPARTURE, ...ends.map((end) => end + BETWEEN));
    if (to + 30 <= LAST_MINUTE) visits.push(fixed('depart', to, to + 30));
  }
  if (settled.lodging) {
    const by = Math.max(30, Math.min(settled.lodging.checkOut ?? ASSUMED_CHECK_OUT, leaving ? to - 15 : LAST_MINUTE));
    visits.push({
      key: 'check-out',
      minutes: 30,
      windows: [{ from: Math.max(0, Math.min(7 * 60, by - 30)), to: by }],
      preferred: by - 30,
      weight: 2,
      leaves: true,
    });
    from = by;
  }
  return { visits, from, to, notes };
};
