import { isGlad, joyOf } from './ballot.ts';
import type { ConsensusOption } from './facts.ts';
import { add, compare, divide, type Fraction, fractionOf, toNumber, ZERO } from './fraction.ts';
import type { Wish } from './wishes.ts';

/** How far the families agree on one option. */
export interface Agreement {
  readonly optionId: string;
  /** By family that has voted: how much it would have of the option, 0 to 1. */
  readonly families: Readonly<Record<string, number>>;
  /** Families that are glad of it. */
  readonly glad: number;
  /** What the least happy of them would have, and the mean. */
  readonly least: number;
  readonly mean: number;
}

/**
 * A bar for each option and family, from ballots alone: what a family has not said, no bar shows. In an anonymous vote
 * only what all together would have is given.
 */
export const agreementOn = (
  options: readonly ConsensusOption[],
  wishes: readonly Wish[],
  anonymous = false,
): readonly Agreement[] => {
  const open = wishes.filter((wish) => wish.open);
  return options.map(({ id }) => {
    const joys = open.map((wish) => joyOf(wish, id));
    const least = joys.reduce<Fraction | undefined>(
      (low, joy) => (low && compare(low, joy) <= 0 ? low : joy),
      undefined,
    );
    return {
      optionId: id,
      families: anonymous
        ? {}
        : Object.fromEntries(open.map((wish, index) => [wish.familyId, toNumber(joys[index] ?? ZERO)])),
      glad: open.filter((wish) => isGlad(wish, id)).length,
      least: toNumber(least ?? ZERO),
      mean: open.length === 0 ? 0 : toNumber(divide(joys.reduce(add, ZERO), fractionOf(open.length))),
    };
  });
};

/** `####-` for four fifths: a bar in letters that every phone shows. */
export const bar = (share: number, width = 5): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '#'.repeat(full) + '-'.repeat(width - full);
};
