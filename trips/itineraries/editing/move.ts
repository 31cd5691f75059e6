import { DateTime } from 'luxon';
import { addDays, sayDay } from '../../dates.ts';
import { asking, minutesOf } from '../asked.ts';
import { type Candidate, clockTime, type Meal } from '../candidate.ts';
import { hasRoom, mealVisit, sightVisit } from '../day-frame.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { unfit } from '../needs.ts';
import { cityOf } from '../planning-facts.ts';
import { weekdayIndex } from '../reading/days.ts';
import { type Desk, deskOf, type Entry, entriesOf } from './desk.ts';
import { type Edited, type Offer, prove, refuse, unchanged, wishOf } from './edited.ts';
import {
  dateOf,
  dayIndex,
  daysToCome,
  heldBy,
  nameOf,
  notADay,
  overBy,
  type Standing,
  theOnePlanned,
} from './found.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange, newEntry, openEntry } from './rearrange.ts';

/** Other days that are offered when one does not work. */
const MOST_OFFERED = 3;
/** Places that are tried for a meal that is open again. */
const MOST_TRIED = 12;

export const entriesOn = (desk: Desk, day: number): readonly Entry[] =>
  entriesOf(desk.plan.days[day]?.items ?? [], desk);

type Move = Extract<PlanEdit, { kind: 'move' }>;

/** Moves one thing to another day or time. What stands in its way makes room on its day, or changes places with it. */
export const move = (desk: Desk, wanted: Move): Edited => {
  const found = theOnePlanned(desk, wanted.item, wanted.on, (item, on) => ({ ...wanted, item, on }));
  if ('ok' in found) return found;
  const held = heldBy(found);
  if (held) return held;
  const edit = counted(desk, found, wanted);
  if (edit === undefined) return refuse('That would be on another day: say which day and time.');
  const { candidate, part, item } = found.entry;
  if (!candidate && part !== undefined && edit.to === undefined && edit.at !== undefined)
    return retime(desk, found, edit.at) ?? refuse(`There is no room for that at ${edit.at}.`);
  if (!candidate || part === undefined) return refuse(`${item.title}: there is nothing to move yet.`);
  const target = edit.to === undefined ? found.day : dayIndex(desk, edit.to);
  if (target < 0) return notADay(desk, edit.to ?? '');
  const over = overBy(desk, target) ?? overBy(desk, found.day);
  if (over) return over;
  if (target === found.day && (edit.at === undefined || edit.at === item.start))
    return unchanged(`${candidate.name} is on ${sayDay(dateOf(desk, target))} already, at ${item.start}.`);
  const made = target === found.day ? retime(desk, found, edit.at ?? item.start) : toDay(desk, found, target, edit.at);
  if (made) return made;
  const offers = nearest(desk, found, target, edit.at);
  return refuse(whyNot(desk, candidate, part, target, edit.at), offers);
};

/** A move by minutes or days as one to a day and a time; `undefined` when the minutes lead out of the day. */
const counted = (desk: Desk, { day, entry }: Standing, edit: Move): Move | undefined => {
  const { minutesLater, daysLater } = edit;
  const at = entry.start + (minutesLater ?? 0);
  if (at < 0 || at >= MIDNIGHT) return undefined;
  return {
    ...edit,
    ...(minutesLater === undefined || edit.at !== undefined ? {} : { at: clockTime(at) }),
    ...(daysLater === undefined || edit.to !== undefined ? {} : { to: addDays(dateOf(desk, day), daysLater) }),
  };
};
const MIDNIGHT = 24 * 60;

/** The desk once a thing is to stay on a day. */
const pinned = (desk: Desk, { id, name }: Candidate, day: number): Desk =>
  deskOf(
    { ...desk.plan, asked: asking(desk.plan.asked, { pins: [{ candidateId: id, name, date: dateOf(desk, day) }] }) },
    desk.stated,
  );

const from = (desk: Desk, after: Desk, changed: ReadonlyMap<number, readonly ItineraryItem[]>): Edited | undefined => {
  const made = prove(desk, changed, { asked: after.plan.asked });
  return made.ok ? made : undefined;
};

const retime = (desk: Desk, { day, entry }: Standing, at: string): Edited | undefined => {
  const start = minutesOf(at);
  const wanted = { ...entry, start, end: start + (entry.end - entry.start) };
  const entries = entriesOn(desk, day).map((one) => (one.key === entry.key ? wanted : one));
  const only = new Map([[entry.key, { from: start, to: wanted.end }]]);
  const items = arrange(desk, day, entries, new Set([entry.key]), only);
  return items && from(desk, desk, new Map([[day, items]]));
};

const without = (entries: readonly Entry[], { key }: Entry): readonly Entry[] =>
  entries.filter((entry) => entry.key !== key);

/** To another day: beside what is there, else in the place of one thing, which takes its place or goes to a third day. */
const toDay = (desk: Desk, standing: Standing, target: number, at: string | undefined): Edited | undefined => {
  const { entry, day } = standing;
  const { candidate, part } = entry;
  if (!candidate || part === undefined) return undefined;
  const next = pinned(desk, candidate, target);
  const moved = newEntry(next, candidate, part, at === undefined ? entry.start : minutesOf(at));
  const only = at === undefined ? undefined : { from: minutesOf(at), to: minutesOf(at) + (entry.end - entry.start) };
  const put = (entries: readonly Entry[]) =>
    arrange(next, target, [...entries, moved], new Set([moved.key]), only && new Map([[moved.key, only]]));
  const rest = without(entriesOn(next, day), entry);
  const there = entriesOn(next, target);
  if (part !== 'sight') return mealToDay(next, desk, { rest, there, part, standing, target, put });

  const [here, gone] = [put(there), arrange(next, day, rest, new Set())];
  const beside =
    here &&
    gone &&
    from(
      desk,
      next,
      new Map([
        [target, here],
        [day, gone],
      ]),
    );
  if (beside) return beside;
  const mayGo = there
    .filter((one) => one.movable && one.part === 'sight' && !isPinned(next, one))
    .sort((a, b) => wishOf(a, next) - wishOf(b, next));
  const days = [day, ...daysToCome(next)].filter((one, index, all) => one !== target && all.indexOf(one) === index);
  for (const other of days) {
    for (const one of mayGo) {
      const room = put(without(there, one));
      const homes = other === day ? rest : entriesOn(next, other);
      const guest = one.candidate && newEntry(next, one.candidate, 'sight', other === day ? entry.start : one.start);
      const placed = room && guest && arrange(next, other, [...homes, guest], new Set([guest.key]));
      if (!room || !placed) continue;
      const changed = new Map([
        [target, room],
        [other, placed],
      ]);
      if (other !== day) changed.set(day, gone ?? []);
      const made = from(desk, next, changed);
      if (made) return made;
    }
  }
  return undefined;
};

const isPinned = ({ plan }: Desk, { candidate }: Entry): boolean =>
  plan.asked.pins.some(({ candidateId }) => candidateId === candidate?.id);

interface MealMove {
  readonly rest: readonly Entry[];
  readonly there: readonly Entry[];
  readonly part: Meal;
  readonly standing: Standing;
  readonly target: number;
  readonly put: (entries: readonly Entry[]) => readonly ItineraryItem[] | undefined;
}

/** A meal takes the place of that day's, which takes its own if it can; else what suits best does, or it is open again. */
const mealToDay = (
  next: Desk,
  desk: Desk,
  { rest, there, part, standing, target, put }: MealMove,
): Edited | undefined => {
  const had = there.find((one) => one.part === part);
  if (had && (!had.movable || isPinned(next, had))) return undefined;
  const here = put(had ? without(there, had) : there);
  if (!here) return undefined;
  const own = had?.candidate && newEntry(next, had.candidate, part, standing.entry.start);
  const choices = [...(own ? [own] : []), ...mealsFor(next, part, standing.entry.start)];
  for (const choice of [...choices, openEntry(part, standing.entry.start)]) {
    const items = arrange(next, standing.day, [...rest, choice], new Set([choice.key]));
    const made =
      items &&
      from(
        desk,
        next,
        new Map([
          [target, here],
          [standing.day, items],
        ]),
      );
    if (made) return made;
  }
  return undefined;
};

/** The places for a meal that the plan does not use, the best liked first. */
export const mealsFor = (desk: Desk, part: Meal, preferred: number): readonly Entry[] =>
  spare(desk, 'meal')
    .filter(({ meals }) => meals === undefined || meals.includes(part))
    .map((candidate) => newEntry(desk, candidate, part, preferred))
    .slice(0, MOST_TRIED);

/** What suits the group, is not booked and is not in the plan, the best liked first. */
export const spare = (desk: Desk, kind: 'sight' | 'meal'): readonly Candidate[] => {
  const used = new Set(desk.plan.days.flatMap(({ items }) => items.map(({ candidateId }) => candidateId)));
  const names = new Set(
    desk.plan.days.flatMap(({ items }) => items.map(({ candidateId }) => desk.byId.get(candidateId ?? '')?.name)),
  );
  return desk.facts.candidates
    .filter(
      (one) =>
        one.kind === kind && !one.booking && !used.has(one.id) && !names.has(one.name) && !unfit(one, desk.needs),
    )
    .map((candidate) => ({ candidate, wish: wishOf({ candidate }, desk) + (candidate.hours ? 0.2 : 0) }))
    .sort((a, b) => b.wish - a.wish || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
};

/** Other times that day, and other days, on which the move would work. */
const nearest = (desk: Desk, standing: Standing, target: number, at: string | undefined): readonly Offer[] => {
  const { candidate } = standing.entry;
  if (!candidate) return [];
  const offers: Offer[] = [];
  if (at !== undefined) {
    const made = target === standing.day ? anyTime(desk, standing, at) : toDay(desk, standing, target, undefined);
    const item = made?.ok && made.plan.days[target]?.items.find(({ candidateId }) => candidateId === candidate.id);
    if (item && item.start !== standing.entry.item.start)
      offers.push({
        label: `${nameOf(standing.entry)} on ${sayDay(dateOf(desk, target))} at ${item.start}`,
        edit: { kind: 'move', item: candidate.id, to: dateOf(desk, target), at: item.start },
      });
  }
  for (const day of daysToCome(desk)) {
    if (offers.length >= MOST_OFFERED) break;
    if (day === target || day === standing.day || !toDay(desk, standing, day, undefined)) continue;
    offers.push({
      label: `${nameOf(standing.entry)} on ${sayDay(dateOf(desk, day))}`,
      edit: { kind: 'move', item: candidate.id, to: dateOf(desk, day) },
    });
  }
  return offers;
};

/** As near as can be to a time that does not work. */
const anyTime = (desk: Desk, { day, entry }: Standing, at: string): Edited | undefined => {
  const wanted = { ...entry, start: minutesOf(at), end: minutesOf(at) + (entry.end - entry.start) };
  const entries = entriesOn(desk, day).map((one) => (one.key === entry.key ? wanted : one));
  const items = arrange(desk, day, entries, new Set([entry.key]));
  return items && from(desk, desk, new Map([[day, items]]));
};

/** Why a thing cannot be on a day, in one sentence. */
export const whyNot = (
  desk: Desk,
  candidate: Candidate,
  part: 'sight' | Meal,
  day: number,
  at: string | undefined,
): string => {
  const frame = desk.frames[day];
  const date = dateOf(desk, day);
  const hours = candidate.hours?.[weekdayIndex(date)];
  const weekday = DateTime.fromISO(date, { zone: 'utc' }).toFormat('cccc');
  if (hours?.length === 0) return `${candidate.name} is closed on ${weekday}s.`;
  const open = hours?.map(({ from: opens, to }) => `${clockTime(opens)}-${clockTime(to)}`).join(' and ');
  if (at !== undefined && hours && !hours.some(({ from: opens, to }) => opens <= minutesOf(at) && minutesOf(at) < to))
    return `${candidate.name} is open ${open} on ${weekday}s, not at ${at}.`;
  const city = cityOf(candidate, desk.facts);
  const stretches = frame?.stretches ?? [];
  if (stretches.length > 0 && !stretches.some((one) => one.city === city))
    return `${candidate.name} is in ${city}, and on ${sayDay(date)} you are in ${stretches.map((one) => one.city).join(' and ')}.`;
  const visit =
    frame &&
    (part === 'sight' ? sightVisit(candidate, city, frame) : mealVisit(part, candidate, city, desk.needs, frame));
  if (visit && !hasRoom(visit))
    return `${candidate.name} does not fit ${sayDay(date)}: ${open === undefined ? 'there is no time for it' : `it is open ${open}, and you have no time then`}.`;
  if (part !== 'sight') {
    const booked = entriesOn(desk, day).find((one) => one.item.kind === 'meal' && !one.movable);
    if (booked)
      return `${nameOf(booked)} is fixed on ${sayDay(date)}, and there is no room for ${candidate.name} beside it.`;
  }
  return `There is no room for ${candidate.name} on ${sayDay(date)}${at === undefined ? '' : ` at ${at}`}: what is fixed that day and the opening hours leave none.`;
};
