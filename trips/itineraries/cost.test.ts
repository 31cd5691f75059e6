import { noPreferences } from '../families/family.ts';
import type { Price } from './candidate.ts';
import { costOf } from './cost.ts';
import type { PlanningFamily } from './planning-facts.ts';

const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const family = (...members: PlanningFamily['members'][number][]): PlanningFamily => ({
  id: 'family_a',
  members,
  preferences: noPreferences,
});
const adult = { age: 40, child: false };
const two = [family(adult, { age: 9, child: true }), family(adult)];
const cost = (price: Price, families = two, present = families.map(() => true), nights = 0) =>
  costOf({ price }, families, present, 'EUR', nights);

describe('what a price comes to', () => {
  it('is the adult price for each, when no child price is known', () => {
    expect(cost({ per: 'person', adult: eur(10) })).toEqual({ total: 3_000, shares: [2_000, 1_000] });
  });

  it.each([
    ['the family says who is a child when the paper gives no age', {}, { age: 14, child: true }, 600],
    ['a child up to the age named pays less', { childUpTo: 12 }, { age: 12, child: true }, 600],
    ['above that age it pays as an adult', { childUpTo: 12 }, { age: 13, child: true }, 1_000],
    ['of unknown age it pays as an adult where an age is asked for', { childUpTo: 12 }, { child: true }, 1_000],
    ['the smallest pay nothing', { freeUpTo: 3 }, { age: 3, child: true }, 0],
    ['just above the free age they pay', { freeUpTo: 3 }, { age: 4, child: true }, 600],
  ])('%s', (_, terms, member, expected) => {
    expect(cost({ per: 'person', adult: eur(10), child: eur(6), ...terms }, [family(member)])?.total).toBe(expected);
  });

  it('splits a price for all by heads and rounds each part up', () => {
    expect(cost({ per: 'group', total: eur(100) })).toEqual({ total: 10_000, shares: [6_667, 3_334] });
  });

  it('counts rooms and nights, a room for each family when the paper does not say how many', () => {
    expect(cost({ per: 'night', each: eur(80), ofRoom: true }, two, [true, true], 3)?.total).toBe(48_000);
    expect(cost({ per: 'night', each: eur(80), ofRoom: true, rooms: 3 }, two, [true, true], 3)?.total).toBe(72_000);
    expect(cost({ per: 'night', each: eur(200), ofRoom: false }, two, [true, true], 3)?.total).toBe(60_000);
  });

  it('counts only those who are there', () => {
    expect(cost({ per: 'person', adult: eur(10) }, two, [false, true])).toEqual({ total: 1_000, shares: [0, 1_000] });
    expect(cost({ per: 'group', total: eur(90) }, two, [true, false])).toEqual({ total: 9_000, shares: [9_000, 0] });
  });

  it('is unknown in another currency, and without a price', () => {
    expect(cost({ per: 'group', total: { amount: 1, currency: 'USD' } })).toBeUndefined();
    expect(costOf({}, two, [true, true], 'EUR')).toBeUndefined();
  });
});
