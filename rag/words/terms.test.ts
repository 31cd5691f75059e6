import { isOneSlipFrom, sharesRoot } from './spelling.ts';
import { stem } from './stem.ts';
import { compounded, termsMeant, termsOf } from './terms.ts';

const stems = (text: string): readonly string[] => termsOf(text).map((term) => term.stem);
const share = (a: string, b: string): boolean => {
  const concepts = new Set(termsOf(a).flatMap((term) => term.concepts));
  return termsOf(b).some((term) => term.concepts.some((concept) => concepts.has(concept)));
};

describe('words', () => {
  it.each([
    ['booked', 'bookings'],
    ['cancellation', 'cancelled'],
    ['includes', 'included'],
    ['dining', 'dine'],
    ['tipping', 'tips'],
    ['children', 'child'],
    ['beaches', 'beach'],
    ['city', 'cities'],
  ])('%s and %s meet', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it('are the same however a compound is written', () => {
    expect(stems('check-in')).toEqual(stems('check in'));
    expect(stems('checking in')).toEqual(stems('Checkin'));
    expect(stems('Wi-Fi')).toEqual(stems('wifi'));
    expect(stems('high chairs')).toEqual(stems('highchair'));
  });

  it('are one again when a slip in one of them was mended', () => {
    const [air] = termsOf('air');
    const [mattress, pump] = termsOf('mattress pump');
    if (!air || !mattress || !pump) throw new Error('no terms');
    expect(compounded([air, mattress, pump]).map((term) => term.stem)).toEqual(stems('air mattress pump'));
    expect(compounded([mattress, air]).map((term) => term.stem)).toEqual([mattress.stem, air.stem]);
  });

  it('lose their accents and what says nothing', () => {
    expect(stems('Where is the Café of São João?')).toEqual(stems('cafe sao joao'));
    expect(stems('do they have it there')).toEqual([]);
    expect(stems('Skjærgård Łódź Gießen')).toEqual(stems('skjaergard lodz giessen'));
    expect(stems('Stølen')).toEqual(stems('stolen'));
    expect(stems('under 7s below 90cm at 9pm')).toEqual(stems('under 7 below 90 cm at 9 pm'));
    expect(stems('flight XY7s, 4th, 10.30am')).toEqual(['flight', 'xy7s', '4th', '10', '30']);
  });

  it.each([
    ['crib', 'a cot'],
    ['elevator', 'the lift'],
    ['stroller', 'pushchairs'],
    ['internet', 'Wi-Fi'],
    ['pram', 'buggies'],
  ])('%s is another word for %s', (a, b) => {
    expect(share(a, b)).toBe(true);
  });

  it('of different things are not one thing', () => {
    expect(share('breakfast', 'parking')).toBe(false);
    expect(share('pool', 'cot')).toBe(false);
  });

  it('one slip apart are told from two', () => {
    for (const [a, b] of [
      ['brekfast', 'breakfast'],
      ['parkign', 'parking'],
      ['serralvez', 'serralves'],
      ['pool', 'pool'],
    ] as const) {
      expect(isOneSlipFrom(a, b)).toBe(true);
    }
    expect(isOneSlipFrom('table', 'cable car')).toBe(false);
    expect(isOneSlipFrom('brkfst', 'breakfast')).toBe(false);
    expect(sharesRoot('lisbon', 'lisboa')).toBe(true);
    expect(sharesRoot('port', 'porto')).toBe(false);
  });
});

it('finds a week in seven days, a number in its digits, a month in its first letters', () => {
  expect(termsMeant('Adult, 7 days').map(({ word }) => word)).toContain('week');
  const shared = (one: string, other: string): boolean =>
    termsOf(one).some(({ concepts }) =>
      concepts.some((it) => termsOf(other).some((term) => term.concepts.includes(it))),
    );
  expect(shared('three', '3')).toBe(true);
  expect(shared('3', '4')).toBe(false);
  expect(shared('Nov', 'november')).toBe(true);
});

it('reads a/c as one word', () => {
  expect(termsOf('A/C in the loft').map(({ stem: one }) => one)).toContain(stem('ac'));
});
