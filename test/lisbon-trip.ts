import { openHighs } from '../jobs/solve/highs.ts';
import { noPreferences, type Preferences } from '../trips/families/family.ts';
import type { Passage } from '../trips/itineraries/candidate.ts';
import { extractCandidates } from '../trips/itineraries/candidates.ts';
import { checkPlan } from '../trips/itineraries/check.ts';
import { planItinerary } from '../trips/itineraries/plan.ts';
import type { Decision, PlanningFacts, PlanningFamily } from '../trips/itineraries/planning-facts.ts';
import { withDecisions } from '../trips/itineraries/settled.ts';

/** The real solver, with time enough on a slow machine. */
export const solve = (await openHighs())(3_600);

export const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
export const family = (
  id: string,
  ages: readonly number[],
  preferences: Partial<Preferences> = {},
): PlanningFamily => ({
  id,
  members: ages.map((age) => ({ age, child: age < 18 })),
  preferences: { ...noPreferences, ...preferences },
});
export const chens = family('family_chen', [38, 40, 9, 4], {
  diet: ['no nuts'],
  budget: eur(2500),
  interests: { animals: 5 },
});
export const silvas = family('family_silva', [45, 44, 16], { diet: ['vegetarian'], mobility: ['stroller'] });
export const okoyes = family('family_okoye', [60, 12], { interests: { museums: 5 } });

export const page = (document: string, heading: string | undefined, text: string): Passage => ({
  documentId: `document_${document}`,
  document,
  page: 1,
  heading,
  text,
});
export const hotel = page(
  'hotel.pdf',
  undefined,
  'Hotel Miradouro\nBooking confirmation 8841\nCheck-in: Friday 11 June from 15:20\nCheck-out: by 11:00\nTotal: EUR 1,920.00\nThere is a lift.',
);
export const guide = page(
  'guide.md',
  'Things to see',
  [
    'Oceanário: open daily 10:00-20:00, adults EUR 25, children 4-12 EUR 15. Allow 3 hours. Step-free.',
    'Tile Museum: Tue-Sun 10:00-18:00, EUR 8 per person, about 90 minutes, lift',
    'São Jorge Castle: EUR 15, open 9:00-21:00, many steep steps',
    'Science Centre: Sat-Sun 11:00-19:00, Tue-Fri 10:00-18:00, adults EUR 13, children EUR 9, step-free',
    'Estrela Garden: free entry, open 7:00-24:00, step-free playground',
    'River cruise: EUR 20 per person, 2 hours, not for children under 12',
  ].join('\n'),
);
export const food = page(
  'food.md',
  'Restaurants',
  [
    'Taverna do Capitão: EUR 22 per person, open 12:00-23:00, nut-free kitchen, vegetarian dishes, step-free',
    'Salty Pelican: EUR 31, Tue-Sun 18:00-23:30, dishes may contain nuts',
    'Pizza Roma: EUR 14, open daily 11:00-22:00, nut-free, vegetarian',
    'Casa do Leão: EUR 18, lunch 12:00-15:00, closed Sundays, vegetarian menu, nut free',
    'Mercado Novo food hall: EUR 12 per person, 10:00-22:00',
  ].join('\n'),
);

export const factsOf = (more: Partial<PlanningFacts> & { passages?: readonly Passage[] } = {}): PlanningFacts => {
  const { passages = [hotel, guide, food], ...rest } = more;
  const trip = rest.trip ?? {
    startDate: '2027-06-11',
    endDate: '2027-06-15',
    destination: 'Lisbon',
    budget: eur(6000),
  };
  return withDecisions({
    families: [chens, silvas, okoyes],
    candidates: extractCandidates(passages, { ...trip, currency: trip.budget?.currency }),
    decided: [],
    ...rest,
    trip,
  });
};

export const plan = (facts: PlanningFacts) => {
  const result = planItinerary(facts, solve);
  if (!result.ok) throw new Error(result.why);
  return result.plan;
};
export const lines = (facts: PlanningFacts): readonly string[] =>
  plan(facts).days.flatMap(({ date, items }) =>
    items.map(({ start, end, title }) => `${date.slice(8)} ${start}-${end} ${title}`),
  );
export const titles = (facts: PlanningFacts): readonly string[] =>
  plan(facts).days.flatMap(({ items }) => items.map(({ title }) => title));
export const failing = (facts: PlanningFacts) => checkPlan(plan(facts), facts).filter(({ ok }) => !ok);

export const decide = (question: string, choice: string, more: Partial<Decision> = {}): Decision => ({
  question,
  choice,
  ...more,
});
