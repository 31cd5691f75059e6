import fc from 'fast-check';
import { choosing, ranking, type ScoreBallot } from '../trips/consensus/ballot.ts';
import { decide } from '../trips/consensus/decide.ts';
import type { ConsensusFamily, ConsensusOption } from '../trips/consensus/facts.ts';
import { fractionOf } from '../trips/consensus/fraction.ts';
import { NO_TURNS, type Turns } from '../trips/consensus/turns.ts';
import { noPreferences } from '../trips/families/family.ts';

/** Tries a property on cases that are the same in every run. */
export const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => void, numRuns = 100): void =>
  fc.assert(fc.property(arbitrary, holds), { seed: 11, numRuns });

export const OPTIONS = ['opt_01', 'opt_02', 'opt_03', 'opt_04'];
export const NAMES = ['Chen', 'Silva', 'Okoye', 'Ruiz', 'Novak', 'Haddad'];
export const vote = fc.oneof(
  fc.constantFrom(...OPTIONS).map((option) => choosing([option])),
  fc.subarray(OPTIONS, { minLength: 1 }).map(choosing),
  fc.shuffledSubarray(OPTIONS, { minLength: 1 }).map((ranked) => ranking(ranked, OPTIONS.length)),
  fc.record(Object.fromEntries(OPTIONS.map((option) => [option, fc.integer({ min: 1, max: 5 })]))),
);
export const ballotsOf = (
  votes: readonly ScoreBallot['scores'][],
  weights: readonly number[],
): readonly ScoreBallot[] =>
  votes.map((scores, index) => ({
    familyId: `family_${NAMES[index]}`,
    scores,
    weight: fractionOf(weights[index] ?? 1),
  }));
export const weights = fc.oneof(
  fc.constant(NAMES.map(() => 1)),
  fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }),
);
export const ballots = fc
  .tuple(fc.array(vote, { minLength: 1, maxLength: 6 }), weights)
  .map(([votes, by]) => ballotsOf(votes, by));
export const turns: fc.Arbitrary<Turns> = fc
  .array(ballots, { maxLength: 4 })
  .map((past) => past.reduce((before, one) => decide(OPTIONS, one, before).turns, NO_TURNS));

export const euros = (amount: number) => ({ amount, currency: 'EUR' });
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
export const NAMED = ['Boat', 'Beach', 'Castle', 'Dinner'];
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
export const matter = fc.record({
  families: fc.tuple(...NAMES.slice(0, 4).map(family)),
  options: fc.tuple(...OPTIONS.map(option)),
  votes: fc.array(vote, { maxLength: 4 }),
  trip: fc.record({ budget: maybe(fc.integer({ min: 10_000, max: 200_000 }).map(euros)) }),
});
