import { listed } from '../listed.ts';
import { isGlad, type ScoreBallot, takesPart } from './ballot.ts';
import type { Decision } from './decide.ts';
import type { ConsensusFamily } from './facts.ts';
import { type Checked, feasible, sayBreaches } from './feasible.ts';
import { compare, fractionOf, ZERO } from './fraction.ts';
import { counted, sayFamilies, sayNumber } from './speak.ts';
import { type Turns, turnsOf } from './turns.ts';

/** All that one outcome came from. */
export interface Settled {
  readonly checked: readonly Checked[];
  readonly families: readonly Pick<ConsensusFamily, 'id' | 'name'>[];
  readonly ballots: readonly ScoreBallot[];
  /** What the families had used before this decision. */
  readonly before: Turns;
  readonly decision: Decision;
  /** Who voted for what is not said. */
  readonly anonymous?: boolean | undefined;
}

/**
 * Why it came out so, in one sentence that a child can follow and whose every number is the count's own. Limits that
 * ruled an option out are said without whose they are.
 */
export const explain = (settled: Settled): string => {
  const { decision, checked } = settled;
  const { winner, because, mostPoints, tied, condorcet } = decision;
  if (feasible(checked).length === 0) return nothingFits(checked);
  const names = (ids: readonly string[]): string =>
    listed(ids.map((id) => checked.find(({ option }) => option.id === id)?.option.text ?? id));
  if (winner === undefined) {
    if (because === 'nobody')
      return `Nobody voted${ruledOut(settled) === '' ? '' : ` for what all can have${ruledOut(settled)}`}.`;
    return `It's a tie between ${names(tied)}, ${sayPoints(settled, tied[0])} each, and it is nobody's turn before the others'${ruledOut(settled)}.`;
  }
  const rivals = mostPoints.filter((id) => id !== winner);
  const reasons: Readonly<Record<'most' | 'tie-by-turns' | 'turns', () => string>> = {
    most: () => byMost(settled, winner),
    'tie-by-turns': () =>
      `it is level with ${names(rivals)} at ${sayPoints(settled, winner)}, and ${byTurns(settled, winner, rivals[0], names)}`,
    turns: () =>
      `${names(rivals)} had ${sayPoints(settled, rivals[0])} to its ${sayAmount(settled, winner)}, but ${byTurns(settled, winner, rivals[0], names)}`,
  };
  const reason = because === 'most' || because === 'turns' ? reasons[because]() : reasons['tie-by-turns']();
  const duel =
    condorcet !== undefined && condorcet !== winner && !rivals.includes(condorcet)
      ? `; one against one, ${names([condorcet])} would beat every other`
      : '';
  return `${names([winner])} it is: ${reason}${duel}${ruledOut(settled)}.`;
};

const byMost = (settled: Settled, winner: string): string => {
  const { ballots, decision } = settled;
  const others = [...decision.points].filter(([id]) => id !== winner).map(([, points]) => points);
  const second = others.reduce((high, points) => (compare(points, high) > 0 ? points : high), ZERO);
  const rest = compare(second, ZERO) > 0 ? `no other has more than ${sayNumber(second)}` : 'no other has any';
  if (!plain(settled))
    return `${ruledOut(settled) === '' ? 'it' : 'of what all can have, it'} has the most points, ${sayAmount(settled, winner)}, and ${rest}`;
  if (ruledOut(settled) !== '')
    return `of what all can have it got the most, ${sayPoints(settled, winner)}, and ${rest}`;
  const glad = ballots.filter((ballot) => isGlad(ballot, winner)).length;
  const voted = voters(settled).length;
  if (glad === voted)
    return voted === 1 ? 'the one family that voted chose it' : `all ${voted} families that voted chose it`;
  return `${glad} of the ${voted} families that voted chose it, and ${rest}`;
};

const byTurns = (
  settled: Settled,
  winner: string,
  rival: string | undefined,
  names: (ids: readonly string[]) => string,
): string => {
  const { decision, families, anonymous } = settled;
  if (rival === undefined) return 'it is the turn of those who wanted it';
  const level = (id: string): string => sayNumber(decision.levels.get(id) ?? ZERO);
  const glad = families.filter(({ id }) => gladOf(settled, winner).includes(id));
  if (!allComeTo(settled, winner) || !allComeTo(settled, rival))
    return `with this one the turns used come to ${level(winner)}, with ${names([rival])} to ${level(rival)}, and the fewer go first`;
  const whose = anonymous ? 'the turn of those who wanted it' : `the turn of ${sayFamilies(glad)}`;
  return `it is ${whose}: with this one they come to ${counted(level(winner), 'turn')}, while with ${names([rival])} its families would come to ${level(rival)}`;
};

const gladOf = ({ ballots }: Settled, option: string): readonly string[] =>
  ballots.filter((ballot) => isGlad(ballot, option)).map(({ familyId }) => familyId);

/** Whether the families glad of an option, and they alone, come to exactly its level of turns. */
const allComeTo = (settled: Settled, option: string): boolean => {
  const { before, decision, ballots } = settled;
  const level = decision.levels.get(option) ?? ZERO;
  return (
    plain(settled) &&
    ballots.every((ballot) => !isGlad(ballot, option) || compare(turnsOf(before, ballot.familyId), level) <= 0)
  );
};

/** Whether every ballot is for some options and against the rest: then points are votes. */
const plain = (settled: Settled): boolean =>
  voters(settled).every(
    ({ scores, weight }) =>
      Object.values(scores).every((score) => score === 1 || score === 5) &&
      (!weight || compare(weight, fractionOf(1)) === 0),
  );

const voters = ({ ballots }: Settled): readonly ScoreBallot[] => ballots.filter(takesPart);

const sayAmount = ({ decision }: Settled, id: string | undefined): string =>
  sayNumber(decision.points.get(id ?? '') ?? ZERO);

const sayPoints = (settled: Settled, id: string | undefined): string =>
  counted(sayAmount(settled, id), plain(settled) ? 'vote' : 'point');

/** Options that somebody voted for and that were ruled out. */
const ruledOut = ({ checked, ballots }: Settled): string =>
  checked
    .filter(({ option, breaches }) => breaches.length > 0 && ballots.some((ballot) => isGlad(ballot, option.id)))
    .map(({ option, breaches }) => `; ${option.text} was out, ${listed(sayBreaches(breaches))}`)
    .join('');

const nothingFits = (checked: readonly Checked[]): string =>
  `None of these suits every family: ${checked
    .map(({ option, breaches }) => `${option.text} is ${listed(sayBreaches(breaches))}`)
    .join('; ')}.`;

/** How families are counted, for every result: `Each family counts once.` or by what and how much. */
export const sayWeights = (
  weighting: 'equal' | 'head-count' | 'budget-share',
  families: readonly { readonly name: string; readonly weight: number }[],
): string =>
  weighting === 'equal'
    ? 'Each family counts once.'
    : `Counted by ${weighting === 'head-count' ? 'people' : 'share of the budget'}: ${listed(
        families.map(({ name, weight }) => `${name} ${Math.round(weight * 100) / 100}`),
      )}.`;
