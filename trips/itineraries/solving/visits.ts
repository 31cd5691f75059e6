import { plainName } from '../candidate.ts';
import { openMeal, sightMinutes } from '../day-frame.ts';
import type { Needs } from '../needs.ts';
import { BETWEEN, within } from '../pack-day.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { amount, atMost, count, type Draft, equal, type Sum, sumOf, term, yesNo } from './linear-program.ts';
import { type Option, type Part, type Slot, served } from './options.ts';
import { columnsOf, isFull, type Situation, weighed } from './situations.ts';

/** Options that can stand in for each other on every day: which of them is taken is one question, and when another. */
interface Bundle {
  readonly members: readonly Option[];
  readonly slots: readonly Slot[];
}

/** How many of a bundle are taken for a part of a day. */
export interface SlotColumn extends Slot {
  readonly column: number;
  readonly bundle: Bundle;
  /** The most that can be. */
  readonly most: number;
}

/** That an option is taken: on the slot's day, or on any when its bundle has several. */
export interface UnitColumn {
  readonly column: number;
  readonly option: Option;
  readonly slot: Slot;
}

export interface Visits {
  readonly slots: readonly SlotColumn[];
  readonly units: readonly UnitColumn[];
}

export const SIGHTS_A_DAY = { slow: 2, steady: 3, full: 4 } as const;
/** What the second and each further thing of a sort on one day is worth less, so that days are evenly filled. */
const CROWDED = 0.25;

/** What is done on each day: every option at most once, every part of a day at most one meal, and no more than it has time for. */
export const addVisits = (
  draft: Draft,
  facts: PlanningFacts,
  needs: Needs,
  days: readonly (readonly Situation[])[],
  options: readonly Option[],
): Visits => {
  const bundles = bundled(options).map((bundle) => addBundle(draft, bundle, SIGHTS_A_DAY[needs.pace]));
  const slots = bundles.flatMap((bundle) => bundle.slots);
  const byDay = Map.groupBy(slots, ({ day }) => day);
  for (const [day, situations] of days.entries()) {
    const here = byDay.get(day) ?? [];
    for (const [part, group] of Map.groupBy(here, ({ part: one }) => one)) {
      const cities = Map.groupBy(group, cityOf);
      for (const own of cities.values()) addCapacity(draft, needs, situations, part, own);
      // On a day of moving, two cities offer one and the same meal.
      if (part !== 'sight' && cities.size > 1) atMost(draft, all(group), sumOf([], 1));
      addRequired(draft, facts, days.length, situations, part, cities);
    }
    for (const [city, own] of Map.groupBy(here, cityOf)) addHours(draft, situations, city, own);
    const [sights, meals] = [here.filter(({ part }) => part === 'sight'), here.filter(({ part }) => part !== 'sight')];
    evenly(draft, sights, SIGHTS_A_DAY[needs.pace] - 1, CROWDED);
    evenly(draft, meals, 1, CROWDED / 2);
  }
  addMissing(draft, facts, days, slots);
  addTwins(
    draft,
    bundles.flatMap(({ units }) => units),
  );
  return { slots, units: bundles.flatMap(({ units }) => units) };
};

/** Options of one sort and place with the same hours, whose price and worth do not depend on the day. */
const bundled = (options: readonly Option[]): readonly Bundle[] => {
  const keyOf = ({ candidate, city, slots, pick }: Option): string => {
    const face = ({ cost, likes, worth }: Slot): string => JSON.stringify([cost, likes, worth]);
    if (pick || new Set(slots.map(face)).size > 1) return candidate.id;
    const times = slots.map(({ day, part, when }) => [day, part, when]);
    return JSON.stringify([candidate.kind, city, candidate.hours, sightMinutes(candidate), times]);
  };
  return [...Map.groupBy(options, keyOf).values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ members, slots: first.slots }] : [];
  });
};

const addBundle = (draft: Draft, bundle: Bundle, sights: number): Visits => {
  const { members, slots } = bundle;
  const [only, ...others] = members;
  if (!only || others.length === 0) {
    const own = slots.map((slot) => ({ ...slot, bundle, most: 1, column: yesNo(draft, slot.worth + slot.bonus) }));
    if (own.length > 1) atMost(draft, all(own), sumOf([], 1));
    return { slots: own, units: only ? own.map((slot) => ({ column: slot.column, option: only, slot })) : [] };
  }
  const own = slots.map((slot) => {
    const most = slot.part === 'sight' ? Math.min(sights, members.length) : 1;
    return { ...slot, bundle, most, column: count(draft, most, slot.bonus) };
  });
  const units = members.flatMap((option) => {
    const [slot] = option.slots;
    return slot ? [{ column: yesNo(draft, slot.worth), option, slot }] : [];
  });
  equal(draft, sumOf(units.map(({ column }) => term(column))), all(own));
  return { slots: own, units };
};

const cityOf = ({ bundle }: SlotColumn): string => bundle.members[0]?.city ?? '';
const all = (slots: readonly { readonly column: number }[]): Sum => sumOf(slots.map(({ column }) => term(column)));

const spanIn = ({ frame }: Situation, city: string): number =>
  frame.stretches
    .filter((stretch) => stretch.city === city)
    .flatMap(({ span }) => within([frame.open], span))
    .reduce((sum, { from, to }) => sum + to - from, 0);

/** Minutes for sights in a city: what is open, without what is fixed in it and the lunch that comes between. */
const minutesIn = (situation: Situation, city: string, needs: Needs): number => {
  const { frame } = situation;
  let minutes = spanIn(situation, city);
  if (frame.stretches.length === 1) {
    for (const { fixed, windows, minutes: long } of frame.visits) {
      const [window] = windows;
      if (fixed && window && window.from >= frame.open.from && window.to <= frame.open.to) minutes -= long;
    }
    if (frame.meals.includes('lunch') && frame.open.from <= 11 * 60 && frame.open.to >= 17 * 60) {
      const lunch = openMeal('lunch', needs, frame);
      minutes -= lunch.minutes + Math.max(BETWEEN, lunch.restAfter ?? 0);
    }
  }
  return minutes + BETWEEN;
};

/** Only while the group is there, and no more than there is time for. */
const addCapacity = (
  draft: Draft,
  needs: Needs,
  situations: readonly Situation[],
  part: Part,
  own: readonly SlotColumn[],
): void => {
  const [first] = own;
  if (!first) return;
  const city = cityOf(first);
  const at = (when: readonly number[]): readonly Situation[] => situations.filter((_, index) => when.includes(index));
  const any = [...new Set(own.flatMap(({ when }) => when))];
  for (const { column, when, most } of own)
    if (when.length < any.length)
      atMost(
        draft,
        sumOf([term(column)]),
        weighed(at(when), () => most),
      );
  if (part !== 'sight') {
    atMost(
      draft,
      all(own),
      columnsOf(at(any), () => true),
    );
    return;
  }
  const shortest = Math.min(...own.map(minutesOf));
  const most = SIGHTS_A_DAY[needs.pace];
  const holdable = (situation: Situation): number =>
    Math.floor((spanIn(situation, city) + BETWEEN) / (shortest + BETWEEN));
  atMost(
    draft,
    all(own),
    weighed(at(any), (situation) => Math.max(1, Math.min(most, holdable(situation)))),
  );
  atMost(
    draft,
    sumOf(own.map((slot) => term(slot.column, minutesOf(slot) + BETWEEN))),
    weighed(at(any), (situation) => Math.max(0, minutesIn(situation, city, needs))),
  );
};

const MEAL_MINUTES = { breakfast: 45, lunch: 60, dinner: 90 } as const;
const minutesOf = ({ part, bundle: { members } }: SlotColumn): number =>
  part === 'sight' ? Math.min(...members.map(({ candidate }) => sightMinutes(candidate))) : MEAL_MINUTES[part];

/** When the first and the last thing of any day can be. */
const WAKING = { from: 7 * 60, to: 22 * 60 };
/** A bed is left or taken on a day of moving. */
const BED = 20 + BETWEEN;

/** On a day of moving, sights and meals of a city share the hours that are spent in it. */
const addHours = (draft: Draft, situations: readonly Situation[], city: string, own: readonly SlotColumn[]): void => {
  if (!situations.some(({ route }) => route?.leg)) return;
  const hours = weighed(situations, ({ frame, route }) => {
    const spans = frame.stretches.filter((stretch) => stretch.city === city).map(({ span }) => span);
    const awake = within(spans, WAKING).reduce((sum, { from, to }) => sum + to - from, 0);
    return spans.length === 0 ? 0 : Math.max(0, awake + BETWEEN - (route?.leg ? BED : 0));
  });
  atMost(draft, sumOf(own.map((slot) => term(slot.column, minutesOf(slot) + BETWEEN))), hours);
};

/** What every day in one city must have. */
const addRequired = (
  draft: Draft,
  { trip }: PlanningFacts,
  days: number,
  situations: readonly Situation[],
  part: Part,
  cities: ReadonlyMap<string, readonly SlotColumn[]>,
): void => {
  const required =
    part === 'sight' ? (trip.everyFullDay?.sights ?? 0) : Number(trip.everyFullDay?.meals.includes(part) ?? 0);
  if (required === 0) return;
  for (const [city, own] of cities) {
    const full = weighed(situations, (one) =>
      isFull(one, days) && isIn(one, city) && served(one, part) ? required : 0,
    );
    if (full.terms.length + full.constant > 0) atMost(draft, full, all(own));
  }
};

/** A day in a city that has nothing of what every day must have cannot be. */
const addMissing = (
  draft: Draft,
  { trip }: PlanningFacts,
  days: readonly (readonly Situation[])[],
  slots: readonly SlotColumn[],
): void => {
  const required: readonly Part[] = [
    ...(trip.everyFullDay?.meals ?? []),
    ...((trip.everyFullDay?.sights ?? 0) > 0 ? (['sight'] as const) : []),
  ];
  const had = new Set(slots.map((slot) => `${slot.day} ${slot.part} ${cityOf(slot)}`));
  for (const [day, situations] of days.entries()) {
    for (const part of required) {
      const lacks = (one: Situation): boolean =>
        one.frame.stretches.some(({ city }) => !had.has(`${day} ${part} ${city}`));
      const lacking = columnsOf(situations, (one) => isFull(one, days.length) && lacks(one) && served(one, part));
      if (lacking.terms.length + lacking.constant > 0) atMost(draft, lacking, sumOf([]));
    }
  }
};

/** Two spellings of one name in one city are one place, and are not visited twice. */
const addTwins = (draft: Draft, units: readonly UnitColumn[]): void => {
  const nameOf = ({ option: { candidate, city } }: UnitColumn): string =>
    `${plainName(candidate.name).replaceAll(' ', '')} ${city}`;
  for (const twins of Map.groupBy(units, nameOf).values())
    if (new Set(twins.map(({ option }) => option)).size > 1) atMost(draft, all(twins), sumOf([], 1));
};

const isIn = ({ frame }: Situation, city: string): boolean => frame.stretches.some((stretch) => stretch.city === city);

/** Each thing more on a day is worth a little less than on another. */
const evenly = (draft: Draft, here: readonly SlotColumn[], beyond: number, less: number): void => {
  if (here.reduce((sum, { most }) => sum + most, 0) < 2) return;
  for (let from = 1; from <= beyond; from += 1) {
    const over = amount(draft, 10, -less);
    atMost(draft, { ...all(here), constant: -from }, sumOf([term(over)]));
  }
};
