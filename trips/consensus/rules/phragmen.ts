import { add, compare, divide, type Fraction, multiply, ONE, writeFraction, ZERO } from '../fraction.ts';
import { type Committee, committees, type Indexed, indexed, type Profile, seatsIn } from '../profile.ts';

/** A committee in the making, with the load each voter (by position) bears for what has been chosen. */
export interface Loaded {
  readonly chosen: readonly number[];
  readonly loads: readonly Fraction[];
}

/**
 * Phragmén's sequential rule: every choice costs one unit of load, shared by its supporters so that they end up
 * level; each time the option is chosen whose supporters end up with the least. All committees that some order of
 * breaking ties leads to. `loads` by voter are what they bear already, e.g. from earlier decisions of the trip.
 */
export const phragmen = (
  profile: Profile,
  seats: number,
  loads: Readonly<Record<string, Fraction>> = {},
): readonly Committee[] => {
  const votes = indexed(profile);
  const start = profile.ballots.map(({ voter }) => loads[voter] ?? ZERO);
  return committees(profile, fillByPhragmen(votes, { chosen: [], loads: start }, seatsIn(profile, seats)));
};

/** As {@link phragmen} with ties broken towards the earlier option: one committee, and the loads after it by voter. */
export const phragmenInOrder = (
  profile: Profile,
  seats: number,
  loads: Readonly<Record<string, Fraction>> = {},
): { readonly committee: Committee; readonly loads: Readonly<Record<string, Fraction>> } => {
  const votes = indexed(profile);
  let now: Loaded = { chosen: [], loads: profile.ballots.map(({ voter }) => loads[voter] ?? ZERO) };
  seatsIn(profile, seats);
  while (now.chosen.length < seats) now = after(votes, now, lightest(votes, now)[0] ?? 0);
  const [committee = []] = committees(profile, [now.chosen]);
  const after_ = Object.fromEntries(profile.ballots.map(({ voter }, index) => [voter, now.loads[index] ?? ZERO]));
  return { committee, loads: { ...loads, ...after_ } };
};

/** All ways to fill a committee up to `seats`. */
export const fillByPhragmen = (votes: Indexed, start: Loaded, seats: number): Iterable<readonly number[]> => {
  const full: (readonly number[])[] = [];
  const seen = new Set<string>();
  const open: Loaded[] = [start];
  for (let state = open.pop(); state; state = open.pop()) {
    // Two orders that end in the same committee with the same loads go on alike.
    const key = `${[...state.chosen].sort((a, b) => a - b).join()} ${state.loads.map(writeFraction).join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (state.chosen.length >= seats) full.push(state.chosen);
    else for (const option of lightest(votes, state)) open.push(after(votes, state, option));
  }
  return full;
};

/** The load that every supporter of an option bears once it is chosen; `undefined` without supporters. */
export const loadAfter = (
  { supporters, support, weights }: Indexed,
  loads: readonly Fraction[],
  option: number,
): Fraction | undefined => {
  const voters = supporters[option] ?? [];
  if (voters.length === 0) return undefined;
  const borne = voters.reduce((sum, voter) => add(sum, multiply(weights[voter] ?? ZERO, loads[voter] ?? ZERO)), ONE);
  return divide(borne, support[option] ?? ONE);
};

/** The options to choose next: those with the least load; when nobody supports any that is left, all of them. */
const lightest = (votes: Indexed, { chosen, loads }: Loaded): readonly number[] => {
  const left = votes.supporters.map((_, option) => option).filter((option) => !chosen.includes(option));
  const loaded = left.flatMap((option) => {
    const load = loadAfter(votes, loads, option);
    return load ? [{ option, load }] : [];
  });
  const least = loaded.reduce<Fraction | undefined>(
    (low, { load }) => (low && compare(low, load) <= 0 ? low : load),
    undefined,
  );
  return least ? loaded.filter(({ load }) => compare(load, least) === 0).map(({ option }) => option) : left;
};

const after = (votes: Indexed, { chosen, loads }: Loaded, option: number): Loaded => {
  const load = loadAfter(votes, loads, option);
  const voters = new Set(votes.supporters[option]);
  return {
    chosen: [...chosen, option],
    loads: load ? loads.map((old, voter) => (voters.has(voter) ? load : old)) : loads,
  };
};
