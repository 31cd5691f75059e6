import { type Candidate, clockTime, type Span } from './candidate.ts';
import { ASSUMED_CHECK_IN, ASSUMED_CHECK_OUT, fixed, INTO_TOWN, LAST_MINUTE } from './coming-and-going.ts';
import { BETWEEN, type Visit } from './pack-day.ts';

/** How a day of a round trip goes: the city it begins in, the one it ends in, and the way between. */
export interface DayRoute {
  /** Absent when it begins at home. */
  readonly from?: string | undefined;
  /** Absent when it ends at home. */
  readonly to?: string | undefined;
  readonly leg?: Candidate | undefined;
  readonly checkOut?: Candidate | undefined;
  readonly checkIn?: Candidate | undefined;
}

/** The part of a day that is spent in one city. */
export interface Stretch {
  readonly city: string;
  readonly span: Span;
}

const WHOLE_DAY: Span = { from: 0, to: 1440 };
/** When people set out who may set out at any time. */
const SETTING_OUT = 9 * 60;
/** What a leg without any stated time takes of the day. */
const UNTIMED = 15;
/** A bed can be reached this late. */
const LATEST_CHECK_IN = LAST_MINUTE - 20;

/** How long before it leaves one must be there. */
const leadOf = ({ leg }: Candidate): number => {
  if (leg?.mode === 'flight') return 150;
  return leg?.mode === 'own-car' || leg?.mode === 'taxi' ? 15 : 45;
};

/** When a leg leaves and arrives on the clock of its day, above 1440 after midnight; `undefined` when nothing says. */
export const legTimes = ({ leg }: Candidate): Span | undefined => {
  if (leg?.departs === undefined) {
    return leg?.minutes === undefined ? undefined : { from: SETTING_OUT, to: SETTING_OUT + leg.minutes };
  }
  const { departs, arrives, minutes } = leg;
  if (arrives === undefined) return { from: departs, to: departs + (minutes ?? 120) };
  // Clocks of two zones may show an arrival before the departure; only a long way ends on the next day.
  const nextDay = arrives < departs && departs + (minutes ?? 1440) >= 1440;
  return { from: departs, to: nextDay ? arrives + 1440 : Math.max(arrives, departs + 15) };
};

/** Where the group is when, on a day of a round trip. */
export const stretchesOf = ({ from, to, leg }: DayRoute): readonly Stretch[] => {
  const times = leg && legTimes(leg);
  const before = leg && times ? { from: 0, to: Math.max(0, times.from - leadOf(leg)) } : WHOLE_DAY;
  const after = times ? { from: Math.ceil((times.to + intoTown(leg)) / 5) * 5, to: 1440 } : WHOLE_DAY;
  if (!leg) return to === undefined ? [] : [{ city: to, span: WHOLE_DAY }];
  return [
    ...(from === undefined ? [] : [{ city: from, span: before }]),
    ...(to === undefined || after.from >= after.to ? [] : [{ city: to, span: after }]),
  ];
};

const intoTown = (leg: Candidate | undefined): number =>
  leg?.leg?.mode === 'own-car' || leg?.leg?.mode === 'taxi' ? 0 : INTO_TOWN;

/** The way itself as a visit. It is in the plan even when it ends after midnight, and leaves room for checking in. */
const legVisit = (leg: Candidate): Visit => {
  const times = legTimes(leg);
  if (!times)
    return { key: `leg:${leg.id}`, minutes: UNTIMED, windows: [{ from: 6 * 60, to: LATEST_CHECK_IN - BETWEEN }] };
  const latest = LATEST_CHECK_IN - BETWEEN;
  const from = Math.min(times.from, latest - UNTIMED);
  return fixed(`leg:${leg.id}`, from, Math.max(from + 5, Math.min(times.to, latest)));
};

/** Everything about coming, going and beds that a day of a round trip needs room for. */
export const routeVisits = (route: DayRoute, there: Span = WHOLE_DAY): readonly Visit[] => {
  const { leg, checkIn, checkOut } = route;
  const times = leg && legTimes(leg);
  const visits: Visit[] = leg ? [legVisit(leg)] : [];
  if (checkOut) {
    const leaves = leg && times ? times.from - leadOf(leg) : Math.min(there.to, LAST_MINUTE);
    const by = Math.max(20, Math.min(checkOut.checkOut ?? ASSUMED_CHECK_OUT, leaves));
    visits.push({
      key: 'check-out',
      minutes: 20,
      windows: [{ from: Math.max(0, Math.min(7 * 60, by - 20)), to: by }],
      preferred: by - 20,
      weight: 2,
      leaves: true,
    });
  }
  if (checkIn) {
    const ready = times ? times.to + intoTown(leg) : there.from;
    const from = Math.max(ready, checkIn.checkIn ?? ASSUMED_CHECK_IN);
    visits.push(
      from + BETWEEN >= LATEST_CHECK_IN
        ? fixed('check-in', LATEST_CHECK_IN, LAST_MINUTE)
        : { key: 'check-in', minutes: 20, windows: [{ from, to: LAST_MINUTE }], preferred: from, weight: 2 },
    );
  }
  return visits;
};

/** What to know of a leg's times, in words. */
export const sayLegTimes = (leg: Candidate): string => {
  const times = legTimes(leg);
  if (!times) return 'Its times are not known';
  if (leg.leg?.departs === undefined) return 'Leave when you like';
  return times.to >= 1440
    ? `It arrives at ${clockTime(times.to)} on the next day`
    : `It leaves at ${clockTime(times.from)}`;
};
