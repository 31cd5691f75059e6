import fc from 'fast-check';
import { ballots, check, OPTIONS, turns } from '../../test/consensus-arbitraries.ts';
import { takesPart } from './ballot.ts';
import { decide } from './decide.ts';
import { fractionOf, multiply, toNumber, writeFraction } from './fraction.ts';
import { headToHead } from './rules/schulze.ts';
import { weightedScores } from './rules/weighted-score.ts';
import { NO_TURNS, type Turns, turnsAfter, turnsOf } from './turns.ts';

describe('a decision', () => {
  test('is the same in whatever order families vote, and whoever they are', () => {
    check(fc.tuple(ballots, turns), ([cast, before]) => {
      const { winner, tied } = decide(OPTIONS, cast, before);
      expect(decide(OPTIONS, cast.toReversed(), before)).toMatchObject({ winner, tied });
      const rename = (id: string): string => `${id}_other`;
      const others: Turns = {
        level: before.level,
        used: Object.fromEntries(Object.entries(before.used).map(([id, used]) => [rename(id), used])),
      };
      const renamed = cast.map((ballot) => ({ ...ballot, familyId: rename(ballot.familyId) }));
      expect(decide(OPTIONS, renamed, others)).toMatchObject({ winner, tied });
    });
  });

  test('treats all options alike', () => {
    const rename = (option: string): string => OPTIONS[(OPTIONS.indexOf(option) + 1) % OPTIONS.length] ?? '';
    check(fc.tuple(ballots, turns), ([cast, before]) => {
      const { winner, tied } = decide(OPTIONS, cast, before);
      const renamed = cast.map((ballot) => ({
        ...ballot,
        scores: Object.fromEntries(Object.entries(ballot.scores).map(([id, score]) => [rename(id), score])),
      }));
      const found = decide(OPTIONS, renamed, before);
      expect(found.winner).toBe(winner === undefined ? undefined : rename(winner));
      expect([...found.tied].sort()).toEqual(tied.map(rename).sort());
    });
  });

  test('never turns from an option because a family comes to like it better', () => {
    check(fc.tuple(ballots, turns, fc.nat()), ([cast, before, at]) => {
      const { winner } = decide(OPTIONS, cast, before);
      if (winner === undefined) return;
      const keener = cast.map((ballot, index) =>
        index === at % cast.length ? { ...ballot, scores: { ...ballot.scores, [winner]: 5 } } : ballot,
      );
      const found = decide(OPTIONS, keener, before);
      expect([found.winner, ...found.tied]).toContain(winner);
    });
  });

  test('looks at the proportions of weights alone', () => {
    check(fc.tuple(ballots, turns, fc.integer({ min: 2, max: 7 })), ([cast, before, scale]) => {
      const heavier = cast.map((ballot) => ({
        ...ballot,
        weight: multiply(ballot.weight ?? fractionOf(1), fractionOf(scale)),
      }));
      const [one, two] = [decide(OPTIONS, cast, before), decide(OPTIONS, heavier, before)];
      expect(two).toMatchObject({ winner: one.winner, tied: one.tied, because: one.because });
      const written = ({ used, level }: Turns) => [
        writeFraction(level),
        ...Object.entries(used).map(([id, value]) => `${id} ${writeFraction(value)}`),
      ];
      expect(written(two.turns)).toEqual(written(one.turns));
    });
  });

  test('counts a family of weight three as three families that vote alike', () => {
    check(ballots, (cast) => {
      const replicated = cast.flatMap(({ familyId, scores, weight }) =>
        Array.from({ length: toNumber(weight ?? fractionOf(1)) }, (_, copy) => ({
          familyId: `${familyId}-${copy}`,
          scores,
        })),
      );
      expect(decide(OPTIONS, replicated, NO_TURNS)).toMatchObject({
        winner: decide(OPTIONS, cast, NO_TURNS).winner,
        mostPoints: decide(OPTIONS, cast, NO_TURNS).mostPoints,
      });
    });
  });

  test('goes to most points while no family has used more turns than another', () => {
    check(ballots, (cast) => {
      const { winner, tied, mostPoints } = decide(OPTIONS, cast, NO_TURNS);
      expect(winner === undefined ? tied : [winner]).toEqual(mostPoints);
    });
  });

  test('always names the option that beats each other one against one', () => {
    check(fc.tuple(ballots, turns), ([cast, before]) => {
      const weight = (a: string, b: string): number =>
        cast.reduce(
          (sum, ballot) =>
            sum + ((ballot.scores[a] ?? 1) > (ballot.scores[b] ?? 1) ? toNumber(ballot.weight ?? fractionOf(1)) : 0),
          0,
        );
      const beatsAll = OPTIONS.filter((a) => OPTIONS.every((b) => a === b || weight(a, b) > weight(b, a)));
      expect(decide(OPTIONS, cast, before).condorcet).toBe(cast.some(takesPart) ? beatsAll[0] : undefined);
      if (beatsAll[0] !== undefined) expect(headToHead(OPTIONS, cast).winners).toEqual(beatsAll);
    });
  });

  test('costs one turn altogether, and never gives one back', () => {
    check(fc.tuple(ballots, turns), ([cast, before]) => {
      const { winner } = decide(OPTIONS, cast, before);
      if (winner === undefined) return;
      const after = turnsAfter(cast, before, winner);
      const taking = cast.filter(takesPart);
      const total = taking.reduce((sum, { weight }) => sum + toNumber(weight ?? fractionOf(1)), 0);
      let spent = 0;
      for (const { familyId, weight } of taking) {
        const cost = toNumber(turnsOf(after, familyId)) - toNumber(turnsOf(before, familyId));
        expect(cost).toBeGreaterThanOrEqual(0);
        spent += (cost * toNumber(weight ?? fractionOf(1)) * taking.length) / total;
      }
      expect(spent).toBeCloseTo(1, 6);
    });
  });
});

test('points are what the weighted scores are', () => {
  check(ballots, (cast) => {
    const { points } = decide(OPTIONS, cast, NO_TURNS);
    expect(points).toEqual(weightedScores(OPTIONS, cast.filter(takesPart)));
  });
});
