import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fractionOf,
  multiply,
  sumOf,
  writeFraction,
  ZERO,
} from '../fraction.ts';
import { type Committee, choices, type Profile } from '../profile.ts';
import { approval, satisfactionApproval } from './approval.ts';
import { equalShares, equalSharesByIncrement, equalSharesInOrder } from './equal-shares.ts';
import { equalSharesWithCosts, equalSharesWithinBudget } from './equal-shares-with-costs.ts';
import { phragmen, phragmenInOrder } from './phragmen.ts';
import { proportionalApproval } from './proportional-approval.ts';

type Rule = (profile: Profile, seats: number) => readonly Committee[];
const RULES: Readonly<Record<string, Rule>> = {
  approval,
  'satisfaction approval': satisfactionApproval,
  'proportional approval': proportionalApproval,
  Phragmén: phragmen,
  'equal shares': (profile, seats) => equalShares(profile, seats, 'none'),
  'equal shares, then Phragmén': (profile, seats) => equalShares(profile, seats, 'phragmen'),
  'equal shares, then approval': (profile, seats) => equalShares(profile, seats, 'approval'),
};
const each = Object.entries(RULES);
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => void): void =>
  fc.assert(fc.property(arbitrary, holds), { seed: 7, numRuns: 120 });

const OPTIONS = ['a', 'b', 'c', 'd', 'e'];
const drawn = fc
  .record({
    sets: fc.array(fc.subarray(OPTIONS), { minLength: 1, maxLength: 7 }),
    weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 7, maxLength: 7 }),
    seats: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ sets, weights, seats }) => ({
    seats,
    profile: {
      options: OPTIONS,
      ballots: sets.map((approves, index) => ({
        voter: `v${index}`,
        approves,
        weight: fractionOf(weights[index] ?? 1),
      })),
    },
  }));
const sets = (found: readonly Committee[]): readonly string[] => found.map((one) => [...one].sort().join('')).sort();
const weighted = (profile: Profile, scale: Fraction): Profile => ({
  ...profile,
  ballots: profile.ballots.map((ballot) => ({
    ...ballot,
    weight: fraction((ballot.weight?.num ?? 1n) * scale.num, (ballot.weight?.den ?? 1n) * scale.den),
  })),
});

describe.each(each)('%s', (name, rule) => {
  test('is the same whoever the voters are, and in whatever order they vote', () => {
    check(fc.tuple(drawn, fc.infiniteStream(fc.nat())), ([{ profile, seats }, noise]) => {
      const shuffled = profile.ballots
        .map((ballot) => ({ ballot, at: noise.next().value }))
        .sort((x, y) => x.at - y.at)
        .map(({ ballot }, index) => ({ ...ballot, voter: `other${index}` }));
      expect(rule({ ...profile, ballots: shuffled }, seats)).toEqual(rule(profile, seats));
    });
  });

  test('treats the options alike, whatever they are called', () => {
    const rename = (option: string): string => OPTIONS[(OPTIONS.indexOf(option) + 2) % OPTIONS.length] ?? '';
    check(drawn, ({ profile, seats }) => {
      const renamed = {
        ...profile,
        ballots: profile.ballots.map((ballot) => ({ ...ballot, approves: ballot.approves.map(rename) })),
      };
      expect(sets(rule(renamed, seats))).toEqual(sets(rule(profile, seats).map((one) => one.map(rename))));
    });
  });

  test('counts a voter of weight three as three voters who agree', () => {
    check(drawn, ({ profile, seats }) => {
      const replicated = profile.ballots.flatMap(({ voter, approves, weight }) =>
        Array.from({ length: Number(weight.num) }, (_, copy) => ({ voter: `${voter}-${copy}`, approves })),
      );
      expect(rule({ ...profile, ballots: replicated }, seats)).toEqual(rule(profile, seats));
    });
  });

  test('looks at the proportions of weights alone', () => {
    check(fc.tuple(drawn, fc.integer({ min: 1, max: 9 })), ([{ profile, seats }, parts]) => {
      expect(rule(weighted(profile, fraction(2n, BigInt(parts))), seats)).toEqual(rule(profile, seats));
    });
  });

  test('fills the seats with different options, and names each committee once', () => {
    check(drawn, ({ profile, seats }) => {
      const found = rule(profile, seats);
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect(new Set(one).size).toBe(one.length);
        if (name !== 'equal shares') expect(one).toHaveLength(seats);
        else expect(one.length).toBeLessThanOrEqual(seats);
      }
      expect(sets(found)).toEqual([...new Set(sets(found))]);
    });
  });

  if (['approval', 'proportional approval', 'Phragmén'].includes(name)) {
    test('never drops the one winner because one more voter, who wants nothing else, wants it too', () => {
      check(drawn, ({ profile }) => {
        for (const [winner = ''] of rule(profile, 1)) {
          const more = { ...profile, ballots: [...profile.ballots, { voter: 'more', approves: [winner] }] };
          expect(rule(more, 1)).toEqual([[winner]]);
        }
      });
    });
  }
});

describe('one committee of many', () => {
  test('in order of ties, Phragmén and the increment choose one that any order could lead to', () => {
    check(drawn, ({ profile, seats }) => {
      expect(sets(phragmen(profile, seats))).toContain(sets([phragmenInOrder(profile, seats).committee])[0]);
      const [first] = equalShares(profile, seats, 'none');
      if (first?.length === seats && equalShares(profile, seats, 'none').length === 1)
        expect(equalSharesByIncrement(profile, seats)).toEqual(first);
      expect(equalSharesByIncrement(profile, seats)).toHaveLength(seats);
    });
  });

  test('of equal shares is paid for to the last part, by nobody more than they have', () => {
    check(drawn, ({ profile, seats }) => {
      const steps = equalSharesInOrder(profile, seats);
      expect(steps).toHaveLength(seats);
      const total = sumOf(profile.ballots.map(({ weight }) => weight));
      const spent = new Map<string, Fraction>();
      for (const { option, paidBy } of steps) {
        const payers = Object.entries(paidBy);
        if (payers.length > 0) expect(writeFraction(sumOf(payers.map(([, amount]) => amount)))).toBe('1');
        for (const [voter, amount] of payers) {
          expect(profile.ballots.find((ballot) => ballot.voter === voter)?.approves).toContain(option);
          spent.set(voter, add(spent.get(voter) ?? ZERO, amount));
        }
      }
      for (const { voter, weight } of profile.ballots) {
        const purse = divide(multiply(weight, fractionOf(seats)), total);
        expect(compare(spent.get(voter) ?? ZERO, purse)).toBeLessThanOrEqual(0);
      }
    });
  });

  test('proportional approval finds what trying every committee finds', () => {
    const harmonic = (count: number): number =>
      Array.from({ length: count }, (_, n) => 60 / (n + 1)).reduce((x, y) => x + y, 0);
    check(drawn, ({ profile, seats }) => {
      const all = [...choices([0, 1, 2, 3, 4], seats)].map((one) => one.map((at) => OPTIONS[at] ?? ''));
      const score = (one: readonly string[]): number =>
        profile.ballots.reduce(
          (sum, { approves, weight }) =>
            sum + Number(weight.num) * harmonic(approves.filter((option) => one.includes(option)).length),
          0,
        );
      const most = Math.max(...all.map(score));
      const best = new Set(all.filter((one) => Math.abs(score(one) - most) < 1e-6).map((one) => one.join('')));
      expect(sets(proportionalApproval(profile, seats))).toEqual([...best].sort());
    });
  });
});

describe('equal shares with prices', () => {
  const priced = fc.tuple(
    drawn,
    fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 5 }),
    fc.nat(1_500),
  );
  const costsOf = (prices: readonly number[]) =>
    Object.fromEntries(OPTIONS.map((option, at) => [option, prices[at] ?? 1]));

  test('never spend more than the budget', () => {
    check(priced, ([{ profile }, prices, budget]) => {
      const costs = costsOf(prices);
      const cost = (one: Committee): number => one.reduce((sum, option) => sum + (costs[option] ?? 0), 0);
      for (const one of equalSharesWithCosts(profile, { costs, budget })) expect(cost(one)).toBeLessThanOrEqual(budget);
      expect(cost(equalSharesWithinBudget(profile, { costs, budget }))).toBeLessThanOrEqual(budget);
    });
  });

  test('leave nothing unbought that somebody wants and the rest of the budget can pay', () => {
    check(priced, ([{ profile }, prices, budget]) => {
      const costs = costsOf(prices);
      const bought = equalSharesWithinBudget(profile, { costs, budget });
      const left = budget - bought.reduce((sum, option) => sum + (costs[option] ?? 0), 0);
      const wanted = new Set(profile.ballots.flatMap(({ approves }) => approves));
      for (const option of wanted) if (!bought.includes(option)) expect(costs[option]).toBeGreaterThan(left);
    });
  });

  test('at one price for all, and a budget of so many, choose as with seats', () => {
    check(drawn, ({ profile, seats }) => {
      const costs = costsOf([100, 100, 100, 100, 100]);
      expect(equalSharesWithCosts(profile, { costs, budget: seats * 100 })).toEqual(
        equalShares(profile, seats, 'none'),
      );
    });
  });
});
