/** Whom a family pays how much, in minor units, to be even. */
export interface Payment {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** The most parties for which the fewest payments are searched: 2^n subsets are looked at. */
const MOST_EXACT = 12;

/**
 * The fewest payments after which everybody is even. Balances are in minor units, positive for who is owed, and add up
 * to zero. A group whose balances add up to zero is settled with one payment less than it has members, so the fewest
 * payments come from splitting the parties into as many such groups as possible; which is found by going through all
 * subsets (T. Verhoeff, "Settling multiple debts efficiently", Informatics in Education 3, 2004).
 */
export const settleUp = (balances: Readonly<Record<string, number>>): readonly Payment[] => {
  const parties = Object.entries(balances)
    .filter(([, balance]) => balance !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (parties.length > MOST_EXACT) return chain(parties);
  const sizes = 1 << parties.length;
  const sums = new Float64Array(sizes);
  /** The most groups that add up to zero within a subset, and the party left out last on the way there. */
  const groups = new Int8Array(sizes);
  const last = new Int8Array(sizes);
  for (let subset = 1; subset < sizes; subset += 1) {
    const lowest = 31 - Math.clz32(subset & -subset);
    sums[subset] = (sums[subset & (subset - 1)] ?? 0) + (parties[lowest]?.[1] ?? 0);
    let best = -1;
    for (let party = 0; party < parties.length; party += 1) {
      if ((subset & (1 << party)) === 0) continue;
      const without = groups[subset & ~(1 << party)] ?? 0;
      if (without > best) {
        best = without;
        last[subset] = party;
      }
    }
    groups[subset] = best + (sums[subset] === 0 ? 1 : 0);
  }
  const payments: Payment[] = [];
  let group: (typeof parties)[number][] = [];
  for (let subset = sizes - 1; subset > 0; ) {
    const party = last[subset] ?? 0;
    // Here the sum is zero: what was taken out since the last such place is a group of its own.
    if (sums[subset] === 0 && group.length > 0) {
      payments.push(...chain(group));
      group = [];
    }
    group.push(parties[party] as (typeof parties)[number]);
    subset &= ~(1 << party);
  }
  return [...payments, ...chain(group)];
};

/** Settles a group that adds up to zero with one payment less than it has members at most: each time somebody is even. */
const chain = (group: readonly (readonly [string, number])[]): readonly Payment[] => {
  const owed = group.filter(([, balance]) => balance > 0).map(([id, balance]) => ({ id, left: balance }));
  const owing = group.filter(([, balance]) => balance < 0).map(([id, balance]) => ({ id, left: -balance }));
  const payments: Payment[] = [];
  for (let to = owed[0], from = owing[0], o = 0, w = 0; to && from; to = owed[o], from = owing[w]) {
    const amount = Math.min(to.left, from.left);
    payments.push({ from: from.id, to: to.id, amount });
    to.left -= amount;
    from.left -= amount;
    if (to.left === 0) o += 1;
    if (from.left === 0) w += 1;
  }
  return payments;
};
