import { isGlad, joyOf, type ScoreBallot, takesPart } from '../ballot.ts';
import type { ConsensusFamily, ConsensusOption } from '../facts.ts';
import { add, compare, type Fraction } from '../fraction.ts';
import { topByScore } from '../rules/weighted-score.ts';
import { capital, sayFamilies } from '../speak.ts';
import type { Compromise } from './compromise.ts';

/** A decision that can still be traded: its options that all can have, and how the families have voted. */
export interface Tradable {
  readonly question: string;
  readonly options: readonly ConsensusOption[];
  readonly ballots: readonly ScoreBallot[];
}

/**
 * Two decisions settled together: what goes to some families in the one makes up for the other. Proposed when the family
 * that fares worst over both would fare better than with most points in each. Families that did not vote in both stay out.
 */
export const trades = (
  first: Tradable,
  second: Tradable,
  families: readonly ConsensusFamily[],
): readonly Compromise[] => {
  const voters = families.filter(({ id }) => [first, second].every((one) => ballotOf(one, id)));
  const apart = [first, second].map(({ options, ballots }) => {
    const ids = options.map((option) => option.id);
    const [top] = topByScore(ids, ballots);
    return options.find(({ id }) => id === top);
  });
  const [x, y] = apart;
  if (voters.length < 2 || !x || !y) return [];
  const worst = (one: ConsensusOption, two: ConsensusOption): Fraction =>
    voters
      .map(({ id }) => add(joyIn(first, id, one), joyIn(second, id, two)))
      .reduce((low, joy) => (compare(joy, low) < 0 ? joy : low));
  const pairs = first.options.flatMap((one) => second.options.map((two) => ({ one, two, least: worst(one, two) })));
  const [best] = pairs.sort((a, b) => compare(b.least, a.least));
  if (!best || compare(best.least, worst(x, y)) <= 0) return [];
  const gladOf = (tradable: Tradable, option: ConsensusOption) =>
    voters.filter(({ id }) => {
      const ballot = ballotOf(tradable, id);
      return ballot && isGlad(ballot, option.id);
    });
  const part = (tradable: Tradable, option: ConsensusOption): string => {
    const glad = gladOf(tradable, option);
    return `${option.text} for "${tradable.question}"${glad.length > 0 ? `, as ${sayFamilies(glad)} wish` : ''}`;
  };
  return [
    {
      kind: 'trade',
      text: capital(`trade: ${part(first, best.one)}; and ${part(second, best.two)}.`),
      relatedOptions: [best.one.id, best.two.id],
      own: {},
    },
  ];
};

const ballotOf = ({ ballots }: Tradable, familyId: string): ScoreBallot | undefined =>
  ballots.find((ballot) => ballot.familyId === familyId && takesPart(ballot));

const joyIn = (tradable: Tradable, familyId: string, { id }: ConsensusOption): Fraction =>
  joyOf(ballotOf(tradable, familyId) ?? { scores: {} }, id);
