import { solve } from '../../test/lisbon-trip.ts';
import { noPreferences } from '../families/family.ts';
import type { Candidate } from './candidate.ts';
import { checkPlan } from './check.ts';
import { planItinerary } from './plan.ts';
import type { PlanningFacts } from './planning-facts.ts';

const base = { diets: {}, about: '' } as const;
const each = { amount: 5_000, currency: 'EUR' };
const way = (from: string, to: string, minutes: number): Candidate => ({
  ...base,
  id: `${from} to ${to}`,
  kind: 'leg',
  name: `Drive from ${from} to ${to}`,
  price: { per: 'person', adult: each },
  leg: { mode: 'own-car', from, to, minutes },
});
/** There and back by car, one city, two nights. */
const driving = (minutes: number): PlanningFacts => ({
  trip: {
    startDate: '2027-06-07',
    endDate: '2027-06-09',
    destination: 'Arvina',
    budget: { amount: 500_000, currency: 'EUR' },
    round: { home: 'Home', among: ['Arvina'], visit: 1 },
  },
  families: [{ id: 'party', members: [{ child: false }, { child: false }], preferences: noPreferences }],
  candidates: [
    {
      ...base,
      id: 'bed',
      kind: 'lodging',
      name: 'Old Mill',
      city: 'Arvina',
      price: { per: 'night', each, ofRoom: true },
    },
    way('Home', 'Arvina', minutes),
    way('Arvina', 'Home', 300),
  ],
  decided: [],
});

describe('a way that ends late in the evening', () => {
  // Who may set out at any time sets out at nine: these end from 22:30 to after midnight.
  it.each([810, 860, 870, 880, 885, 890, 895, 900, 1_000])('of %i minutes leaves room to reach its bed', (minutes) => {
    const facts = driving(minutes);
    const result = planItinerary(facts, solve);
    if (!result.ok) throw new Error('no plan');
    expect(checkPlan(result.plan, facts).filter(({ ok }) => !ok)).toEqual([]);
    expect(result.plan.days[0]?.items.map(({ title }) => title)).toContainEqual(expect.stringContaining('Old Mill'));
  });
});
