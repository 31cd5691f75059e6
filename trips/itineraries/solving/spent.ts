import { type Cost, costOf, nothing, plus } from '../cost.ts';
import { joining } from '../planning-facts.ts';
import type { DraftDay } from './draft-days.ts';
import type { StayColumn } from './lodging.ts';
import type { TripModel } from './trip-program.ts';

/** The beds of some days, and what everything on them costs. */
export const spentOn = (
  { facts, currency }: TripModel,
  days: readonly DraftDay[],
): { readonly stays: readonly StayColumn[]; readonly spent: Cost } => {
  const stays = days.flatMap(({ pays }) => pays);
  const costs = [
    ...stays.map(({ cost }) => cost),
    ...days.flatMap(({ frame, picks, leg, booked }) =>
      [...picks.map(({ candidate }) => candidate), ...booked, ...(leg ? [leg] : [])].map((candidate) =>
        costOf(candidate, facts.families, joining(candidate, facts.families, frame.date), currency),
      ),
    ),
  ];
  const spent = costs.reduce<Cost>((sum, cost) => (cost ? plus(sum, cost) : sum), nothing(facts.families));
  return { stays, spent };
};
