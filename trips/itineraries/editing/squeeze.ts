import type { Span } from '../candidate.ts';
import type { ItineraryItem } from '../itinerary.ts';
import type { Desk, Entry } from './desk.ts';
import { wishOf } from './edited.ts';
import { arrange } from './rearrange.ts';

/** A day that holds what it can, and what it cannot. */
export interface Squeezed {
  readonly items: readonly ItineraryItem[];
  readonly out: readonly Entry[];
}

/** At most this many things fall out of a day before it is given up. */
const MOST_OUT = 4;

/** All ways to leave out so many, those first that are missed least. */
const waysOut = (desk: Desk, may: readonly Entry[], count: number): readonly (readonly Entry[])[] => {
  const pick = (from: number, left: number): readonly (readonly Entry[])[] =>
    left === 0
      ? [[]]
      : may.slice(from).flatMap((one, index) => pick(from + index + 1, left - 1).map((rest) => [one, ...rest]));
  const missed = (out: readonly Entry[]): number =>
    // A meal is missed more than a sight.
    out.reduce((sum, one) => sum + wishOf(one, desk) + (one.part === 'sight' ? 0 : 10), 0);
  return pick(0, count).toSorted((a, b) => missed(a) - missed(b));
};

/** Arranges a day, leaving out as little as can be; `undefined` when even that does not help. */
export const squeeze = (
  desk: Desk,
  day: number,
  entries: readonly Entry[],
  changed: ReadonlySet<string>,
  only: ReadonlyMap<string, Span>,
): Squeezed | undefined => {
  const may = entries.filter((entry) => entry.movable && changed.has(entry.key));
  for (let count = 0; count <= Math.min(MOST_OUT, may.length); count += 1) {
    for (const out of waysOut(desk, may, count)) {
      const items = arrange(
        desk,
        day,
        entries.filter((entry) => !out.includes(entry)),
        changed,
        only,
      );
      if (items) return { items, out };
    }
  }
  return undefined;
};
