import { madePdf } from '../../fixtures/made-pdf.ts';
import { DEFAULT_LIMITS } from '../block.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

const meter = (): void => undefined;
const plain = (text: string): readonly string[] =>
  readText(text, { markdown: false, meter }).map(({ kind, text: said }) => `${kind}: ${said}`);
const pdf = async (draw: (page: PDFKit.PDFDocument) => void): Promise<readonly string[]> =>
  (await readPdf(await madePdf(draw), DEFAULT_LIMITS, meter)).blocks.map(({ kind, text }) => `${kind}: ${text}`);

const HUT =
  'The beach hut is open from|May to September. You can|rent loungers at the kiosk|for six euros a day, and an|umbrella costs four euros.';
const DOGS =
  'Dogs are welcome before|nine in the morning and|after seven in the evening.|Please keep them on a leash|and take a bag along.';
const SHOP =
  'Bread and milk are sold at|the shop by the pier, which|closes at half past six and|does not open on Sundays.';
const linesOf = (column: string): readonly string[] => column.split('|');
const whole = (column: string): string => `paragraph: ${column.replaceAll('|', ' ')}`;

/** Draws lines as scanned pages hold them: all of one height, from left to right, before those below. */
const across = (page: PDFKit.PDFDocument, columns: readonly (readonly string[])[], wide: number): void => {
  for (let row = 0; columns.some((column) => row < column.length); row += 1)
    for (const [index, column] of columns.entries()) {
      const line = column[row];
      if (line) page.text(line, 56 + index * wide, 100 + row * 14, { lineBreak: false });
    }
};

describe('columns of prose that a PDF draws line by line across the page', () => {
  it('are read one after the other', async () => {
    const said = await pdf((page) => {
      page.fontSize(18).text('Beach of Vesoy', 56, 56).fontSize(10);
      across(page, [linesOf(HUT), linesOf(DOGS)], 260);
      page.text('The beach is watched by the rescue service from ten to six, in July and August until eight.', 56, 200);
    });
    expect(said).toEqual([
      'heading: Beach of Vesoy',
      whole(HUT),
      whole(DOGS),
      'paragraph: The beach is watched by the rescue service from ten to six, in July and August until eight.',
    ]);
  });

  it('are read so where there are three, of unlike length', async () => {
    expect(await pdf((page) => across(page.fontSize(10), [HUT, DOGS, SHOP].map(linesOf), 165))).toEqual(
      [HUT, DOGS, SHOP].map(whole),
    );
  });

  it('keep the bold titles in each of them', async () => {
    const said = await pdf((page) => {
      page.fontSize(10);
      const left = ['*Beach', ...linesOf(HUT), '', '*Shop', ...linesOf(SHOP)];
      const right = [...linesOf(DOGS), '*Boats', 'Ask at the kiosk.'];
      for (const [row, line] of left.entries())
        for (const [text, x] of [
          [line, 56],
          [right[row], 320],
        ] as const)
          if (text)
            page
              .font(text.startsWith('*') ? 'Helvetica-Bold' : 'Helvetica')
              .text(text.replace('*', ''), x, 100 + row * 14, { lineBreak: false });
    });
    expect(said).toEqual([
      'heading: Beach',
      whole(HUT),
      'heading: Shop',
      whole(SHOP),
      whole(DOGS),
      'heading: Boats',
      'paragraph: Ask at the kiosk.',
    ]);
  });

  it('are no columns where a table stands: its rows stay whole', async () => {
    const rows = [
      ['linen and towels', 'on request, at the desk'],
      ['dogs and other pets', 'by agreement only'],
      ['a bed for a small child', 'free of charge'],
      ['firewood for the stove', 'five euros a basket'],
    ];
    const said = await pdf((page) =>
      across(page.fontSize(10), [rows.map(([name = '']) => name), rows.map(([, value = '']) => value)], 260),
    );
    expect(said).toEqual(rows.map((cells) => `row: ${cells.join(' | ')}`));
  });
});

describe('columns of prose that a plain text sets side by side with blanks', () => {
  const beside = (columns: readonly (readonly string[])[]): string =>
    Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
      columns
        .map((column) => (column[row] ?? '').padEnd(34))
        .join('')
        .trimEnd(),
    ).join('\n');

  it('are read one after the other, with what stands over each', () => {
    const text = beside([
      ['BEACH', ...linesOf(HUT)],
      ['DOGS', ...linesOf(DOGS)],
      ['SHOP', ...linesOf(SHOP)],
    ]);
    expect(plain(`Vesoy\n\n${text}\n\nSee you soon.`)).toEqual([
      'heading: Vesoy',
      'heading: BEACH',
      whole(HUT),
      'heading: ',
      'heading: DOGS',
      whole(DOGS),
      'heading: ',
      'heading: SHOP',
      whole(SHOP),
      'heading: ',
      'paragraph: See you soon.',
    ]);
  });

  it('are no columns where a table stands', () => {
    const rows = ['linen and towels', 'pets', 'beds for children', 'firewood'];
    const table = beside([rows, ['at the desk', 'by agreement only', 'free of charge', 'five euros']]);
    expect(plain(table)).toContain('row: pets | by agreement only');
  });
});

describe('a word that was cut at the end of a line', () => {
  const HOUSE = [
    'Guests can use the swim-',
    'ming pool from nine. The break-',
    'fast room is next to a well-',
    'known bakery; for late check-',
    'in ask for the pre- and post-',
    'season hours at the recep-',
    'tion. The recep\u00ad',
    'tion closes at ten, the tap-',
    'room at two. The tap-room is loud.',
  ];
  const SAID =
    'paragraph: Guests can use the swimming pool from nine. The breakfast room is next to a well-known bakery; for late check-in ask for the pre- and post-season hours at the reception. The reception closes at ten, the tap-room at two. The tap-room is loud.';

  it('is whole again in a PDF, and a hyphen of its own stays', async () => {
    const said = await pdf((page) => {
      for (const [row, line] of HOUSE.entries()) page.fontSize(10).text(line, 56, 100 + row * 14, { lineBreak: false });
    });
    expect(said).toEqual([SAID]);
  });

  it('is whole again in a plain text', () => {
    expect(plain(HOUSE.join('\n'))).toEqual([SAID]);
  });
});
