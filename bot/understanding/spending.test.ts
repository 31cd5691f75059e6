import { readSpending, tellsOfSpending } from './spending.ts';

test.each([
  'just got the train tickets, 96.50 eur',
  'i picked up groceries for 31 euros',
  "we've bought sun cream, $12",
])('"%s" tells what was spent', (text) => {
  expect(tellsOfSpending(text)).toBe(true);
});

test.each([
  'got tickets for the zoo tomorrow at 10',
  'i got us tickets for the musical on 5 may at 20:00, 90 euros',
  'got the hotel: Park Inn from 3 to 7 may',
  'we got lost',
])('"%s" does not', (text) => {
  expect(tellsOfSpending(text)).toBe(false);
});

describe('what a message says was paid', () => {
  test.each([
    [
      'we got groceries 58.40 and drinks 21',
      [
        ['groceries', 58.4],
        ['drinks', 21],
      ],
    ],
    ['taxi from the airport 32,50 we paid', [['taxi from the airport', 32.5]]],
    ['we got the villa, 1.240,00 € for everyone', [['the villa', 1240, 'EUR']]],
    ['we paid 1 200 euros for the villa', [['the villa', 1200, 'EUR']]],
    ['dinner 120 + tip 12', [['dinner', 132]]],
    ['dinner 120 and 12 tip', [['dinner', 132]]],
    ['museum tickets 3 x 14.50', [['museum tickets', 43.5]]],
    ['ice cream 3x4,50', [['ice cream', 13.5]]],
    ['we bought 4 tickets at 12 each', [['tickets', 48]]],
    ['tickets 12 each x 4', [['tickets', 48]]],
    [
      'parking 20, coffee 12, and ice creams 9.50',
      [
        ['parking', 20],
        ['coffee', 12],
        ['ice creams', 9.5],
      ],
    ],
    [
      'we paid 20 for parking, 12 for coffee and 9,50 for ice cream',
      [
        ['parking', 20],
        ['coffee', 12],
        ['ice cream', 9.5],
      ],
    ],
    [
      'picked up sun cream (12.99) and water (3)',
      [
        ['sun cream', 12.99],
        ['water', 3],
      ],
    ],
    [
      'the okoyes paid 20 for coffee and 31.50 for cake',
      [
        ['coffee', 20],
        ['cake', 31.5],
      ],
    ],
    ['lunch yesterday 63,20 paid by the chens', [['lunch', 63.2]]],
    ['coffee was on us 7.80', [['coffee', 7.8]]],
    ['we paid for dinner at Roma on 12 june, 88.20', [['dinner at Roma on 12 june', 88.2]]],
    ['gas 60 usd', [['gas', 60, 'USD']]],
  ])('should read "%s"', (text, things) => {
    expect(tellsOfSpending(text)).toBe(true);
    expect(
      readSpending(text)?.items.map(({ what, value, currency }) => [what, value, ...(currency ? [currency] : [])]),
    ).toEqual(things);
  });

  test.each([
    ['ice cream 4.50 each for the kids', 'child'],
    ['ice cream for the kids 4.50 each', 'child'],
    ['boat tour, 80 each, we paid', 'person'],
    ['we paid 15 pp for the museum', 'person'],
    ['the cleaning was 30 per family, we paid', 'family'],
  ])('should know of whom "%s" says so much each', (text, each) => {
    expect(readSpending(text)?.items).toEqual([expect.objectContaining({ each })]);
  });

  test.each([
    'hotel 120 eur a night',
    'our budget is 5000 eur',
    'max 450 pp',
    'dinner 19.30',
    'dinner 20',
    'poll: where? Roma 22 eur, Sol 30 eur',
    'two adults and kids 4 and 9',
    'check-in 15.00',
    'can we get the villa for 1200?',
    'we booked hotel Sol 320 eur',
    'we booked the ferry on 12 june at 9 and paid 80 euros for it',
    'flight LH 1234 on 11 june',
    'Leo is 4 and Mia 9',
    'use trip Lisbon 2027',
    'my code is K7QF42',
    "i'm 29",
    'we got the deposit back 100 eur',
  ])('should take "%s" for no spending', (text) => {
    expect(tellsOfSpending(text)).toBe(false);
  });
});
