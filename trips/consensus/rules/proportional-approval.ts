import { add, type Fraction, leastCommonMultiple, toNumber } from '../fraction.ts';
import { type Committee, committees, type Indexed, indexed, type Profile, seatsIn } from '../profile.ts';

/**
 * Proportional approval voting: the committees with the highest total, where a voter counts 1 for the first member it
 * approves, 1/2 for the second, 1/3 for the third. All of them; exact, by branch and bound.
 */
export const proportionalApproval = (profile: Profile, seats: number): readonly Committee[] =>
  committees(profile, optimal(indexed(profile), seatsIn(profile, seats)));

/** Voters who approve the same, as one. */
interface Group {
  readonly approves: readonly number[];
  readonly weight: Fraction;
}

/** Rounding never prunes a committee that ties: bounds are compared with this slack, whole committees exactly. */
const SLACK = 1e-9;

const optimal = (votes: Indexed, seats: number): readonly (readonly number[])[] => {
  const groups = grouped(votes);
  const exact = exactTotal(groups, seats);
  const supporters = Array.from({ length: votes.size }, (_, option) =>
    groups.flatMap(({ approves }, group) => (approves.includes(option) ? [group] : [])),
  );
  const all = groups.reduce((sum, { weight }) => sum + toNumber(weight), 0) || 1;
  const weights = groups.map(({ weight }) => toNumber(weight) / all);
  // By group: how many members so far it approves.
  const served = groups.map(() => 0);
  const gainOf = (option: number): number => {
    let gain = 0;
    for (const group of supporters[option] ?? []) gain += (weights[group] ?? 0) / ((served[group] ?? 0) + 1);
    return gain;
  };
  let most = -1n;
  let about = -1;
  let best: (readonly number[])[] = [];

  const search = (chosen: readonly number[], score: number, left: readonly number[]): void => {
    const missing = seats - chosen.length;
    if (missing === 0) {
      const total = exact(chosen);
      if (total < most) return;
      if (total > most) best = [];
      [most, about] = [total, Math.max(about, score)];
      best.push(chosen);
      return;
    }
    const ranked = left.map((option) => ({ option, gain: gainOf(option) })).sort((a, b) => b.gain - a.gain);
    // A member adds less the more are chosen, so what each would add now bounds what they add together.
    let bound = score;
    for (const { gain } of ranked.slice(0, missing)) bound += gain;
    for (const [at, { option, gain }] of ranked.entries()) {
      if (ranked.length - at < missing || bound < about - SLACK) return;
      for (const group of supporters[option] ?? []) served[group] = (served[group] ?? 0) + 1;
      search(
        [...chosen, option],
        score + gain,
        ranked.slice(at + 1).map((one) => one.option),
      );
      for (const group of supporters[option] ?? []) served[group] = (served[group] ?? 0) - 1;
      // Without it, the next best takes its place.
      bound += (ranked[at + missing]?.gain ?? 0) - gain;
    }
  };
  search(
    [],
    0,
    Array.from({ length: votes.size }, (_, option) => option),
  );
  return best;
};

const grouped = ({ approved, weights }: Indexed): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const [voter, approves] of approved.entries()) {
    const [key, weight] = [approves.join(), weights[voter]];
    const same = groups.get(key);
    if (weight && approves.length > 0) groups.set(key, { approves, weight: same ? add(same.weight, weight) : weight });
  }
  return [...groups.values()];
};

/** The total of a committee times a common factor that makes every part whole. */
const exactTotal = (groups: readonly Group[], seats: number): ((chosen: readonly number[]) => bigint) => {
  const parts = Array.from({ length: seats }, (_, n) => BigInt(n + 1)).reduce(leastCommonMultiple, 1n);
  const whole = groups.map(({ weight }) => weight.den).reduce(leastCommonMultiple, 1n);
  const worth = groups.map(({ approves, weight: { num, den } }) => {
    const sums = [0n];
    for (let n = 1n; n <= BigInt(seats); n += 1n) sums.push((sums.at(-1) ?? 0n) + num * (whole / den) * (parts / n));
    return { approves: new Set(approves), sums };
  });
  return (chosen) =>
    worth.reduce((total, { approves, sums }) => {
      const served = chosen.reduce((count, option) => count + (approves.has(option) ? 1 : 0), 0);
      return total + (sums[served] ?? 0n);
    }, 0n);
};
