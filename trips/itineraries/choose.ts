import { PathfinderError } from '../pathfinder-error.ts';
import type { Candidate } from './candidate.ts';
import type { Cost } from './cost.ts';
import type { DayFrame } from './day-frame.ts';
import { type DraftDay, readDays, timesOf } from './solving/draft-days.ts';
import { gainOf } from './solving/gain-of.ts';
import type { LinearProgram, Solve, Solved } from './solving/linear-program.ts';
import type { StayRun } from './solving/lodging.ts';
import { holds, mend, worthOf } from './solving/mend.ts';
import type { Part } from './solving/options.ts';
import { questionsOf } from './solving/questions.ts';
import { ruleOut } from './solving/rule-out.ts';
import { isFull } from './solving/situations.ts';
import { spentOn } from './solving/spent.ts';
import { type Limits, type TripModel, type TripProgram, tripProgram } from './solving/trip-program.ts';
import { SIGHTS_A_DAY } from './solving/visits.ts';

/** Something chosen for a part of a day. */
export interface Pick {
  readonly candidate: Candidate;
  readonly part: Part;
}

/** What was chosen for one day. */
export interface DayChoice {
  readonly frame: DayFrame;
  readonly picks: readonly Pick[];
  readonly leg?: Candidate | undefined;
  readonly checkIn?: StayRun | undefined;
  readonly checkOut?: StayRun | undefined;
  /** The stays that are paid that day. */
  readonly pays: readonly StayRun[];
}

export interface Choice {
  readonly days: readonly DayChoice[];
  readonly stays: readonly StayRun[];
  readonly spent: Cost;
  /** How well wishes are met, and how well they could be at best. */
  readonly wishes: { readonly met: number; readonly atMost: number };
  /** What found no place: no time or opening hour for it, or no money. */
  readonly left: readonly {
    readonly candidate: Candidate;
    readonly why: 'time' | 'money';
    readonly decided: boolean;
  }[];
}

/** What one solve may take, in seconds of the processor, while there is another way to a plan. */
const SECONDS = 3;
/** What it may take to find out whether there is any plan at all: that must be known. */
export const UNTIL_KNOWN = 12;
/** How near to the best a choice must be, in wishes for each thing a day can hold: about a hundredth of all. */
const NEAR = 0.06;
/** A search that takes long may leave five times as much: half a cent, within which the least cost is exact. */
export const EXACT = 0.001;
/** Whether there is any plan is soon known when a thrifty one need not be the thriftiest. */
const THRIFTY = 200;
/** Choices that turn out not to fit the days' hours before the best of them, mended, is taken. */
const MOST_TRIES = 8;

/**
 * Chooses the way, the beds, the meals and the sights that meet the families' wishes best within the limits; `undefined`
 * when it is proved that nothing can be had within them. Throws `internal` when the time runs out before that is known.
 * The solver sees a day's hours only roughly: what does not fit them is ruled out
 * and it solves again, until every day fits or can be mended at no loss that matters.
 */
export const choose = (model: TripModel, limits: Limits, solve: Solve): Choice | undefined => {
  const within = NEAR * Math.max(10, model.dates.length * (SIGHTS_A_DAY[model.needs.pace] + 2));
  const filled = (days: readonly DraftDay[]): Fitted => ({
    days: mend(model, limits, days, true),
    met: 0,
    atMost: Number.POSITIVE_INFINITY,
  });
  const best = fitted(tripProgram(model, { seek: 'wishes', limits }), model, limits, within, SECONDS, solve);
  if (best === 'none') return undefined;
  // When nothing is found in the time there is, any plan will do, filled up; or the proof that there is none.
  const thrifty = best ? undefined : thriftiest(model, limits, solve);
  const found = best ?? (thrifty && filled(thrifty.days));
  if (!found) return undefined;
  const { days, met, atMost } = found;
  const wishes = { met: Math.min(met, atMost), atMost };
  return { days, ...spentOn(model, days), wishes, left: leftOut(model, days) };
};

/** Whether anything can be chosen within the limits, whatever is wished for. Throws as `choose` does. */
export const canChoose = (model: TripModel, limits: Limits, solve: Solve): boolean =>
  thriftiest(model, limits, solve) !== undefined;

const thriftiest = (model: TripModel, limits: Limits, solve: Solve): Fitted | undefined => {
  const program = tripProgram(model, { seek: 'least-cost', limits });
  const found = fitted(program, model, limits, THRIFTY, UNTIL_KNOWN, solve);
  return found === 'none' ? undefined : found;
};

/** The search ended before it was known whether there is a plan; it may be tried again. */
export const outOfTime = (): PathfinderError =>
  new PathfinderError('internal', 'planning ran out of time before it was known whether there is a plan');

type Found = Extract<Solved, { readonly gain: number }>;

/** Days that fit their hours, and how well they meet the wishes. */
interface Met {
  readonly days: readonly DraftDay[];
  readonly met: number;
}

interface Fitted extends Met {
  readonly atMost: number;
}

/** Solves until every day fits its hours; `none` when it is proved that nothing satisfies the rows, `undefined` when nothing was found. */
const fitted = (
  program: TripProgram,
  model: TripModel,
  limits: Limits,
  within: number,
  seconds: number,
  solve: Solve,
): Fitted | 'none' | undefined => {
  let best: Met | undefined;
  let atMost = Number.POSITIVE_INFINITY;
  /** Where one goes and sleeps, once that is found; what is done there is then chosen anew for each try. */
  let settled: LinearProgram | undefined;
  const whole: LinearProgram = { ...program.draft, questions: questionsOf(program) };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const solved = solve(settled ?? whole, { seconds, within });
    if (!('values' in solved)) {
      // Nothing found is not yet nothing there: only what is proved may be told.
      if (solved.status === 'unknown' && best === undefined && seconds === UNTIL_KNOWN) throw outOfTime();
      if (solved.status === 'infeasible' && tries === 0) return 'none';
      if (settled === undefined || best !== undefined) break;
      // Nothing fits the hours of that way: another is looked for.
      settled = undefined;
      continue;
    }
    if (settled === undefined) atMost = Math.min(atMost, solved.bound);
    const days = readDays(program, model, solved.values);
    const tried = bestOf(program, model, limits, days, solved, solve);
    if (hasAllAsked(model, tried.days) && (best === undefined || tried.met > best.met)) best = tried;
    // The longer it takes, the more may be lost.
    if (best !== undefined && solved.gain - best.met <= within * (1 + tries)) break;
    for (const day of days.filter(({ frame, picks }) => !timesOf(frame, picks, model))) ruleOut(program, model, day);
    settled = best === undefined ? undefined : withRoute(program, solved.values);
  }
  return best && { days: best.days, met: best.met, atMost };
};

/** The days as they were chosen when they fit, or mended; where both can be, what meets the wishes better. */
const bestOf = (
  program: TripProgram,
  model: TripModel,
  limits: Limits,
  days: readonly DraftDay[],
  { status, gain, values }: Found,
  solve: Solve,
): Met => {
  const asTheyAre = { days, met: gain };
  const mended = mend(model, limits, days, status === 'feasible');
  if (mended === days) return asTheyAre;
  // What fits the hours though the program does not know it can only be told by what was wished for.
  const met = gainOf(program, mended, values, solve) ?? gain - Math.max(0, worthOf(days) - worthOf(mended));
  return met < gain && days.every(({ frame, picks }) => timesOf(frame, picks, model))
    ? asTheyAre
    : { days: mended, met };
};

/** The program with the way and the beds as a solution has them. */
const withRoute = ({ draft, days, stays }: TripProgram, values: readonly number[]): LinearProgram => {
  const fixed = new Set([...days.flat(), ...stays].flatMap(({ column }) => column ?? []));
  return {
    rows: draft.rows,
    columns: draft.columns.map((column, index) => {
      const value = Math.round(values[index] ?? 0);
      return fixed.has(index) ? { ...column, lower: value, upper: value } : column;
    }),
  };
};

/** Whether the days still have what was asked for, whatever was left out for want of time. */
const hasAllAsked = ({ facts }: TripModel, days: readonly DraftDay[]): boolean => {
  const { everyFullDay, rules = [] } = facts.trip;
  const eaten = new Set(days.flatMap(({ picks }) => picks.flatMap(({ candidate }) => candidate.cuisines ?? [])));
  if (rules.some((rule) => rule.kind === 'cuisine' && !eaten.has(rule.cuisine))) return false;
  if (!everyFullDay) return true;
  return days.every(({ situation, picks, frame }) => {
    if (!isFull(situation, days.length)) return true;
    const of = (part: Part): number => picks.filter((pick) => pick.part === part).length;
    return (
      of('sight') >= everyFullDay.sights &&
      everyFullDay.meals.every((part) => of(part) > 0 || !frame.meals.includes(part))
    );
  });
};

/** What was not chosen, and whether a day would have had room for it. */
const leftOut = (model: TripModel, days: readonly DraftDay[]): Choice['left'] => {
  const chosen = new Set(days.flatMap(({ picks }) => picks.map(({ candidate }) => candidate.id)));
  return model.all
    .filter(({ candidate }) => !chosen.has(candidate.id))
    .map((option) => ({
      candidate: option.candidate,
      why: option.slots.some((slot) => {
        const day = days[slot.day];
        return day !== undefined && holds(model, day, option, slot);
      })
        ? 'money'
        : 'time',
      decided: option.pick !== undefined,
    }));
};
