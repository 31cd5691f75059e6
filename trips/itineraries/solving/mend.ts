import { type Cost, plus } from '../cost.ts';
import { type DraftDay, thinned, timesOf } from './draft-days.ts';
import type { Option, Slot } from './options.ts';
import { spentOn } from './spent.ts';
import type { Limits, TripModel } from './trip-program.ts';
import { SIGHTS_A_DAY } from './visits.ts';

/** How much all that was picked is wished for. */
export const worthOf = (days: readonly DraftDay[]): number =>
  days.reduce((sum, { picks }) => sum + picks.reduce((own, { worth }) => own + worth, 0), 0);

/**
 * Leaves out what does not fit a day's hours and puts the best of what is left where there is room for it. A choice
 * that was `unfinished` when the time ran out is filled up too. The same days when nothing changed.
 */
export const mend = (
  model: TripModel,
  limits: Limits,
  days: readonly DraftDay[],
  unfinished: boolean,
): readonly DraftDay[] => {
  const thin = days.map((day) => thinned(day, model));
  const fit = thin.every((day, index) => day === days[index]);
  return fit && !unfinished ? days : fill(model, limits, thin);
};

const affordable = ({ total, shares }: Cost, limits: Limits): boolean =>
  total <= limits.total && shares.every((share, index) => share <= (limits.shares[index] ?? Number.POSITIVE_INFINITY));

const fill = (model: TripModel, limits: Limits, days: readonly DraftDay[]): readonly DraftDay[] => {
  const filled = [...days];
  let { spent } = spentOn(model, days);
  const used = new Set(days.flatMap(({ picks }) => picks.map(({ candidate }) => candidate.id)));
  const most = ({ slots }: Option): number => Math.max(0, ...slots.map(({ worth }) => worth));
  const open = model.options
    .filter(({ candidate }) => !used.has(candidate.id))
    .sort((a, b) => most(b) - most(a) || (a.candidate.id < b.candidate.id ? -1 : 1));
  for (const option of open) {
    const slot = option.slots.find((one) => {
      const day = filled[one.day];
      return day && (!one.cost || affordable(plus(spent, one.cost), limits)) && holds(model, day, option, one);
    });
    const day = slot && filled[slot.day];
    if (!slot || !day) continue;
    if (slot.cost) spent = plus(spent, slot.cost);
    filled[slot.day] = {
      ...day,
      picks: [...day.picks, { candidate: option.candidate, part: slot.part, worth: slot.worth }],
    };
  }
  return filled;
};

/** Whether a day has room for an option at a part of it. */
export const holds = (model: TripModel, day: DraftDay, { candidate }: Option, { part, when }: Slot): boolean => {
  if (!when.includes(day.way)) return false;
  const same = day.picks.filter((pick) => pick.part === part).length;
  if (same >= (part === 'sight' ? SIGHTS_A_DAY[model.needs.pace] : 1)) return false;
  return timesOf(day.frame, [...day.picks, { candidate, part }], model) !== undefined;
};
