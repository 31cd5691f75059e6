import { tellsOfSpending } from './spending.ts';

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
