import { joyOf, type ScoreBallot, takesPart, weightOf } from './ballot.ts';
import { add, compare, divide, type Fraction, fraction, multiply, ONE, subtract, sumOf, ZERO } from './fraction.ts';

/**
 * What the families of a trip have had so far. Each decision costs one turn, carried by the families that are glad of
 * it (Phragmén's loads, over time); whoever has given way has used fewer turns than the others.
 */
export interface Turns {
  /** Turns used, by family. */
  readonly used: Readonly<Record<string, Fraction>>;
  /** What a family stands at that has taken part in nothing yet, or is new in the trip: level with the average. */
  readonly level: Fraction;
}

export const NO_TURNS: Turns = { used: {}, level: ZERO };

export const turnsOf = ({ used, level }: Turns, familyId: string): Fraction => used[familyId] ?? level;

/** A family's part in one decision: how much it would have of the option, and how much it counts. */
interface Carrier {
  readonly familyId: string;
  readonly used: Fraction;
  readonly strength: Fraction;
}

/** Weights scaled so that those who take part count one on average: a turn is worth the same in every decision. */
const carriers = (ballots: readonly ScoreBallot[], turns: Turns, option: string) => {
  const taking = ballots.filter(takesPart);
  const total = sumOf(taking.map(weightOf));
  const mean = taking.length === 0 ? ONE : divide(total, fraction(BigInt(taking.length)));
  return taking.flatMap((ballot): readonly Carrier[] => {
    const strength = multiply(joyOf(ballot, option), divide(weightOf(ballot), mean));
    const used = turnsOf(turns, ballot.familyId);
    return compare(strength, ZERO) > 0 ? [{ familyId: ballot.familyId, used, strength }] : [];
  });
};

/**
 * The turns that the families glad of an option come to when it is chosen: the decision's one turn is filled in where
 * least has been used, in proportion to weight and gladness. Less is fairer. `undefined` when nobody wants the option.
 */
export const levelWith = (ballots: readonly ScoreBallot[], turns: Turns, option: string): Fraction | undefined => {
  const lowFirst = [...carriers(ballots, turns, option)].sort((a, b) => compare(a.used, b.used));
  let strength = ZERO;
  let filled = ZERO;
  let level: Fraction | undefined;
  for (const carrier of lowFirst) {
    if (level && compare(carrier.used, level) >= 0) break;
    strength = add(strength, carrier.strength);
    filled = add(filled, multiply(carrier.strength, carrier.used));
    level = divide(add(ONE, filled), strength);
  }
  return level;
};

/** The turns after an option has been chosen. A family that took no part stays level with the average. */
export const turnsAfter = (ballots: readonly ScoreBallot[], turns: Turns, chosen: string): Turns => {
  const level = levelWith(ballots, turns, chosen);
  if (!level) return turns;
  const taking = ballots.filter(takesPart);
  const step = fraction(1n, BigInt(taking.length));
  const used: Record<string, Fraction> = {};
  for (const familyId of Object.keys(turns.used)) used[familyId] = add(turnsOf(turns, familyId), step);
  for (const ballot of taking) {
    const before = turnsOf(turns, ballot.familyId);
    const short = subtract(level, before);
    used[ballot.familyId] = compare(short, ZERO) > 0 ? add(before, multiply(joyOf(ballot, chosen), short)) : before;
  }
  return { used, level: add(turns.level, step) };
};
