import { readFamilySize } from './family-count.ts';
import { readDescription } from './party.ts';

describe('what a family needs, in passing words', () => {
  test.each([
    ['noor gets seasick', ['easily seasick']],
    ['ida throws up in the car', ['easily carsick']],
    ['no long bus rides for my dad', ['easily carsick']],
    ['sleep: nap at 2pm for the little one', ['nap at 14:00']],
    ['the baby naps', ['nap after lunch']],
    ['granddad walks with a rollator', ['walking frame']],
    ['my hip is new, so few stairs', ['no stairs']],
    ['they eat by 6pm', ['early meals']],
  ])('%s', (said, mobility) => {
    expect(readDescription(said)?.mobility).toEqual(mobility);
  });

  test.each(['does the boat make people ill?', 'he no longer needs naps', 'we drive there in the car'])(
    '%s tells of no need',
    (said) => {
      expect(readDescription(said)?.mobility).toBeUndefined();
    },
  );

  test('foods that are refused are kept one by one', () => {
    expect(readDescription("pia can't eat sesame or mustard")?.diet).toEqual(['no sesame', 'no mustard']);
    expect(readDescription('no eggs for us')?.diet).toEqual(['no egg']);
  });

  test('a whole family without its children is a size, and no number of adults', () => {
    expect([readFamilySize('theres 5 of us'), readFamilySize('just the two of us'), readFamilySize('5 euros')]).toEqual(
      [5, undefined, undefined],
    );
  });
});
