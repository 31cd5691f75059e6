import { joyOf, type ScoreBallot, weightOf } from '../ballot.ts';
import { add, compare, type Fraction, multiply, ZERO } from '../fraction.ts';

/** Points by option: the sum of what each family would have of it (0 to 1), times the family's weight. */
export const weightedScores = (
  options: readonly string[],
  ballots: readonly ScoreBallot[],
): ReadonlyMap<string, Fraction> =>
  new Map(
    options.map((option) => [
      option,
      ballots.reduce((sum, ballot) => add(sum, multiply(weightOf(ballot), joyOf(ballot, option))), ZERO),
    ]),
  );

/** The options with most points: several on a tie, none when no family wants any. */
export const topByScore = (options: readonly string[], ballots: readonly ScoreBallot[]): readonly string[] => {
  const points = weightedScores(options, ballots);
  const most = [...points.values()].reduce((high, value) => (compare(value, high) > 0 ? value : high), ZERO);
  return most.num === 0n ? [] : options.filter((option) => compare(points.get(option) ?? ZERO, most) === 0);
};
