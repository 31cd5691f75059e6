import { descriptionOf, isFragment } from './entry.ts';

test.each(['Tile museum, indoor', 'Open 10:00-18:00, closed on Mondays', 'Book a day ahead', 'Children under 12 free'])(
  '"%s" is said of the name above it',
  (text) => {
    expect(isFragment(text)).toBe(true);
  },
);

test.each([
  'The penguins are fed at 11:30.',
  "We'll meet at the gate",
  'Tickets: EUR 10 adult',
  'Adult | EUR 48',
  'Parking costs EUR 18 a day',
  'Is there a lift?',
])('"%s" stands by itself', (text) => {
  expect(isFragment(text)).toBe(false);
});

test('the first words of an entry describe it, where they are words alone and something follows', () => {
  expect(descriptionOf('Torre Velha', ['Castle ruins, outdoor.', 'Open daily.'])).toBe('Castle ruins, outdoor.');
  expect(descriptionOf(undefined, ['Castle ruins, outdoor.', 'Open daily.'])).toBeUndefined();
  expect(descriptionOf('Torre Velha', ['Castle ruins, outdoor.'])).toBeUndefined();
  expect(descriptionOf('Torre Velha', ['Open daily 9:00-21:00.', 'Steep.'])).toBeUndefined();
});
