import type { Candidate } from './candidate.ts';
import type { Cost } from './cost.ts';
import type { DayFrame } from './day-frame.ts';
import { type DraftDay, readDays, timesOf } from './solving/draft-days.ts';
import type { Solve } from './solving/linear-program.ts';
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
  /** What found no place: no time or opening hour for it, or no money. */
  readonly left: readonly {
    readonly candidate: Candidate;
    readonly why: 'time' | 'money';
    readonly decided: boolean;
  }[];
}

/** What one solve may take. */
const SECONDS = 3;
/** How near to the best a choice must be, in wishes for each thing a day can hold: about a hundredth of all. */
const NEAR = 0.06;
/** Within half a cent the least cost is exact. */
export const EXACT = 0.004;
/** Choices that turn out not to fit the days' hours before the best of them, mended, is taken. */
const MOST_TRIES = 8;

/**
 * Chooses the way, the beds, the meals and the sights that meet the families' wishes best within the limits; `undefined`
 * when nothing can be had within them. The solver sees a day's hours only roughly: what does not fit them is ruled out
 * and it solves again, until every day fits or can be mended at no loss that matters.
 */
export const choose = (model: TripModel, limits: Limits, solve: Solve): Choice | undefined => {
  const within = NEAR * Math.max(10, model.dates.length * (SIGHTS_A_DAY[model.needs.pace] + 2));
  const seek = (purpose: Purpose['seek'], near: number): readonly DraftDay[] | undefined =>
    fitted(tripProgram(model, { seek: purpose, limits }), model, limits, near, solve);
  // Whether there is any plan is soon known, and a thrifty one is kept for when the time runs out.
  const thrifty = seek('least-cost', EXACT);
  const days = thrifty && (seek('wishes', within) ?? thrifty);
  return days && { days, ...spentOn(model, days), left: leftOut(model, days) };
};

/** Solves until every day fits its hours; `undefined` when nothing can be had. */
const fitted = (
  program: TripProgram,
  model: TripModel,
  limits: Limits,
  within: number,
  solve: Solve,
): readonly DraftDay[] | undefined => {
  let best: Mended | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const solved = solve(program.draft, { seconds: SECONDS, within });
    if (!('values' in solved)) break;
    const days = readDays(program, model, solved.values);
    const mended = mend(model, limits, days);
    if (hasAllAsked(model, mended.days) && (best === undefined || mended.lost < best.lost)) best = mended;
    // The longer it takes, the more may be lost.
    if (best !== undefined && best.lost <= within * (1 + tries)) break;
    for (const day of days.filter(({ frame, picks }) => !timesOf(frame, picks, model))) ruleOut(program, model, day);
  }
  return best?.days;
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
