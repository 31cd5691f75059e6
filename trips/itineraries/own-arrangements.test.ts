import { solve } from '../../test/lisbon-trip.ts';
import { noPreferences } from '../families/family.ts';
import type { Candidate } from './candidate.ts';
import { checkPlan } from './check.ts';
import { planItinerary } from './plan.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { relaxed } from './relaxation.ts';

const bare = { diets: {}, about: '' } as const;
const inn = (minNights: number): Candidate => ({
  ...{ ...bare, id: 'inn', kind: 'lodging', name: 'Harbour Inn', city: 'Bergen', stay: { minNights } },
  price: { per: 'night', each: { amount: 9_000, currency: 'EUR' }, ofRoom: true },
});
const train = (from: string, to: string): Candidate => ({
  ...{ ...bare, id: `train ${to}`, kind: 'leg', name: 'Train', leg: { mode: 'train', from, to } },
  price: { per: 'person', adult: { amount: 4_000, currency: 'EUR' } },
});
const facts = (candidates: readonly Candidate[]): PlanningFacts => ({
  trip: {
    ...{ startDate: '2027-05-03', endDate: '2027-05-05', destination: 'Bergen' },
    round: { home: 'Oslo', among: ['Bergen'], visit: 1 },
  },
  families: [{ id: 'family_a', members: [{ child: false }], preferences: noPreferences }],
  candidates,
  decided: [],
});

describe('a round whose papers lack something', () => {
  test.each([
    ['the way back', [train('Oslo', 'Bergen'), inn(1)], [{ kind: 'own-way', from: 'Bergen', to: 'Oslo' }]],
    [
      'a bed for so few nights',
      [train('Oslo', 'Bergen'), train('Bergen', 'Oslo'), inn(4)],
      [{ kind: 'own-bed', city: 'Bergen' }],
    ],
  ] as const)('can be made when the group finds %s itself', (_, candidates, wanted) => {
    const lacking = facts(candidates);
    const refused = planItinerary(lacking, solve);
    if (refused.ok) throw new Error('planned what cannot be');
    expect(refused.changes.map(({ relaxations }) => relaxations)).toEqual([wanted]);
    const helped = relaxed(lacking, wanted);
    const planned = planItinerary(helped, solve);
    if (!planned.ok) throw new Error(planned.why);
    expect(checkPlan(planned.plan, helped).filter(({ ok }) => !ok)).toEqual([]);
    expect(planned.plan.gaps.join(' ')).toContain('yourselves');
  });
});
