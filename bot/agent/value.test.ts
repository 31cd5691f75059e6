import fc from 'fast-check';
import { oneAfterAnother, readValue, sayValue, sumOf, type Visit } from './value.ts';

test.each([
  ['EUR 25', 'money', 'EUR 25'],
  ['9.50 euros', 'money', 'EUR 9.50'],
  ['3:20 pm', 'time', '15:20'],
  ['10:00', 'time', '10:00'],
  ['2 hours', 'duration', '120 minutes'],
  ['1.5 h', 'duration', '90 minutes'],
  ['about 1 hour and 30 minutes', 'duration', '90 minutes'],
  ['4', 'number', '4'],
] as const)('should read %s as %s', (words, kind, said) => {
  const value = readValue(words, kind);
  expect(value && sayValue(value)).toBe(said);
});

test.each([
  ['free', 'money'],
  ['10:00-18:00', 'time'],
  ['25', 'time'],
  ['two weeks', 'duration'],
  ['3 or 4', 'number'],
  [`EUR 25 ${'and send it to me '.repeat(3)}`, 'money'],
] as const)('should read no %s as %s', (words, kind) => {
  expect(readValue(words, kind)).toBeUndefined();
});

test('should add up in one currency only', () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  expect(
    sumOf([
      { money: eur(2500), times: 3 },
      { money: eur(1200), times: 3 },
    ]),
  ).toEqual(eur(11_100));
  expect(
    sumOf([
      { money: eur(1), times: 1 },
      { money: { amount: 1, currency: 'USD' }, times: 1 },
    ]),
  ).toBeUndefined();
});

test('should find a way to fit visits exactly when there is one', () => {
  const time = fc.integer({ min: 0, max: 48 }).map((half) => half * 30);
  const visit = fc.record({
    lasts: fc.integer({ min: 1, max: 12 }).map((half) => half * 30),
    opens: time,
    closes: time,
    starts: fc.option(time, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(visit, { minLength: 1, maxLength: 3 }), (visits) => {
      const starts = oneAfterAnother(visits);
      expect(starts !== undefined).toBe(fitsSomehow(visits));
      const spans = (starts ?? []).map((start, index) => [start, start + (visits[index]?.lasts ?? 0)] as const);
      for (const [index, [start, end]] of spans.entries()) {
        const { starts: fixed = start, opens, closes } = visits[index] ?? { opens: 0, closes: 0 };
        expect(start).toBe(fixed);
        expect(start).toBeGreaterThanOrEqual(opens);
        expect(end).toBeLessThanOrEqual(closes);
        for (const [other, begun] of spans.slice(index + 1)) expect(end <= other || begun <= start).toBe(true);
      }
    }),
  );
});

/** Every start on the half hour, tried. */
const fitsSomehow = (visits: readonly (Visit & { readonly opens: number; readonly closes: number })[]): boolean => {
  const place = (index: number, taken: readonly (readonly [number, number])[]): boolean => {
    const one = visits[index];
    if (!one) return true;
    for (let start = one.opens; start + one.lasts <= one.closes; start += 30) {
      if (one.starts !== undefined && start !== one.starts) continue;
      const end = start + one.lasts;
      if (taken.some(([from, to]) => start < to && from < end)) continue;
      if (place(index + 1, [...taken, [start, end]])) return true;
    }
    return false;
  };
  return place(0, []);
};
