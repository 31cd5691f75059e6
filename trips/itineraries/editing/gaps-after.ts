import { gapsOfDays } from '../gaps.ts';
import type { Desk } from './desk.ts';

/** What is still open in an edited plan: what its days leave open now, and what was open before for other reasons. */
export const gapsAfter = (before: Desk, after: Desk): readonly string[] => {
  const of = ({ plan, facts, needs, frames, currency }: Desk): readonly string[] =>
    gapsOfDays(facts, needs, frames, plan.days, currency);
  const old = new Set(of(before));
  const now = of(after);
  return [...before.plan.gaps.filter((gap) => !old.has(gap) && !now.includes(gap)), ...now];
};
