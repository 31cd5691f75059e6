import { listed } from '../listed.ts';
import { isGlad, type ScoreBallot, takesPart } from './ballot.ts';
import type { Decision } from './decide.ts';
import type { ConsensusFamily } from './facts.ts';
import { type Checked, sayBreaches } from './feasible.ts';
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

/** The options by what they are called. */
export const namesIn = ({ checked }: Settled, ids: readonly string[]): string =>
  listed(ids.map((id) => checked.find(({ option }) => option.id === id)?.option.text ?? id));

/** Why it is the turn of those who wanted `winner`, and not of those for its rival. */
export const byTurns = (settled: Settled, winner: string, rival: string | undefined): string => {
  const { decision, families, anonymous } = settled;
  if (rival === undefined) return 'it is the turn of those who wanted it';
  const level = (id: string): string => sayNumber(decision.levels.get(id) ?? ZERO);
  const glad = families.filter(({ id }) => gladOf(settled, winner).includes(id));
  if (!allComeTo(settled, winner) || !allComeTo(settled, rival))
    return `with this one the turns used come to ${level(winner)}, with ${namesIn(settled, [rival])} to ${level(rival)}, and the fewer go first`;
  const whose = anonymous ? 'the turn of those who wanted it' : `the turn of ${sayFamilies(glad)}`;
  return `it is ${whose}: with this one they come to ${counted(level(winner), 'turn')}, while with ${namesIn(settled, [rival])} its families would come to ${level(rival)}`;
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
export const plain = (settled: Settled): boolean =>
  voters(settled).every(
    ({ scores, weight }) =>
      Object.values(scores).every((score) => score === 1 || score === 5) &&
      (!weight || compare(weight, fractionOf(1)) === 0),
  );

/** The ballots that want anything. */
export const voters = ({ ballots }: Settled): readonly ScoreBallot[] => ballots.filter(takesPart);

/** The points of an option. */
export const sayAmount = ({ decision }: Settled, id: string | undefined): string =>
  sayNumber(decision.points.get(id ?? '') ?? ZERO);

/** `2 votes`, or points where votes are not all that counts. */
export const sayPoints = (settled: Settled, id: string | undefined): string =>
  counted(sayAmount(settled, id), plain(settled) ? 'vote' : 'point');

/** Options that somebody voted for and that were ruled out. */
export const ruledOut = ({ checked, ballots }: Settled): string =>
  checked
    .filter(({ option, breaches }) => breaches.length > 0 && ballots.some((ballot) => isGlad(ballot, option.id)))
    .map(({ option, breaches }) => `; ${option.text} was out, ${listed(sayBreaches(breaches))}`)
    .join('');
