import type { PlanningFacts } from '../planning-facts.ts';
import { runLate, startLater } from './day-times.ts';
import { type Desk, deskOf, type EditablePlan } from './desk.ts';
import { drop } from './drop.ts';
import { type Edited, type Made, prove } from './edited.ts';
import { lock, skip, unlock } from './holds.ts';
import { keepFree, lighten } from './keep-free.ts';
import { mend } from './mend.ts';
import { move } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { put } from './put.ts';
import { rainPlan } from './rain.ts';
import { replace } from './replace.ts';
import { split } from './split.ts';
import { swapDays } from './swap-days.ts';
import { swapThings } from './swap-things.ts';

export type DeskEdit = Exclude<PlanEdit, { kind: 'restore' }>;

const apply = (desk: Desk, edit: DeskEdit): Edited => {
  switch (edit.kind) {
    case 'move':
      return move(desk, edit);
    case 'put':
      return put(desk, edit);
    case 'replace':
      return replace(desk, edit);
    case 'swap':
      return swapThings(desk, edit);
    case 'swap-days':
      return swapDays(desk, edit);
    case 'drop':
      return drop(desk, edit);
    case 'start':
      return startLater(desk, edit);
    case 'free':
      return keepFree(desk, edit);
    case 'lighten':
      return lighten(desk, edit);
    case 'late':
      return runLate(desk, edit);
    case 'lock':
      return lock(desk, edit);
    case 'unlock':
      return unlock(desk, edit);
    case 'skip':
      return skip(desk, edit);
    case 'split':
      return split(desk, edit);
    case 'mend':
      return mend(desk);
    case 'rain':
      return rainPlan(desk, edit);
  }
};

/**
 * Changes a plan as asked and as little as it can: what nobody spoke of stays, times and all, unless room must be made. The
 * result is proved by the checker; what cannot be done says why, with the nearest things that work. `facts` are as the
 * papers and families have them, without what was asked of the plan.
 */
export const applyEdit = (plan: EditablePlan, facts: PlanningFacts, edit: DeskEdit): Edited =>
  apply(deskOf(plan, facts), edit);

/** An earlier plan taken up again in the place of this one, proved against the facts of today. */
export const restorePlan = (plan: EditablePlan, earlier: EditablePlan, facts: PlanningFacts): Edited => {
  const desk = deskOf(plan, facts);
  const changed = new Map(earlier.days.map(({ items }, day) => [day, items]));
  const made = prove(desk, changed, { asked: earlier.asked });
  return made.ok ? ({ ...made, plan: { ...made.plan, gaps: earlier.gaps } } satisfies Made) : made;
};
