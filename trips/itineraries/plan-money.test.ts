import {
  chens,
  decide,
  eur,
  factsOf,
  failing,
  family,
  food,
  hotel,
  page,
  plan,
  silvas,
  solve,
} from '../../test/lisbon-trip.ts';
import { checkPlan } from './check.ts';
import { planItinerary } from './plan.ts';

describe('the planner and money', () => {
  it('leaves out wishes that money does not reach to, and names them with their price', () => {
    const facts = factsOf({
      trip: { startDate: '2027-06-11', endDate: '2027-06-15', destination: 'Lisbon', budget: eur(2300) },
    });
    const { total, gaps } = plan(facts);
    expect(total?.amount).toBeLessThanOrEqual(230_000);
    expect(gaps.find((gap) => gap.startsWith('Left out to stay within'))).toMatch(/EUR/);
    expect(failing(facts)).toEqual([]);
  });

  it("keeps every family within its own limit, though the trip's budget would allow more", () => {
    const poor = family('family_p', [40, 8], { budget: eur(500) });
    const facts = factsOf({ families: [chens, silvas, poor] });
    const check = checkPlan(plan(facts), facts).find(({ constraint }) => constraint === 'budget');
    expect(check).toMatchObject({ ok: true, detail: expect.stringContaining("within every family's own limit") });
  });

  it('refuses when what is settled costs more than the budget, with the smallest changes that would do', () => {
    const stays = page(
      'stay.md',
      'Where to stay',
      'Hotel Belém: EUR 200 per room per night\nHostel Sol: EUR 95 per room per night',
    );
    const boat = page('plans.txt', undefined, 'Sat 12 June 10:30 boat tour booked, EUR 340 for the group');
    const trip = { startDate: '2027-06-11', endDate: '2027-06-15', destination: 'Lisbon', budget: eur(2500) };
    const decided = [decide('Where do we stay?', 'Hotel Belém')];
    const result = planItinerary(factsOf({ trip, decided, passages: [stays, boat, food] }), solve);
    // 3 rooms x 4 nights x 200 = 2,400, and 340 for the boat.
    expect(result).toMatchObject({
      ok: false,
      cheapest: eur(2740),
      changes: [
        { what: 'without Boat tour', total: eur(2400) },
        { what: 'Hostel Sol instead of Hotel Belém', total: eur(1480) },
        { what: 'raise the budget by EUR 240', total: eur(2740) },
      ],
      why: 'What is settled comes to EUR 2,740, and the budget is EUR 2,500. The smallest changes that would fit: 1) without Boat tour: EUR 2,400 2) Hostel Sol instead of Hotel Belém: EUR 1,480 3) raise the budget by EUR 240.',
    });
  });

  it('refuses without naming the family whose own limit is too small', () => {
    const result = planItinerary(
      factsOf({ families: [chens, silvas, family('family_p', [40], { budget: eur(50) })] }),
      solve,
    );
    expect(result).toMatchObject({ ok: false, why: expect.stringContaining('more than one family can spend') });
  });

  it('says that no prices are known instead of calling the trip free', () => {
    const facts = factsOf({ passages: [page('g.md', 'Museums', 'Tile Museum: open 10:00-18:00')] });
    const { total, gaps } = plan(facts);
    expect(total).toBeUndefined();
    expect(gaps).toContain('No prices are in your documents, so I cannot add up what it costs.');
    expect(checkPlan(plan(facts), facts)[0]?.detail).toMatch(/^No prices are known/);
  });

  it('does not add prices of another currency to the total', () => {
    const facts = factsOf({
      passages: [hotel, page('g.md', 'Museums', 'Tile Museum: 10:00-18:00, USD 8\nCoach Museum: 10:00-18:00, EUR 8')],
    });
    expect(plan(facts).gaps.join()).toContain('Tile Museum is priced in another currency');
    expect(failing(facts)).toEqual([]);
  });
});
