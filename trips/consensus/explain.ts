import { listed } from '../listed.ts';
import { isGlad } from './ballot.ts';
import type { Decision } from './decide.ts';
import { whyTheseDays } from './explain-days.ts';
import { whyThisRank } from './explain-ranks.ts';
import { type Checked, feasible, sayBreaches } from './feasible.ts';
import { compare, ZERO } from './fraction.ts';
import { byTurns, namesIn, plain, ruledOut, type Settled, sayAmount, sayPoints, voters } from './settled.ts';
import { sayNumber } from './speak.ts';

/**
 * Why it came out so, in one sentence that a child can follow and whose every number is the count's own. Limits that
 * ruled an option out are said without whose they are.
 */
export const explain = (settled: Settled): string => {
  const { decision, checked } = settled;
  const { winner, because, tied } = decision;
  if (feasible(checked).length === 0) return nothingFits(checked);
  if (because === 'nobody')
    return `Nobody voted${ruledOut(settled) === '' ? '' : ` for what all can have${ruledOut(settled)}`}.`;
  if (winner === undefined)
    return `It's a tie between ${namesIn(settled, tied)}, ${LEVEL[decision.by](settled, tied)}, and it is nobody's turn before the others'${ruledOut(settled)}.`;
  return `${namesIn(settled, [winner])} it is: ${WHY[decision.by](settled, winner)}${ruledOut(settled)}.`;
};

/** In what options are level that tie. */
const LEVEL: Readonly<Record<Decision['by'], (settled: Settled, tied: readonly string[]) => string>> = {
  turns: (settled, [first]) => `${sayPoints(settled, first)} each`,
  'one-against-one': () => 'level one against one',
  days: (settled, [first]) => `${sayPoints(settled, first)} each and as many who cannot come`,
};

const whyByTurns = (settled: Settled, winner: string): string => {
  const { because, mostPoints, condorcet } = settled.decision;
  const rivals = mostPoints.filter((id) => id !== winner);
  const turn = byTurns(settled, winner, rivals[0]);
  const reason =
    because === 'most'
      ? byMost(settled, winner)
      : because === 'turns'
        ? `${namesIn(settled, rivals)} had ${sayPoints(settled, rivals[0])} to its ${sayAmount(settled, winner)}, but ${turn}`
        : `it is level with ${namesIn(settled, rivals)} at ${sayPoints(settled, winner)}, and ${turn}`;
  const duel =
    condorcet !== undefined && condorcet !== winner && !rivals.includes(condorcet)
      ? `; one against one, ${namesIn(settled, [condorcet])} would beat every other`
      : '';
  return `${reason}${duel}`;
};

const WHY: Readonly<Record<Decision['by'], (settled: Settled, winner: string) => string>> = {
  turns: whyByTurns,
  'one-against-one': whyThisRank,
  days: whyTheseDays,
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
    return voted === 1
      ? 'the one family that voted chose it'
      : `${voted === 2 ? 'both' : `all ${voted}`} families that voted chose it`;
  return `${glad} of the ${voted} families that voted chose it, and ${rest}`;
};

const nothingFits = (checked: readonly Checked[]): string =>
  `None of these suits every family: ${checked
    .map(({ option, breaches }) => {
      // A limit of the trip is a sentence of its own: `Thu 3 Jun is outside the trip`.
      const sentence = breaches.some(({ familyId }) => familyId === undefined);
      return `${option.text}${sentence ? ':' : ' is'} ${listed(sayBreaches(breaches))}`;
    })
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
