import fc from 'fast-check';
import { noPreferences } from '../families/family.ts';
import { analyse, type Question } from './analyse.ts';
import { choosing, isGlad, joyOf, ranking, type ScoreBallot, takesPart } from './ballot.ts';
import { documentOf } from './consensus-analysis.ts';
import { breachesOf, tripBreachesOf } from './constraints.ts';
import { decide } from './decide.ts';
import { decideSeveral, decideWithin, explainSeveral } from './decide-several.ts';
import type { ConsensusFamily, ConsensusOption } from './facts.ts';
import { checkOptions, feasible } from './feasible.ts';
import { fractionOf, inHundredths, multiply, toNumber, writeFraction } from './fraction.ts';
import { headToHead } from './rules/schulze.ts';
import { weightedScores } from './rules/weighted-score.ts';
import { shownTo } from './shown-to.ts';
import { NO_TURNS, type Turns, turnsAfter, turnsOf } from './turns.ts';

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => void, numRuns = 100): void =>
  fc.assert(fc.property(arbitrary, holds), { seed: 11, numRuns });

const OPTIONS = ['opt_01', 'opt_02', 'opt_03', 'opt_04'];
const NAMES = ['Chen', 'Silva', 'Okoye', 'Ruiz', 'Novak', 'Haddad'];
const vote = fc.oneof(
  fc.constantFrom(...OPTIONS).map((option) => choosing([option])),
  fc.subarray(OPTIONS, { minLength: 1 }).map(choosing),
  fc.shuffledSubarray(OPTIONS, { minLength: 1 }).map((ranked) => ranking(ranked, OPTIONS.length)),
  fc.record(Object.fromEntries(OPTIONS.map((option) => [option, fc.integer({ min: 1, max: 5 })]))),
);
const ballotsOf = (votes: readonly ScoreBallot['scores'][], weights: readonly number[]): readonly ScoreBallot[] =>
  votes.map((scores, index) => ({
    familyId: `family_${NAMES[index]}`,
    scores,
    weight: fractionOf(weights[index] ?? 1),
  }));
const weights = fc.oneof(
  fc.constant(NAMES.map(() => 1)),
  fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }),
);
const ballots = fc
  .tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), weights)
  .map(([votes, by]) => ballotsOf(votes, by));
const turns: fc.Arbitrary<Turns> = fc
  .array(ballots, { maxLength: 4 })
  .map((past) => past.reduce((before, one) => decide(OPTIONS, one, before).turns, NO_TURNS));

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

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const day = fc.integer({ min: 10, max: 16 }).map((date) => `2027-06-${date}`);
const family = (name: string): fc.Arbitrary<ConsensusFamily> =>
  fc
    .record({
      heads: fc.integer({ min: 1, max: 6 }),
      ages: fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 4 }),
      budget: maybe(fc.integer({ min: 1_000, max: 90_000 }).map(euros)),
      diet: fc.subarray(['no nuts', 'vegan', 'halal']),
      mobility: fc.subarray(['wheelchair']),
      pace: maybe(fc.constantFrom('slow' as const, 'full' as const)),
      unavailable: fc.uniqueArray(day, { maxLength: 3 }),
      interests: fc.dictionary(fc.constantFrom('boat', 'beach'), fc.integer({ min: 1, max: 5 })),
    })
    .map(({ heads, ages, ...said }) => ({
      id: `family_${name}`,
      name,
      heads,
      members: ages.map((age) => ({ age, child: age < 18 })),
      preferences: { ...noPreferences, ...said },
    }));
const NAMED = ['Boat', 'Beach', 'Castle', 'Dinner'];
const option = (id: string, index: number): fc.Arbitrary<ConsensusOption> =>
  fc
    .record({
      price: maybe(fc.integer({ min: 0, max: 20_000 }).map(euros)),
      days: maybe(fc.uniqueArray(day, { minLength: 1, maxLength: 2 })),
      diets: fc.dictionary(fc.constantFrom('nut-free' as const, 'vegan' as const, 'halal' as const), fc.boolean()),
      stepFree: maybe(fc.boolean()),
      minAge: maybe(fc.integer({ min: 0, max: 12 })),
      pace: maybe(fc.constantFrom('slow' as const, 'full' as const)),
    })
    .map((drawn) => ({ id, text: NAMED[index] ?? id, ...drawn }));
const matter = fc.record({
  families: fc.tuple(...NAMES.slice(0, 4).map(family)),
  options: fc.tuple(...OPTIONS.map(option)),
  votes: fc.array(vote, { maxLength: 4 }),
  trip: fc.record({ budget: maybe(fc.integer({ min: 10_000, max: 200_000 }).map(euros)) }),
});

describe('the filter', () => {
  test('drops an option exactly when it breaks a limit that is known, and says which', () => {
    check(matter, ({ families, options, trip }) => {
      for (const { option: asked, breaches } of checkOptions(options, families, trip)) {
        const heads = families.reduce((sum, { heads }) => sum + heads, 0);
        const over = families.some(
          ({ heads, preferences: { budget } }) => budget && asked.price && asked.price.amount * heads > budget.amount,
        );
        const poor = trip.budget && asked.price && asked.price.amount * heads > trip.budget.amount;
        const away = families.some(({ preferences }) =>
          asked.days?.some((one) => preferences.unavailable.includes(one)),
        );
        const words = { 'nut-free': 'no nuts', vegan: 'vegan', halal: 'halal' } as const;
        const hungry = families.some(({ preferences }) =>
          Object.entries(words).some(
            ([diet, said]) => preferences.diet.includes(said) && asked.diets?.[diet as keyof typeof words] === false,
          ),
        );
        const stuck = asked.stepFree === false && families.some(({ preferences }) => preferences.mobility.length > 0);
        const young = families.some(({ members }) => members.some(({ age = 99 }) => age < (asked.minAge ?? 0)));
        const broken = Object.entries({
          budget: over || poor,
          dates: away,
          diet: hungry,
          mobility: stuck,
          ages: young,
        });
        expect([...new Set(breaches.map(({ constraint }) => constraint))].sort()).toEqual(
          broken
            .filter(([, is]) => is)
            .map(([constraint]) => constraint)
            .sort(),
        );
      }
    });
  });

  test('never drops an option that is free, on no day, for all ages and without steps', () => {
    check(matter, ({ families, options, trip }) => {
      const easy = { id: 'easy', text: 'Picnic', price: euros(0), stepFree: true, minAge: 0 };
      expect(feasible(checkOptions([...options, easy], families, trip))).toContainEqual(easy);
    });
  });

  test("lets a family that votes for an option weigh its own limits, and nobody else's", () => {
    check(matter, ({ families, options, trip, votes }) => {
      const cast = ballotsOf(votes, []);
      for (const { option: asked, breaches } of checkOptions(options, families, trip, cast)) {
        const waived = cast.filter((ballot) => isGlad(ballot, asked.id)).map(({ familyId }) => familyId);
        const strict = families.filter(({ id }) => !waived.includes(id));
        expect(breaches).toEqual([
          ...tripBreachesOf(asked, families, trip),
          ...strict.flatMap((one) => breachesOf(asked, one)),
        ]);
      }
    });
  });
});

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

test('what is chosen within a budget stays within it', () => {
  check(
    fc.tuple(ballots, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }), fc.nat(800)),
    ([cast, prices, budget]) => {
      const costs = Object.fromEntries(OPTIONS.map((id, index) => [id, prices[index] ?? 1]));
      const { chosen } = decideWithin(costs, cast, budget, NO_TURNS);
      expect(chosen.reduce((sum, id) => sum + (costs[id] ?? 0), 0)).toBeLessThanOrEqual(budget);
    },
  );
});

test("what is a family's own is shown to nobody else, in any matter", () => {
  check(matter, ({ families, options, trip, votes }) => {
    const cast = ballotsOf(votes, []);
    const analysis = analyse({ question: 'What?', options, ballots: cast }, { trip, families });
    const voters = cast.filter((ballot) => OPTIONS.some((id) => isGlad(ballot, id))).map(({ familyId }) => familyId);
    const kept = documentOf(analysis, {
      tripId: 'trip_t',
      pollId: 'poll_p',
      over: false,
      at: '2027-01-01T00:00:00.000Z',
    });
    for (const reader of [undefined, ...families.map(({ id }) => id)]) {
      const seen = JSON.stringify(shownTo(kept, reader));
      const own = [...analysis.conflicts, ...analysis.compromises].flatMap((one) => Object.entries(one.own));
      const mine = own.filter(([id]) => id === reader).map(([, words]) => words);
      for (const [, words] of own)
        if (!mine.includes(words)) expect(seen).not.toContain(JSON.stringify(words).slice(1, -1));
      // Whose limit it is, nobody else learns: only what everybody sees from the ballots.
      for (const { type, involvedFamilies } of shownTo(kept, reader).conflicts)
        if (['diet', 'mobility', 'dates', 'ages', 'pace'].includes(type))
          for (const id of involvedFamilies) if (id !== reader) expect(voters).toContain(id);
      for (const { option: asked, breaches } of analysis.checked) {
        const theirs = kept.options.find(({ optionId }) => optionId === asked.id);
        expect(theirs?.breaches).toEqual(breaches);
        const out = shownTo(kept, reader).options.find(({ optionId }) => optionId === asked.id)?.out ?? [];
        expect(out.length === 0).toBe(breaches.length === 0);
        for (const breach of breaches)
          if (breach.familyId !== undefined && breach.constraint === 'budget' && breach.familyId !== reader)
            expect(out).not.toContain(breach.says);
      }
    }
  });
});

test('points are what the weighted scores are', () => {
  check(ballots, (cast) => {
    const { points } = decide(OPTIONS, cast, NO_TURNS);
    expect(points).toEqual(weightedScores(OPTIONS, cast.filter(takesPart)));
  });
});
