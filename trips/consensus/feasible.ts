import { isGlad, type ScoreBallot } from './ballot.ts';
import { type Breach, breachesOf, type Constraint, leftOf, tripBreachesOf } from './constraints.ts';
import type { ConsensusFamily, ConsensusOption, TripFacts } from './facts.ts';

/** An option with the limits it breaks: it can be chosen when it breaks none. */
export interface Checked {
  readonly option: ConsensusOption;
  readonly breaches: readonly Breach[];
}

/**
 * Checks every option against the limits of the trip and of each family. What is not known breaks nothing. A family
 * that is glad of an option on its own ballot has weighed its own limits itself: they do not count against that option.
 */
export const checkOptions = (
  options: readonly ConsensusOption[],
  families: readonly ConsensusFamily[],
  trip: TripFacts,
  ballots: readonly Pick<ScoreBallot, 'familyId' | 'scores'>[] = [],
): readonly Checked[] =>
  options.map((option) => {
    const waived = new Set(ballots.filter((ballot) => isGlad(ballot, option.id)).map(({ familyId }) => familyId));
    const strict = families.filter(({ id }) => !waived.has(id));
    return {
      option,
      breaches: [...tripBreachesOf(option, families, trip), ...strict.flatMap((family) => breachesOf(option, family))],
    };
  });

/** The options that break no limit. */
export const feasible = (checked: readonly Checked[]): readonly ConsensusOption[] =>
  checked.filter(({ breaches }) => breaches.length === 0).map(({ option }) => option);

const WORDS: Readonly<Record<Constraint, readonly [one: string, many: string]>> = {
  budget: ['over budget for one family', 'over budget for some families'],
  dates: ['on a day one family cannot do', 'on a day some families cannot do'],
  diet: ['not right for what one family eats', 'not right for what some families eat'],
  mobility: ['hard to get around for one family', 'hard to get around for some families'],
  ages: ['not for the youngest of one family', 'not for the youngest of some families'],
};

/**
 * Why an option is out, as far as a reader may know: the trip's limits and the reader's own family's with their numbers,
 * another family's without saying whose or how much. `familyId` is absent in a group, where nobody's own is said.
 */
export const sayBreaches = (breaches: readonly Breach[], familyId?: string): readonly string[] => {
  const known = breaches.filter((breach) => breach.familyId === undefined || breach.familyId === familyId);
  const hidden = Map.groupBy(
    breaches.filter((breach) => !known.includes(breach)),
    ({ constraint }) => constraint,
  );
  return [
    ...known.map(({ says }) => says),
    ...[...hidden].map(
      ([constraint, of]) => WORDS[constraint][new Set(of.map((one) => one.familyId)).size > 1 ? 1 : 0],
    ),
  ];
};

/**
 * How an option stands with the budgets that families keep to themselves, without saying whose or how much; `undefined`
 * where there is nothing true to say: no price, or no budget broken while some are not known.
 */
export const sayBudgets = (option: ConsensusOption, families: readonly ConsensusFamily[]): string | undefined => {
  const currency = option.cost?.total.currency ?? option.price?.currency;
  if (currency === undefined) return undefined;
  const over = families.filter((family) =>
    breachesOf(option, family).some(({ constraint }) => constraint === 'budget'),
  ).length;
  if (over === 1) return 'over for one family';
  if (over > 1) return `over for ${over} families`;
  return families.every((family) => leftOf(family, currency)) ? "within every family's budget" : undefined;
};
