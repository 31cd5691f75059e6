import { day as calendarDay, sayDay } from '../../dates.ts';
import type { Desk, Entry } from './desk.ts';
import { type NotMade, type Offer, refuse } from './edited.ts';
import type { PlanEdit } from './plan-edit.ts';
import { type Found, whichItem } from './which-item.ts';

/** A thing that stands in the plan. */
export interface Standing {
  readonly day: number;
  readonly entry: Entry;
}

export const isStanding = (found: Found | Standing): found is Standing =>
  found.day !== undefined && found.entry !== undefined;

/** Things that are named when it is not clear which is meant. */
const MOST_NAMED = 5;

export const nameOf = ({ candidate, item }: Pick<Entry, 'candidate' | 'item'>): string => candidate?.name ?? item.title;

export const dateOf = ({ plan }: Pick<Desk, 'plan'>, day: number): string => plan.days[day]?.date ?? '';

/** A meal without a place is meant by what it is. */
const mealOf = ({ part }: Entry): string | undefined => (part === 'sight' ? undefined : part);

/** `Tile Museum, Tue 15 Jun 10:00`. */
const sayFound = (desk: Desk, found: Found): string => {
  if (!isStanding(found)) return found.candidate?.name ?? '';
  return `${nameOf(found.entry)}, ${sayDay(dateOf(desk, found.day))} ${found.entry.item.start}`;
};

/** The one thing that words mean; otherwise why it is not clear, with each thing it may be. `again` asks anew with the id of one. */
export const theOne = (
  desk: Desk,
  words: string,
  on: string | undefined,
  again: (id: string, on: string | undefined) => PlanEdit,
): Found | NotMade => {
  const found = whichItem(desk, words, on);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (!only) {
    const there = on === undefined ? 'in the plan or in your documents' : `on ${sayDay(on)}`;
    return refuse(`I find no "${words.replace(/^(?:the|our|my) /i, '')}" ${there}.`);
  }
  const offers = found.slice(0, MOST_NAMED).flatMap((one): readonly Offer[] => {
    const id = one.candidate?.id ?? (isStanding(one) ? (mealOf(one.entry) ?? one.entry.item.title) : undefined);
    return id === undefined
      ? []
      : [{ label: sayFound(desk, one), edit: again(id, isStanding(one) ? dateOf(desk, one.day) : undefined) }];
  });
  return refuse('Which one do you mean?', offers);
};

/** The one thing of the plan that words mean. */
export const theOnePlanned = (
  desk: Desk,
  words: string,
  on: string | undefined,
  again: (id: string, on: string | undefined) => PlanEdit,
): Standing | NotMade => {
  const found = theOne(desk, words, on, again);
  if ('ok' in found) return found;
  return isStanding(found) ? found : refuse(`${found.candidate?.name ?? 'That'} is not in the plan.`);
};

/** Why a thing cannot be moved or left out, and what would help; nothing when it can. */
export const heldBy = ({ entry }: Standing): NotMade | undefined => {
  if (entry.movable) return undefined;
  const { candidate, item } = entry;
  if (candidate?.locked)
    return refuse(`${candidate.name} is locked.`, [
      { label: `Unlock ${candidate.name}`, edit: { kind: 'unlock', item: candidate.id } },
    ]);
  if (candidate?.booking && (item.kind === 'sight' || item.kind === 'meal'))
    return refuse(
      `${candidate.name} is booked for ${sayDay(candidate.booking.date)} ${item.start}: change or cancel the booking, and the plan follows.`,
    );
  return refuse(`${item.title} hangs on your bookings: change those, and the plan follows.`);
};

/** The place of a day in the plan; -1 when the trip has no such day. */
export const dayIndex = ({ plan }: Pick<Desk, 'plan'>, date: string): number =>
  plan.days.findIndex((day) => day.date === date);

/** The days that are not over. */
export const daysToCome = ({ plan, stated }: Desk): readonly number[] =>
  [...plan.days.entries()].flatMap(([index, { date }]) => (date < (stated.trip.today ?? '') ? [] : [index]));

/** Why nothing can be put on a day any more; nothing when it can. */
export const overBy = (desk: Desk, day: number): NotMade | undefined =>
  daysToCome(desk).includes(day) ? undefined : refuse(`${sayDay(dateOf(desk, day))} is over.`);

export const notADay = ({ plan }: Pick<Desk, 'plan'>, date: string): NotMade => {
  const [first, last] = [plan.days[0]?.date ?? '', plan.days.at(-1)?.date ?? ''];
  if (!calendarDay.safeParse(date).success) return refuse('There is no such day.');
  return refuse(`${sayDay(date)} is not a day of the trip: it goes from ${sayDay(first)} to ${sayDay(last)}.`);
};
