import type { PlanAsked } from '../asked.ts';
import { checkPlan } from '../check.ts';
import type { ItineraryItem, PlanCheck } from '../itinerary.ts';
import { wishFor } from '../wishes.ts';
import { checksOf, type Desk, deskOf, type EditablePlan, type Entry, failed } from './desk.ts';
import { gapsAfter } from './gaps-after.ts';
import type { PlanEdit } from './plan-edit.ts';

/** Something that would work, in a few words, and the edit that does it. */
export interface Offer {
  readonly label: string;
  readonly edit: PlanEdit;
}

/** An edited plan, checked anew. `remarks` say what people should know beside the changes; `offers` what could come next. */
export interface Made {
  readonly ok: true;
  readonly plan: EditablePlan;
  readonly checks: readonly PlanCheck[];
  readonly remarks: readonly string[];
  readonly offers: readonly Offer[];
}

/** Why a plan stays as it is, and the nearest things that work. `unchanged`: there is nothing to do. */
export interface NotMade {
  readonly ok: false;
  readonly why: string;
  readonly offers: readonly Offer[];
  readonly unchanged?: boolean | undefined;
}

export type Edited = Made | NotMade;

export const refuse = (why: string, offers: readonly Offer[] = []): NotMade => ({ ok: false, why, offers });
export const unchanged = (why: string): NotMade => ({ ok: false, why, offers: [], unchanged: true });

/** The days of a plan with some of them changed, by their place. */
export type Changed = ReadonlyMap<number, readonly ItineraryItem[]>;

/**
 * The plan with the changed days, proved by the checker. A constraint that was broken before may stay so (a paper was taken
 * out since); one that held must hold still, or the change is refused with the checker's words.
 */
export const prove = (
  desk: Desk,
  changed: Changed,
  { asked = desk.plan.asked, remarks = [] }: { readonly asked?: PlanAsked; readonly remarks?: readonly string[] } = {},
): Edited => {
  const days = desk.plan.days.map((day, index) => ({ date: day.date, items: [...(changed.get(index) ?? day.items)] }));
  const { total, ...rest } = totalled({ ...desk.plan, days, asked }, desk);
  const next = deskOf({ ...rest, total }, desk.stated);
  const plan: EditablePlan = { ...next.plan, gaps: gapsAfter(desk, next) };
  const checks = checkPlan(plan, next.facts);
  const before = failed(checksOf(desk));
  const broken = checks.filter(({ ok, constraint }) => !ok && !before.has(constraint));
  return broken.length > 0
    ? refuse(`${broken.map(({ detail }) => detail).join('. ')}.`)
    : { ok: true, plan, checks, remarks, offers: [] };
};

const totalled = (plan: EditablePlan, { currency }: Pick<Desk, 'currency'>): EditablePlan => {
  const costs = plan.days.flatMap(({ items }) => items.flatMap(({ cost }) => cost ?? []));
  if (costs.length === 0 || currency === undefined) return { ...plan, total: undefined };
  return { ...plan, total: { amount: costs.reduce((sum, { amount }) => sum + amount, 0), currency } };
};

/** How much everyone together would like an entry; a meal without a place counts least. */
export const wishOf = ({ candidate }: Pick<Entry, 'candidate'>, { facts }: Desk): number =>
  candidate
    ? wishFor(
        candidate,
        facts.families,
        facts.families.map(() => true),
      )
    : 0;
