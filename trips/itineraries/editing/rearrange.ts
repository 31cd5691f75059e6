import { clockTime, type Meal, type Span } from '../candidate.ts';
import { fixed } from '../coming-and-going.ts';
import { type DayFrame, mealVisit, openMeal, sightVisit } from '../day-frame.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { BETWEEN, packDay, type Visit, within } from '../pack-day.ts';
import { cityOf } from '../planning-facts.ts';
import { openMealItem, visitItem, withFreeTime } from '../write-days.ts';
import type { Desk, Entry } from './desk.ts';
import { isBeside } from './is-beside.ts';

/** How free an entry is: it stays at its time, or may be moved, best to its time. */
export interface Wanted extends Entry {
  readonly free: boolean;
  /** The only times it may be had at, beside its opening hours. */
  readonly only?: Span | undefined;
}

/** Orders of a day that are tried; a day has few things, and most of them keep their time. */
const MOST_ORDERS = 2_000;
/** Staying near one's time matters more than being early. */
const STAYS = 4;

const visitFor = (wanted: Wanted, desk: Desk, frame: DayFrame): Visit => {
  const { key, start, end, candidate, part, movable, free, only } = wanted;
  if (!movable || part === undefined) return fixed(key, start, end);
  const city = candidate ? cityOf(candidate, desk.facts) : desk.facts.trip.destination;
  const visit =
    part === 'sight'
      ? candidate && sightVisit(candidate, city, frame)
      : candidate
        ? mealVisit(part, candidate, city, desk.needs, frame)
        : openMeal(part, desk.needs, frame);
  if (!visit) return fixed(key, start, end);
  const minutes = free ? visit.minutes : end - start;
  const windows = !free ? [{ from: start, to: end }] : only ? within(visit.windows, only) : visit.windows;
  return { ...visit, key, minutes, windows, preferred: start, weight: STAYS };
};

/** What some do while others do something else stays at its times: the whole span is taken, each once. */
const spansOf = (beside: readonly Wanted[]): readonly Visit[] => {
  const spans: { from: number; to: number }[] = [];
  for (const { start, end } of beside.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start < last.to) last.to = Math.max(last.to, end);
    else spans.push({ from: start, to: end });
  }
  return spans.map(({ from, to }) => fixed(`beside:${from}`, from, to));
};

/** A day with its things at new times, and the item of each; `undefined` when they do not fit it. */
export const rearrange = (
  desk: Desk,
  index: number,
  wanted: readonly Wanted[],
): readonly ItineraryItem[] | undefined => {
  const frame = desk.frames[index];
  if (!frame) return undefined;
  const beside = wanted.filter((one) => wanted.some((other) => other !== one && isBeside(one, other)));
  const alone = wanted.filter((one) => !beside.includes(one));
  const packed = packDay([...alone.map((one) => visitFor(one, desk, frame)), ...spansOf(beside)], BETWEEN, MOST_ORDERS);
  if (!packed) return undefined;
  const placed = [...packed.filter(({ key }) => alone.some((one) => one.key === key)), ...beside];
  const items = placed
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ key, start, end }): readonly ItineraryItem[] => {
      const one = wanted.find((entry) => entry.key === key);
      return one ? [{ ...wordsFor(one, desk, frame.date), start: clockTime(start), end: clockTime(end) }] : [];
    });
  return withFreeTime(items, frame, desk.needs);
};

const wordsFor = ({ item, candidate, part, movable }: Wanted, desk: Desk, date: string): ItineraryItem => {
  const meal = part === 'sight' ? undefined : part;
  if (!candidate) return meal && movable ? { ...item, ...openMealItem(meal) } : item;
  if (part === undefined) return item;
  return { start: item.start, end: item.end, ...visitItem(candidate, meal, date, desk.facts, desk.currency) };
};

/** A day changed as little as it can be: first nothing else moves, then other things make room; `undefined` when nothing helps. */
export const arrange = (
  desk: Desk,
  index: number,
  entries: readonly Entry[],
  changed: ReadonlySet<string>,
  only: ReadonlyMap<string, Span> = new Map(),
): readonly ItineraryItem[] | undefined => {
  const wanting = (others: boolean): readonly Wanted[] =>
    entries.map((entry) => ({ ...entry, free: others || changed.has(entry.key), only: only.get(entry.key) }));
  return rearrange(desk, index, wanting(false)) ?? rearrange(desk, index, wanting(true));
};

/** A visit that is new to a day, best at `preferred` (minutes after midnight). */
export const newEntry = (
  desk: Desk,
  candidate: NonNullable<Entry['candidate']>,
  part: 'sight' | Meal,
  preferred: number,
): Entry => ({
  key: `${candidate.id}:new`,
  item: { start: '00:00', end: '00:00', kind: candidate.kind === 'meal' ? 'meal' : 'sight', title: candidate.name },
  start: preferred,
  end: preferred,
  candidate: desk.byId.get(candidate.id) ?? candidate,
  part,
  movable: true,
});

/** A meal that is open again. */
export const openEntry = (part: Meal, start: number): Entry => ({
  key: `open:${part}`,
  item: { start: '00:00', end: '00:00', ...openMealItem(part) },
  start,
  end: start + 60,
  candidate: undefined,
  part,
  movable: true,
});
