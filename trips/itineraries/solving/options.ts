import type { Candidate, Meal } from '../candidate.ts';
import { type Cost, costOf } from '../cost.ts';
import { type DayFrame, hasRoom, mealVisit, sightVisit } from '../day-frame.ts';
import type { Needs } from '../needs.ts';
import type { Visit } from '../pack-day.ts';
import { cityOf, joining, type PlanningFacts } from '../planning-facts.ts';
import { weekdayIndex } from '../reading/days.ts';
import type { DecidedPick } from '../settled.ts';
import { likes, wishFor } from '../wishes.ts';
import type { Situation } from './situations.ts';

export type Part = 'sight' | Meal;

/** Something that may be chosen, with the days and parts of the day it can be had on. */
export interface Option {
  readonly candidate: Candidate;
  readonly city: string;
  readonly pick?: DecidedPick | undefined;
  readonly slots: readonly Slot[];
}

export interface Slot {
  readonly day: number;
  readonly part: Part;
  /** In which of the day's situations it can be had then, by their place in the list. */
  readonly when: readonly number[];
  readonly worth: number;
  /** What it is worth more at that part of the day. */
  readonly bonus: number;
  readonly cost: Cost | undefined;
  /** How much each family would like it, in their order; 0 for those who do not join. */
  readonly likes: readonly number[];
}

/** What the families decided together outweighs anything that may be chosen freely. */
export const DECIDED_WORTH = 1_000;
/** What somebody has put on a day outweighs what may be chosen freely, and not what was decided together. */
const ASKED_WORTH = 20;
/** Places where one goes for a bite, not for dinner. */
const LIGHT =
  /\b(?:caf[eé]|coffee|bakery|pastelaria|padaria|patisserie|boulangerie|gelateria|ice cream|brunch|deli)\b/i;

/** What it needs on a day of that frame. */
export const visitOf = (candidate: Candidate, city: string, part: Part, needs: Needs, frame: DayFrame): Visit =>
  part === 'sight' ? sightVisit(candidate, city, frame) : mealVisit(part, candidate, city, needs, frame);

const partsOf = ({ kind, name, meals }: Candidate, asked: Meal | undefined): readonly Part[] => {
  if (kind === 'sight') return ['sight'];
  const all: readonly Meal[] = ['breakfast', 'lunch', 'dinner'];
  return all.filter(
    (part) => (asked ?? part) === part && (meals ? meals.includes(part) : part !== 'dinner' || !LIGHT.test(name)),
  );
};

/** Whether a part of a day is open; a meal may be booked already, or there is no time for it. */
export const served = ({ frame }: Situation, part: Part): boolean => part === 'sight' || frame.meals.includes(part);

/** In which of a day's situations there is room for something, by their place in the list. */
export type RoomOn = (candidate: Candidate, city: string, part: Part, day: number) => readonly number[];

/** Looks for room; what has the same hours and takes as long has it in the same situations, and is looked for once. */
export const roomOn = (needs: Needs, days: readonly (readonly Situation[])[]): RoomOn => {
  const known = new Map<string, readonly number[]>();
  return (candidate, city, part, day) => {
    const situations = days[day] ?? [];
    const hours = candidate.hours?.[weekdayIndex(situations[0]?.frame.date ?? '')];
    const key = JSON.stringify([day, part, city, hours, part === 'sight' ? candidate.minutes : undefined]);
    const when =
      known.get(key) ??
      situations.flatMap((situation, index) =>
        served(situation, part) && hasRoom(visitOf(candidate, city, part, needs, situation.frame)) ? [index] : [],
      );
    known.set(key, when);
    return when;
  };
};

export const optionOf = (
  candidate: Candidate,
  pick: DecidedPick | undefined,
  facts: PlanningFacts,
  needs: Needs,
  days: readonly (readonly Situation[])[],
  currency: string | undefined,
  room: RoomOn,
): Option => {
  const { families } = facts;
  const city = cityOf(candidate, facts);
  const fits = needs.diets.length > 0 && needs.diets.every((diet) => candidate.diets[diet]) ? 1.5 : 0;
  const slots = days.flatMap((situations, day): readonly Slot[] => {
    const date = situations[0]?.frame.date ?? '';
    const there = joining(candidate, families, date);
    const only = candidate.onlyOn ?? pick?.day;
    if ((only !== undefined && only !== date) || !there.includes(true)) return [];
    const cost = costOf(candidate, families, there, currency);
    const worth =
      (pick ? DECIDED_WORTH : candidate.onlyOn === undefined ? 0 : ASKED_WORTH) +
      wishFor(candidate, families, there) +
      (candidate.kind === 'meal' ? 2 + fits : 0) +
      (needs.stepFree && candidate.stepFree ? 0.5 : 0) +
      // What is known can be relied on.
      (candidate.hours ? 0.2 : 0) +
      (cost ? 0.2 : 0);
    return partsOf(candidate, pick?.part).flatMap((part): readonly Slot[] => {
      const when = room(candidate, city, part, day);
      if (when.length === 0) return [];
      return [
        {
          day,
          part,
          when,
          worth,
          bonus: part === 'dinner' ? 0.1 : 0,
          cost,
          likes: families.map((family, index) => (there[index] ? likes(candidate, family) : 0)),
        },
      ];
    });
  });
  return { candidate, city, pick, slots };
};

/**
 * The options without those that so many others are at least as good as that they can never be needed: for each there
 * is always a better one left. `room` is how many of a kind a city can hold at most.
 */
export const undominated = (
  options: readonly Option[],
  wanted: ReadonlySet<string>,
  room: (option: Option) => number,
): readonly Option[] => {
  const groups = Map.groupBy(options, ({ city, candidate }) => `${candidate.kind} ${city}`);
  return [...groups.values()].flatMap((group) => {
    const fields = group.map((option) => fieldsOf(option, wanted));
    return group.filter((option, index) => {
      if (option.pick || option.slots.length === 0) return option.slots.length > 0;
      let better = 0;
      for (const [at, other] of fields.entries()) {
        const mine = fields[index];
        if (at === index || !mine || !betters(other, mine)) continue;
        if (!betters(mine, other) || at < index) better += 1;
      }
      return better < room(option);
    });
  });
};

interface Fields {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly minutes: number;
  readonly cuisines: ReadonlySet<string>;
  readonly spans: string;
}

const fieldsOf = ({ candidate, slots }: Option, wanted: ReadonlySet<string>): Fields => ({
  slots: new Map(slots.map((slot) => [`${slot.day} ${slot.part}`, slot])),
  minutes: candidate.minutes ?? 90,
  cuisines: new Set(candidate.cuisines?.filter((cuisine) => wanted.has(cuisine))),
  spans: JSON.stringify(candidate.hours ?? null),
});

/** Whether one can stand in for the other wherever that can be had. */
const betters = (one: Fields, other: Fields): boolean => {
  if (one.spans !== other.spans || one.minutes > other.minutes) return false;
  for (const cuisine of other.cuisines) if (!one.cuisines.has(cuisine)) return false;
  for (const [key, slot] of other.slots) {
    const mine = one.slots.get(key);
    if (!mine || mine.worth < slot.worth || slot.when.some((index) => !mine.when.includes(index))) return false;
    if ((mine.cost?.total ?? 0) > (slot.cost?.total ?? 0)) return false;
    if (slot.likes.some((like, index) => (mine.likes[index] ?? 0) < like)) return false;
    if (slot.cost?.shares.some((share, index) => (mine.cost?.shares[index] ?? 0) > share)) return false;
    // An unknown price counts as nothing, and must not drive out a known one.
    if (!mine.cost !== !slot.cost) return false;
  }
  return true;
};

/** The most meals that can be planned at all. */
export const mealRoom = (days: readonly (readonly Situation[])[]): number =>
  days.reduce((sum, situations) => sum + Math.max(0, ...situations.map(({ frame }) => frame.meals.length)), 0);
