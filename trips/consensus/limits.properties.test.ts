import fc from 'fast-check';
import { ballots, ballotsOf, check, euros, matter, OPTIONS } from '../../test/consensus-arbitraries.ts';
import { analyse } from './analyse.ts';
import { isGlad } from './ballot.ts';
import { documentOf } from './consensus-analysis.ts';
import { breachesOf, tripBreachesOf } from './constraints.ts';
import { decideWithin } from './decide-several.ts';
import { checkOptions, feasible } from './feasible.ts';
import { shownTo } from './shown-to.ts';
import { NO_TURNS } from './turns.ts';

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
