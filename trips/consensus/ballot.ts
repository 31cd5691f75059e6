import { compare, type Fraction, fraction, ONE, ZERO } from './fraction.ts';

/** The worst and the best score of an option. */
export const LOWEST = 1;
export const HIGHEST = 5;
/** An option scored so or better is one the family is glad to have. */
export const GLAD = 4;
/** What a day is given on which a family can come if it must: halfway between no and yes. */
export const IF_NEED_BE = 3;

/** What is given to a date by whether the family can come then. */
export const DAY_SCORES = { yes: HIGHEST, 'if-need-be': IF_NEED_BE, no: LOWEST } as const;

/** What a family says of the options of one poll. */
export interface ScoreBallot {
  readonly familyId: string;
  /** {@link LOWEST} to {@link HIGHEST} by option; an option that is not named has the lowest. */
  readonly scores: Readonly<Record<string, number>>;
  /** How much the family counts; one when absent, more than zero. Only the proportions matter. */
  readonly weight?: Fraction | undefined;
}

/** A ballot for one option, or for several approved alike. */
export const choosing = (chosen: readonly string[]): ScoreBallot['scores'] =>
  Object.fromEntries(chosen.map((option) => [option, HIGHEST]));

/** A ballot that ranks options, the best first; those not ranked come last together. */
export const ranking = (ranked: readonly string[], count: number): ScoreBallot['scores'] =>
  Object.fromEntries(
    ranked.map((option, place) => [option, count < 2 ? HIGHEST : HIGHEST - ((HIGHEST - LOWEST) * place) / (count - 1)]),
  );

export const scoreOf = ({ scores }: Pick<ScoreBallot, 'scores'>, option: string): number => scores[option] ?? LOWEST;

/** Every step between two ranks of up to ten options, and every score from 1 to 5, is a whole number of these parts. */
const PARTS = 2_520;

/** How much the family would have of an option: 0 for the lowest score, 1 for the highest. */
export const joyOf = (ballot: Pick<ScoreBallot, 'scores'>, option: string): Fraction => {
  const share = (scoreOf(ballot, option) - LOWEST) / (HIGHEST - LOWEST);
  return fraction(BigInt(Math.round(Math.min(1, Math.max(0, share)) * PARTS)), BigInt(PARTS));
};

export const isGlad = (ballot: Pick<ScoreBallot, 'scores'>, option: string): boolean => scoreOf(ballot, option) >= GLAD;

/** Whether the ballot wants anything at all, be it something that cannot be had: otherwise the family sits this one out. */
export const takesPart = ({ scores }: Pick<ScoreBallot, 'scores'>): boolean =>
  Object.values(scores).some((score) => score > LOWEST);

/** How much a ballot counts; a weight that is not positive throws a RangeError. */
export const weightOf = ({ weight = ONE }: ScoreBallot): Fraction => {
  if (compare(weight, ZERO) <= 0) throw new RangeError('a weight must be more than zero');
  return weight;
};
