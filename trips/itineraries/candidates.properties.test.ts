import fc from 'fast-check';
import { lisbon, passages } from '../../test/candidates-in-short.ts';
import { cpuTimeOf } from '../../test/cpu-time.ts';
import { extractCandidates } from './candidates.ts';

it('gives the same candidates for the same passages, whatever they hold', () => {
  const words = fc.constantFrom(
    'Museum',
    'open',
    '10:00-18:00',
    'EUR',
    '12',
    '(',
    ')',
    ':',
    ' | ',
    '\n',
    '-',
    'closed',
    'Mon',
    'booked',
    '11 June',
    '19:30',
    'Hotel',
    'check-in',
    'free',
    ',',
    'Total',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
      const given = passages('x.txt', ['Things to see', parts.join(' ')]);
      const once = extractCandidates(given, lisbon);
      expect(extractCandidates(given, lisbon)).toEqual(once);
      expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
    }),
    { numRuns: 300, seed: 7 },
  );
});

it('reads a long and hostile document quickly', () => {
  const hostile = [
    'A'.repeat(400),
    `${'The A '.repeat(80)}`,
    `${'(('.repeat(200)}`,
    `Museum: ${'10-'.repeat(160)}`,
    `${'booked at A '.repeat(40)}`,
    `${'a '.repeat(240)}`,
  ];
  const many = passages('long.txt', ...Array.from({ length: 400 }, () => hostile.join('\n')));
  expect(cpuTimeOf(() => extractCandidates(many, lisbon))).toBeLessThan(4_000);
});
