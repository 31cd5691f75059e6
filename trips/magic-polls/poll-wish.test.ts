import { opensAtOnce, readPollWish } from './poll-wish.ts';

const TRIP = { startDate: '2027-06-11', endDate: '2027-06-15' };
const TODAY = '2027-03-01';

test.each([
  ['make a poll about where to eat on Saturday', 'dining', 'Where do we eat on Sat 12 Jun?', '2027-06-12'],
  ['poll: dinner on the first night', 'dining', 'Where do we have dinner on Fri 11 Jun?', '2027-06-11'],
  ['help us pick a hotel', 'lodging', 'Where do we stay?', undefined],
  ['magic poll: what to do on Monday', 'activity', 'What do we do on Mon 14 Jun?', '2027-06-14'],
  ['which day for the zoo?', 'date', 'Which day for the zoo?', undefined],
  ['when should we go to the castle?', 'date', 'When should we go to the castle?', undefined],
  ['how do we get from the airport, make a poll', 'transport', 'How do we get from the airport?', undefined],
  ['vote on how we get to the old harbour', 'transport', 'How do we get to the old harbour?', undefined],
  ['create a poll on which museum to visit', 'activity', 'Which museum to visit?', undefined],
  ['where to eat near the hotel', 'dining', 'Where do we eat?', undefined],
  ['what to do on 24 December', 'activity', 'What do we do?', undefined],
])('"%s" is about %s', (words, category, question, day) => {
  expect(readPollWish(words, TRIP, TODAY)).toMatchObject({ category, question });
  expect(readPollWish(words, TRIP, TODAY)?.day).toBe(day);
});

test('the thing whose day is asked is read', () => {
  expect(readPollWish('which day for the old zoo?', TRIP, TODAY)?.subject).toBe('old zoo');
  expect(readPollWish('what day should we visit the aquarium', TRIP, TODAY)?.subject).toBe('aquarium');
});

test('words that tell of nothing to choose are none, unless it is said what they are about', () => {
  expect(readPollWish('blue or green?', TRIP, TODAY)).toBeUndefined();
  expect(readPollWish('something nice', TRIP, TODAY, 'dining')).toMatchObject({ question: 'Where do we eat?' });
});

test('it is opened unseen only when that is said', () => {
  expect(opensAtOnce('make a poll about dinner and open it right away')).toBe(true);
  expect(opensAtOnce('make a poll about when the pool opens')).toBe(false);
});

test('a text made to be slow to read is read at once', () => {
  expect(readPollWish(`${'make a poll about '.repeat(400)}${'a '.repeat(20_000)}`, TRIP, TODAY)).toBeUndefined();
});
