import { daysFrom, minutesFrom, momentsIn, sayMinutes, sayMoment, weekdayOf } from './moments.ts';

const said = (text: string): readonly string[] => momentsIn(text).map(sayMoment);
const ends = (text: string) => {
  const [from = { index: 0 }, to = { index: 0 }] = momentsIn(text);
  return { nights: daysFrom(from, to), minutes: minutesFrom(from, to) };
};

describe('the moments of a text', () => {
  it.each<[string, readonly string[]]>([
    ['Arrival: Saturday, 12 June 2027, from 16:00', ['12 June 2027, 16:00']],
    ['RJX 63 | From: Wien; Dep.: 07:42; To: Budapest; Arr.: 10:19', ['07:42', '10:19']],
    ['Open 2pm to 5.30pm', ['2pm', '5.30pm']],
    ['The house is ours 12-19 June 2027', ['12 June 2027', '19 June 2027']],
    ['A seat is EUR 12.50', []],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each<[string, number]>([
    ['12 June 2027 to 19 June 2027', 7],
    ['28 June to 3 July 2027', 5],
    ['30 December 2027 to 2 January 2028', 3],
  ])('%j are %i nights', (text, nights) => {
    expect(ends(text).nights).toBe(nights);
  });

  it('are minutes apart by their clocks, over midnight only where days are told', () => {
    expect(ends('07:42 to 10:19').minutes).toBe(157);
    expect(ends('1 May 2027, 22:00 to 2 May 2027, 6:30').minutes).toBe(510);
    expect(ends('1 May 2027 to 6:30').minutes).toBeUndefined();
  });

  it('have a day of the week where their year is told', () => {
    expect(momentsIn('19 June 2027; 19 June').map(weekdayOf)).toEqual(['Saturday', undefined]);
  });
});

it.each([
  [51, '51 min'],
  [60, '1 h'],
  [157, '2 h 37 min'],
])('%i minutes are told as %s', (minutes, expected) => {
  expect(sayMinutes(minutes)).toBe(expected);
});
