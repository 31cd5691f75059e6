import { sayDay } from '../../dates.ts';
import { listed } from '../../listed.ts';
import { asking, minutesOf } from '../asked.ts';
import { clockTime, type Span } from '../candidate.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { type Desk, deskOf, type Entry } from './desk.ts';
import { type Edited, prove, refuse, unchanged } from './edited.ts';
import { dateOf, dayIndex, daysToCome, nameOf, notADay } from './found.ts';
import { entriesOn } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange, newEntry } from './rearrange.ts';
import { squeeze } from './squeeze.ts';

/** The end of every day. */
const MIDNIGHT = 24 * 60;
/** Time to spare after a delay, from which it is none for what comes next. */
const SLACK = 30;
/** How much later is `later`. */
const LATER = 60;

/** Days begin later. What no longer fits its day goes to another, and falls out only when none has room. */
export const startLater = (desk: Desk, edit: Extract<PlanEdit, { kind: 'start' }>): Edited => {
  const day = edit.on === undefined ? undefined : dayIndex(desk, edit.on);
  if (day === -1) return notADay(desk, edit.on ?? '');
  const days = day === undefined ? daysToCome(desk) : [day];
  const firstOf = (index: number): number =>
    Math.min(...entriesOn(desk, index).flatMap((one) => (one.movable && one.candidate ? [one.start] : [])));
  const earliest = Math.min(...days.map(firstOf));
  if (!Number.isFinite(earliest)) return unchanged('Nothing is planned there that could begin later.');
  const at = edit.at === undefined ? earliest + (edit.minutesLater ?? LATER) : minutesOf(edit.at);
  if (at >= MIDNIGHT) return refuse('A day cannot begin that late.');
  const starts = [{ ...(edit.on === undefined ? {} : { on: edit.on }), at: clockTime(at) }];
  const asked = asking(desk.plan.asked, { starts });
  const next = deskOf({ ...desk.plan, asked }, desk.stated);
  const changed = new Map<number, readonly ItineraryItem[]>();
  const homeless: { readonly day: number; readonly entry: Entry }[] = [];
  for (const index of days.filter((one) => firstOf(one) < at)) {
    const entries = entriesOn(next, index);
    const early = new Set(entries.flatMap(({ key, movable, start }) => (movable && start < at ? [key] : [])));
    const later = entries.map((one) => (early.has(one.key) ? { ...one, start: Math.max(one.start, at) } : one));
    const gone = new Set(later.flatMap(({ key, movable }) => (movable ? [key] : [])));
    const fitting = arrange(next, index, later, early) ?? undefined;
    const squeezed = fitting ? { items: fitting, out: [] } : squeeze(next, index, later, gone, new Map());
    if (!squeezed) return refuse(`${sayDay(dateOf(desk, index))} cannot begin at ${clockTime(at)}: too much is fixed.`);
    changed.set(index, squeezed.items);
    homeless.push(...squeezed.out.map((entry) => ({ day: index, entry })));
  }
  const remarks = rehoused(next, changed, homeless);
  if (changed.size === 0) {
    // The wish stands for plans to come, and this one keeps to it already.
    const kept = prove(desk, changed, { asked });
    return kept.ok ? { ...kept, remarks: [`Nothing begins before ${clockTime(at)} as it is.`] } : kept;
  }
  const fixedEarly = days.flatMap((index) =>
    entriesOn(next, index).flatMap((one) =>
      !one.movable && one.start < at && (one.item.kind === 'sight' || one.item.kind === 'meal') ? [nameOf(one)] : [],
    ),
  );
  if (fixedEarly.length > 0) remarks.push(`${listed(fixedEarly)} stays at its time: it is fixed.`);
  return prove(desk, changed, { asked, remarks });
};

const withDays = (desk: Desk, changed: ReadonlyMap<number, readonly ItineraryItem[]>): Desk => ({
  ...desk,
  plan: {
    ...desk.plan,
    days: desk.plan.days.map((one, at) => ({ ...one, items: [...(changed.get(at) ?? one.items)] })),
  },
});

/** The days to come, those first that hold least. */
const calmestFirst = (desk: Desk, changed: ReadonlyMap<number, readonly ItineraryItem[]>): readonly number[] => {
  const now = withDays(desk, changed);
  const sights = (day: number): number => entriesOn(now, day).filter(({ part }) => part === 'sight').length;
  return daysToCome(desk).toSorted((a, b) => sights(a) - sights(b) || a - b);
};

/** Finds another day for each sight that fell out of its own, and says which found none. */
export const rehoused = (
  desk: Desk,
  changed: Map<number, readonly ItineraryItem[]>,
  homeless: readonly { readonly day: number; readonly entry: Entry }[],
): string[] => {
  const out: string[] = [];
  for (const { day, entry } of homeless) {
    const { candidate, part } = entry;
    const home =
      candidate &&
      part === 'sight' &&
      !desk.plan.asked.pins.some(({ candidateId }) => candidateId === candidate.id) &&
      calmestFirst(desk, changed).find((index) => {
        if (index === day) return false;
        const now = withDays(desk, changed);
        const guest = newEntry(now, candidate, 'sight', entry.start);
        const items = arrange(now, index, [...entriesOn(now, index), guest], new Set([guest.key]));
        if (items) changed.set(index, items);
        return items !== undefined;
      });
    if (home === undefined || home === false) out.push(nameOf(entry));
  }
  return out.length > 0 ? [`No other day has room for ${listed(out)}.`] : [];
};

/** The rest of a day, so many minutes behind: what is fixed stays, other things follow, and what no longer fits falls out. */
export const runLate = (desk: Desk, { minutes, on, now }: Extract<PlanEdit, { kind: 'late' }>): Edited => {
  const day = dayIndex(desk, on);
  if (day < 0) return notADay(desk, on);
  const time = minutesOf(now);
  const entries = entriesOn(desk, day);
  const coming = entries.filter(({ end }) => end > time).sort((a, b) => a.start - b.start);
  const [next] = coming;
  if (!next) return unchanged('Nothing more is planned today, so take your time.');
  if (next.movable && next.start >= time + minutes + SLACK)
    return unchanged(
      `Nothing is planned until ${nameOf(next)} at ${next.item.start}, so you are in time for it and everything stays.`,
    );
  const remarks: string[] = [];
  const only = new Map<string, Span>();
  const late = coming.map((entry): Entry => {
    if (!entry.movable) return entry;
    const isNext = entry === next || (entry.start <= time && entry.end > time);
    // What comes later keeps its time where there is slack for that.
    only.set(entry.key, { from: isNext ? entry.start + minutes : Math.max(time, entry.start), to: MIDNIGHT });
    return isNext ? { ...entry, start: entry.start + minutes, end: entry.end + minutes } : entry;
  });
  if (!next.movable)
    remarks.push(
      `${nameOf(next)} is fixed at ${next.item.start} and you would be there at ${clockTime(Math.max(time, next.start) + (next.start > time ? minutes : 0))}: better call them.`,
    );
  const behind = time + minutes;
  const moving = new Set(late.flatMap(({ key, movable }) => (movable ? [key] : [])));
  if (!next.movable) {
    for (const one of late) if (one.movable && one.start < behind) only.set(one.key, { from: behind, to: MIDNIGHT });
  }
  const rest = entries.filter((entry) => !coming.includes(entry));
  const squeezed = squeeze(desk, day, [...rest, ...late], moving, only);
  if (!squeezed) return refuse('I cannot fit the rest of today around what is fixed.');
  const { items, out } = squeezed;
  if (out.length > 0) remarks.push(`${listed(out.map(nameOf))} no longer ${out.length === 1 ? 'fits' : 'fit'} today.`);
  const kept = items.filter(({ kind, start }) => kind !== 'free' && minutesOf(start) >= time);
  const booked = late.filter(({ movable, start }) => !movable && start > time && kept.length > 0);
  if (booked.length > 0 && next.movable)
    remarks.push(`${listed(booked.map((one) => `${nameOf(one)} ${one.item.start}`))} stays as it is.`);
  const made = prove(desk, new Map([[day, items]]), { remarks });
  if (made.ok && late.every((one) => one.movable === false)) return unchanged(remarks.join(' '));
  return made;
};
