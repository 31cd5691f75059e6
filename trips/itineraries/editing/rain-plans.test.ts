import { factsOf, food, guide, hotel, page, plan } from '../../../test/lisbon-trip.ts';
import { NOTHING_ASKED } from '../asked.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { applyEdit } from './apply-edit.ts';
import type { EditablePlan } from './desk.ts';
import { withRainPlans } from './rain-plans.ts';

const more = page(
  'more.md',
  'More to see',
  [
    'Kite Meadow: outdoor park, open 8:00-20:00, free entry, step-free, allow 2 hours',
    'Coach Museum: indoor museum, open daily 10:00-18:00, EUR 9 per person, about 90 minutes, lift',
  ].join('\n'),
);
const rainy = (facts: PlanningFacts, today?: string) => {
  const stated = { ...facts, trip: { ...facts.trip, today } };
  const first: EditablePlan = { ...plan(facts), asked: NOTHING_ASKED };
  const days = withRainPlans(first, stated);
  const outdoors = days.flatMap(({ date, items }) =>
    items.filter(({ outdoor }) => outdoor).map((item) => ({ date, ...item })),
  );
  return { stated, first: { ...first, days }, outdoors };
};

test('what is outdoors has something indoors for the rain, and taking it up would pass the checker', () => {
  const { first, stated, outdoors } = rainy(factsOf({ passages: [hotel, guide, food, more] }));
  expect(outdoors.length).toBeGreaterThan(0);
  const wet = outdoors.filter(({ rain }) => rain);
  expect(wet.length).toBeGreaterThan(0);
  for (const { date, candidateId = '', rain } of wet) {
    const by = rain?.candidateId ?? '';
    expect(stated.candidates.find(({ id }) => id === by)?.indoor).toBe(true);
    const edit =
      rain?.swapsWith === undefined
        ? ({ kind: 'replace', item: candidateId, by } as const)
        : ({ kind: 'swap', item: candidateId, with: by } as const);
    const edited = applyEdit(first, stated, edit);
    if (!edited.ok) throw new Error(edited.why);
    const there = edited.plan.days.find((day) => day.date === date)?.items ?? [];
    expect(there.find((item) => item.candidateId === by)).toMatchObject({ start: rain?.start, end: rain?.end });
    expect(edited.checks.filter(({ ok }) => !ok)).toEqual([]);
  }
  expect(new Set(wet.map(({ rain }) => rain?.candidateId)).size).toBe(wet.length);
});

test('days that are over keep what they had, and nothing is invented where nothing is indoors', () => {
  const facts = factsOf({ passages: [hotel, guide, food, more] });
  expect(rainy(facts, '2027-06-16').outdoors.filter(({ rain }) => rain)).toEqual([]);
  const open = {
    ...facts,
    candidates: facts.candidates.map((one) => ({ ...one, indoor: one.kind === 'sight' ? false : one.indoor })),
  };
  expect(rainy(open).outdoors.every(({ rain }) => rain === undefined)).toBe(true);
});
