import { cpuTimeOf } from '../../../test/cpu-time.ts';
import { sayMoney } from '../../money.ts';
import { readPrice } from './prices.ts';

const say = (text: string, usual?: string): string => {
  const price = readPrice(text, usual);
  if (!price) return 'unknown';
  if (price.per === 'group') return `group ${sayMoney(price.total)}`;
  if (price.per === 'night')
    return `night ${sayMoney(price.each)}${price.ofRoom ? ` x ${price.rooms ?? '?'} rooms` : ''}`;
  const { adult, child, childUpTo, freeUpTo } = price;
  return [
    sayMoney(adult),
    child && `child ${sayMoney(child)}`,
    childUpTo === undefined ? undefined : `to ${childUpTo}`,
    freeUpTo === undefined ? undefined : `free to ${freeUpTo}`,
  ]
    .filter(Boolean)
    .join(', ');
};

describe('a price is read from', () => {
  it.each([
    ['about EUR 22 per person', 'EUR 22'],
    ['~€22 pp', 'EUR 22'],
    ['€22.50/person', 'EUR 22.50'],
    ['22,50 €', 'EUR 22.50'],
    ['22 euros a head', 'EUR 22'],
    ['mains EUR 14-22', 'EUR 22'],
    ['£8.50', 'GBP 8.50'],
    ['1200 JPY', 'JPY 1,200'],
    ['EUR 25 adults, EUR 15 children', 'EUR 25, child EUR 15'],
    ['EUR 25 for adults and EUR 15 for children', 'EUR 25, child EUR 15'],
    ['Adults €25, children (4-12) €15', 'EUR 25, child EUR 15, to 12'],
    ['Tickets: adult EUR 25, child 4-12 EUR 15, under 4 free', 'EUR 25, child EUR 15, to 12, free to 3'],
    ['Admission EUR 25 (children 4-12: EUR 15)', 'EUR 25, child EUR 15, to 12'],
    ['EUR 25 for adults, EUR 15 (ages 4-12)', 'EUR 25, child EUR 15, to 12'],
    ['adults €12 / kids under 10 €6', 'EUR 12, child EUR 6, to 9'],
    ['EUR 12, free for children under 6', 'EUR 12, free to 5'],
    ['EUR 12; children free', 'EUR 12, child EUR 0'],
    ['Tickets: EUR 25 adult, EUR 15 child (4-12)', 'EUR 25, child EUR 15, to 12'],
    ['EUR 25 (under 4 free)', 'EUR 25, free to 3'],
    ['EUR 25 (children free)', 'EUR 25, child EUR 0'],
    ['free entry', 'EUR 0'],
    ['Admission is free.', 'EUR 0'],
    ['A playground (free)', 'EUR 0'],
    ['Private boat EUR 240 for the whole group', 'group EUR 240'],
    ['EUR 240 for up to 12 people', 'group EUR 240'],
    ['Total paid: £118.00', 'group GBP 118'],
    ['Total: EUR 1,920.00', 'group EUR 1,920'],
    ['Total 1.920,00 EUR for 3 rooms', 'group EUR 1,920'],
    ['EUR 120 per room per night, 3 rooms', 'night EUR 120 x 3 rooms'],
    ['three family rooms at €160 a night', 'night EUR 160 x 3 rooms'],
    ['a flat for €210 per night', 'night EUR 210'],
    ['EUR 40 for two', 'EUR 20'],
    ['Tour EUR 22 (about USD 24)', 'EUR 22'],
    ['EUR 20, audio guide EUR 5', 'EUR 20'],
    ['a nut-free kitchen, EUR 18', 'EUR 18'],
  ])('%s', (text, expected) => {
    expect(say(text)).toBe(expected);
  });

  it('the dollar the trip spends', () => {
    expect(say('$15', 'CAD')).toBe('CAD 15');
    expect(say('$15', 'EUR')).toBe('USD 15');
  });
});

describe('no price is read from', () => {
  it.each([
    'a nut-free, gluten free kitchen',
    'free wifi and free cancellation',
    'A baby cot is EUR 9 a night',
    'Parking EUR 12 per day; city tax EUR 2',
    'our budget is EUR 6,000',
    'children under 6 free',
    'Room 22, ABC 123',
    'open 10-18',
  ])('%s', (text) => {
    expect(say(text)).toBe('unknown');
  });

  it('a very long hostile line, quickly', () => {
    const spent = cpuTimeOf(() => {
      readPrice(`EUR ${'1,'.repeat(30_000)} ${'EUR 1 and '.repeat(5_000)}${'1 000 '.repeat(10_000)}`);
      readPrice(`${'(free '.repeat(20_000)}${' '.repeat(30_000)}x`);
    });
    expect(spent).toBeLessThan(1_500);
  });
});
