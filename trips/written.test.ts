import fc from 'fast-check';
import { onOneLine, written } from './written.ts';

test.each([
  ['Zoë & 李雷, "the 3rd"', 'Zoë & 李雷, "the 3rd"'],
  ['👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽', '👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽'],
  ['שלום\u200F, مرحبا', 'שלום\u200F, مرحبا'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['\u202Elive\u202C', 'live'],
  ['\u2067Ana\u2069 says', 'Ana says'],
  ['a\u0000b\u001B[31mc\u0085', 'ab[31mc'],
  ['half \uD800 a character', 'half \uFFFD a character'],
  ['\u200B\u2060\uFEFF', ''],
  ['\u3164 \u00AD', ''],
  ['', ''],
])('%j is read as %j', (text, clean) => {
  expect(written(text)).toBe(clean);
});

test('what is read once is read the same again, and is whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = written(text);
      expect(written(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
    }),
    { seed: 7 },
  );
});

test('a name stays on its line', () => {
  expect(onOneLine(' Silva\r\n\r\n1) Vote\u2028here\t ')).toBe('Silva 1) Vote here');
});
