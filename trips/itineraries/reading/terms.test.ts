import { readCuisines, readStayTerms } from './terms.ts';

describe('the terms of a stay are read from', () => {
  test.each([
    ['Entire apartment, sleeps 6, minimum stay 3 nights', { sleeps: 6, minNights: 3, roomType: 'entire' }],
    [
      'Private rooms for 2 people, no pets and non-smoking',
      { sleeps: 2, roomType: 'private', forbids: ['pets', 'smoking'] },
    ],
    ['Beds in a dorm, adults only', { roomType: 'shared', forbids: ['children'] }],
    ['2-night minimum. Parties are not allowed, no visitors.', { minNights: 2, forbids: ['parties', 'visitors'] }],
    ['Pets welcome, smoking on the terrace', undefined],
    ['A hotel by the sea', undefined],
  ])('%s', (text, terms) => {
    expect(readStayTerms(text)).toEqual(terms);
  });
});

test('cuisines are read as they are named', () => {
  expect(readCuisines('Family-run Italian and Greek kitchen')).toEqual(['Greek', 'Italian']);
  expect(readCuisines('We take American Express')).toBeUndefined();
});
