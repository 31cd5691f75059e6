import { type ScoreBallot, scoreOf, weightOf } from '../ballot.ts';
import { add, compare, type Fraction, lesser, ZERO } from '../fraction.ts';

/** How options fare against each other, one against one. */
export interface HeadToHead {
  /** Beats every other option one against one; most votes have one, none has two. */
  readonly condorcet?: string | undefined;
  /** The winners by Schulze's method: the Condorcet winner alone where there is one. */
  readonly winners: readonly string[];
  /** How strongly `option` comes before `other`, be it by way of others: the weakest win of the strongest such way. */
  reach(option: string, other: string): Fraction;
  /** The weight of the families that score `option` above `other`. */
  over(option: string, other: string): Fraction;
}

/**
 * Compares the options one against one by the families' scores, of which only the order matters, and finds Schulze's
 * winners by strongest paths (winning votes): https://doi.org/10.1007/s00355-010-0475-4
 */
export const headToHead = (options: readonly string[], ballots: readonly ScoreBallot[]): HeadToHead => {
  const table = new Map(
    options.map((option) => [
      option,
      new Map(
        options.map((other) => [
          other,
          ballots.reduce(
            (sum, ballot) => (scoreOf(ballot, option) > scoreOf(ballot, other) ? add(sum, weightOf(ballot)) : sum),
            ZERO,
          ),
        ]),
      ),
    ]),
  );
  const over = (option: string, other: string): Fraction => table.get(option)?.get(other) ?? ZERO;
  const beats = (option: string, other: string): boolean => compare(over(option, other), over(other, option)) > 0;
  const paths = strongestPaths(options, (option, other) => (beats(option, other) ? over(option, other) : ZERO));
  return {
    condorcet: options.find((option) => options.every((other) => other === option || beats(option, other))),
    winners: options.filter((option) =>
      options.every((other) => other === option || compare(paths(option, other), paths(other, option)) >= 0),
    ),
    reach: paths,
    over,
  };
};

const strongestPaths = (
  options: readonly string[],
  direct: (option: string, other: string) => Fraction,
): ((option: string, other: string) => Fraction) => {
  const paths = new Map(options.map((one) => [one, new Map(options.map((other) => [other, direct(one, other)]))]));
  const strength = (one: string, other: string): Fraction => paths.get(one)?.get(other) ?? ZERO;
  for (const via of options) {
    for (const from of options) {
      for (const to of options) {
        if (from === to || from === via || to === via) continue;
        const round = lesser(strength(from, via), strength(via, to));
        if (compare(round, strength(from, to)) > 0) paths.get(from)?.set(to, round);
      }
    }
  }
  return strength;
};
