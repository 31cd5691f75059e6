import { add, compare, type Fraction, ONE, sumOf, ZERO } from './fraction.ts';

/** What one voter (a family) approves of. */
export interface Approval {
  readonly voter: string;
  /** Ids of options; those the profile does not list are ignored. */
  readonly approves: readonly string[];
  /** How much it counts: a voter of weight 3 counts as three voters who agree. One when absent; more than zero. */
  readonly weight?: Fraction | undefined;
}

/** An approval vote. Ties are broken, where one winner is asked for, towards the option named earlier. */
export interface Profile {
  readonly options: readonly string[];
  readonly ballots: readonly Approval[];
}

/** Options chosen together, in the profile's order. */
export type Committee = readonly string[];

/** A profile by position: what the rules count on. */
export interface Indexed {
  readonly size: number;
  readonly weights: readonly Fraction[];
  /** By voter: the positions it approves, ascending. */
  readonly approved: readonly (readonly number[])[];
  /** By option: the voters who approve it. */
  readonly supporters: readonly (readonly number[])[];
  /** By option: the weight of its supporters. */
  readonly support: readonly Fraction[];
}

/** The profile by position. A weight that is not positive throws a RangeError. */
export const indexed = ({ options, ballots }: Profile): Indexed => {
  const place = new Map(options.map((option, index) => [option, index]));
  const weights = ballots.map(({ weight = ONE }) => weight);
  if (weights.some((weight) => compare(weight, ZERO) <= 0)) throw new RangeError('a weight must be more than zero');
  const approved = ballots.map(({ approves }) =>
    [...new Set(approves.flatMap((option) => place.get(option) ?? []))].sort((a, b) => a - b),
  );
  const supporters = options.map((_, option) =>
    approved.flatMap((approves, voter) => (approves.includes(option) ? [voter] : [])),
  );
  const support = supporters.map((voters) => sumOf(voters.map((voter) => weights[voter] ?? ZERO)));
  return { size: options.length, weights, approved, supporters, support };
};

/** The weight of all voters together. */
export const totalWeight = ({ weights }: Indexed): Fraction => weights.reduce(add, ZERO);

/** How many options to choose: at least one, at most all; a RangeError otherwise. */
export const seatsIn = ({ options }: Profile, seats: number): number => {
  if (!Number.isInteger(seats) || seats < 1 || seats > options.length)
    throw new RangeError(`cannot choose ${seats} of ${options.length}`);
  return seats;
};

/** Committees by position as committees of options: each once, in order. */
export const committees = ({ options }: Profile, found: Iterable<readonly number[]>): readonly Committee[] => {
  const distinct = new Map<string, readonly number[]>();
  for (const members of found) {
    const sorted = [...members].sort((a, b) => a - b);
    distinct.set(sorted.join(), sorted);
  }
  return [...distinct.values()]
    .sort((a, b) => firstDifference(a, b))
    .map((members) => members.flatMap((member) => options[member] ?? []));
};

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((member, index) => member !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Number.POSITIVE_INFINITY);
};

/** Every way to take `count` of `from`. */
export function* choices(from: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = 0; index <= from.length - count; index += 1) {
    for (const rest of choices(from.slice(index + 1), count - 1)) yield [from[index] ?? 0, ...rest];
  }
}
