import { feasible } from './feasible.ts';
import { compare, type Fraction, lesser } from './fraction.ts';
import { type HeadToHead, headToHead } from './rules/schulze.ts';
import { byTurns, namesIn, type Settled, voters } from './settled.ts';
import { sayNumber } from './speak.ts';

/** Why an option comes first by the families' rankings. */
export const whyThisRank = (settled: Settled, winner: string): string => {
  const { checked, decision } = settled;
  const options = feasible(checked).map(({ id }) => id);
  const duels = headToHead(options, voters(settled));
  const rivals = options.filter((id) => id !== winner);
  if (decision.because === 'tie-by-turns') {
    const level = duels.winners.filter((id) => id !== winner);
    return `it is level with ${namesIn(settled, level)} one against one, and ${byTurns(settled, winner, level[0])}`;
  }
  if (rivals.length === 0) return 'it is the only one that all can have';
  if (decision.condorcet === winner) return `one against one it beats ${beaten(settled, duels, winner, rivals)}`;
  const weakest = rivals.map((id) => duels.reach(winner, id)).reduce(lesser);
  return `none beats every other one against one, but going from win to win it comes before each other more strongly than that one before it, by no win of fewer than ${sayNumber(weakest)}`;
};

/** `Pelican 2 to 1`, or of several the one that came nearest. */
const beaten = (settled: Settled, { over }: HeadToHead, winner: string, rivals: readonly string[]): string => {
  const lead = (id: string): readonly [Fraction, Fraction] => [over(winner, id), over(id, winner)];
  const [nearest = ''] = rivals.toSorted((a, b) => {
    const [[wonA, lostA], [wonB, lostB]] = [lead(a), lead(b)];
    return compare(lostB, lostA) || compare(wonA, wonB);
  });
  const [won, lost] = lead(nearest);
  const score = `${namesIn(settled, [nearest])} ${sayNumber(won)} to ${sayNumber(lost)}`;
  return rivals.length === 1 ? score : `every other, and ${score} at the nearest`;
};
