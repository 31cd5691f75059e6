import { pollDeadlineIn } from './poll-deadline.ts';

test.each([
  ['voting ends friday noon', 'friday noon'],
  ['give people until sunday to vote', 'sunday'],
  ['close the poll on sunday at noon', 'on sunday at noon'],
  ["let's set a deadline friday noon", 'friday noon'],
  ['keep the hotel poll open till tomorrow night', 'tomorrow night'],
  ['please extend the vote to Saturday 6pm', 'Saturday 6pm'],
  ['the deadline for the vote is 3 June', '3 June'],
  ['end it Thursday at 8pm', 'Thursday at 8pm'],
  ['please close it on Friday at noon', 'on Friday at noon'],
])('"%s" says when voting ends', (text, moment) => {
  expect(pollDeadlineIn(text)).toBe(moment);
});

test.each([
  'close the poll',
  'close the friday dinner poll',
  'voting ends friday: Rome or Paris',
  'does voting end friday?',
  'deadline: pay the balance by 3 June',
  'set a deadline for the deposit on friday',
  'we vote for sunday',
  'end it on Saturday',
  'the museum closes on sunday at noon',
])('"%s" does not', (text) => {
  expect(pollDeadlineIn(text)).toBeUndefined();
});
