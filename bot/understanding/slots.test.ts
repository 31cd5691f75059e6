import { readDays } from './days/read-days.ts';
import { readSlots } from './slots.ts';
import { readTimes } from './times.ts';

const TODAY = '2026-11-26';

describe('days as people name them', () => {
  test.each([
    ['the day after tomorrow', '2026-11-28'],
    ['three weeks from Friday', '2026-12-18'],
    ['two days before Christmas', '2026-12-23'],
    ['Easter Monday', '2027-03-29'],
    ['the last Sunday in May', '2027-05-30'],
    ['Monday the 21st', '2026-12-21'],
    ['Tuesday of next week', '2026-12-01'],
    ['the fourth of July 2027', '2027-07-04'],
    ['29 February', '2028-02-29'],
    ['june twenty second', '2027-06-22'],
    ['2027/jun/11', '2027-06-11'],
  ])('should know %s', (text, start) => {
    expect(readDays(text, TODAY)).toMatchObject([{ start }]);
    expect(readDays(text, TODAY)[0]?.end).toBeUndefined();
  });

  test.each([
    ['from the 3rd to the 9th of August', '2027-08-03', '2027-08-09'],
    ['the 2nd week of May', '2027-05-08', '2027-05-14'],
    ['last week in February 2028', '2028-02-23', '2028-02-29'],
    ['the last weekend of October', '2027-10-30', '2027-10-31'],
    ['June 11 to 15, 2028', '2028-06-11', '2028-06-15'],
    ['11 June for 4 nights', '2027-06-11', '2027-06-15'],
    ['the long weekend', '2026-11-27', '2026-11-30'],
    ['December 30 to January 3, 2028', '2027-12-30', '2028-01-03'],
  ])('should know %s', (text, start, end) => {
    expect(readDays(text, TODAY)).toMatchObject([{ start, end }]);
  });

  test.each(['feb 30', 'we may come', 'room 12', 'a rating of 4.4', 'pay 12.50 euros', 'at 3.30 pm'])(
    'should find no day in "%s"',
    (text) => {
      expect(readDays(text, TODAY)).toEqual([]);
    },
  );

  test('should say when only a part of the calendar is meant', () => {
    expect(readDays('sometime in May', TODAY)).toMatchObject([{ start: '2027-05-01', end: '2027-05-31', vague: true }]);
  });
});

describe('times as people say them', () => {
  test.each([
    ['half past nine in the morning', '09:30'],
    ['a quarter to 4 in the afternoon', '15:45'],
    ['at 7 pm', '19:00'],
    ['16:05', '16:05'],
    ['dinner at 7', '19:00'],
    ['breakfast at 7', '07:00'],
    ['noon', '12:00'],
    ['four in the evening', '16:00'],
  ])('should know %s', (text, time) => {
    expect(readTimes(text)).toMatchObject([{ time }]);
  });
});

describe('everything typed in one message', () => {
  test('should be read together', () => {
    const said =
      'book two rooms for 2 adults and three kids, 3 nights from Friday, budget 900 euros, call +1 555 010 0199';
    expect(readSlots(said, TODAY)).toMatchObject({
      dates: [{ start: '2026-11-27', end: '2026-11-30' }],
      people: 5,
      adults: 2,
      kids: 3,
      rooms: 2,
      nights: 3,
      money: { amount: 90_000, currency: 'EUR' },
      phones: ['+15550100199'],
    });
  });

  test('should take a bare number for what was asked, and for nothing else', () => {
    expect(readSlots('just four of us', TODAY, 'people').people).toBe(4);
    expect(readSlots('3', TODAY, 'nights').nights).toBe(3);
    expect(readSlots('3', TODAY)).toEqual({ dates: [], times: [], phones: [] });
  });
});
