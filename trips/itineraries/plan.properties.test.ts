import fc from 'fast-check';
import { solve } from '../../test/lisbon-trip.ts';
import { noPreferences } from '../families/family.ts';
import { type Candidate, DIETS, type OpeningHours, type Price } from './candidate.ts';
import { checkPlan } from './check.ts';
import { planItinerary } from './plan.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { withDecisions } from './settled.ts';

const currency = 'EUR';
const money = fc.integer({ min: 0, max: 30_000 }).map((amount) => ({ amount, currency }));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const price: fc.Arbitrary<Price> = fc.oneof(
  fc.record({
    per: fc.constant('person' as const),
    adult: money,
    child: maybe(money),
    childUpTo: maybe(fc.integer({ min: 2, max: 17 })),
    freeUpTo: maybe(fc.integer({ min: 0, max: 6 })),
  }),
  fc.record({ per: fc.constant('group' as const), total: money }),
  fc.record({ per: fc.constant('person' as const), adult: fc.constant({ amount: 900, currency: 'USD' }) }),
);
const span = fc
  .record({ from: fc.integer({ min: 0, max: 1300 }), length: fc.integer({ min: 15, max: 900 }) })
  .map(({ from, length }) => ({ from, to: from + length }));
const hours: fc.Arbitrary<OpeningHours> = fc.array(maybe(fc.array(span, { maxLength: 1 })), {
  minLength: 7,
  maxLength: 7,
});
const flags = fc.dictionary(fc.constantFrom(...DIETS), fc.boolean(), { maxKeys: 3 });
const name = fc.integer({ min: 0, max: 25 }).map((n) => `Place ${String.fromCharCode(65 + n)}`);

const place: fc.Arbitrary<Candidate> = fc
  .record({
    kind: fc.constantFrom('sight' as const, 'sight' as const, 'meal' as const, 'meal' as const, 'lodging' as const),
    name,
    price: maybe(price),
    hours: maybe(hours),
    minutes: maybe(fc.integer({ min: 15, max: 400 })),
    diets: flags,
    stepFree: maybe(fc.boolean()),
    minAge: maybe(fc.integer({ min: 0, max: 18 })),
    checkIn: maybe(fc.integer({ min: 600, max: 1380 })),
    checkOut: maybe(fc.integer({ min: 420, max: 840 })),
    confirmed: maybe(fc.boolean()),
  })
  // A stay that is booked is kept whatever it is like; that the checks then say so has its own test.
  .map((drawn) => ({
    ...drawn,
    ...(drawn.confirmed ? { stepFree: undefined, minAge: undefined } : {}),
    id: `candidate_${drawn.kind}_${drawn.name}`,
    about: '',
  }));

const START = '2027-06-10';
const dayAfter = (count: number): string => new Date(Date.parse(START) + count * 86_400_000).toISOString().slice(0, 10);

const booking = fc.record({
  date: fc.integer({ min: -1, max: 9 }).map(dayAfter),
  start: fc.integer({ min: 360, max: 1380 }),
});
const booked: fc.Arbitrary<Candidate> = fc
  .record({ kind: fc.constantFrom('sight' as const, 'meal' as const), name, booking, price: maybe(price) })
  .map((drawn) => ({
    ...drawn,
    name: `Booked ${drawn.name}`,
    id: `candidate_booked_${drawn.name}`,
    diets: {},
    about: '',
  }));
const journey: fc.Arbitrary<Candidate> = fc
  .record({ kind: fc.constantFrom('arrive' as const, 'depart' as const), booking })
  .map((drawn) => ({
    ...drawn,
    name: 'Flight',
    id: `candidate_${drawn.kind}_${drawn.booking.date}_${drawn.booking.start}`,
    diets: {},
    about: '',
  }));

const family = fc.record({
  members: fc.array(fc.record({ age: maybe(fc.integer({ min: 0, max: 80 })), child: fc.boolean() }), { maxLength: 5 }),
  preferences: fc.record({
    diet: fc.array(fc.constantFrom('vegetarian', 'no nuts', 'halal', 'hates onions'), { maxLength: 2 }),
    mobility: fc.array(fc.constantFrom('stroller', 'wheelchair', 'loves walking'), { maxLength: 1 }),
    budget: maybe(fc.integer({ min: 1_000, max: 300_000 }).map((amount) => ({ amount, currency }))),
    pace: maybe(fc.constantFrom('slow' as const, 'steady' as const, 'full' as const)),
    interests: fc.dictionary(fc.constantFrom('museums', 'place a', 'beach'), fc.integer({ min: 1, max: 5 }), {
      maxKeys: 2,
    }),
    unavailable: fc.array(fc.integer({ min: 0, max: 6 }).map(dayAfter), { maxLength: 2 }),
  }),
});

const factsOf = (bookings: boolean): fc.Arbitrary<PlanningFacts> =>
  fc
    .record({
      days: fc.integer({ min: 1, max: 7 }),
      budget: maybe(fc.integer({ min: 0, max: 800_000 }).map((amount) => ({ amount, currency }))),
      families: fc.array(family, { minLength: 1, maxLength: 4 }),
      places: fc.uniqueArray(place, {
        maxLength: 16,
        selector: ({ kind, name: of }) => (kind === 'lodging' ? `stay ${of}` : of),
      }),
      booked: bookings ? fc.uniqueArray(booked, { maxLength: 4, selector: ({ id }) => id }) : fc.constant([]),
      journeys: fc.uniqueArray(journey, { maxLength: 2, selector: ({ id }) => id }),
      decided: fc.array(
        fc.record({
          question: fc.constantFrom('Where do we eat on Friday night?', 'What shall we do?', 'Where do we stay?'),
          choice: name,
        }),
        { maxLength: 2 },
      ),
    })
    .map((drawn) =>
      withDecisions({
        trip: { startDate: START, endDate: dayAfter(drawn.days - 1), destination: 'Lisbon', budget: drawn.budget },
        families: drawn.families.map((own, index) => ({
          ...own,
          id: `family_${index}`,
          preferences: { ...noPreferences, ...own.preferences },
        })),
        candidates: [...drawn.places, ...drawn.booked, ...drawn.journeys],
        decided: drawn.decided,
      }),
    );

const RUNS = 250;

describe('whatever the facts', () => {
  it('a plan that is returned passes every check', () => {
    fc.assert(
      fc.property(factsOf(false), (facts) => {
        const result = planItinerary(facts, solve);
        if (!result.ok) {
          expect(result.why).toMatch(/What is settled comes to/);
          return;
        }
        expect(checkPlan(result.plan, facts).filter(({ ok }) => !ok)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });

  it('bookings never make the plan overlap, repeat itself, leave the dates or the budget', () => {
    const own = new Set(['budget', 'dates', 'duplicates', 'overlap']);
    fc.assert(
      fc.property(factsOf(true), (facts) => {
        const result = planItinerary(facts, solve);
        if (!result.ok) return;
        expect(checkPlan(result.plan, facts).filter(({ ok, constraint }) => !ok && own.has(constraint))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 12 },
    );
  });

  it('nothing is in the plan that no document or decision offers', () => {
    fc.assert(
      fc.property(factsOf(true), (facts) => {
        const result = planItinerary(facts, solve);
        if (!result.ok) return;
        const known = new Set(facts.candidates.map(({ id }) => id));
        for (const item of result.plan.days.flatMap(({ items }) => items)) {
          if (item.kind === 'meal' || item.kind === 'sight') expect(known).toContain(item.candidateId);
          else if (item.kind === 'free') expect(item.cost).toBeUndefined();
        }
      }),
      { numRuns: 100, seed: 13 },
    );
  });

  it('the same facts give the same plan', () => {
    fc.assert(
      fc.property(factsOf(true), (facts) => {
        expect(planItinerary(facts, solve)).toEqual(planItinerary(facts, solve));
      }),
      { numRuns: 40, seed: 14 },
    );
  });

  it('a refusal is true: what it offers would fit', () => {
    fc.assert(
      fc.property(factsOf(true), (facts) => {
        const result = planItinerary(facts, solve);
        if (result.ok) return;
        const { budget } = facts.trip;
        for (const { total, relaxations } of result.changes) {
          if (budget && total && !relaxations.some(({ kind }) => kind === 'budget'))
            expect(total.amount).toBeLessThanOrEqual(budget.amount);
        }
        const unlimited = {
          ...facts,
          trip: { ...facts.trip, budget: undefined },
          families: facts.families.map((own) => ({ ...own, preferences: { ...own.preferences, budget: undefined } })),
        };
        expect(planItinerary(unlimited, solve).ok).toBe(true);
      }),
      { numRuns: 150, seed: 15 },
    );
  });
});
