import { leansOnPrevious } from './leaning.ts';

test.each([
  'It does not run in the afternoon.',
  'That is normal.',
  'Nobody under 13 goes out alone.',
  'The other one is beside the pump house.',
  'Cover it after use, otherwise it freezes.',
  'Canoes can be rented there for EUR 9.',
  'From then on half of the price is kept.',
])('"%s" leans on what stands before', (text) => {
  expect(leansOnPrevious(text)).toBe(true);
});

test.each([
  'There is a kiosk on board.',
  'That tower has 112 steps and no lift.',
  'If you lose it, a new one costs EUR 10.',
  'Canoes can be rented at the kiosk.',
  'The second floor is closed.',
])('"%s" stands alone', (text) => {
  expect(leansOnPrevious(text)).toBe(false);
});
