import { disagree } from './values.ts';

describe('two answers', () => {
  it.each([
    ['clock', 'Check-in is from 15:00.', 'Check-in only from 16:00 on Fridays.'],
    ['money', 'Parking costs EUR 18 a night.', 'The car park is 20 euros.'],
    ['phone', 'Call +351 210 000 001.', 'Phone: +351 210 000 002'],
    ['time', 'The boat leaves on 11 June.', 'The boat leaves on 12 June.'],
  ] as const)('disagree about a %s: %j, %j', (kind, one, other) => {
    expect(disagree(kind, one, other)).toBe(true);
  });

  it.each([
    ['clock', 'Check-in is from 15:00.', 'From 3 pm you can check in.'],
    ['money', 'Total: EUR 1,480.00', 'We paid 1480 in all.'],
    ['clock', 'Check-in is from 15:00.', 'Ask at the desk.'],
    ['clock', 'The tram leaves at 12:10.', 'EUR 3.20 adult, EUR 3.20 child.'],
    ['open', 'It is quiet.', 'It is loud at 9:00.'],
  ] as const)('do not disagree about a %s: %j, %j', (kind, one, other) => {
    expect(disagree(kind, one, other)).toBe(false);
  });
});
