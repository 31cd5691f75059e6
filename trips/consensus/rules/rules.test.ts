import { choosing, ranking } from '../ballot.ts';
import { fractionOf, toNumber } from '../fraction.ts';
import type { Profile } from '../profile.ts';
import { approval, satisfactionApproval } from './approval.ts';
import { type Completion, equalShares, equalSharesByIncrement, equalSharesInOrder } from './equal-shares.ts';
import { equalSharesWithCosts, equalSharesWithinBudget } from './equal-shares-with-costs.ts';
import { phragmen, phragmenInOrder } from './phragmen.ts';
import { proportionalApproval } from './proportional-approval.ts';
import { headToHead } from './schulze.ts';
import { topByScore, weightedScores } from './weighted-score.ts';

/** `3 ab` is three voters who approve a and b. */
const profile = (options: string, ...groups: readonly string[]): Profile => ({
  options: [...options],
  ballots: groups.flatMap((group, index) => {
    const [count = '', approves = ''] = group.split(' ');
    return Array.from({ length: Number(count) }, (_, n) => ({ voter: `${index}-${n}`, approves: [...approves] }));
  }),
});
const said = (found: readonly (readonly string[])[]): readonly string[] => found.map((members) => members.join(''));

/** Twelve voters, counted by hand below; five of them like b and c together. */
const town = profile('abcdefg', '3 ab', '3 ac', '2 ad', '1 bcf', '1 e', '1 f', '1 g');

describe('rules that choose several', () => {
  test('approval takes what most approve, and every way to fill a last place that is tied', () => {
    // a 8, b 4, c 4, d 2, f 2, e 1, g 1
    expect(said(approval(town, 3))).toEqual(['abc']);
    expect(said(approval(town, 4))).toEqual(['abcd', 'abcf']);
    expect(said(approval(town, 2))).toEqual(['ab', 'ac']);
  });

  test('satisfaction approval divides a vote among what it approves', () => {
    // a 8 halves = 4; b and c 3 halves and a third = 11/6; f 1 + 1/3; d, e and g 1
    expect(said(satisfactionApproval(town, 4))).toEqual(['abcf']);
    expect(said(satisfactionApproval(town, 5))).toEqual(['abcdf', 'abcef', 'abcfg']);
  });

  test('proportional approval counts the second of one voter half, the third a third', () => {
    // Six against three for two seats: both go to the six, 6 + 3 = 9 equals 6 + 3 = 9 with one each.
    expect(said(proportionalApproval(profile('abx', '6 ab', '3 x'), 2))).toEqual(['ab', 'ax', 'bx']);
    expect(said(proportionalApproval(profile('abx', '6 ab', '4 x'), 2))).toEqual(['ax', 'bx']);
    expect(said(proportionalApproval(profile('abx', '7 ab', '3 x'), 2))).toEqual(['ab']);
  });

  test("Phragmén's rule lets supporters share the load of a choice", () => {
    // a: 1/2 each for the two; then b costs them 1, x costs its one supporter 1: a tie.
    expect(said(phragmen(profile('abx', '2 ab', '1 x'), 2))).toEqual(['ab', 'ax', 'bx']);
    const { committee, loads } = phragmenInOrder(profile('abx', '2 ab', '1 x'), 2);
    expect(committee).toEqual(['a', 'b']);
    expect(Object.values(loads).map(toNumber)).toEqual([1, 1, 0]);
  });

  test('Phragmén goes on from loads that are borne already', () => {
    const votes = profile('ax', '2 a', '1 x');
    expect(said(phragmen(votes, 1))).toEqual(['a']);
    expect(said(phragmen(votes, 1, { '0-0': fractionOf(1), '0-1': fractionOf(1) }))).toEqual(['x']);
  });

  test('options that nobody approves are chosen last, and every one of them equally', () => {
    const few = profile('abcd', '2 a');
    for (const rule of [approval, satisfactionApproval, proportionalApproval, phragmen])
      expect(said(rule(few, 2))).toEqual(['ab', 'ac', 'ad']);
    for (const completion of ['phragmen', 'approval'] satisfies Completion[])
      expect(said(equalShares(few, 2, completion))).toEqual(['ab', 'ac', 'ad']);
    expect(equalSharesByIncrement(few, 2)).toEqual(['a', 'b']);
  });

  test('equal shares gives each voter the same to spend, and stops where the money does', () => {
    // Twelve voters and three seats: a quarter each. a costs its eight 1/8 each. b: three with 1/8 and one with 1/4 have
    // 5/8 together, c alike: nobody can pay a second.
    expect(said(equalShares(town, 3, 'none'))).toEqual(['a']);
    expect(said(equalShares(town, 3, 'approval'))).toEqual(['abc']);
    // What is left counts against the load: with b its voters come to (1 - 3/8 - 1/4) / 4 = 3/32, as with c; then c
    // costs its voters (1 - 3/8 + 3/32) / 4 = 23/128, and f its two (1 - 1/4 + 3/32) / 2 = 27/64.
    expect(said(equalShares(town, 3, 'phragmen'))).toEqual(['abc']);
    // With more money, b is the next that its supporters can pay, and before d and f come within reach, c.
    expect(equalSharesByIncrement(town, 3)).toEqual(['a', 'b', 'c']);
  });

  test('equal shares says who paid for what', () => {
    const [first, second, third] = equalSharesInOrder(profile('abx', '2 ab', '1 x'), 3);
    expect(first?.option).toBe('a');
    expect(Object.values(first?.paidBy ?? {}).map(toNumber)).toEqual([0.5, 0.5]);
    expect([second?.option, third?.option]).toEqual(['b', 'x']);
    const filled = equalSharesInOrder(profile('abx', '1 a', '1 a', '1 x'), 2);
    expect(filled.map(({ option, paidBy }) => [option, Object.keys(paidBy).length])).toEqual([
      ['a', 2],
      ['x', 0],
    ]);
  });

  test('refuses to choose none, more than there are, or with a weight of nothing', () => {
    for (const seats of [0, -1, 1.5, 8]) expect(() => approval(town, seats)).toThrow(RangeError);
    const weightless = { options: ['a'], ballots: [{ voter: 'v', approves: ['a'], weight: fractionOf(0) }] };
    expect(() => phragmen(weightless, 1)).toThrow(RangeError);
  });
});

describe('equal shares with prices', () => {
  const votes = profile('abcx', '2 abc', '1 x');
  test('lets a group spend its part of the budget and no more', () => {
    // 300 for three: two of them share 200, the third has 100.
    const costs = { a: 100, b: 100, c: 100, x: 100 };
    expect(said(equalSharesWithCosts(votes, { costs, budget: 300 }))).toEqual(['abx', 'acx', 'bcx']);
    // Alone nobody pays 150 for x, and no second 150 is left to the two.
    expect(said(equalSharesWithCosts(votes, { costs: { a: 150, b: 150, c: 150, x: 150 }, budget: 300 }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('spends what is left over on what it can still pay, never over the budget', () => {
    expect(equalSharesWithinBudget(votes, { costs: { a: 150, b: 150, c: 150, x: 150 }, budget: 300 })).toEqual([
      'a',
      'b',
    ]);
    expect(equalSharesWithinBudget(votes, { costs: { a: 250, b: 50, c: 90, x: 60 }, budget: 300 })).toEqual([
      'b',
      'c',
      'x',
    ]);
    expect(equalSharesWithinBudget(votes, { costs: { a: 400, b: 400, c: 400, x: 400 }, budget: 300 })).toEqual([]);
  });

  test('refuses an option without a price', () => {
    expect(() => equalSharesWithCosts(votes, { costs: { a: 1, b: 1, c: 1 }, budget: 9 })).toThrow(RangeError);
    expect(() => equalSharesWithCosts(votes, { costs: { a: 1, b: 1, c: 1, x: 0 }, budget: 9 })).toThrow(RangeError);
  });
});

describe('rules that choose one', () => {
  const options = ['a', 'b', 'c'];
  const ballots = (...ranked: readonly string[]) =>
    ranked.map((order, index) => ({ familyId: `f${index}`, scores: ranking([...order], options.length) }));

  test('weighted scores add up what each family would have of an option', () => {
    const scores = [
      { familyId: 'f1', scores: { a: 5, b: 4, c: 1 }, weight: fractionOf(1) },
      { familyId: 'f2', scores: { a: 1, b: 4, c: 5 }, weight: fractionOf(2) },
    ];
    expect([...weightedScores(options, scores).values()].map(toNumber)).toEqual([1, 2.25, 2]);
    expect(topByScore(options, scores)).toEqual(['b']);
    expect(topByScore(options, [])).toEqual([]);
  });

  test("the Condorcet winner beats each other one against one, though it is few families' first choice", () => {
    const votes = ballots('abc', 'abc', 'cba', 'cba', 'bac');
    const found = headToHead(options, votes);
    expect(found.condorcet).toBe('b');
    expect(found.winners).toEqual(['b']);
    expect(toNumber(found.over('b', 'a'))).toBe(3);
  });

  test('without one, Schulze takes the strongest paths', () => {
    // a beats b 5-4, b beats c 7-2, c beats a 6-3: the weakest link is a over b, so b is out of reach for a.
    const votes = ballots('abc', 'abc', 'abc', 'bca', 'bca', 'bca', 'bca', 'cab', 'cab');
    const found = headToHead(options, votes);
    expect(found.condorcet).toBeUndefined();
    expect(found.winners).toEqual(['b']);
  });

  test('names several where they are level, and all where nobody has voted', () => {
    expect(headToHead(options, ballots('abc', 'bac')).winners).toEqual(['a', 'b']);
    expect(headToHead(options, []).winners).toEqual(options);
    expect(headToHead(options, []).condorcet).toBeUndefined();
    expect(headToHead(options, [{ familyId: 'f', scores: choosing(['b', 'c']) }]).winners).toEqual(['b', 'c']);
  });
});
