import { PathfinderError } from '../pathfinder-error.ts';
import type { Candidate } from './candidate.ts';
import type { Cost } from './cost.ts';
import type { DayFrame } from './day-frame.ts';
import { type DraftDay, readDays, timesOf } from './solving/draft-days.ts';
import type { LinearProgram, Solve } from './solving/linear-program.ts';
import type { StayRun } from './solving/lodging.ts';
import { holds, type Mended, mend } from './solving/mend.ts';
import type { Part } from './solving/options.ts';
import { ruleOut } from './solving/rule-out.ts';
import { isFull } from './solving/situations.ts';
import { spentOn } from './solving/spent.ts';
import { type Limits, type Purpose, type TripModel, type TripProgram, tripProgram } from './solving/trip-program.ts';
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

/** What one solve may take when a plan is at hand already. */
const SECONDS = 3;
/** What it may take to find out whether there is any plan at all: that must be known. */
export const UNTIL_KNOWN = 12;
/** How near to the best a choice must be, in wishes for each thing a day can hold: about a hundredth of all. */
const NEAR = 0.06;
/** Within half a cent the least cost is exact. */
export const EXACT = 0.004;
/** Whether there is any plan is soon known when a thrifty one need not be the thriftiest. */
const THRIFTY = 200;
/** The way is chosen this much less exactly than what is done along it. */
const COARSE = 5;
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
  const seek = (purpose: Purpose['seek'], near: number, seconds: number): Fitted | undefined =>
    fitted(tripProgram(model, { seek: purpose, limits }), model, limits, near, seconds, solve);
  // A thrifty plan is kept, and filled up, for when the time runs out before a better one is found.
  const thrifty = seek('least-cost', THRIFTY, UNTIL_KNOWN);
  const filled = (days: readonly DraftDay[]): Fitted => ({
    days: mend(model, limits, days, true).days,
    met: 0,
    atMost: Number.POSITIVE_INFINITY,
  });
  const found = thrifty && (seek('wishes', within, SECONDS) ?? filled(thrifty.days));
  if (!found) return undefined;
  const { days, met, atMost } = found;
  const wishes = { met: Math.min(met, atMost), atMost };
  return { days, ...spentOn(model, days), wishes, left: leftOut(model, days) };
};

/** The search ended before it was known whether there is a plan; it may be tried again. */
export const outOfTime = (): PathfinderError =>
  new PathfinderError('internal', 'planning ran out of time before it was known whether there is a plan');

interface Fitted {
  readonly days: readonly DraftDay[];
  readonly met: number;
  readonly atMost: number;
}

/** Solves until every day fits its hours; `undefined` when nothing can be had. */
const fitted = (
  program: TripProgram,
  model: TripModel,
  limits: Limits,
  within: number,
  seconds: number,
  solve: Solve,
): Fitted | undefined => {
  let best: (Mended & { readonly met: number }) | undefined;
  let atMost = Number.POSITIVE_INFINITY;
  /** Where one goes and sleeps, once that is found; what is done there is then chosen anew for each try. */
  let settled: LinearProgram | undefined;
  const routed = program.days.some(([situation]) => situation?.column !== undefined);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const coarse = routed && settled === undefined;
    const solved = solve(settled ?? program.draft, { seconds, within: coarse ? COARSE * within : within });
    if (!('values' in solved)) {
      // Nothing found is not yet nothing there: only what is proved may be told.
      if (solved.status === 'unknown' && best === undefined && seconds === UNTIL_KNOWN) throw outOfTime();
      if (settled === undefined || best !== undefined) break;
      // Nothing fits the hours of that way: another is looked for.
      settled = undefined;
      continue;
    }
    if (settled === undefined) atMost = Math.min(atMost, solved.bound);
    if (coarse) {
      settled = withRoute(program, solved.values);
      continue;
    }
    const days = readDays(program, model, solved.values);
    const mended = mend(model, limits, days, solved.status === 'feasible');
    const met = solved.gain - mended.lost;
    if (hasAllAsked(model, mended.days) && (best === undefined || met > best.met)) best = { ...mended, met };
    // The longer it takes, the more may be lost.
    if (best !== undefined && best.lost <= within * (1 + tries)) break;
    for (const day of days.filter(({ frame, picks }) => !timesOf(frame, picks, model))) ruleOut(program, model, day);
    settled = best === undefined ? undefined : withRoute(program, solved.values);
  }
  return best && { days: best.days, met: best.met, atMost };
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
