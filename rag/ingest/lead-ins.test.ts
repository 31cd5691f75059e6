import { madePdf } from '../fixtures/made-pdf.ts';
import { type Block, DEFAULT_LIMITS } from './block.ts';
import { chunksOf } from './chunk.ts';
import { extract } from './extract.ts';
import { withLeadIns } from './lead-ins.ts';

const under = async (name: string, bytes: Uint8Array): Promise<readonly (readonly [string | undefined, string])[]> => {
  const read = await extract({ name, bytes }, DEFAULT_LIMITS);
  if ('reason' in read) throw new Error(read.detail);
  return chunksOf(read.blocks).flatMap(({ heading, units }) => units.map((unit) => [heading, unit] as const));
};

test('what introduces a list stands over its items and over nothing after them, on a page and in a PDF', async () => {
  const page = `<h1>Park</h1><p>Welcome to all of you. What is not allowed in the park:</p><ul><li>smoking</li><li>glass</li></ul>
    <p>Excluded are:<br>- the cable car<br>- guided walks</p><p>It closes at 18:00.</p>`;
  expect(await under('park.html', new TextEncoder().encode(page))).toEqual([
    ['Park', 'Welcome to all of you.'],
    ['Park > What is not allowed in the park', 'smoking'],
    ['Park > What is not allowed in the park', 'glass'],
    ['Park > Excluded are', 'the cable car'],
    ['Park > Excluded are', 'guided walks'],
    ['Park', 'It closes at 18:00.'],
  ]);
  const pdf = await madePdf((drawn) => {
    drawn.fontSize(18).text('Baggage').fontSize(11).moveDown();
    for (const line of ['Not permitted:', '• knives', '• ski poles', 'Bags may weigh 23 kg.']) drawn.text(line);
  });
  expect(await under('bags.pdf', pdf)).toEqual([
    ['Baggage > Not permitted', 'knives'],
    ['Baggage > Not permitted', 'ski poles'],
    ['Baggage', 'Bags may weigh 23 kg.'],
  ]);
});

test('the list of one page ends what introduced it without leaving the page', () => {
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: 'Bring:', page: 1 },
    { kind: 'item', text: 'a torch', page: 1 },
    { kind: 'paragraph', text: 'We meet at the pier.', page: 1 },
  ];
  expect(chunksOf(withLeadIns(blocks)).map(({ heading, page }) => [heading, page])).toEqual([
    ['Bring', 1],
    [undefined, 1],
  ]);
});

test.each<[string, readonly Block[]]>([
  [
    'what was hidden',
    [
      { kind: 'paragraph', text: '[hidden text] Not included:' },
      { kind: 'item', text: 'towels' },
    ],
  ],
  [
    'what has no list under it',
    [
      { kind: 'paragraph', text: 'Not included:' },
      { kind: 'paragraph', text: 'towels' },
    ],
  ],
  [
    'a text without a colon',
    [
      { kind: 'paragraph', text: 'We have:' },
      { kind: 'heading', level: 2, text: 'Rooms' },
      { kind: 'item', text: 'Blue' },
    ],
  ],
])('%s introduces nothing', (_, blocks) => {
  expect(withLeadIns(blocks)).toEqual(blocks);
});
