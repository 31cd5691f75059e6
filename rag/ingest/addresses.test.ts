import { withAddresses } from './addresses.ts';
import type { Block } from './block.ts';

const read = (...lines: readonly string[]): readonly string[] =>
  withAddresses(lines.map((text): Block => ({ kind: 'paragraph', text }))).map(({ text }) => text);

test.each<[string, readonly string[], readonly string[]]>([
  [
    'of a house and who runs it',
    [
      'You find us here:',
      'Pension Waldruh',
      'Frau Gerti Holzer',
      'Am Sonnenhang 12',
      '6764 Lech',
      'Austria',
      'Open daily',
    ],
    ['You find us here:', 'Pension Waldruh, Frau Gerti Holzer, Am Sonnenhang 12, 6764 Lech, Austria', 'Open daily'],
  ],
  [
    'in Britain',
    [
      'Best wishes, Morag',
      'Blue Anchor Inn',
      '14 Harbour Road',
      'Portree IV51 9DE',
      'Isle of Skye, Scotland',
      'Phone 01478 555 019',
    ],
    [
      'Best wishes, Morag',
      'Blue Anchor Inn, 14 Harbour Road, Portree IV51 9DE, Isle of Skye, Scotland',
      'Phone 01478 555 019',
    ],
  ],
  [
    'in America',
    ['Rossi Cars', '120 Main Street', 'Springfield, IL 62701', 'USA'],
    ['Rossi Cars, 120 Main Street, Springfield, IL 62701, USA'],
  ],
  [
    'with its name before it',
    ['Address: Via delle Rose 8', '50125 Firenze FI', 'Italia'],
    ['Address: Via delle Rose 8, 50125 Firenze FI, Italia'],
  ],
  [
    'under a signature',
    ['Kind regards', 'Gerti Holzer', 'Am Sonnenhang 12, 6764 Lech'],
    ['Kind regards', 'Gerti Holzer, Am Sonnenhang 12, 6764 Lech'],
  ],
])('an address %s is one', (_, lines, told) => {
  expect(read(...lines)).toEqual(told);
});

test.each<[string, readonly string[]]>([
  ['numbers in a list', ['Towels 12', '2 bottles of water', '3 apples']],
  ['a street alone', ['Pension Waldruh', 'Am Sonnenhang 12', 'Ring twice']],
  ['what was hidden', ['[hidden text] Am Sonnenhang 12', '6764 Lech']],
  ['a sentence before it', ['We meet at Am Sonnenhang 12.', '6764 Lech']],
])('%s is no address', (_, lines) => {
  expect(read(...lines)).toEqual(lines);
});

test('an address does not run over the end of its page', () => {
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: 'Am Sonnenhang 12', page: 1 },
    { kind: 'paragraph', text: '6764 Lech', page: 2 },
  ];
  expect(withAddresses(blocks)).toEqual(blocks);
});
