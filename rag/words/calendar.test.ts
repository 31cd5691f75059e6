import fc from 'fast-check';
import { overlap, spansOfYear } from './calendar.ts';

const day = (month: number, date: number): number => month * 32 + date;

test.each([
  ['from 12 to 15 June', [[day(6, 12), day(6, 15)]]],
  ['flat 2nd-5th april', [[day(4, 2), day(4, 5)]]],
  ['April to June: 10:00 to 17:00', [[day(4, 1), day(6, 31)]]],
  ['19 December to 8 January', [[day(12, 19), day(1, 8)]]],
  ['on June 13 at 7:25', [[day(6, 13), day(6, 13)]]],
  ['Saturday, January 29 to Saturday, February 5, 2028', [[day(1, 29), day(2, 5)]]],
])('reads the stretch of the year in %j', (text, spans) => {
  expect(spansOfYear(text).map(({ from, to }) => [from, to])).toEqual(spans);
});

test.each(['you may bring a dog', 'a march of two hours', 'we decide', 'it may rain'])('reads no month in %j', (text) =>
  expect(spansOfYear(text)).toEqual([]),
);

test('takes what begins or ends openly for any day', () => {
  const [until] = spansOfYear('book until 30 June');
  expect(until && overlap(until, { from: day(2, 1), to: day(2, 1) })).toBe(true);
});

test('knows the days that two stretches share, also over New Year', () => {
  const winter = { from: day(12, 19), to: day(1, 8) };
  expect(overlap(winter, { from: day(1, 2), to: day(1, 3) })).toBe(true);
  expect(overlap(winter, { from: day(11, 1), to: day(12, 18) })).toBe(false);
  const span = fc.record({ from: fc.integer({ min: 33, max: 415 }), to: fc.integer({ min: 33, max: 415 }) });
  fc.assert(
    fc.property(span, span, (one, other) => overlap(one, other) === overlap(other, one)),
    { seed: 5 },
  );
});
