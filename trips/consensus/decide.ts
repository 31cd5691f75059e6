import { type ScoreBallot, takesPart } from './ballot.ts';
import { compare, type Fraction, inHundredths } from './fraction.ts';
import { headToHead } from './rules/schulze.ts';
import { topByScore, weightedScores } from './rules/weighted-score.ts';
import { levelWith, type Turns, turnsAfter } from './turns.ts';

/** What a decision was made by. */
export type Because =
  /** It has the most points, and no turn speaks against it. */
  | 'most'
  /** It shares the most points, and its families have used fewer turns. */
  | 'tie-by-turns'
  /** Another has more points, and this one's families have used fewer turns. */
  | 'turns'
  /** Several are level in points and in turns. */
  | 'tie'
  /** Nobody wants any of them. */
  | 'nobody';

/** How one of several options was chosen. */
export interface Decision {
  readonly because: Because;
  /** Absent for `tie` and `nobody`. */
  readonly winner?: string | undefined;
  /** The options that are level, on a `tie`. */
  readonly tied: readonly string[];
  /** Most points, before turns were looked at; several when they share them. */
  readonly mostPoints: readonly string[];
  /** Beats every other one against one, where there is one. */
  readonly condorcet?: string | undefined;
  /** Weighted points by option; a family of weight one gives 0 to 1. */
  readonly points: ReadonlyMap<string, Fraction>;
  /** The turns that each option would bring its families to; absent for one that nobody wants. */
  readonly levels: ReadonlyMap<string, Fraction>;
  /** What the families have used once it is done. */
  readonly turns: Turns;
}

/**
 * Chooses one option for all families. Every decision costs one turn, shared by those who are glad of it; the option
 * wins whose families come to the fewest turns with it (in hundredths, as people are told), of those the one with most
 * points. Among families that have used the same so far that is the one with most points. `options` are those that can
 * be chosen at all.
 */
export const decide = (options: readonly string[], given: readonly ScoreBallot[], turns: Turns): Decision => {
  const ballots = given.filter(takesPart);
  const points = weightedScores(options, ballots);
  const mostPoints = topByScore(options, ballots);
  const levels = new Map(
    options.flatMap((option) => {
      const level = levelWith(ballots, turns, option);
      return level ? [[option, level] as const] : [];
    }),
  );
  const shown = new Map([...levels].map(([option, level]) => [option, inHundredths(level)]));
  const fewest = best([...levels.keys()], (a, b) => compareIn(shown, a, b));
  const ahead = best(fewest, (a, b) => compareIn(points, b, a));
  const [winner] = ahead.length === 1 ? ahead : [];
  return {
    because: because(winner, ahead, mostPoints),
    winner,
    tied: ahead.length > 1 ? ahead : [],
    mostPoints,
    condorcet: ballots.length === 0 ? undefined : headToHead(options, ballots).condorcet,
    points,
    levels,
    turns: winner === undefined ? turns : turnsAfter(ballots, turns, winner),
  };
};

const because = (winner: string | undefined, ahead: readonly string[], mostPoints: readonly string[]): Because => {
  if (winner === undefined) return ahead.length > 1 ? 'tie' : 'nobody';
  if (!mostPoints.includes(winner)) return 'turns';
  return mostPoints.length > 1 ? 'tie-by-turns' : 'most';
};

const compareIn = (values: ReadonlyMap<string, Fraction>, a: string, b: string): number => {
  const [x, y] = [values.get(a), values.get(b)];
  return x && y ? compare(x, y) : 0;
};

/** The options that none comes before. */
const best = (options: readonly string[], order: (a: string, b: string) => number): readonly string[] =>
  options.filter((option) => options.every((other) => order(option, other) <= 0));
