import type { Span } from './candidate.ts';
import { type Point, wayMinutes } from './way-between.ts';

/** Something that needs a time on one day. */
export interface Visit {
  readonly key: string;
  readonly minutes: number;
  /** It must begin and end within one of these; a fixed time is a window exactly as long as the visit. */
  readonly windows: readonly Span[];
  /** The start it would best have; as early as possible when absent. */
  readonly preferred?: number | undefined;
  /** How much being late for `preferred` matters; 1 when absent. */
  readonly weight?: number | undefined;
  /** Rest that must follow before anything else, instead of the usual way there. */
  readonly restAfter?: number | undefined;
  /** Where it is, when known. */
  readonly at?: Point | undefined;
  /** The day goes on from there: better a little before its time than at dawn. */
  readonly leaves?: boolean | undefined;
  /** It cannot be moved, so nothing is demanded of the time before and after it. */
  readonly fixed?: boolean | undefined;
}

export interface Placed {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Minutes to get from one place to the next, and more when they are known to be farther apart. */
export const BETWEEN = 30;
/** Orders that are tried for one day before the best so far is taken. */
const MOST_ORDERS = 120;
/** When visits had better be over, for the sake of dinner and bed. */
const EVENING = 18 * 60 + 30;

const earliest = (visit: Visit, ready: number): number | undefined => {
  for (const { from, to } of visit.windows) {
    const start = Math.max(from, Math.ceil(ready / 5) * 5);
    if (start + visit.minutes <= to) return start;
  }
  return undefined;
};

const unease = (visit: Visit, start: number): number => {
  if (visit.fixed) return 0;
  if (visit.preferred !== undefined) return Math.abs(start - visit.preferred) * (visit.weight ?? 1);
  return start / 10 + (start + visit.minutes > EVENING ? 400 : 0);
};

/** When a visit may begin: as wished, with just the way to what follows less, or at once. */
const startsOf = (visit: Visit, soonest: number, wished: number | undefined, between: number): readonly number[] => {
  if (wished === undefined || wished === soonest) return [soonest];
  const sooner = visit.leaves && wished - between > soonest ? earliest(visit, wished - between) : undefined;
  return sooner === undefined ? [wished, soonest] : [wished, sooner, soonest];
};

/** Times for all visits of one day with the way between them, the most comfortable order tried; `undefined` when they do not fit. */
export const packDay = (
  visits: readonly Visit[],
  between: number = BETWEEN,
  mostOrders: number = MOST_ORDERS,
): readonly Placed[] | undefined => {
  let best: readonly Placed[] | undefined;
  let bestUnease = Number.POSITIVE_INFINITY;
  let orders = 0;
  const placed: Placed[] = [];
  const left = [...visits];

  const go = (ready: number, readyForFixed: number, soFar: number, last?: Visit): void => {
    if (soFar >= bestUnease || orders >= mostOrders) return;
    if (left.length === 0) {
      orders += 1;
      best = [...placed];
      bestUnease = soFar;
      return;
    }
    const there = (visit: Visit): number => {
      if (visit.fixed) return readyForFixed;
      const way = last?.at && visit.at && !last.fixed ? wayMinutes(last.at, visit.at) : 0;
      return Math.max(ready, (placed.at(-1)?.end ?? 0) + way);
    };
    const starts = left.map((visit) => earliest(visit, there(visit)));
    // One that can no longer come next can never come.
    if (starts.some((start) => start === undefined)) {
      orders += 1;
      return;
    }
    const next = left
      .map((visit, index) => ({ visit, start: starts[index] ?? 0 }))
      .sort((a, b) => a.start - b.start || (a.visit.key < b.visit.key ? -1 : 1));
    for (const { visit, start: soonest } of next) {
      // A meal waits for its time when there is time to wait.
      const wished = visit.preferred === undefined ? undefined : earliest(visit, Math.max(soonest, visit.preferred));
      for (const start of startsOf(visit, soonest, wished, between)) {
        const end = start + visit.minutes;
        left.splice(left.indexOf(visit), 1);
        placed.push({ key: visit.key, start, end });
        go(
          end + Math.max(between, visit.restAfter ?? 0),
          visit.fixed ? end : end + between,
          soFar + unease(visit, start),
          visit,
        );
        placed.pop();
        left.push(visit);
      }
    }
  };
  go(0, 0, 0);
  return best;
};

/** The parts of some spans that lie outside another. */
export const outside = (spans: readonly Span[], { from, to }: Span): readonly Span[] =>
  spans.flatMap((span) =>
    [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ].filter((part) => part.from < part.to),
  );

/** The parts of some spans that lie within another. */
export const within = (spans: readonly Span[], { from, to }: Span): readonly Span[] =>
  spans.flatMap((span) => {
    const part = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
    return part.from < part.to ? [part] : [];
  });
