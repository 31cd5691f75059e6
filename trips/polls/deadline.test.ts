import fc from 'fast-check';
import { DateTime } from 'luxon';
import { extendedUntil, remindAtFor } from './deadline.ts';

const ZONES = ['UTC', 'Europe/Lisbon', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'];
const HOUR = 3_600_000;

describe('when people are reminded of a poll', () => {
  test.each([
    ['a day before, of a long one', '2027-03-01T10:00:00Z', '2027-03-08T18:00:00Z', '2027-03-07T18:00:00.000Z'],
    [
      'with a quarter of the time left, of a short one',
      '2027-03-01T10:00:00Z',
      '2027-03-01T14:00:00Z',
      '2027-03-01T13:00:00.000Z',
    ],
    [
      'the evening before when that is at night',
      '2027-03-01T10:00:00Z',
      '2027-03-08T03:00:00Z',
      '2027-03-06T19:00:00.000Z',
    ],
    [
      'in the morning when the evening has passed',
      '2027-03-01T22:00:00Z',
      '2027-03-02T11:00:00Z',
      '2027-03-02T09:00:00.000Z',
    ],
    ['never, of one asked late and due early', '2027-03-01T22:00:00Z', '2027-03-02T07:00:00Z', undefined],
    ['never, of one that is open for an hour', '2027-03-01T10:00:00Z', '2027-03-01T11:00:00Z', undefined],
  ])('%s', (_, at, closesAt, expected) => {
    expect(remindAtFor(at, closesAt, 'UTC')).toBe(expected);
  });

  test('always by day in the trip, after it was asked and before it ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 30 * 24 * 60 }),
        fc.constantFrom(...ZONES),
        (start, open, zone) => {
          const from = Date.parse('2027-01-01T00:00:00Z') + start * 60_000;
          const to = from + open * 60_000;
          const [at, closesAt] = [new Date(from).toISOString(), new Date(to).toISOString()];
          const remindAt = remindAtFor(at, closesAt, zone);
          if (remindAt === undefined) return;
          const { hour } = DateTime.fromISO(remindAt, { zone });
          expect(hour >= 9 && hour < 21).toBe(true);
          expect(remindAt > at && remindAt < closesAt).toBe(true);
        },
      ),
    );
  });
});

test('an extension is as long as the poll was open, an hour at least and a day at most', () => {
  const opened = '2027-03-01T10:00:00.000Z';
  const long = (hours: number): number => {
    const closes = new Date(Date.parse(opened) + hours * HOUR).toISOString();
    return (Date.parse(extendedUntil(opened, closes, closes)) - Date.parse(closes)) / HOUR;
  };
  expect([0.1, 5, 24, 300].map(long)).toEqual([1, 5, 24, 24]);
});
