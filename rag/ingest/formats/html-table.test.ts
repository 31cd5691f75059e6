import { type Block, HIDDEN_MARK } from '../block.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';

const read = (html: string): readonly Block[] => readHtml(html, { meter: () => undefined });
const said = (html: string): readonly string[] => read(html).map(({ kind, text }) => `${kind}: ${text}`);
const table = (...rows: readonly string[]): string => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
const cells = (...texts: readonly string[]): string => texts.map((text) => `<td>${text}</td>`).join('');

describe('a table on a page', () => {
  it('keeps each value beside its name where a line or a row of one cell divides it, as receipts do', () => {
    expect(
      said(
        table(
          cells('Room', 'EUR 300.00'),
          '<td colspan="2"><hr></td>',
          cells('<b>Total</b>', '<b>EUR 312.00</b>'),
          '<td colspan="2">Paid by card, thank you.</td>',
        ),
      ),
    ).toEqual(['row: Room | EUR 300.00', 'row: Total | EUR 312.00', 'paragraph: Paid by card, thank you.']);
  });

  it('has what stands over some of its rows over those alone, under the names of its columns', () => {
    const html = table(
      cells('Boat', 'Half day', 'Day'),
      '<td colspan="3">Low season</td>',
      cells('Canoe', 'EUR 20', 'EUR 30'),
      '<td colspan="3">From 1 July</td>',
      cells('Canoe', 'EUR 26', 'EUR 39'),
    );
    expect(said(`${html}<p>Life jackets are free.</p>`)).toEqual([
      'heading: Low season',
      'row: Canoe | Half day: EUR 20; Day: EUR 30',
      'paragraph: From 1 July',
      'row: Canoe | Half day: EUR 26; Day: EUR 39',
      'heading: ',
      'paragraph: Life jackets are free.',
    ]);
    expect(new Set(read(html).flatMap(({ level }) => level ?? []))).toEqual(new Set([6]));
  });

  it('tells in one row what a cell holds in several paragraphs or as a list', () => {
    expect(
      said(
        table(
          cells('<p>Room</p>', '<p>Price</p>', '<p>Notes</p>'),
          cells('<p>Blue</p>', '<p>EUR 90</p><p>EUR 110 in August</p>', '<ul><li>sea view</li><li>balcony</li></ul>'),
          cells('<p>Green</p>', '<p>EUR 70</p>', 'Facing the yard.<p>Quiet</p><p>Cool</p>'),
        ),
      ),
    ).toEqual([
      'row: Blue | Price: EUR 90, EUR 110 in August; Notes: sea view, balcony',
      'row: Green | Price: EUR 70; Notes: Facing the yard. Quiet Cool',
    ]);
  });

  it('has what a row says besides a long text over that text', () => {
    const long = ['We walk up to the castle and see the chapel.', 'Lunch is a picnic in the gardens by the lake.'];
    const day = (text: string): string => `<p>${text}</p>${long.map((line) => `<p>${line} ${line}</p>`).join('')}`;
    expect(
      said(
        table(
          cells('Day', 'Programme', 'Meet at'),
          cells('Monday', day('Museum at 10:00.'), '9:15'),
          cells('Tuesday', '<p>Free.</p>', '-'),
        ),
      ).slice(0, 3),
    ).toEqual(['row: Monday | Meet at: 9:15', 'paragraph: Museum at 10:00.', `paragraph: ${long[0]} ${long[0]}`]);
  });

  it('that lays out a page by empty cells is read as the text it holds', () => {
    const text = 'Your cabin is ready from four in the afternoon, and the sauna is warm.';
    expect(said(table(cells('', `${text}<br>Bring slippers.`, ''), cells('', `${text}`, '')))).toEqual([
      `paragraph: ${text}`,
      'paragraph: Bring slippers.',
      `paragraph: ${text}`,
    ]);
  });

  it('says of what is hidden in one of its paragraphs that it is', () => {
    const price = '<p>EUR 90</p><p style="display:none">EUR 1 for friends</p>';
    expect(said(table(cells('Room', 'Price'), cells('Blue', price), cells('Red', 'EUR 95')))[0]).toBe(
      `row: Blue | Price: EUR 90, ${HIDDEN_MARK} EUR 1 for friends`,
    );
  });
});

test.each([
  ['a division', '<div style="font-weight:bold">Garbage</div>'],
  ['a span in one', '<div><span style="font-size:12px; font-weight: 600;">Garbage</span></div>'],
  ['a font in a span in a paragraph', '<p><font face="Arial"><span style="font-weight:700">Garbage</span></font></p>'],
  ['a cell of a layout', '<table><tr><td style="FONT-WEIGHT: bold">Garbage</td></tr></table>'],
])('words that a style makes bold from end to end are a title: %s', (_, bold) => {
  expect(said(`<h1>Villa</h1>${bold}<div>Bins are emptied on Tuesday.</div>`)).toEqual([
    'heading: Villa',
    'heading: Garbage',
    'paragraph: Bins are emptied on Tuesday.',
  ]);
});

test('words that are bold in part, or say a thing, are no title', () => {
  expect(said('<div><span style="font-weight:bold">Bins</span> are emptied weekly</div>')).toEqual([
    'paragraph: Bins are emptied weekly',
  ]);
  expect(said('<div style="font-weight:bold">Bins are emptied weekly.</div>')).toEqual([
    'paragraph: Bins are emptied weekly.',
  ]);
  // It holds a number, which may be what is looked for.
  expect(said('<div style="font-weight:bold">Cabin 14</div><div>Two beds.</div>')).toEqual([
    'paragraph: Cabin 14',
    'paragraph: Two beds.',
  ]);
});

test.each([
  '<del>EUR 50</del>',
  '<s>EUR 50</s>',
  '<span style="color:red;text-decoration: line-through">EUR 50</span>',
])('what is struck out is no longer said: %s', (struck) => {
  expect(
    said(`<p>Sledge ${struck} EUR 40</p>${table(cells('Skis', `${struck} EUR 80`), cells('Boots', '9'))}`),
  ).toEqual(['paragraph: Sledge EUR 40', 'row: Skis | EUR 80', 'row: Boots | 9']);
});

test('what Markdown strikes out is no longer said', () => {
  expect(readText('# Sledges\n\n~~EUR 50~~ EUR 40 a day', { markdown: true, meter: () => undefined })).toContainEqual({
    kind: 'paragraph',
    text: 'EUR 40 a day',
  });
});
