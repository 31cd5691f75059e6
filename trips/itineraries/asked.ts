import { z } from 'zod';
import { day } from '../dates.ts';
import type { Span } from './candidate.ts';

/** `HH:MM` on the trip's clocks. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');

const place = { candidateId: z.string().max(200), name: z.string().max(200) };

/** What people have asked of a plan so far: every later version keeps to it, whether it is edited or planned anew. */
export const planAsked = z.object({
  /** Stays where it is, as if it were booked. */
  locks: z.array(z.object({ ...place, date: day, start: clock, end: clock })),
  /** On this day and no other. */
  pins: z.array(z.object({ ...place, date: day })),
  dropped: z.array(z.object(place)),
  /** Nothing that can wait begins earlier: on that day, or on every day. The last word counts. */
  starts: z.array(z.object({ on: day.optional(), at: clock })),
  /** Nothing that can wait is put there. */
  free: z.array(z.object({ on: day, from: clock, to: clock })).optional(),
  /** Which families join in; the others are free meanwhile. */
  joining: z.array(z.object({ ...place, families: z.array(z.string().max(100)).min(1) })),
});
export type PlanAsked = Readonly<z.infer<typeof planAsked>>;

export const NOTHING_ASKED: PlanAsked = { locks: [], pins: [], dropped: [], starts: [], joining: [] };

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** When a day may begin by what was asked, in minutes after midnight; 0 when nobody asked. */
export const startAsked = (asked: PlanAsked | undefined, date: string): number => {
  const own = asked?.starts.findLast(({ on }) => on === undefined || on === date);
  return own ? minutesOf(own.at) : 0;
};

const keptFree = (free: PlanAsked['free']): Pick<PlanAsked, 'free'> => (free && free.length > 0 ? { free } : {});

/** The times of a day that are to stay free, in minutes after midnight. */
export const freeAsked = (asked: PlanAsked | undefined, date: string): readonly Span[] =>
  (asked?.free ?? []).flatMap(({ on, from, to }) =>
    on === date ? [{ from: minutesOf(from), to: minutesOf(to) }] : [],
  );

/** What was asked, with more: a later word about the same thing takes the place of the earlier. */
export const asking = (asked: PlanAsked, more: Partial<PlanAsked>): PlanAsked => {
  const joined = <One extends { readonly candidateId: string }>(
    old: readonly One[],
    add: readonly One[] | undefined,
  ): One[] => [
    ...old.filter(({ candidateId }) => !add?.some((one) => one.candidateId === candidateId)),
    ...(add ?? []),
  ];
  const starts = more.starts?.some(({ on }) => on === undefined) ? [] : asked.starts;
  return {
    locks: joined(asked.locks, more.locks),
    pins: joined(asked.pins, more.pins),
    dropped: joined(asked.dropped, more.dropped),
    starts: [...starts.filter(({ on }) => !more.starts?.some((one) => one.on === on)), ...(more.starts ?? [])],
    ...keptFree([...(asked.free ?? []), ...(more.free ?? [])]),
    joining: joined(asked.joining, more.joining),
  };
};

/** What was asked, without what concerned one place in some ways: it is there again, or may be elsewhere. */
export const unasked = (
  asked: PlanAsked,
  candidateId: string,
  ways: readonly Exclude<keyof PlanAsked, 'starts' | 'free'>[],
): PlanAsked => {
  const without = <One extends { readonly candidateId: string }>(way: (typeof ways)[number], all: readonly One[]) =>
    ways.includes(way) ? all.filter((one) => one.candidateId !== candidateId) : [...all];
  return {
    locks: without('locks', asked.locks),
    pins: without('pins', asked.pins),
    dropped: without('dropped', asked.dropped),
    starts: asked.starts,
    ...keptFree(asked.free),
    joining: without('joining', asked.joining),
  };
};
