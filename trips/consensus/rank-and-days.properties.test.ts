import fc from 'fast-check';
import { ballotsOf, check, NAMED, NAMES, OPTIONS, turns, weights } from '../../test/consensus-arbitraries.ts';
import { noPreferences } from '../families/family.ts';
import { analyse } from './analyse.ts';
import { DAY_SCORES, HIGHEST, ranking, type ScoreBallot, scoreOf, takesPart } from './ballot.ts';
import { againstIt, decide, type Rule } from './decide.ts';
import { compare, fractionOf, toNumber } from './fraction.ts';
import { headToHead } from './rules/schulze.ts';
import { weightedScores } from './rules/weighted-score.ts';
import { NO_TURNS } from './turns.ts';

const order = fc.shuffledSubarray(OPTIONS, { minLength: 1 });
const ranks = order.map((ranked) => ranking(ranked, OPTIONS.length));
const days = fc.record(Object.fromEntries(OPTIONS.map((id) => [id, fc.constantFrom(...Object.values(DAY_SCORES))])));
const cast = (vote: fc.Arbitrary<ScoreBallot['scores']>) =>
  fc.tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), weights).map(([votes, by]) => ballotsOf(votes, by));
const next = (option: string): string => OPTIONS[(OPTIONS.indexOf(option) + 1) % OPTIONS.length] ?? '';
const number = (ballots: readonly ScoreBallot[], option: string): number => toNumber(againstIt(ballots, option));

describe.each([
  ['one-against-one', cast(ranks)],
  ['days', cast(days)],
] as const)('by the rule %s, a decision', (rule: Rule, ballots) => {
  test('is the same in whatever order families vote, and whoever they are', () => {
    check(fc.tuple(ballots, turns), ([given, before]) => {
      const { winner, tied } = decide(OPTIONS, given, before, rule);
      expect(decide(OPTIONS, given.toReversed(), before, rule)).toMatchObject({ winner, tied });
      const renamed = given.map((ballot) => ({ ...ballot, familyId: `${ballot.familyId}_other` }));
      const used = Object.fromEntries(Object.entries(before.used).map(([id, value]) => [`${id}_other`, value]));
      expect(decide(OPTIONS, renamed, { ...before, used }, rule)).toMatchObject({ winner, tied });
    });
  });

  test('treats all options alike', () => {
    check(fc.tuple(ballots, turns), ([given, before]) => {
      const { winner, tied } = decide(OPTIONS, given, before, rule);
      const renamed = given.map((ballot) => ({
        ...ballot,
        scores: Object.fromEntries(Object.entries(ballot.scores).map(([id, score]) => [next(id), score])),
      }));
      const found = decide(OPTIONS, renamed, before, rule);
      expect(found.winner).toBe(winner && next(winner));
      expect([...found.tied].sort()).toEqual(tied.map(next).sort());
    });
  });

  test('counts a family of weight three as three families that vote alike', () => {
    check(ballots, (given) => {
      const replicated = given.flatMap(({ familyId, scores, weight = fractionOf(1) }) =>
        Array.from({ length: toNumber(weight) }, (_, copy) => ({ familyId: `${familyId}-${copy}`, scores })),
      );
      const { winner, tied, because } = decide(OPTIONS, given, NO_TURNS, rule);
      expect(decide(OPTIONS, replicated, NO_TURNS, rule)).toMatchObject({ winner, tied, because });
    });
  });
});

describe('a ranking', () => {
  test('never turns from an option because a family ranks it first', () => {
    check(fc.tuple(fc.array(order, { minLength: 1, maxLength: 6 }), fc.nat()), ([orders, at]) => {
      const votes = (all: readonly (readonly string[])[]) =>
        ballotsOf(
          all.map((ranked) => ranking(ranked, OPTIONS.length)),
          [],
        );
      for (const winner of headToHead(OPTIONS, votes(orders)).winners) {
        const keener = orders.map((ranked, index) =>
          index === at % orders.length ? [winner, ...ranked.filter((id) => id !== winner)] : ranked,
        );
        expect(headToHead(OPTIONS, votes(keener)).winners).toContain(winner);
      }
    });
  });

  test('goes to the option that beats each other one against one, whatever turns have been used', () => {
    check(fc.tuple(cast(ranks), turns), ([given, before]) => {
      const { condorcet, winner } = decide(OPTIONS, given, before, 'one-against-one');
      if (condorcet !== undefined) expect(winner).toBe(condorcet);
    });
  });
});

describe('a choice of dates', () => {
  test('never turns from a date because a family can come then after all', () => {
    check(fc.tuple(cast(days), turns, fc.nat()), ([given, before, at]) => {
      const { winner } = decide(OPTIONS, given, before, 'days');
      if (winner === undefined) return;
      const keener = given.map((ballot, index) =>
        index === at % given.length ? { ...ballot, scores: { ...ballot.scores, [winner]: HIGHEST } } : ballot,
      );
      // Who could not come at all has taken no part, and a date all its own may now be level.
      const found = decide(OPTIONS, keener, before, 'days');
      expect([found.winner, ...found.tied]).toContain(winner);
    });
  });

  test('goes to a date with most points, of those to one on which the fewest cannot', () => {
    check(fc.tuple(cast(days), turns), ([given, before]) => {
      const { winner, tied, points } = decide(OPTIONS, given, before, 'days');
      for (const chosen of winner === undefined ? tied : [winner]) {
        for (const other of OPTIONS) {
          const ahead = compare(points.get(chosen) ?? fractionOf(0), points.get(other) ?? fractionOf(0));
          expect(ahead).toBeGreaterThanOrEqual(0);
          if (ahead === 0) expect(number(given, chosen)).toBeLessThanOrEqual(number(given, other));
        }
      }
    });
  });
});

describe.each([
  ['one-against-one', ranks],
  ['days', days],
] as const)('the explanation of a decision by the rule %s', (by: Rule, vote) => {
  const numbersIn = (sentence: string): readonly number[] => (sentence.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const hundredths = (value: number): number => Math.round(value * 100 + 1e-7) / 100;

  test("has no number that is not the count's own, and names what won or is level", () => {
    check(fc.tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), weights, turns), ([votes, weighted, before]) => {
      const given = ballotsOf(votes, weighted);
      const families = NAMES.map((name) => ({
        ...{ id: `family_${name}`, name, heads: 3, members: [], preferences: noPreferences },
      }));
      const options = OPTIONS.map((id, index) => ({ id, text: NAMED[index] ?? id }));
      const { explanation, decision } = analyse(
        { question: 'When?', options, ballots: given, by },
        { trip: {}, families, turns: before },
      );
      const voted = given.filter(takesPart);
      const { over, reach } = headToHead(OPTIONS, voted);
      const duels = OPTIONS.flatMap((a) => OPTIONS.flatMap((b) => [over(a, b), reach(a, b)])).map(toNumber);
      const scored = OPTIONS.flatMap((id) =>
        Object.values(DAY_SCORES).map((score) => voted.filter((ballot) => scoreOf(ballot, id) === score).length),
      );
      const known = [
        ...(by === 'days' ? scored : duels),
        ...[...weightedScores(OPTIONS, voted).values(), ...decision.levels.values()].map(toNumber),
        ...OPTIONS.map((id) => number(given, id)),
      ].map(hundredths);
      for (const said of numbersIn(explanation)) expect(known).toContain(said);
      const text = (id = ''): string => NAMED[OPTIONS.indexOf(id)] ?? '';
      if (decision.winner !== undefined) expect(explanation.startsWith(`${text(decision.winner)} it is: `)).toBe(true);
      for (const id of decision.tied) expect(explanation).toContain(text(id));
    });
  });
});
