import type { Candidate } from '../candidate.ts';
import { costOf } from '../cost.ts';
import { type DayFrame, frameDay, openMeal, withBeds } from '../day-frame.ts';
import { type Placed, packDay } from '../pack-day.ts';
import { cityOf } from '../planning-facts.ts';
import type { StayColumn } from './lodging.ts';
import { type Part, visitOf } from './options.ts';
import type { Situation } from './situations.ts';
import type { TripModel, TripProgram } from './trip-program.ts';
import type { Visits } from './visits.ts';

/** A day as the solver chose it, before it is known to fit its hours. */
export interface DraftDay {
  readonly index: number;
  readonly situation: Situation;
  /** The situation's place among those of the day. */
  readonly way: number;
  readonly frame: DayFrame;
  readonly picks: readonly { readonly candidate: Candidate; readonly part: Part; readonly worth: number }[];
  readonly leg?: Candidate | undefined;
  /** What is booked that day and is in the frame. */
  readonly booked: readonly Candidate[];
  readonly checkIn?: StayColumn | undefined;
  readonly checkOut?: StayColumn | undefined;
  /** The stays that are paid that day. */
  readonly pays: readonly StayColumn[];
}

/** The times of one day with what was chosen for it; `undefined` when it does not fit. */
export const timesOf = (
  frame: DayFrame,
  picks: readonly { readonly candidate: Candidate; readonly part: Part }[],
  { facts, needs }: Pick<TripModel, 'facts' | 'needs'>,
): readonly Placed[] | undefined => {
  const visit = ({ candidate, part }: { readonly candidate: Candidate; readonly part: Part }) =>
    visitOf(candidate, cityOf(candidate, facts), part, needs, frame);
  const meals = frame.meals.map((part) => {
    const pick = picks.find((one) => one.part === part);
    return pick ? visit(pick) : openMeal(part, needs, frame);
  });
  return packDay([...frame.visits, ...meals, ...picks.filter(({ part }) => part === 'sight').map(visit)]);
};

const isOn = (values: readonly number[], column: number): boolean => (values[column] ?? 0) > 0.5;

/** The days as a solution has them. */
export const readDays = (
  { days, visits, stays }: TripProgram,
  model: TripModel,
  values: readonly number[],
): readonly DraftDay[] => {
  const { facts, settled, needs, dates } = model;
  const runs = joined(
    stays.filter(({ column }) => isOn(values, column)),
    model,
  );
  const chosen = picksFrom(visits, values);
  const [only] = runs;
  // Where to stay says when the first and the last day of a trip to one place begin and end.
  const lodging = only?.candidate ?? settled.lodging;
  const drawn = days.map((situations, index): DraftDay => {
    const way = Math.max(
      0,
      situations.findIndex(({ column }) => column === undefined || isOn(values, column)),
    );
    const situation = situations[way] as Situation;
    const { route } = situation;
    const checkIn = runs.find(({ from }) => from === index);
    const checkOut = runs.find(({ from, nights }) => from + nights === index);
    const beds = { checkIn: checkIn?.candidate, checkOut: checkOut?.candidate };
    const between = { from: facts.trip.destination, to: facts.trip.destination };
    let { frame } = situation;
    if (route) frame = withBeds(frame, { ...route, ...beds }, needs);
    else if (checkIn && checkOut) frame = withBeds(frame, { ...between, ...beds }, needs);
    else if (lodging && lodging.id !== settled.lodging?.id)
      frame = frameDay(facts, { ...settled, lodging }, needs, dates, index);
    const keys = new Set(frame.visits.map(({ key }) => key));
    return {
      index,
      situation,
      way,
      frame,
      picks: chosen.filter(({ day }) => day === index),
      leg: route?.leg,
      booked: settled.booked.filter(({ id, booking }) => booking?.date === frame.date && keys.has(id)),
      checkIn,
      checkOut,
      pays: [],
    };
  });
  return drawn.map((day) => ({ ...day, pays: paidOn(day, drawn) }));
};

/** What is taken when: of a bundle, the taken ones in their order. */
const picksFrom = (
  { slots, units }: Visits,
  values: readonly number[],
): readonly (DraftDay['picks'][number] & { readonly day: number })[] => {
  const taken = new Set(units.filter(({ column }) => isOn(values, column)).map(({ option }) => option));
  return [...Map.groupBy(slots, ({ bundle }) => bundle)].flatMap(([{ members }, own]) => {
    const left = members.filter((member) => taken.has(member));
    return own.flatMap(({ column, day, part, worth }) =>
      left
        .splice(0, Math.round(values[column] ?? 0))
        .map((option) => ({ day, part, candidate: option.candidate, worth: option.slots[0]?.worth ?? worth })),
    );
  });
};

/** Nights on end in one place are one stay, however the solver put them together. */
const joined = (runs: readonly StayColumn[], { facts, currency }: TripModel): readonly StayColumn[] => {
  const whole: StayColumn[] = [];
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const before = whole.at(-1);
    if (before?.candidate !== run.candidate || before.from + before.nights !== run.from) whole.push(run);
    else {
      const nights = before.nights + run.nights;
      const everyone = facts.families.map(() => true);
      whole[whole.length - 1] = {
        ...before,
        nights,
        cost: costOf(run.candidate, facts.families, everyone, currency, nights),
      };
    }
  }
  return whole;
};

/** A stay is paid when it begins; when a booking leaves no room for checking in, when it ends. */
const paidOn = ({ index, checkIn, checkOut, frame }: DraftDay, days: readonly DraftDay[]): readonly StayColumn[] => {
  const has = (of: DayFrame | undefined, key: string): boolean =>
    of?.visits.some((visit) => visit.key === key) ?? false;
  return [
    ...(checkIn?.from === index && has(frame, 'check-in') ? [checkIn] : []),
    ...(checkOut && has(frame, 'check-out') && !has(days[checkOut.from]?.frame, 'check-in') ? [checkOut] : []),
  ];
};

/** The day with what does not fit its hours left out, the least wished for first; as it is when all fits. */
export const thinned = (day: DraftDay, model: TripModel): DraftDay => {
  let picks = day.picks.toSorted((a, b) => b.worth - a.worth);
  while (picks.length > 0 && !timesOf(day.frame, picks, model)) picks = picks.slice(0, -1);
  return picks.length === day.picks.length ? day : { ...day, picks };
};
