import { type Money, sayMoney } from '../money.ts';
import { EXACT } from './choose.ts';
import type { Cost } from './cost.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { readDays } from './solving/draft-days.ts';
import { atMost, type Solve, sumOf, term } from './solving/linear-program.ts';
import { spentOn } from './solving/spent.ts';
import { type Given, type Limits, type TripModel, type TripProgram, tripProgram } from './solving/trip-program.ts';
import { sayRule, sayWithoutRule } from './trip-rules.ts';

/** What a change gives up, or by how much it raises what may be spent. */
export type Relaxation =
  | Given
  /** Minor units of the plan's currency. */
  | { readonly kind: 'budget'; readonly to: number }
  /** A family's own limit, by its place among the families. */
  | { readonly kind: 'family-budget'; readonly family: number; readonly to: number };

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
  /** All of it in words, naming no family. */
  readonly why: string;
}

/** As many as one can choose from at a glance. */
const MOST_CHANGES = 3;
/** How many sets of changes are looked at to find those. */
const MOST_LOOKED_AT = 5;
/** What one solve may take. */
const SECONDS = 3;

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

const least = (program: TripProgram, model: TripModel, solve: Solve): Least | undefined => {
  const solved = solve(program.draft, { seconds: SECONDS, within: EXACT });
  // Only what is proved to be the least is told as the least.
  if (solved.status !== 'optimal') return undefined;
  const on = (column: number): boolean => (solved.values[column] ?? 0) > 0.5;
  const gives = program.given.filter(({ column }) => on(column)).map(({ given }) => given);
  const days = readDays(program, model, solved.values).map((day) => ({
    ...day,
    booked: day.booked.filter(({ id }) => !gives.some((one) => one.kind === 'booked' && one.candidate.id === id)),
  }));
  const { spent, stays } = spentOn(model, days);
  return { program, cost: spent, gives, stays: stays.map(({ candidate }) => candidate.name) };
};

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
    if (!next || next.gives.length === 0 || next.gives.length > (found[0]?.gives.length ?? Number.POSITIVE_INFINITY))
      break;
    found.push(next);
    const columns = program.given.filter(({ given }) => next.gives.includes(given)).map(({ column }) => term(column));
    atMost(program.draft, sumOf(columns), sumOf([], columns.length - 1));
  }
  return found;
};

/**
 * Says why nothing fits and which smallest changes would help. `kept` are the decided things there would be time for;
 * `works` makes a plan with a set of changes and says whether it could.
 */
export const refuse = (
  model: TripModel,
  limits: Limits,
  kept: ReadonlySet<string>,
  solve: Solve,
  works: (relaxations: readonly Relaxation[]) => boolean,
): NothingFits => {
  const { currency } = model;
  const unlimited = withoutLimits(limits);
  const cheapest = least(tripProgram(model, { seek: 'least-cost', limits: unlimited, kept }), model, solve);
  const giving = giveable(model, kept);
  const money = (amount: number): Money | undefined => (currency === undefined ? undefined : { amount, currency });
  const raised = (cost: Cost): readonly Relaxation[] => [
    ...(cost.total > limits.total ? [{ kind: 'budget', to: cost.total } as const] : []),
    ...cost.shares.flatMap((share, family): readonly Relaxation[] =>
      share > (limits.shares[family] ?? Number.POSITIVE_INFINITY) ? [{ kind: 'family-budget', family, to: share }] : [],
    ),
  ];
  const changeOf = (found: Least): Change => {
    const relaxations = [...found.gives, ...raised(found.cost)];
    return {
      relaxations,
      what: relaxations.map((one) => sayChange(one, found, limits, currency)).join(' and '),
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
  const changes = [...others.slice(0, MOST_CHANGES - Math.min(1, last.length)), ...last]
    .slice(0, MOST_CHANGES)
    .filter(({ relaxations }) => works(relaxations));
  return {
    ok: false,
    cheapest: cheapest && money(cheapest.cost.total),
    changes,
    why: sayWhy(model.facts, limits, cheapest?.cost, changes, currency),
  };
};

/** Nothing but money. */
const isSole = (relaxations: readonly Relaxation[]): boolean =>
  relaxations.every(({ kind }) => kind === 'budget' || kind === 'family-budget');

const sayChange = (one: Relaxation, { stays }: Least, limits: Limits, currency: string | undefined): string => {
  switch (one.kind) {
    case 'rule':
      return sayWithoutRule(one.rule);
    case 'decided':
    case 'booked':
      return `without ${one.candidate.name}`;
    case 'stay':
      return `${stays.join(' and ')} instead of ${one.candidate.name}`;
    case 'budget':
      return currency === undefined
        ? 'raise the budget'
        : `raise the budget by ${sayMoney({ amount: Math.ceil(one.to - limits.total), currency })}`;
    default:
      return "raise that family's own limit";
  }
};

const sayWhy = (
  { trip }: PlanningFacts,
  limits: Limits,
  cheapest: Cost | undefined,
  changes: readonly Change[],
  currency: string | undefined,
): string => {
  const say = (amount: number): string => (currency === undefined ? String(amount) : sayMoney({ amount, currency }));
  const listed = changes.map(({ what, total, relaxations }, index) => {
    const price = total && !isSole(relaxations) ? `: ${sayMoney(total)}` : '';
    return `${index + 1}) ${what}${price}`;
  });
  const help =
    listed.length > 0
      ? ` The smallest changes that would fit: ${listed.join(' ')}.`
      : ' I found no small change that would help.';
  if (!cheapest) {
    const asked = (trip.rules ?? []).map(sayRule);
    const together = asked.length > 0 ? ` with ${asked.join(', ')}` : '';
    return `Nothing I know of makes a trip like that${together}, at any price.${help}`;
  }
  const settled = trip.round ? 'The least a trip like that costs is' : 'What is settled comes to';
  return cheapest.total > limits.total
    ? `${settled} ${say(cheapest.total)}, and the budget is ${say(limits.total)}.${help}`
    : `${settled} ${say(cheapest.total)}, which is more than one family can spend.${help}`;
};
