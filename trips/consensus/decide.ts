import { LOWEST, type ScoreBallot, scoreOf, takesPart, weightOf } from './ballot.ts';
import { compare, type Fraction, inHundredths, sumOf } from './fraction.ts';
import { headToHead } from './rules/schulze.ts';
import { topByScore, weightedScores } from './rules/weighted-score.ts';
import { levelWith, type Turns, turnsAfter } from './turns.ts';

/** What a decision was made by. */
export type Because =
  /** It alone comes first by what the rule counts, and no turn speaks against it. */
  | 'most'
  /** It shares the most points, and the fewest families cannot have it. */
  | 'fewest-against'
  /** It shares the first place, and its families have used fewer turns. */
  | 'tie-by-turns'
  /** Another has more points, and this one's families have used fewer turns. */
  | 'turns'
  /** Several are level in points and in turns. */
  | 'tie'
  /** Nobody wants any of them. */
  | 'nobody';

/** How one of several options was chosen. */
export interface Decision {
  readonly by: Rule;
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

/** What settles a question among options that can be had at all; `decide` says how each does. */
export type Rule = 'turns' | 'one-against-one' | 'days';

/**
 * Chooses one option for all families. Every decision costs one turn, shared by those who are glad of it.
 *
 * - `turns`: the option wins whose families come to the fewest turns with it (in hundredths, as people are told), of those
 *   the one with most points. Among families that have used the same so far that is the one with most points.
 * - `one-against-one`: the one that comes before every other as Schulze counts rankings.
 * - `days`: the one with most points, which are families that can come, and half of those that can if need be; of several
 *   the one on which fewest cannot.
 *
 * Where the last two leave several, the fewest turns go first. `options` are those that can be chosen at all.
 */
export const decide = (
  options: readonly string[],
  given: readonly ScoreBallot[],
  turns: Turns,
  by: Rule = 'turns',
): Decision => {
  const ballots = given.filter(takesPart);
  const points = weightedScores(options, ballots);
  const mostPoints = topByScore(options, ballots);
  const levels = new Map(
    options.flatMap((option) => {
      const level = levelWith(ballots, turns, option);
      return level ? [[option, level] as const] : [];
    }),
  );
  const duels = ballots.length === 0 ? undefined : headToHead(options, ballots);
  const { ahead, because } = RULES[by]({ ballots, points, mostPoints, levels, strongest: duels?.winners ?? [] });
  const [winner] = ahead.length === 1 ? ahead : [];
  return {
    by,
    because,
    winner,
    tied: ahead.length > 1 ? ahead : [],
    mostPoints,
    condorcet: duels?.condorcet,
    points,
    levels,
    turns: winner === undefined ? turns : turnsAfter(ballots, turns, winner),
  };
};

/** The weight of the families that can have nothing of an option. */
export const againstIt = (ballots: readonly ScoreBallot[], option: string): Fraction =>
  sumOf(ballots.filter((ballot) => takesPart(ballot) && scoreOf(ballot, option) === LOWEST).map(weightOf));

interface Count extends Pick<Decision, 'points' | 'mostPoints' | 'levels'> {
  readonly ballots: readonly ScoreBallot[];
  /** Schulze's winners. */
  readonly strongest: readonly string[];
}

interface Ahead extends Pick<Decision, 'because'> {
  readonly ahead: readonly string[];
}

const RULES: Readonly<Record<Rule, (count: Count) => Ahead>> = {
  turns: (count) => {
    const { points, mostPoints, levels } = count;
    const ahead = best(fewestTurns(count, [...levels.keys()]), (a, b) => compareIn(points, b, a));
    const [winner] = ahead.length === 1 ? ahead : [];
    if (winner === undefined) return { ahead, because: ahead.length > 1 ? 'tie' : 'nobody' };
    if (!mostPoints.includes(winner)) return { ahead, because: 'turns' };
    return { ahead, because: mostPoints.length > 1 ? 'tie-by-turns' : 'most' };
  },
  'one-against-one': (count) => settledByTurns(count, count.strongest),
  days: (count) => {
    const { ballots, mostPoints } = count;
    const fewest = best(mostPoints, (a, b) => compare(againstIt(ballots, a), againstIt(ballots, b)));
    return mostPoints.length > 1 && fewest.length === 1
      ? { ahead: fewest, because: 'fewest-against' }
      : settledByTurns(count, fewest);
  },
};

/** Of several that are level those whose families have used the fewest turns. */
const settledByTurns = (count: Count, level: readonly string[]): Ahead => {
  if (level.length <= 1) return { ahead: level, because: level.length === 0 ? 'nobody' : 'most' };
  const ahead = fewestTurns(count, level);
  return { ahead, because: ahead.length === 1 ? 'tie-by-turns' : 'tie' };
};

const fewestTurns = ({ levels }: Pick<Count, 'levels'>, among: readonly string[]): readonly string[] => {
  const shown = new Map([...levels].map(([option, level]) => [option, inHundredths(level)]));
  return best(among, (a, b) => compareIn(shown, a, b));
};

const compareIn = (values: ReadonlyMap<string, Fraction>, a: string, b: string): number => {
  const [x, y] = [values.get(a), values.get(b)];
  return x && y ? compare(x, y) : 0;
};

/** The options that none comes before. */
const best = (options: readonly string[], order: (a: string, b: string) => number): readonly string[] =>
  options.filter((option) => options.every((other) => order(option, other) <= 0));
