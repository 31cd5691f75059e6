import { LEXICON } from './lexicon.ts';
import { isStopWord, termsOf } from './terms.ts';

const share = (asked: string, told: string): boolean => {
  const concepts = new Set(termsOf(asked).flatMap((term) => term.concepts));
  return termsOf(told).some((term) => term.concepts.some((concept) => concepts.has(concept)));
};

describe('the words of travel', () => {
  it.each([
    ['is there a hoover', 'The vacuum cleaner stands in the hall.'],
    ['hairdryer?', 'Blow dryers are in the drawers.'],
    ['is there a meat free dish', 'Vegetarian: risotto.'],
    ['what do we still owe', 'Outstanding: EUR 640'],
    ['our booking reference', 'PNR: QX7RT2'],
    ['do they have winter tyres', 'Snow tires come with the car.'],
    ['somewhere to change the diapers, a diaper room', 'Baby changing beside the lift.'],
    ['a flat tyre', 'Roadside assistance day and night.'],
    ['does gran with her rollator', 'A step-free way leads in.'],
    ['is it an automatic', 'Gearbox: six speeds'],
    ['a kids menu', "Children's portions cost half."],
  ])('%j is told by %j', (asked, told) => {
    expect(share(asked, told)).toBe(true);
  });

  it.each([
    ['how much is a day pass', 'Check-out by ten.'],
    ['is there a lake', 'The dishwasher takes one tablet.'],
    ['can we smoke', 'Breakfast in the garden.'],
    ['booster for the car', 'Wine by the glass.'],
  ])('%j is not told by %j', (asked, told) => {
    expect(share(asked, told)).toBe(false);
  });

  it('leave each word of a compound a word of its own', () => {
    expect(termsOf('washing powder').map(({ stem }) => stem)).toEqual(['wash', 'powder']);
    expect(share('powder', 'detergent')).toBe(false);
    expect(share('washing powder', 'detergent')).toBe(true);
  });

  it('know no word that says nothing', () => {
    const empty = LEXICON.flat().filter((member) => isStopWord(member));
    expect(empty).toEqual([]);
  });
});
