import { divide, type Fraction, fraction, subtract, sumOf } from '../consensus/fraction.ts';
import { type Turns, turnsOf } from '../consensus/turns.ts';

/** How much one turn less than the others makes a family's wishes count for more, and how far that goes. */
const A_TURN = 0.25;
const LEAST = 0.5;
const MOST = 2;

const number = ({ num, den }: Fraction): number => Number(num) / Number(den);

/**
 * How much each family's wishes count in a plan: one that has given way in the trip's decisions has used fewer turns
 * than the others, and counts for more. 1 for all while nothing has been decided.
 */
export const weightsFrom = (turns: Turns, familyIds: readonly string[]): ReadonlyMap<string, number> => {
  const used = familyIds.map((id) => turnsOf(turns, id));
  const mean = divide(sumOf(used), fraction(BigInt(Math.max(1, used.length))));
  return new Map(
    familyIds.map((id) => {
      const behind = number(subtract(mean, turnsOf(turns, id)));
      return [id, Math.min(MOST, Math.max(LEAST, 1 + A_TURN * behind))];
    }),
  );
};
