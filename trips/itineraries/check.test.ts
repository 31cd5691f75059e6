import { chens, eur, factsOf, family, food, guide, hotel, okoyes, page, plan } from '../../test/lisbon-trip.ts';
import { checkPlan } from './check.ts';
import type { FinishedPlan } from './finished-plan.ts';
import type { ItineraryItem, PlanCheck } from './itinerary.ts';
import type { PlanningFacts } from './planning-facts.ts';

const booked = page('plans.txt', undefined, 'Sat 12 June 10:30-12:30 boat tour booked, EUR 240 for the group');
const facts = factsOf({ passages: [hotel, guide, food, booked] });
const good = plan(facts);

/** The plan with every item that fits changed. */
const change = (fits: (item: ItineraryItem) => boolean, to: (item: ItineraryItem) => ItineraryItem): FinishedPlan => ({
  ...good,
  days: good.days.map(({ date, items }) => ({ date, items: items.map((item) => (fits(item) ? to(item) : item)) })),
});
const named = (part: string) => (item: ItineraryItem) => item.title.includes(part);
const failed = (changed: FinishedPlan, against: PlanningFacts = facts): readonly PlanCheck['constraint'][] =>
  checkPlan(changed, against).flatMap(({ ok, constraint }) => (ok ? [] : [constraint]));
const found = facts.candidates;
const idOf = (name: string): string => found.find((candidate) => candidate.name === name)?.id ?? '';
const put = (title: string, name: string, item: Partial<ItineraryItem> = {}): FinishedPlan =>
  change(named(title), (old) => ({ ...old, title: name, candidateId: idOf(name), ...item }));

describe('the checker', () => {
  it('passes a good plan and proves it in numbers', () => {
    expect(failed(good)).toEqual([]);
    const words = checkPlan(good, facts)
      .map(({ constraint, detail }) => `${constraint}: ${detail}`)
      .join('\n');
    expect(words).toMatch(/budget: EUR [\d,.]+ of EUR 6,000 for 9 people; within every family's own limit/);
    expect(words).toContain('dates: 5 days, 11-15 June 2027; everyone is there throughout');
    expect(words).toMatch(/opening-hours: \d+ of \d+ visits checked against opening hours, all open/);
    expect(words).toContain('bookings: 1 booking kept at its time');
    expect(words).not.toMatch(/chen|silva|okoye/i);
  });

  it('proves nothing of places where none is planned', () => {
    const bare = { ...good, days: good.days.map(({ date }) => ({ date, items: [] })) };
    const said = checkPlan(bare, { ...facts, families: [okoyes] });
    expect(said.filter(({ constraint }) => ['duplicates', 'opening-hours'].includes(constraint))).toEqual([]);
    expect(said.map(({ detail }) => detail).join('\n')).not.toMatch(/\b0 (?:places|of 0)\b/);
  });

  it('sees a wrong price, a wrong sum and a sum over the budget', () => {
    expect(failed(change(named('Oceanário'), (item) => ({ ...item, cost: eur(1) })))).toEqual(['budget']);
    expect(failed({ ...good, total: eur(1) })).toEqual(['budget']);
    const poorer = { ...facts, trip: { ...facts.trip, budget: eur(1000) } };
    expect(failed(good, poorer)).toEqual(['budget']);
  });

  it("sees a family's own limit exceeded, and does not say whose", () => {
    const poorer = {
      ...facts,
      families: facts.families.map((one) =>
        one.id === chens.id ? { ...one, preferences: { ...one.preferences, budget: eur(300) } } : one,
      ),
    };
    const check = checkPlan(good, poorer).find(({ constraint }) => constraint === 'budget');
    expect(check).toMatchObject({ ok: false, detail: expect.stringContaining('more than one family can spend') });
    expect(check?.detail).not.toMatch(/chen/i);
  });

  it('sees a price that nobody stated', () => {
    expect(
      failed(
        change(
          ({ kind }) => kind === 'free',
          (item) => ({ ...item, cost: eur(5) }),
        ),
      ),
    ).toEqual(['budget']);
  });

  it('sees a missing day, a day too many and days in disorder', () => {
    expect(failed({ ...good, days: good.days.slice(0, -1) })).toContain('dates');
    expect(failed({ ...good, days: [...good.days].reverse() })).toContain('dates');
  });

  it('sees a visit on a day when nobody is there', () => {
    const day =
      good.days.find(({ items }) => items.some(({ kind, title }) => kind === 'sight' && title !== 'Boat tour'))?.date ??
      '';
    const away = {
      ...facts,
      families: facts.families.map((one) => ({ ...one, preferences: { ...one.preferences, unavailable: [day] } })),
    };
    expect(failed(good, away)).toContain('dates');
  });

  it('sees a place planned twice, under whatever spelling', () => {
    expect(failed(put('Lunch', 'Pizza Roma', { kind: 'meal' }))).toContain('duplicates');
  });

  it('sees a visit before opening, after closing and on a closed day', () => {
    const at = (start: string, end: string) =>
      failed(change(named('Tile Museum'), (item) => ({ ...item, start, end })));
    expect(at('08:00', '09:00')).toContain('opening-hours');
    expect(at('17:30', '18:30')).toContain('opening-hours');
    const monday = {
      ...good,
      days: good.days.map(({ date, items }) => ({ date, items: items.filter((item) => !item.title.includes('Tile')) })),
    };
    const tile = good.days.flatMap(({ items }) => items).find(named('Tile Museum'));
    if (!tile) throw new Error('the museum is not in the plan');
    const moved = {
      ...monday,
      days: monday.days.map((day) =>
        day.date === '2027-06-14' ? { ...day, items: [{ ...tile, start: '09:00', end: '09:30' }, ...day.items] } : day,
      ),
    };
    expect(failed(moved)).toContain('opening-hours');
  });

  it('sees two things at one time, and one that ends before it begins', () => {
    expect(failed(change(named('Dinner at Taverna'), (item) => ({ ...item, start: '15:30', end: '19:30' })))).toContain(
      'overlap',
    );
    expect(
      failed(
        change(
          ({ kind }) => kind === 'free',
          (item) => ({ ...item, end: item.start }),
        ),
      ),
    ).toContain('overlap');
  });

  it('sees a meal that endangers somebody, steps, and an age limit', () => {
    const meal = good.days.flatMap(({ items }) => items).find(({ kind }) => kind === 'meal')?.title ?? '';
    expect(failed(put(meal, 'Salty Pelican'))).toContain('diet');
    expect(failed(put('Oceanário', 'São Jorge Castle'))).toContain('mobility');
    expect(failed(put('Oceanário', 'River cruise'))).toContain('ages');
    const grown = { ...facts, families: [family('family_g', [30, 30])] };
    expect(failed(put('Oceanário', 'River cruise'), grown)).not.toContain('ages');
  });

  it('sees a booking left out or moved', () => {
    expect(failed(change(named('Boat tour'), (item) => ({ ...item, start: '10:45' })))).toContain('bookings');
    const without = {
      ...good,
      days: good.days.map(({ date, items }) => ({ date, items: items.filter((item) => item.title !== 'Boat tour') })),
    };
    expect(failed(without)).toContain('bookings');
  });
});
