import fc from 'fast-check';
import { factsOf, family, plan } from '../../../test/lisbon-trip.ts';
import { NOTHING_ASKED } from '../asked.ts';
import { applyEdit, type DeskEdit } from './apply-edit.ts';
import type { EditablePlan } from './desk.ts';

/** Groups that need different things: step-free ways and diets, early nights, nothing at all, little money. */
const WORLDS = [
  factsOf(),
  factsOf({ families: [family('family_a', [30, 31]), family('family_b', [70, 68])] }),
  factsOf({
    families: [family('family_a', [41, 40, 8, 3], { pace: 'slow' }), family('family_b', [35], { diet: ['vegan'] })],
  }),
  factsOf({
    families: [family('family_a', [41, 40, 10], { unavailable: ['2027-06-14'] }), family('family_b', [35, 12])],
    trip: {
      startDate: '2027-06-11',
      endDate: '2027-06-14',
      destination: 'Lisbon',
      budget: { amount: 270_000, currency: 'EUR' },
    },
  }),
].map((facts) => ({ facts, first: { ...plan(facts), asked: NOTHING_ASKED } satisfies EditablePlan }));

const day = fc.integer({ min: 10, max: 16 }).map((date) => `2027-06-${date}`);
const time = fc
  .integer({ min: 7 * 4, max: 22 * 4 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const item = fc.constantFrom(
  ...['oceanario', 'tile museum', 'castle', 'science centre', 'garden', 'river cruise', 'taverna', 'pelican', 'roma'],
  ...['casa do leao', 'mercado', 'lunch', 'dinner', 'the thing after lunch', 'hotel', 'nothing like it'],
);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const edit: fc.Arbitrary<DeskEdit> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), item, to: maybe(day), at: maybe(time) }),
  fc.record({
    kind: fc.constant('put' as const),
    item,
    to: maybe(day),
    meal: maybe(fc.constantFrom('lunch' as const, 'dinner' as const)),
    at: maybe(time),
  }),
  fc.record({ kind: fc.constant('replace' as const), item, by: item }),
  fc.record({ kind: fc.constant('swap' as const), item, with: item }),
  fc.record({ kind: fc.constant('swap-days' as const), days: fc.tuple(day, day) }),
  fc.record({ kind: fc.constant('drop' as const), item, on: maybe(day) }),
  fc.record({ kind: fc.constant('start' as const), at: maybe(time), on: maybe(day) }),
  fc.record({ kind: fc.constant('free' as const), on: day, from: maybe(time), to: maybe(time) }),
  fc.record({ kind: fc.constant('lighten' as const), on: day }),
  fc.record({ kind: fc.constant('late' as const), minutes: fc.integer({ min: 1, max: 300 }), on: day, now: time }),
  fc.record({ kind: fc.constant('lock' as const), item }),
  fc.record({ kind: fc.constant('unlock' as const), item }),
  fc.record({
    kind: fc.constant('skip' as const),
    item,
    families: fc.subarray(['family_a', 'family_b', 'family_chen'], { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('mend' as const) }),
  fc.record({ kind: fc.constant('rain' as const), on: maybe(day) }),
  fc.record({
    kind: fc.constant('split' as const),
    on: maybe(day),
    lanes: fc.tuple(
      fc.record({ item, families: fc.constant<string[]>(['family_a']) }),
      fc.record({ item, families: fc.constant<string[]>(['family_b']) }),
    ),
  }),
);

/** Days an edit may touch: its own, the one a thing comes from, and a third for what makes room. */
const MOST_DAYS: Readonly<Record<DeskEdit['kind'], number>> = {
  ...{
    move: 3,
    put: 3,
    replace: 2,
    swap: 2,
    'swap-days': 2,
    drop: 1,
    start: 5,
    free: 5,
    lighten: 2,
    late: 1,
    lock: 1,
    unlock: 1,
    skip: 1,
    mend: 0,
    rain: 0,
    split: 3,
  },
};

const placesOf = ({ days }: EditablePlan) =>
  new Map(
    days.flatMap(({ date, items }) =>
      items.flatMap(({ candidateId, start, end, kind }) =>
        candidateId && (kind === 'sight' || kind === 'meal') ? [[candidateId, `${date} ${start}-${end}`] as const] : [],
      ),
    ),
  );

describe('any changes of a plan, one after another', () => {
  it('leave a plan that the checker accepts, and what nobody spoke of as it was', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...WORLDS),
        fc.array(edit, { minLength: 3, maxLength: 8 }),
        ({ facts, first }, edits) => {
          let now: EditablePlan = first;
          for (const one of edits) {
            const edited = applyEdit(now, facts, one);
            if (!edited.ok) {
              expect(edited.why).toMatch(/[.?]$/);
              continue;
            }
            done += 1;
            expect(edited.checks.filter(({ ok }) => !ok)).toEqual([]);
            const after = edited.plan;
            const changed = after.days.filter(
              ({ items }, index) => JSON.stringify(items) !== JSON.stringify(now.days[index]?.items),
            );
            expect([one.kind, changed.length <= MOST_DAYS[one.kind]]).toEqual([one.kind, true]);
            const [before, since] = [placesOf(now), placesOf(after)];
            // Locks hold whatever is asked; a lock, an unlocking and a skip move nothing at all.
            for (const { candidateId } of now.asked.locks) expect(since.get(candidateId)).toBe(before.get(candidateId));
            if (one.kind === 'lock' || one.kind === 'unlock' || one.kind === 'skip') expect(since).toEqual(before);
            now = after;
          }
        },
      ),
      { seed: 11, numRuns: 300 },
    );
    // Most random edits are refused; enough must not be.
    expect(done).toBeGreaterThan(250);
  });
});
