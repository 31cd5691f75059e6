import { cpuTimeOf } from '../../test/cpu-time.ts';
import { readDayRange, readDeadline, readMoment } from './dates.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

describe('a span of days in words', () => {
  test.each([
    ['start a trip to Lisbon 11-15 June 2027', '2027-06-11', '2027-06-15'],
    ['June 11-15, 2027', '2027-06-11', '2027-06-15'],
    ['new trip to Porto from 14 to 17 May 2027', '2027-05-14', '2027-05-17'],
    ['from the 14th till the 17th of May 2027', '2027-05-14', '2027-05-17'],
    ['between 3 and 9 August', '2027-08-03', '2027-08-09'],
    ['from 11 June to 15 June', '2027-06-11', '2027-06-15'],
    ['four nights from 11 June', '2027-06-11', '2027-06-15'],
    ['Friday the 11th of June until the 15th', '2027-06-11', '2027-06-15'],
    ['next weekend', '2026-11-28', '2026-11-29'],
    ['3 days from Christmas', '2026-12-28', '2026-12-28'],
    ['from the 3rd to the 9th of August', '2027-08-03', '2027-08-09'],
    ['28 December 2026 to 2 January 2027', '2026-12-28', '2027-01-02'],
    ['2027-07-01 to 2027-07-08', '2027-07-01', '2027-07-08'],
    ['July 30 until August 3 2027', '2027-07-30', '2027-08-03'],
    ['May 4 2027, 2 nights', '2027-05-04', '2027-05-06'],
  ])('should read %s', (text, startDate, endDate) => {
    expect(readDayRange(text, NOW)).toMatchObject({ startDate, endDate });
  });

  test('should put a month that has passed into the next year', () => {
    expect(readDayRange('11-15 March', NOW)).toMatchObject({ startDate: '2027-03-11', endDate: '2027-03-15' });
  });

  test.each([
    'a trip to Rome with two families',
    '31-35 June 2027',
    'we are 2 adults',
    'end of may, 4 days',
    'in June, 3 families',
    '',
  ])('should find no days in "%s"', (text) => {
    expect(readDayRange(text, NOW)).toBeUndefined();
  });

  test('should answer a hostile text at once', () => {
    const spent = cpuTimeOf(() => {
      readDayRange('1-1-1-1-'.repeat(20_000), NOW);
      readDayRange(`11 June ${'staying for '.repeat(200)}4 days`, NOW);
      readDayRange(`11 June${', '.repeat(200)}x 13 June`, NOW);
      readDayRange(`11 June${' '.repeat(400)}x 13 June`, NOW);
    });
    expect(spent).toBeLessThan(1_000);
  });
});

describe('a deadline in words', () => {
  test("should take the evening of a day without a time, in the trip's time zone", () => {
    expect(readDeadline('Thursday', NOW, 'Europe/Lisbon')).toBe('2026-11-26T20:00:00.000Z');
    expect(readDeadline('Thursday', NOW, 'America/New_York')).toBe('2026-11-27T01:00:00.000Z');
  });
  test('should keep a time that is said', () => {
    expect(readDeadline('Thursday 18:30', NOW, 'Europe/Berlin')).toBe('2026-11-26T17:30:00.000Z');
  });
});

describe('a moment in words', () => {
  test.each([
    ['on Friday at 9', '2026-11-27T09:00:00.000Z'],
    ['tomorrow at 8pm', '2026-11-23T20:00:00.000Z'],
    ['tomorrow morning', '2026-11-23T09:00:00.000Z'],
    ['in two hours', '2026-11-22T11:00:00.000Z'],
    ['on 3 December', '2026-12-03T10:00:00.000Z'],
  ])('should read %s', (text, at) => {
    expect(readMoment(text, NOW, 'Europe/Lisbon', '10:00')?.at).toBe(at);
  });

  test('should mean the clocks as they are set on that day, not as they are set today', () => {
    expect(readMoment('11 June at 7:30', NOW, 'Europe/Lisbon', '10:00')?.at).toBe('2027-06-11T06:30:00.000Z');
  });

  test.each(['pack the passports', 'we are 4 people', ''])('should find none in "%s"', (text) => {
    expect(readMoment(text, NOW, 'UTC', '10:00')).toBeUndefined();
  });
});
