import { listed } from '../listed.ts';
import { isGlad, type ScoreBallot, takesPart, weightOf } from './ballot.ts';
import type { ConsensusFamily, ConsensusOption } from './facts.ts';
import { compare, divide, fractionOf, sumOf, ZERO } from './fraction.ts';
import type { Profile } from './profile.ts';
import { equalSharesInOrder, type Purchase } from './rules/equal-shares.ts';
import { equalSharesWithinBudget } from './rules/equal-shares-with-costs.ts';
import { capital, counted, sayFamilies, sayNumber } from './speak.ts';
import { type Turns, turnsAfter } from './turns.ts';

/** Several options chosen together, in the order in which they were. */
export interface SeveralChosen {
  readonly chosen: readonly Purchase[];
  readonly turns: Turns;
}

const approvals = (options: readonly string[], ballots: readonly ScoreBallot[]): Profile => ({
  options,
  ballots: ballots.filter(takesPart).map((ballot) => ({
    voter: ballot.familyId,
    approves: options.filter((option) => isGlad(ballot, option)),
    weight: weightOf(ballot),
  })),
});

const after = (ballots: readonly ScoreBallot[], start: Turns, chosen: readonly string[]) =>
  chosen.reduce((turns, option) => turnsAfter(ballots, turns, option), start);

/**
 * Chooses `count` of the options that can be chosen (all, when there are no more) by the Method of Equal Shares: every
 * family has the same part of the choices to spend, weighed by how much it counts; what is left goes to most approvals.
 */
export const decideSeveral = (
  options: readonly string[],
  ballots: readonly ScoreBallot[],
  count: number,
  turns: Turns,
): SeveralChosen => {
  if (options.length === 0) return { chosen: [], turns };
  const chosen = equalSharesInOrder(approvals(options, ballots), Math.min(count, options.length));
  return {
    chosen,
    turns: after(
      ballots,
      turns,
      chosen.map(({ option }) => option),
    ),
  };
};

/**
 * Chooses what a budget (minor units, all families together) can pay, every family having the same part of it to spend.
 * An option without a price for all, or above zero, cannot be chosen so.
 */
export const decideWithin = (
  costs: Readonly<Record<string, number>>,
  ballots: readonly ScoreBallot[],
  budget: number,
  turns: Turns,
): { readonly chosen: readonly string[]; readonly turns: Turns } => {
  const options = Object.keys(costs).filter((option) => (costs[option] ?? 0) > 0);
  const chosen = equalSharesWithinBudget(approvals(options, ballots), { costs, budget });
  return { chosen, turns: after(ballots, turns, chosen) };
};

/** Why these were chosen, in one sentence whose numbers are those of {@link decideSeveral}. */
export const explainSeveral = (
  { chosen }: SeveralChosen,
  options: readonly ConsensusOption[],
  families: readonly Pick<ConsensusFamily, 'id' | 'name'>[],
  ballots: readonly ScoreBallot[],
): string => {
  if (chosen.length === 0) return 'Nothing could be chosen.';
  const textOf = (id: string): string => options.find((option) => option.id === id)?.text ?? id;
  const voted = ballots.filter(takesPart);
  const total = sumOf(voted.map(weightOf));
  const equal = voted.every((ballot) => compare(weightOf(ballot), weightOf(voted[0] ?? ballot)) === 0);
  const share =
    equal && compare(total, ZERO) > 0 ? divide(fractionOf(chosen.length), fractionOf(voted.length)) : undefined;
  const gave = chosen.map(({ option, paidBy }) => {
    const payers = families.filter(({ id }) => paidBy[id]);
    return payers.length > 0
      ? `${textOf(option)} for ${sayFamilies(payers)}`
      : `${textOf(option)} for the ${counted(voted.filter((ballot) => isGlad(ballot, option)).length, 'family', 'families')} that wanted it besides`;
  });
  const had = share
    ? `each of the ${counted(voted.length, 'family', 'families')} that voted had ${sayNumber(share)} of the ${counted(chosen.length, 'choice')} to give`
    : `the families had the ${counted(chosen.length, 'choice')} to give by how much they count`;
  return `${capital(listed(chosen.map(({ option }) => textOf(option))))}: ${had}, and that chose ${listed(gave)}.`;
};
