import { GLAD, IF_NEED_BE, type ScoreBallot } from './ballot.ts';
import { againstIt } from './decide.ts';
import { compare, ZERO } from './fraction.ts';
import { byTurns, namesIn, plain, type Settled, sayAmount, sayPoints, voters } from './settled.ts';
import { counted, sayNumber } from './speak.ts';

/** Why a date won: who can come then, who can if need be, and what the next best had. */
export const whyTheseDays = (settled: Settled, winner: string): string => {
  const { points, mostPoints, because } = settled.decision;
  const can = sayWhoCan(voters(settled), winner);
  const rivals = mostPoints.filter((id) => id !== winner);
  const level = `it is level with ${namesIn(settled, rivals)} at ${sayPoints(settled, winner)}, "if need be" counting half`;
  if (because === 'fewest-against') {
    const [mine, theirs] = [winner, rivals[0] ?? winner].map((id) => sayNumber(againstIt(settled.ballots, id)));
    return `${level}, and fewer cannot come: ${mine} against ${theirs}`;
  }
  if (because === 'tie-by-turns') {
    const stillLevel = rivals.filter(
      (id) => compare(againstIt(settled.ballots, id), againstIt(settled.ballots, winner)) === 0,
    );
    return `${level}, and as many can come; ${byTurns(settled, winner, stillLevel[0])}`;
  }
  const others = [...points].filter(([id]) => id !== winner).map(([, has]) => has);
  const next = others.reduce((high, has) => (compare(has, high) > 0 ? has : high), ZERO);
  // Where no family said "if need be", those who can come are all that was counted.
  if (plain(settled))
    return `${can}, and no other has ${compare(next, ZERO) > 0 ? `more than ${sayNumber(next)}` : 'any'}`;
  return `${can}, which with "if need be" counting half comes to ${sayAmount(settled, winner)}, and no other has more than ${sayNumber(next)}`;
};

/** `3 families can come, 1 can if need be and 0 cannot`. */
const sayWhoCan = (ballots: readonly ScoreBallot[], option: string): string => {
  const scores = ballots.flatMap((ballot) => ballot.scores[option] ?? []);
  const yes = scores.filter((score) => score >= GLAD).length;
  const perhaps = scores.filter((score) => score >= IF_NEED_BE && score < GLAD).length;
  const no = scores.length - yes - perhaps;
  const silent = ballots.length - scores.length;
  return [
    `${counted(yes, 'family', 'families')} can come`,
    ...(perhaps > 0 ? [`${perhaps} can if need be`] : []),
    ...(no > 0 ? [`${no} cannot`] : []),
    ...(silent > 0 ? [`${silent} ${silent === 1 ? 'has' : 'have'} not said`] : []),
  ]
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ');
};
