import { type Money, sayMoney } from '../money.ts';
import { EXACT, outOfTime, UNTIL_KNOWN } from './choose.ts';
import type { Cost } from './cost.ts';
import { asCandidate, ownArrangements, sayOwn } from './own-arrangements.ts';
import type { PlanningFacts } from './planning-facts.ts';
import type { Relaxation } from './relaxation.ts';
import { readDays } from './solving/draft-days.ts';
import { atMost, type Solve, type Solved, sumOf, term } from './solving/linear-program.ts';
import { questionsOf } from './solving/questions.ts';
import { spentOn } from './solving/spent.ts';
import { type Given, type Limits, type TripModel, type TripProgram, tripProgram } from './solving/trip-program.ts';
import { sayRule, sayWithoutRule } from './trip-rules.ts';

/** One smallest set of changes after which a plan can be made. */
export interface Change {
  readonly relaxations: readonly Relaxation[];
  /** `Hotel Sol instead of Hotel Belém`. */
  readonly what: string;
  /** The least that everything asked for then costs; absent when no price is known. */
  readonly total?: Money | undefined;
}

/** Why no plan can be made, and what would make one possible. */
export interface NothingFits {
  readonly ok: false;
  /** The least that all that is asked for costs; absent when it cannot be had at any price. */
  readonly cheapest?: Money | undefined;
  /** The smallest first; after each a plan has been made, so each is true. */
  readonly changes: readonly Change[];
  /** Why nothing fits, in one sentence that names no family. */
  readonly reason: string;
  /** The same with what would help. */
  readonly why: string;
}

/** As many as one can choose from at a glance. */
const MOST_CHANGES = 3;
/** How many sets of changes are looked at to find those. */
const MOST_LOOKED_AT = 5;

export const withoutLimits = (limits: Limits): Limits => ({
  total: Number.POSITIVE_INFINITY,
  shares: limits.shares.map(() => Number.POSITIVE_INFINITY),
});

/** The least something costs, and what it gives up. */
interface Least {
  readonly program: TripProgram;
  readonly cost: Cost;
  readonly gives: readonly Given[];
  readonly stays: readonly string[];
}

const least = (program: TripProgram, model: TripModel, solve: Solve): Least | 'unproved' | undefined => {
  const effort = { seconds: UNTIL_KNOWN, within: EXACT };
  const asked = solve({ ...program.draft, questions: questionsOf(program) }, effort);
  const solved = isProved(asked) ? asked : solve(program.draft, effort);
  if (solved.status === 'infeasible') return undefined;
  // Only what is proved to be the least is told as the least.
  if (!('values' in solved) || !isProved(solved)) return 'unproved';
  const on = (column: number): boolean => (solved.values[column] ?? 0) > 0.5;
  const gives = program.given.filter(({ column }) => on(column)).map(({ given }) => given);
  const days = readDays(program, model, solved.values).map((day) => ({
    ...day,
    booked: day.booked.filter(({ id }) => !gives.some((one) => one.kind === 'booked' && one.candidate.id === id)),
  }));
  const { spent, stays } = spentOn(model, days);
  return { program, cost: spent, gives, stays: stays.map(({ candidate }) => candidate.name) };
};

/** Half a cent. */
const HALF_A_CENT = 0.005;

const isProved = (solved: Solved): boolean =>
  'gain' in solved ? solved.bound - solved.gain <= HALF_A_CENT : solved.status === 'infeasible';

/** What of all that was asked for could be given up. */
const giveable = ({ facts, settled }: TripModel, kept: ReadonlySet<string>): readonly Given[] => [
  ...(facts.trip.rules ?? []).map((rule): Given => ({ kind: 'rule', rule })),
  ...settled.decided.flatMap(({ candidate }): readonly Given[] =>
    kept.has(candidate.id) ? [{ kind: 'decided', candidate }] : [],
  ),
  ...settled.booked.flatMap((candidate): readonly Given[] => (candidate.price ? [{ kind: 'booked', candidate }] : [])),
  ...(settled.votedStay && settled.otherLodging.length > 0
    ? [{ kind: 'stay', candidate: settled.votedStay.candidate } as const]
    : []),
];

/** Sets of things to give up, fewest first, none containing another. */
const setsOf = (
  model: TripModel,
  limits: Limits,
  kept: ReadonlySet<string>,
  giving: readonly Given[],
  solve: Solve,
): readonly Least[] => {
  if (giving.length === 0) return [];
  const program = tripProgram(model, { seek: 'least-cost', limits, kept, giving });
  const found: Least[] = [];
  while (found.length < MOST_LOOKED_AT) {
    const next = least(program, model, solve);
    if (
      !next ||
      next === 'unproved' ||
      next.gives.length === 0 ||
      next.gives.length > (found[0]?.gives.length ?? Number.POSITIVE_INFINITY)
    )
      break;
    found.push(next);
    const columns = program.given.filter(({ given }) => next.gives.includes(given)).map(({ column }) => term(column));
    atMost(program.draft, sumOf(columns), sumOf([], columns.length - 1));
  }
  return found;
};

/** Where the papers lack a way or a bed: what the group would have to find itself, beside what it gives up. */
const ownSetsOf = (
  { facts }: TripModel,
  limits: Limits,
  kept: ReadonlySet<string>,
  giving: readonly Given[],
  solve: Solve,
  modelOf: (facts: PlanningFacts) => TripModel,
): readonly Least[] => {
  if (!facts.trip.round) return [];
  const all = ownArrangements(facts.trip.round).map(
    (own): Given => ({ kind: 'own', own, candidate: asCandidate(own) }),
  );
  const added = all.flatMap((given) => (given.kind === 'own' ? given.candidate : []));
  const model = modelOf({ ...facts, candidates: [...facts.candidates, ...added] });
  const within = setsOf(model, limits, kept, [...giving, ...all], solve);
  const sets = within.length > 0 ? within : setsOf(model, withoutLimits(limits), kept, [...giving, ...all], solve);
  return sets.slice(0, MOST_CHANGES);
};

/**
 * Says why nothing fits and which smallest changes would help. `kept` are the decided things there would be time for;
 * `works` makes a plan with a set of changes and says whether it could; `modelOf` works out other facts.
 */
export const refuse = (
  model: TripModel,
  limits: Limits,
  kept: ReadonlySet<string>,
  solve: Solve,
  works: (relaxations: readonly Relaxation[]) => boolean,
  modelOf: (facts: PlanningFacts) => TripModel,
): NothingFits => {
  const { currency, facts } = model;
  const unlimited = withoutLimits(limits);
  const cheapest = least(tripProgram(model, { seek: 'least-cost', limits: unlimited, kept }), model, solve);
  if (cheapest === 'unproved') throw outOfTime();
  const giving = giveable(model, kept);
  const money = (amount: number): Money | undefined => (currency === undefined ? undefined : { amount, currency });
  const raised = (cost: Cost): readonly Relaxation[] => [
    ...(cost.total > limits.total ? [{ kind: 'budget', to: cost.total } as const] : []),
    ...facts.families.flatMap(({ id }, family): readonly Relaxation[] => {
      const share = cost.shares[family] ?? 0;
      const over = share > (limits.shares[family] ?? Number.POSITIVE_INFINITY);
      return over ? [{ kind: 'family-budget', familyId: id, to: share }] : [];
    }),
  ];
  const changeOf = (found: Least): Change => {
    const more = raised(found.cost);
    const words = [
      ...found.gives.map((one) => sayGiven(one, found)),
      ...more.map((one) => sayRaise(one, limits, currency)),
    ];
    return {
      relaxations: [...found.gives.map(asRelaxation), ...more],
      what: words.join(' and '),
      total: money(found.cost.total),
    };
  };
  const within = setsOf(model, limits, kept, giving, solve).map(changeOf);
  // When it cannot be had at any price, more money alone is no help.
  const dearer = cheapest ? [changeOf(cheapest)] : setsOf(model, unlimited, kept, giving, solve).map(changeOf);
  const known = new Set<string>();
  const all = [...within, ...dearer].filter(({ what }) => !known.has(what) && known.add(what));
  const fewest = Math.min(...all.map(({ relaxations }) => relaxations.length));
  const isRaise = ({ relaxations }: Change): boolean => relaxations.some(({ kind }) => kind === 'budget');
  const ordered = all
    .filter(({ relaxations }) => relaxations.length === fewest || (cheapest !== undefined && isSole(relaxations)))
    .sort((a, b) => Number(isRaise(a)) - Number(isRaise(b)) || (b.total?.amount ?? 0) - (a.total?.amount ?? 0));
  const last = ordered.filter(isRaise);
  const others = ordered.filter((change) => !isRaise(change));
  const small = [...others.slice(0, MOST_CHANGES - Math.min(1, last.length)), ...last]
    .slice(0, MOST_CHANGES)
    .filter(({ relaxations }) => works(relaxations));
  const changes =
    small.length > 0
      ? small
      : ownSetsOf(model, limits, kept, giving, solve, modelOf)
          .map(changeOf)
          .filter(({ relaxations }) => works(relaxations));
  const reason = sayWhy(facts, limits, cheapest?.cost, currency);
  return {
    ok: false,
    cheapest: cheapest && money(cheapest.cost.total),
    changes,
    reason,
    why: `${reason}${sayHelp(changes)}`,
  };
};

/** Nothing but money. */
const isSole = (relaxations: readonly Relaxation[]): boolean =>
  relaxations.every(({ kind }) => kind === 'budget' || kind === 'family-budget');

const asRelaxation = (given: Given): Relaxation => {
  if (given.kind === 'rule') return { kind: 'rule', rule: given.rule };
  if (given.kind === 'own') return given.own;
  return { kind: given.kind === 'booked' ? 'booked' : 'decided', candidateId: given.candidate.id };
};

const sayGiven = (given: Given, { stays }: Least): string => {
  if (given.kind === 'rule') return sayWithoutRule(given.rule);
  if (given.kind === 'own') return sayOwn(given.own);
  return given.kind === 'stay'
    ? `${stays.join(' and ')} instead of ${given.candidate.name}`
    : `without ${given.candidate.name}`;
};

const sayRaise = (one: Relaxation, limits: Limits, currency: string | undefined): string => {
  if (one.kind !== 'budget') return "raise that family's own limit";
  return currency === undefined
    ? 'raise the budget'
    : `raise the budget by ${sayMoney({ amount: Math.ceil(one.to - limits.total), currency })}`;
};

/** A change with its price, as one line. */
export const labelOf = ({ what, total, relaxations }: Change): string =>
  total && !isSole(relaxations) ? `${what}: ${sayMoney(total)}` : what;

const sayHelp = (changes: readonly Change[]): string =>
  changes.length > 0
    ? ` The smallest changes that would fit: ${changes.map((change, index) => `${index + 1}) ${labelOf(change)}`).join(' ')}.`
    : ' I found no small change that would help.';

const sayWhy = (
  { trip }: PlanningFacts,
  limits: Limits,
  cheapest: Cost | undefined,
  currency: string | undefined,
): string => {
  const say = (amount: number): string => (currency === undefined ? String(amount) : sayMoney({ amount, currency }));
  if (!cheapest) {
    const asked = (trip.rules ?? []).map(sayRule);
    const together = asked.length > 0 ? ` with ${asked.join(', ')}` : '';
    return `Nothing I know of makes a trip like that${together}, at any price.`;
  }
  const settled = trip.round ? 'The least a trip like that costs is' : 'What is settled comes to';
  return cheapest.total > limits.total
    ? `${settled} ${say(cheapest.total)}, and the budget is ${say(limits.total)}.`
    : `${settled} ${say(cheapest.total)}, which is more than one family can spend.`;
};
