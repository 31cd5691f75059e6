import fc from 'fast-check';
import { leastCost } from '../../bench/eval/travelplanner/bound.ts';
import { solve } from '../../test/lisbon-trip.ts';
import { noPreferences } from '../families/family.ts';
import type { Candidate } from './candidate.ts';
import { checkPlan } from './check.ts';
import { planItinerary } from './plan.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { relaxed } from './relaxation.ts';
import { MODES, ROOM_TYPES, type TripRule } from './trip-rules.ts';

const currency = 'EUR';
const START = '2027-06-07';
const CITIES = ['Arvina', 'Belmora', 'Castrel'];
const CUISINES = ['Thai', 'Greek', 'French'];
const base = { diets: {}, about: '' } as const;
const dayAfter = (count: number): string => new Date(Date.parse(START) + count * 86_400_000).toISOString().slice(0, 10);
const money = (amount: number) => ({ amount: amount * 100, currency });
const some = <T>(of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of);

const stay = fc
  .record({
    city: some(CITIES),
    each: fc.integer({ min: 20, max: 200 }),
    sleeps: fc.integer({ min: 1, max: 4 }),
    minNights: fc.integer({ min: 1, max: 3 }),
    roomType: some(ROOM_TYPES),
    forbids: fc.subarray(['pets', 'smoking']),
  })
  .map(({ city, each, ...terms }) => ({ city, each, terms }));
const meal = fc.record({
  city: some(CITIES),
  adult: fc.integer({ min: 5, max: 60 }),
  cuisines: fc.subarray(CUISINES),
});
const leg = fc.record({
  mode: some(MODES),
  from: some(['Home', ...CITIES]),
  to: some(['Home', ...CITIES]),
  day: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.integer({ min: 0, max: 4 })),
  adult: fc.integer({ min: 10, max: 300 }),
});
const rule: fc.Arbitrary<TripRule> = fc.oneof(
  fc.record({ kind: fc.constant('room-type' as const), types: fc.subarray([...ROOM_TYPES], { minLength: 1 }) }),
  fc.record({ kind: fc.constant('stay-allows' as const), what: some(['pets', 'smoking']) }),
  fc.record({ kind: fc.constant('without-mode' as const), mode: some(MODES) }),
  fc.record({ kind: fc.constant('cuisine' as const), cuisine: some(CUISINES) }),
);

/** A round through some of three cities, with more or less on offer; about half of them cannot be had. */
const rounds: fc.Arbitrary<PlanningFacts> = fc
  .record({
    days: fc.integer({ min: 2, max: 5 }),
    visit: fc.integer({ min: 1, max: 2 }),
    people: fc.integer({ min: 1, max: 5 }),
    budget: fc.integer({ min: 300, max: 5_000 }),
    // A city whose papers know of no bed at all is visited all the same, so each has one.
    stays: fc
      .tuple(stay, stay, stay, fc.array(stay, { maxLength: 5 }))
      .map(([one, two, three, more]) => [
        ...[one, two, three].map((own, index) => ({ ...own, city: CITIES[index] ?? '' })),
        ...more,
      ]),
    meals: fc.array(meal, { minLength: 14, maxLength: 22 }),
    legs: fc.array(leg, { minLength: 25, maxLength: 45 }),
    rules: fc.uniqueArray(rule, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
  })
  .map(({ days, visit, people, budget, stays, meals, legs, rules }) => ({
    trip: {
      startDate: START,
      endDate: dayAfter(days - 1),
      destination: 'Arvina',
      budget: money(budget),
      round: { home: 'Home', among: CITIES, visit },
      everyFullDay: { meals: ['breakfast', 'lunch', 'dinner'] as const, sights: 1 },
      rules,
    },
    families: [
      { id: 'party', members: Array.from({ length: people }, () => ({ child: false })), preferences: noPreferences },
    ],
    candidates: [
      ...stays.map(
        ({ city, each, terms }, index): Candidate => ({
          ...base,
          id: `stay ${index}`,
          kind: 'lodging',
          name: `Stay ${index}`,
          city,
          price: { per: 'night', each: money(each), ofRoom: true },
          stay: terms,
        }),
      ),
      ...meals.map(
        ({ city, adult, cuisines }, index): Candidate => ({
          ...base,
          id: `meal ${index}`,
          kind: 'meal',
          name: `Table ${index}`,
          city,
          meals: ['breakfast', 'lunch', 'dinner'],
          price: { per: 'person', adult: money(adult) },
          cuisines,
        }),
      ),
      ...CITIES.flatMap((city) =>
        [1, 2, 3, 4, 5].map(
          (number): Candidate => ({ ...base, id: `${city} ${number}`, kind: 'sight', name: `Sight ${number}`, city }),
        ),
      ),
      ...legs
        .filter(({ from, to }) => from !== to)
        .map(
          ({ mode, from, to, day, adult }, index): Candidate => ({
            ...base,
            id: `leg ${index}`,
            kind: 'leg',
            name: `Leg ${index}`,
            price: { per: 'person', adult: money(adult) },
            leg: { mode, from, to, date: day === undefined ? undefined : dayAfter(day) },
          }),
        ),
    ],
    decided: [],
  }));

describe('whatever a round trip offers', () => {
  it('it is planned and proved exactly when trying every way finds one within the budget', () => {
    const seen = { planned: 0, refused: 0 };
    fc.assert(
      fc.property(rounds, (facts) => {
        const least = leastCost(facts);
        const result = planItinerary(facts, solve);
        expect(result.ok).toBe(least <= (facts.trip.budget?.amount ?? 0));
        if (result.ok) {
          seen.planned += 1;
          expect(checkPlan(result.plan, facts).filter(({ ok }) => !ok)).toEqual([]);
          return;
        }
        seen.refused += 1;
        expect(result.cheapest?.amount ?? Number.POSITIVE_INFINITY).toBe(least);
        // Each change is true: a plan can be made after it, and is proved too.
        for (const { relaxations, total } of result.changes) {
          const after = relaxed(facts, relaxations);
          expect(leastCost(after)).toBe(total?.amount);
          const again = planItinerary(after, solve);
          expect(again.ok && checkPlan(again.plan, after).every(({ ok }) => ok)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 31 },
    );
    expect(seen.planned).toBeGreaterThan(5);
    expect(seen.refused).toBeGreaterThan(5);
  });
});
