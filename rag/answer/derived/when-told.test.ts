import { rangeHolds, type ToldWhen, whenTold } from './when-told.ts';

test.each([
  ['what happens if we get there at six pm', 'six pm', 18 * 60],
  ['what if we only come at half past nine in the evening', 'half past nine in the evening', 21.5 * 60],
  ['can we shower at 2am', '2am', 2 * 60],
  ['can we still eat at 21:30', '21:30', 21.5 * 60],
  ['can we go out at noon', 'noon', 12 * 60],
  ['what if we come at quarter to nine in the evening', 'quarter to nine in the evening', 20.75 * 60],
  ['what if we come at quarter past eight pm', 'quarter past eight pm', 20.25 * 60],
])('%j tells a time of day: %s', (question, text, minutes) => {
  expect(whenTold(question)).toEqual({ of: 'clock', text, minutes });
});

test.each([
  ['what if we cancel 45 days before', 45],
  ['do we get something back three weeks ahead', 21],
  ['what if we cancel a month before the trip', 30],
])('%j tells how long before: %d days', (question, days) => {
  expect(whenTold(question)).toMatchObject({ of: 'lead', days });
});

test.each(['is dinner at 8', 'can the 2 of us come', 'is it open from 9:00 to 17:00', 'may we light the stove'])(
  '%j tells no one time',
  (question) => {
    expect(whenTold(question)).toBeUndefined();
  },
);

const told = (question: string): ToldWhen => {
  const when = whenTold(question);
  if (!when) throw new Error(`no time in ${question}`);
  return when;
};

test.each([
  ['can we shower at 2am', 'Water is off between midnight and 5:00.'],
  ['can we shower at 2am', 'Quiet from 22:00 to 7:00'],
  ['what if we come at 6 pm', 'The latest you can come is 17:30, after that the gate is shut.'],
  ['what if we come at 9 pm', 'Later than 20:00 costs EUR 20.'],
  ['can we leave at 1pm', 'A late check-out until 13:00 is EUR 20.'],
  ['what if we cancel 45 days before', '59 to 15 days before: 50%'],
  ['what if we cancel 3 weeks before', 'Cancelled from 8 to 4 weeks before you owe 60%, later 100%.'],
  ['what if we cancel 40 days before', 'Up to 31 days before pick-up: 10% of the rental'],
  ['what if we cancel 2 days before', 'Less than 14 days before arrival nothing is paid back.'],
  ['does it run on the 10th of january', 'Open 1 November to 31 March'],
])('what %j tells lies in %j', (question, rule) => {
  expect(rangeHolds(rule, told(question))).toBe(true);
});

test.each([
  ['can we shower at 3pm', 'Quiet from 22:00 to 7:00'],
  ['what if we come at 6 pm', 'The desk is there until 17:30.'],
  ['what if we cancel 70 days before', '59 to 15 days before: 50%'],
  ['what if we cancel 20 days before', 'Up to 31 days before pick-up: 10% of the rental'],
  ['can we light the stove in august', 'The stove may be used from October to April only.'],
])('what %j tells does not lie in %j', (question, rule) => {
  expect(rangeHolds(rule, told(question))).toBe(false);
});

test.each([
  ['can we leave at 1pm', 'Check-out is at 10:00.'],
  ['what if we cancel 45 days before', 'The tour lasts 3 to 4 days.'],
  ['can we light the stove in august', 'The stove is behind the door.'],
])('%j finds no range in %j', (question, rule) => {
  expect(rangeHolds(rule, told(question))).toBeUndefined();
});
