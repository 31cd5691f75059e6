import fc from 'fast-check';
import {
  ballots,
  ballotsOf,
  check,
  NAMED,
  NAMES,
  OPTIONS,
  turns,
  vote,
  weights,
} from '../../test/consensus-arbitraries.ts';
import { noPreferences } from '../families/family.ts';
import { analyse, type Question } from './analyse.ts';
import { choosing, isGlad, joyOf, takesPart } from './ballot.ts';
import { decideSeveral, explainSeveral } from './decide-several.ts';
import { fractionOf, inHundredths, toNumber, writeFraction } from './fraction.ts';
import { NO_TURNS, turnsAfter, turnsOf } from './turns.ts';

describe('an explanation', () => {
  const nobodyKnown = { heads: 3, members: [], preferences: noPreferences };
  const numbersIn = (sentence: string): readonly number[] => (sentence.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const shown = (value: number): number => Math.round(value * 100 + 1e-7) / 100;

  test("has no number that is not the count's own", () => {
    check(fc.tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), weights, turns), ([votes, by, before]) => {
      const cast = ballotsOf(votes, by);
      const families = NAMES.map((name) => ({ ...nobodyKnown, id: `family_${name}`, name }));
      const question: Question = {
        question: 'Where to?',
        options: OPTIONS.map((id, index) => ({ id, text: NAMED[index] ?? id })),
        ballots: cast,
      };
      const { explanation, decision } = analyse(question, { trip: {}, families, turns: before });
      const points = OPTIONS.map((id) =>
        shown(
          cast.reduce((sum, ballot) => sum + toNumber(joyOf(ballot, id)) * toNumber(ballot.weight ?? fractionOf(1)), 0),
        ),
      );
      const levels = [...decision.levels.values()].map((level) => toNumber(inHundredths(level)));
      const voted = cast.filter(takesPart).length;
      const chosen = OPTIONS.map((id) => cast.filter((ballot) => isGlad(ballot, id)).length);
      for (const number of numbersIn(explanation)) expect([...points, ...levels, ...chosen, voted]).toContain(number);
      const text = (id: string): string => NAMED[OPTIONS.indexOf(id)] ?? '';
      if (decision.winner !== undefined) expect(explanation.startsWith(`${text(decision.winner)} it is: `)).toBe(true);
      for (const id of decision.tied) expect(explanation).toContain(text(id));
      if (decision.condorcet !== undefined && decision.condorcet !== decision.winner)
        expect(explanation).toContain(text(decision.condorcet));
    });
  });

  test('that says most, has the most; that says turns, has the fewest; that says level, is level', () => {
    check(fc.tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), turns), ([votes, before]) => {
      const { decision } = analyse(
        { question: 'Where to?', options: OPTIONS.map((id) => ({ id, text: id })), ballots: ballotsOf(votes, []) },
        { trip: {}, families: [], turns: before },
      );
      const { winner, because, mostPoints, levels, points, tied } = decision;
      const level = (id: string): number => toNumber(inHundredths(levels.get(id) ?? fractionOf(99)));
      if (because === 'most') expect(mostPoints).toEqual([winner]);
      if (because === 'tie-by-turns') expect(mostPoints.length > 1 && mostPoints.includes(winner ?? '')).toBe(true);
      if (because === 'turns') for (const id of mostPoints) expect(level(id)).toBeGreaterThan(level(winner ?? ''));
      if (because === 'tie') {
        expect(new Set(tied.map(level)).size).toBe(1);
        expect(new Set(tied.map((id) => writeFraction(points.get(id) ?? fractionOf(0)))).size).toBe(1);
      }
    });
  });

  test('says of turns what the families then have, and would have had', () => {
    let said = 0;
    check(
      fc.tuple(
        fc.array(
          fc.constantFrom(...OPTIONS).map((id) => choosing([id])),
          { minLength: 2, maxLength: 6 },
        ),
        turns,
      ),
      ([votes, before]) => {
        const cast = ballotsOf(votes, []);
        const families = NAMES.map((name) => ({ ...nobodyKnown, id: `family_${name}`, name }));
        const options = OPTIONS.map((id, index) => ({ id, text: NAMED[index] ?? id }));
        const { explanation, decision } = analyse(
          { question: 'Where to?', options, ballots: cast },
          { trip: {}, families, turns: before },
        );
        const found =
          /they come to (\d+(?:\.\d+)?) turns?, while with (\w+) its families would come to (\d+(?:\.\d+)?)/.exec(
            explanation,
          );
        if (!found) return;
        said += 1;
        const comeTo = (id: string): readonly number[] =>
          cast
            .filter((ballot) => isGlad(ballot, id))
            .map(({ familyId }) => toNumber(inHundredths(turnsOf(turnsAfter(cast, before, id), familyId))));
        const [, mine, rival = '', theirs] = found;
        for (const used of comeTo(decision.winner ?? '')) expect(used).toBe(Number(mine));
        for (const used of comeTo(OPTIONS[NAMED.indexOf(rival)] ?? '')) expect(used).toBe(Number(theirs));
      },
      300,
    );
    expect(said).toBeGreaterThan(10);
  });

  test('of several that were chosen gives each family its part', () => {
    check(fc.tuple(ballots, fc.integer({ min: 1, max: 4 })), ([cast, count]) => {
      const made = decideSeveral(OPTIONS, cast, count, NO_TURNS);
      expect(made.chosen).toHaveLength(count);
      const families = NAMES.map((name) => ({ id: `family_${name}`, name }));
      const said = explainSeveral(
        made,
        OPTIONS.map((id, index) => ({ id, text: NAMED[index] ?? id })),
        families,
        cast,
      );
      for (const { option: id } of made.chosen) expect(said).toContain(NAMED[OPTIONS.indexOf(id)]);
      const voted = cast.filter(takesPart);
      const known = [
        count,
        voted.length,
        shown(count / Math.max(1, voted.length)),
        ...OPTIONS.map((id) => voted.filter((ballot) => isGlad(ballot, id)).length),
      ];
      for (const number of numbersIn(said)) expect(known).toContain(number);
    });
  });
});
