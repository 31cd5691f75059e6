import { foundsTrip, knownPlaceIn } from './founding.ts';

describe('a trip that somebody would make', () => {
  test.each([
    ['planning portugal', 'Portugal'],
    ['5 days in Vienna next may, 6 of us', 'Vienna'],
    ['thinking of croatia in august with the cousins', 'Croatia'],
    ['off to new york for easter', 'New York'],
  ])('goes where "%s" says', (text, place) => {
    expect(foundsTrip(text)).toBe(true);
    expect(knownPlaceIn(text)).toBe(place);
  });

  test('is one also where it is not said which sea', () => {
    expect(foundsTrip('to the sea in july with 2 kids')).toBe(true);
    expect(knownPlaceIn('to the sea in july with 2 kids')).toBeUndefined();
  });

  test.each([
    'what can you do',
    'we are 2 adults and 2 kids',
    'join K7QF42',
    'i was invited to Lisbon',
    'is it warm in portugal in may',
    'hello there',
    'Ana Silva',
    'my name is Paris',
  ])('is none in "%s"', (text) => {
    expect(foundsTrip(text)).toBe(false);
  });
});
