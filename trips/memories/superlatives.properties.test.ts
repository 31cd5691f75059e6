import fc from 'fast-check';
import type { FamilyDeeds } from './memory-lane.ts';
import { type Superlative, superlatives } from './superlatives.ts';

const small = fc.integer({ min: 0, max: 6 });
const trip = fc
  .record({
    namedPolls: small,
    many: fc.array(
      fc.record({
        heads: fc.integer({ min: 1, max: 8 }),
        answered: small,
        first: small,
        agreed: small,
        wentAlong: small,
        messages: small,
        papers: small,
        photos: small,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    outcomes: fc.array(fc.record({ votes: small, of: small }), { maxLength: 4 }),
    things: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  })
  .map(({ namedPolls, many, outcomes, things }) => {
    const deeds = many.map(
      ({ photos: _, answered, ...one }, index): FamilyDeeds => ({
        ...one,
        answered: Math.min(answered, namedPolls),
        familyId: `family_${index}`,
      }),
    );
    return {
      deeds,
      photos: Object.fromEntries(many.map(({ photos }, index) => [`family_${index}`, photos])),
      statistics: {
        namedPolls,
        ...(things !== undefined && { fullestDay: { date: '2027-06-12', things } }),
      },
      outcomes: outcomes.map((one, index) => ({ ...one, question: `Q${index}`, choice: `C${index}` })),
    };
  });
type Given = typeof trip extends fc.Arbitrary<infer T> ? T : never;

const made = ({ statistics, outcomes, deeds, photos }: Given) => superlatives(statistics, outcomes, deeds, photos);

/** What each title counts, written down once more and apart from the code that gives it. */
const countOf = (title: string, one: FamilyDeeds, photos: Given['photos']): number => {
  const counts: Readonly<Record<string, number>> = {
    'answered-all': one.answered,
    quickest: one.first,
    'same-mind': one.agreed,
    generous: one.wentAlong,
    storyteller: one.messages,
    librarian: one.papers,
    photographer: photos[one.familyId] ?? 0,
    company: one.heads,
  };
  return counts[title] ?? Number.NaN;
};
const ofFamilies = (all: readonly Superlative[]) => all.flatMap((one) => ('families' in one ? [one] : []));

test('each superlative has the number of whom it names, and nobody it could name has more', () => {
  fc.assert(
    fc.property(trip, (given) => {
      for (const { title, families, number } of ofFamilies(made(given))) {
        for (const id of families) {
          const one = given.deeds.find(({ familyId }) => familyId === id);
          expect(one && countOf(title, one, given.photos)).toBe(number);
        }
        if (title === 'company') continue;
        for (const one of given.deeds) {
          const count = countOf(title, one, given.photos);
          if (families.includes(one.familyId)) expect(count).toBe(number);
          else expect(count).toBeLessThan(number);
        }
      }
    }),
  );
});

test('every family is named at least once, and only families that may be named are', () => {
  fc.assert(
    fc.property(trip, (given) => {
      const named = new Set(ofFamilies(made(given)).flatMap(({ families }) => families));
      expect([...named].sort()).toEqual(given.deeds.map(({ familyId }) => familyId).sort());
    }),
  );
});

test('a title that half of the families would have, or that counts to less than two, is given to none', () => {
  fc.assert(
    fc.property(trip, (given) => {
      for (const { title, families, number } of ofFamilies(made(given))) {
        if (title === 'company') continue;
        expect(number).toBeGreaterThanOrEqual(2);
        // Having answered everything is told of everybody who has.
        if (title !== 'answered-all' && families.length > 1)
          expect(families.length * 2).toBeLessThan(given.deeds.length);
      }
    }),
  );
});

test('the favourite had every vote, and the fullest day its number', () => {
  fc.assert(
    fc.property(trip, (given) => {
      for (const one of made(given)) {
        if (one.title === 'favourite') {
          const poll = given.outcomes.find(({ choice }) => choice === one.choice);
          expect([poll?.votes, poll?.of]).toEqual([one.number, one.number]);
        }
        if (one.title === 'fullest-day') expect(one.number).toBe(given.statistics.fullestDay?.things);
      }
    }),
  );
});
