import fc from 'fast-check';
import { threadPace } from './thread-pace.ts';

const LIMITS = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

test('seven go at once, the eighth a second later, the ninth when two seconds have passed', () => {
  const pace = threadPace(() => 0);
  expect(Array.from({ length: 9 }, () => pace.place('a', 10_000))).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
  expect(pace.place('b', 0)).toBe(0);
});

test('however people talk, no period holds more than Teams allows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 400 }), (gaps) => {
      let now = 0;
      const pace = threadPace(() => now);
      const sent = gaps.flatMap((gap) => {
        now += gap;
        const wait = pace.place('a', 120_000);
        return wait === undefined ? [] : [now + wait];
      });
      expect(sent).toEqual([...sent].sort((a, b) => a - b));
      for (const [most, periodMs] of LIMITS) {
        for (let first = 0; first + most < sent.length; first += 1) {
          expect((sent[first + most] ?? 0) - (sent[first] ?? 0)).toBeGreaterThanOrEqual(periodMs);
        }
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('who would wait too long takes no place', () => {
  let now = 0;
  const pace = threadPace(() => now);
  for (let sends = 0; sends < 8; sends += 1) pace.place('a', 5_000);
  expect(pace.place('a', 1_500)).toBeUndefined();
  now = 2_000;
  expect(pace.place('a', 0)).toBe(0);
});

test('the hour’s limit holds, and ends', () => {
  let now = 0;
  const pace = threadPace(() => now);
  for (let sends = 0; sends < 1_800; sends += 1) {
    expect(pace.place('a', 0)).toBe(0);
    now += 1_000;
  }
  expect(pace.place('a', 60_000)).toBeUndefined();
  now = 3_600_000;
  expect(pace.place('a', 0)).toBe(0);
});

test('a pause that Teams asked for holds for that conversation alone', () => {
  let now = 0;
  const pace = threadPace(() => now);
  pace.pause('a', 9_000);
  expect(pace.place('a', 2_000)).toBeUndefined();
  expect(pace.place('b', 0)).toBe(0);
  now = 8_000;
  expect(pace.place('a', 2_000)).toBe(1_000);
});

test('a server that sees many conversations forgets those that fell silent, and no others', () => {
  let now = 0;
  const pace = threadPace(() => now);
  for (let n = 0; n < 6_000; n += 1) pace.place(`old-${n}`, 0);
  now = 3_500_000;
  for (let sends = 0; sends < 8; sends += 1) pace.place('busy', 5_000);
  now = 3_600_001 + 2_000;
  for (let n = 0; n < 6_000; n += 1) pace.place(`new-${n}`, 0);
  now = 3_502_000 - 1;
  expect(pace.place('busy', 0)).toBeUndefined();
});
