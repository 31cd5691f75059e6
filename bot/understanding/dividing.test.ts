import { readDividing, readNights } from './dividing.ts';

const seats = ['Silva', 'Chen', 'Lopes'].map((familyName) => ({ familyId: `f_${familyName}`, familyName }));

describe('how something paid before is divided', () => {
  test.each([
    ['split the villa by nights', 'the villa'],
    ['can you split the cake by head', 'the cake'],
    ['divide the taxi between us and the Lopes', 'the taxi'],
    ['split it evenly', ''],
    ["the Okoyes weren't in on the taxi", 'the taxi'],
    ["the okoyes didn't eat the cake", 'the cake'],
    ['the Chens only stayed two nights', ''],
    ['we only stayed 2 nights in the villa', 'the villa'],
  ])('should find in "%s" what is meant', (text, what) => {
    expect(readDividing(text)?.what).toBe(what);
  });

  test.each([
    'split the budget by head',
    'share our photos',
    "the kids didn't eat the soup",
    'split the group into two teams',
    'we paid 90 euros for the boat, split by head',
    'should we split the villa?',
  ])('should find none in "%s"', (text) => {
    expect(readDividing(text)).toBeUndefined();
  });

  test.each([
    ['Chens 2, Lopes 4, Silvas 3', { f_Chen: 2, f_Lopes: 4, f_Silva: 3 }],
    ['the Chens only stayed two nights', { f_Chen: 2 }],
    ['we only stayed 3 nights', { f_Silva: 3 }],
    ['2 nights for the Chens', { f_Chen: 2 }],
    ['split the villa by nights', {}],
  ])('should give each family its nights in "%s"', (how, nights) => {
    expect(readNights(how, seats, 'f_Silva')).toEqual(nights);
  });
});
