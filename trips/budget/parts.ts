import { divide } from '../expenses/divide.ts';
import type { FamilyId } from '../ids.ts';
import type { BudgetSplit, Participation } from '../trips/trip.ts';

type Seat = Pick<Participation, 'familyId' | 'heads'>;

/**
 * Each family's part of an amount in minor units: the same for each, by its number of people, or by agreed shares, where
 * one that is not named has one. The parts add up to the amount.
 */
export const partsBy = (
  amount: number,
  split: BudgetSplit,
  among: readonly Seat[],
): Readonly<Record<FamilyId, number>> => {
  const weight = ({ familyId, heads }: Seat): number =>
    split.by === 'family' ? 1 : split.by === 'head' ? heads : (split.shares[familyId] ?? 1);
  const parts = divide(amount, among.map(weight));
  return Object.fromEntries(among.map(({ familyId }, index) => [familyId, parts[index] ?? 0]));
};
