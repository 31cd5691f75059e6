import type { Candidate } from '../candidate.ts';
import type { DayFrame } from '../day-frame.ts';
import { cityOf } from '../planning-facts.ts';
import { type DraftDay, timesOf } from './draft-days.ts';
import { atMost, sumOf, type Term, term, yesNo } from './linear-program.ts';
import { type Part, visitOf } from './options.ts';
import type { TripModel, TripProgram } from './trip-program.ts';
import type { SlotColumn } from './visits.ts';

interface Picked {
  readonly candidate: Candidate;
  readonly part: Part;
}

/**
 * Adds to the program that what was chosen for a day does not fit it: the fewest things that already do not, and with
 * them all that would take at least as much. Where the frame is the same on other days, it is ruled out there too.
 */
export const ruleOut = (program: TripProgram, model: TripModel, day: DraftDay): void => {
  const core = misfit(day.frame, day.picks, model);
  const bound = boundColumns(day);
  exclude(program, model, day.index, day.frame, core, bound);
  if (bound.length > 0) return;
  for (const [index, [situation]] of program.days.entries()) {
    if (index === day.index || !situation) continue;
    if (!timesOf(situation.frame, core, model)) exclude(program, model, index, situation.frame, core, []);
  }
};

/** As few of the picks as do not fit: none of them can be missed. */
const misfit = (frame: DayFrame, picks: readonly Picked[], model: TripModel): readonly Picked[] => {
  let core = [...picks];
  for (const pick of picks) {
    const fewer = core.filter((one) => one !== pick);
    if (!timesOf(frame, fewer, model)) core = fewer;
  }
  return core;
};

/** What else makes the day what it is: how it goes, and the beds it changes. */
const boundColumns = ({ situation, checkIn, checkOut }: DraftDay): readonly Term[] =>
  [situation.column, ...(situation.column === undefined ? [] : [checkIn?.column, checkOut?.column])].flatMap(
    (column) => (column === undefined ? [] : [term(column)]),
  );

const exclude = (
  { draft, visits }: TripProgram,
  model: TripModel,
  index: number,
  frame: DayFrame,
  core: readonly Picked[],
  bound: readonly Term[],
): void => {
  const here = visits.slots.filter(({ day }) => day === index);
  const columns = new Map<SlotColumn, number>();
  for (const { candidate, part } of core) {
    const slot = here.find((one) => one.part === part && one.bundle.members.some((own) => own.candidate === candidate));
    if (!slot) return;
    columns.set(slot, (columns.get(slot) ?? 0) + 1);
  }
  const terms = [...columns].map(([slot, number]) => {
    if (slot.most === 1) return term(slot.column);
    // Whether as many of them are taken as do not fit.
    const many = yesNo(draft);
    atMost(draft, sumOf([term(slot.column)]), sumOf([term(many, slot.most)], number - 1));
    return term(many);
  });
  const heavier = heavierThan(frame, core, here, columns, model);
  const most = columns.size + bound.length - 1;
  atMost(draft, sumOf([...terms, ...heavier, ...bound]), sumOf([], most));
};

/** Sights that take at least as much of the day as each of those that do not fit; beside a meal, that proves nothing. */
const heavierThan = (
  frame: DayFrame,
  core: readonly Picked[],
  here: readonly SlotColumn[],
  columns: ReadonlyMap<SlotColumn, number>,
  model: TripModel,
): readonly Term[] => {
  if (core.some(({ part }) => part !== 'sight') || [...columns.keys()].some(({ most }) => most > 1)) return [];
  return here.flatMap((slot) => {
    const [first] = slot.bundle.members;
    if (slot.part !== 'sight' || slot.most > 1 || columns.has(slot) || !first) return [];
    const one = { candidate: first.candidate, part: slot.part };
    return core.every((pick) => takesMore(frame, one, pick, model)) ? [term(slot.column)] : [];
  });
};

/** Whether one takes at least as long as the other and can be had at no other time. */
const takesMore = (frame: DayFrame, one: Picked, other: Picked, { facts, needs }: TripModel): boolean => {
  const visit = ({ candidate, part }: Picked) => visitOf(candidate, cityOf(candidate, facts), part, needs, frame);
  const [mine, its] = [visit(one), visit(other)];
  return (
    mine.minutes >= its.minutes &&
    mine.windows.every(({ from, to }) => its.windows.some((window) => window.from <= from && to <= window.to))
  );
};
