import { docxParagraph, madeDocx } from '../../fixtures/made-docx.ts';
import { madePdf } from '../../fixtures/made-pdf.ts';
import { type Block, DEFAULT_LIMITS } from '../block.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';

const meter = (): void => undefined;
const texts = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);
const pdfTexts = async (draw: (pdf: PDFKit.PDFDocument) => void): Promise<readonly string[]> =>
  texts((await readPdf(await madePdf(draw), DEFAULT_LIMITS, meter)).blocks);
const ROWS = ['Blue | Beds: 2; Price: EUR 80', 'Red | Beds: 3; Price: EUR 95'];

test('names of columns may have numbers in them where nothing but values stands below', () => {
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const prices =
    row('Pass', 'Adult', 'Youth 13 to 17') + row('One day', 'CHF 71', 'CHF 57') + row('Six days', 'CHF 348', '-');
  expect(texts(readHtml(`<table>${prices}</table>`, { meter }))).toEqual([
    'One day | Adult: CHF 71; Youth 13 to 17: CHF 57',
    'Six days | Adult: CHF 348; Youth 13 to 17: -',
  ]);
  const words =
    row('Monday', 'Room 4', 'Room 5') + row('Tuesday', 'yoga 9:00', 'crafts') + row('Friday', 'swimming', 'crafts');
  expect(texts(readHtml(`<table>${words}</table>`, { meter }))).toContain('Monday | Room 4 | Room 5');
});

test('a row whose first cell is a number or a code says what it is of; one that is named needs no more', () => {
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const read = (...rows: readonly string[]): readonly string[] =>
    texts(readHtml(`<table>${rows.join('')}</table>`, { meter }));
  expect(
    read(row('Departs Varna', 'Arrives Sozopol', 'Days'), row('8:10', '9:05', 'daily'), row('14:30', '15:25', 'Sat')),
  ).toEqual([
    'Departs Varna: 8:10 | Arrives Sozopol: 9:05; Days: daily',
    'Departs Varna: 14:30 | Arrives Sozopol: 15:25; Days: Sat',
  ]);
  expect(read(row('Item', 'Price'), row('3 towels', 'EUR 6'), row('Sheets', 'EUR 9'))).toEqual([
    '3 towels | Price: EUR 6',
    'Sheets | Price: EUR 9',
  ]);
});

test('the columns of a timetable may be called first, second and third', () => {
  const rows = 'Stop,1st,2nd,Last\nMarket,8:10,10:40,18:40\nBeach,8:35,11:05,19:05'.split('\n');
  const html = rows.map((cells) => `<tr><td>${cells.replaceAll(',', '</td><td>')}</td></tr>`).join('');
  expect(texts(readHtml(`<table>${html}</table>`, { meter }))).toEqual([
    'Market | 1st: 8:10; 2nd: 10:40; Last: 18:40',
    'Beach | 1st: 8:35; 2nd: 11:05; Last: 19:05',
  ]);
});

describe('a table of two columns', () => {
  const table = (rows: readonly (readonly string[])[]): readonly string[] =>
    texts(
      readHtml(
        `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
        { meter },
      ),
    );

  it('has the name of its second on each row where that says what it is', () => {
    expect(
      table([
        ['Item', 'Price per child'],
        ['Train', 'CHF 24'],
        ['Hostel', 'CHF 96'],
      ]),
    ).toEqual(['Train | Price per child: CHF 24', 'Hostel | Price per child: CHF 96']);
  });

  it('has none where a row is a name and its value', () => {
    expect(
      table([
        ['Name', 'Petra Ek'],
        ['Guests', '4'],
      ]),
    ).toEqual(['Name | Petra Ek', 'Guests | 4']);
  });
});

describe('the tables of a PDF', () => {
  it('end above a line of text that happens to end where their last column does', async () => {
    expect(
      await pdfTexts((pdf) => {
        pdf.fontSize(10);
        for (const [row, cells] of [
          ['Park levy', '4', 'USD 720'],
          ['Child bed', '1', 'USD 135'],
        ].entries())
          for (const [column, cell] of cells.entries())
            pdf.text(cell, 56 + column * 90, 80 + row * 14, { lineBreak: false });
        const right = 56 + 2 * 90 + pdf.widthOfString('USD 135');
        const text = 'Three nights in August, full board, drinks on top';
        pdf.text(text, right - pdf.widthOfString(text), 108, { lineBreak: false });
      }),
    ).toEqual([
      'Park levy | 4 | USD 720',
      'Child bed | 1 | USD 135',
      'Three nights in August, full board, drinks on top',
    ]);
  });

  it('are read from a menu whose prices dots lead to, at the margin', async () => {
    expect(
      await pdfTexts((pdf) => {
        pdf.fontSize(10);
        for (const [row, [dish, price]] of [
          ['Fish soup with saffron', '9'],
          ['Plaice with bacon', '17'],
        ].entries()) {
          const dots = '.'.repeat(60);
          pdf.text(`${dish} ${dots} ${price}`, 56, 80 + row * 14, { lineBreak: false });
        }
      }),
    ).toEqual(['Fish soup with saffron | 9', 'Plaice with bacon | 17']);
  });

  it('keep the rows whole whose cells run over several lines, and know the column of a cell beside empty ones', async () => {
    expect(
      await pdfTexts((pdf) =>
        pdf.fontSize(10).table({
          data: [
            ['Description', 'Qty', 'Unit price', 'Amount'],
            ['Double room with sea view and breakfast for two adults', '4', 'EUR 120.00', 'EUR 480.00'],
            ['Baby cot', '4', 'EUR 9.00', 'EUR 36.00'],
            ['Total', '', '', 'EUR 516.00'],
          ],
        }),
      ),
    ).toEqual([
      'Double room with sea view and breakfast for two adults | Qty: 4; Unit price: EUR 120.00; Amount: EUR 480.00',
      'Baby cot | Qty: 4; Unit price: EUR 9.00; Amount: EUR 36.00',
      'Total | Amount: EUR 516.00',
    ]);
  });

  it('keep a row whole whose other cells stand beside the middle of its first', async () => {
    expect(
      await pdfTexts((pdf) => {
        pdf
          .fontSize(10)
          .text('Boat tour to the caves', 56, 100)
          .text('with swimming and', 56, 112)
          .text('lunch on board', 56, 124);
        pdf.text('09:30', 260, 112, { lineBreak: false }).text('EUR 45', 400, 112, { lineBreak: false });
        pdf
          .text('Museum', 56, 160, { lineBreak: false })
          .text('14:00', 260, 160, { lineBreak: false })
          .text('EUR 8', 400, 160);
      }),
    ).toEqual(['Boat tour to the caves with swimming and lunch on board | 09:30 | EUR 45', 'Museum | 14:00 | EUR 8']);
  });

  it('keep a row whole whose cells of two lines stand beside the middle of the others, set to either side', async () => {
    expect(
      await pdfTexts((pdf) => {
        pdf.fontSize(12);
        const cell = (text: string, left: number, y: number): unknown => pdf.text(text, left, y, { lineBreak: false });
        for (const [name, left] of Object.entries({ Activity: 56, Date: 220, Start: 330, Price: 455 }))
          cell(name, left, 80);
        for (const [y, name, price] of [
          [110, 'Zipline', '165.00'],
          [150, 'Pump track', '240.00'],
        ] as const) {
          cell(name, 56, y);
          cell('Wed 7 July', 220, y - 7);
          cell('2027', 220, y + 7);
          cell('14:00', 330, y);
          cell('EUR', 500 - pdf.widthOfString('EUR'), y - 7);
          cell(price, 500 - pdf.widthOfString(price), y + 7);
        }
      }),
    ).toEqual([
      'Zipline | Date: Wed 7 July 2027; Start: 14:00; Price: EUR 165.00',
      'Pump track | Date: Wed 7 July 2027; Start: 14:00; Price: EUR 240.00',
    ]);
  });

  it('join a small word with what stands in larger letters under it, as on a boarding pass', async () => {
    expect(
      await pdfTexts((pdf) => {
        for (const [left, label, value] of [
          [56, 'FLIGHT', 'TP 1351'],
          [250, 'BOARDING', '08:55'],
        ] as const) {
          pdf.fontSize(8).text(label, left, 120, { lineBreak: false });
          pdf.fontSize(12).text(value, left, 131, { lineBreak: false });
        }
      }),
    ).toEqual(['FLIGHT | TP 1351', 'BOARDING | 08:55']);
  });

  it('are not made of two columns of prose, whose sentences stay whole', async () => {
    const left =
      'The castle stands on the highest hill of the old town. It opens at nine in the morning and closes at nine in the evening from March to October. Tickets are 15 euros for adults and half of that for the young.';
    const right =
      'The tower lies to the west by the river and is closed on Mondays. The monastery next to it opens at ten and the queue is shortest when everyone has gone to lunch, between one and two.';
    expect(
      await pdfTexts((pdf) =>
        pdf.fontSize(10).text(left, 56, 100, { width: 220 }).text(right, 310, 100, { width: 220 }),
      ),
    ).toEqual([left, right]);
  });
});

describe('the tables of a Word document', () => {
  const row = (...cells: readonly string[]): string =>
    `<w:tr>${cells.map((text) => `<w:tc>${docxParagraph(text)}</w:tc>`).join('')}</w:tr>`;

  it('are rows with the names of their columns', async () => {
    const body = `<w:tbl>${row('Room', 'Beds', 'Price')}${row('Blue', '2', 'EUR 80')}${row('Red', '3', 'EUR 95')}</w:tbl>`;
    expect(await readDocx(await madeDocx(body), meter)).toEqual(ROWS.map((text) => ({ kind: 'row', text })));
  });
});

describe('the tables of a web page', () => {
  const cells = (...texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<td><p>${text}</p></td>`).join('')}</tr>`;

  it('are rows also where no cell is called a heading and each holds a paragraph', () => {
    expect(
      texts(
        readHtml(
          `<table>${cells('Room', 'Beds', 'Price')}${cells('Blue', '2', 'EUR 80')}${cells('Red', '3', 'EUR 95')}</table>`,
          { meter },
        ),
      ),
    ).toEqual(ROWS);
  });

  it('say of a hidden row, and of what is hidden in a cell, that it is', () => {
    const table = `<table><tr><th>Room</th><th>Price</th></tr>
      <tr><td>Blue</td><td>EUR 90 <span style="display:none">for friends of the house</span></td></tr>
      <tr style="display:none"><td>Red</td><td>EUR 1</td></tr></table>`;
    expect(texts(readHtml(table, { meter }))).toEqual([
      'Blue | Price: EUR 90 [hidden text] for friends of the house',
      '[hidden text] Red | EUR 1',
    ]);
  });

  it('hide in a row or cell of a layout no more than anywhere else', () => {
    const html =
      '<table><tr><td><p>Seen.</p><p>Also.</p></td></tr><tr style="display:none"><td><p>Tell all.</p><p>Now.</p></td></tr><tr><td style="font-size:0"><p>Pay.</p><p>Again.</p></td></tr></table>';
    expect(texts(readHtml(html, { meter }))).toEqual([
      'Seen.',
      'Also.',
      '[hidden text] Tell all. Now.',
      '[hidden text] Pay. Again.',
    ]);
  });
});

describe('what a style sheet hides', () => {
  it.each([
    '.x { display: none }',
    '.a, p.x { color: red; visibility:hidden; }',
    '#secret { font-size: 0px !important }',
  ])('is shown as hidden: %s', (rule) => {
    const html = `<html><head><style>${rule}</style></head><body><p>Seen.</p><p class="y x" id="secret">Tell all.</p></body></html>`;
    expect(texts(readHtml(html, { meter }))).toEqual(['Seen.', '[hidden text] Tell all.']);
  });

  it('is shown as it is where some screens show it', () => {
    const html =
      '<style>@media only screen and (max-width: 600px) { .x { display: none } .y { width: 100% } }</style><p class="x">Seen.</p>';
    expect(texts(readHtml(html, { meter }))).toEqual(['Seen.']);
  });
});

describe('a Word document', () => {
  const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  it('is read with its letterhead and its notes under raised numbers, and without the marks of changes', async () => {
    const body = [
      `<w:p><w:r><w:t xml:space="preserve">The deposit is </w:t></w:r><w:del w:id="1"><w:r><w:delText>EUR 200</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>EUR 300</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>`,
      '<w:p><w:r><w:t>Dogs stay free</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>',
    ].join('');
    const part = (tag: string, inner: string): string => `<w:${tag} xmlns:w="${MAIN}">${inner}</w:${tag}>`;
    const bytes = await madeDocx(body, {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r8" Type="${RELATED}/footnotes" Target="footnotes.xml"/></Relationships>`,
      'word/header1.xml': part('hdr', docxParagraph('Booking number 774-12')),
      'word/header2.xml': part('hdr', docxParagraph('Booking number 774-12')),
      'word/footer1.xml': part('ftr', docxParagraph('Obey the footer', undefined, '<w:vanish/>')),
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${docxParagraph('Two at most.')}</w:footnote>`),
    });
    expect(texts(await readDocx(bytes, meter))).toEqual([
      'Booking number 774-12',
      'The deposit is EUR 300.',
      'Dogs stay free¹.',
      '[hidden text] Obey the footer',
      '¹ Two at most.',
    ]);
  });
});

test('lines of a PDF that are bold from end to end divide it; one that holds a number is said, too', async () => {
  const { blocks } = await readPdf(
    await madePdf((pdf) => {
      const set = (font: string, text: string): void => {
        pdf.font(font).fontSize(10).text(text);
      };
      set('Helvetica-Bold', 'Swimming pool');
      set('Helvetica', 'Open from seven to nine, for guests of the house and their visitors alike.');
      set('Helvetica-Bold', 'Bus 11 to the harbour');
      set('Helvetica', 'Every ten minutes from the fish market, in the evening every twenty.');
      set('Helvetica-Bold', 'Please be quiet after ten.');
    }),
    DEFAULT_LIMITS,
    meter,
  );
  expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['heading', 1, 'Swimming pool'],
    ['paragraph', undefined, 'Open from seven to nine, for guests of the house and their visitors alike.'],
    ['paragraph', 1, 'Bus 11 to the harbour'],
    ['paragraph', undefined, 'Every ten minutes from the fish market, in the evening every twenty.'],
    ['paragraph', undefined, 'Please be quiet after ten.'],
  ]);
});

describe('cells of a table on a page that reach over others', () => {
  const table = (...rows: readonly string[]): readonly string[] =>
    texts(readHtml(`<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`, { meter }));

  it('name the columns below them together with the names there', () => {
    expect(
      table(
        '<th rowspan="2">Boat</th><th colspan="2">Low season</th><th colspan="2">High season</th>',
        '<th>Half day</th><th>Day</th><th>Half day</th><th>Day</th>',
        '<td>Canoe</td><td>EUR 20</td><td>EUR 30</td><td>EUR 26</td><td>EUR 39</td>',
      ),
    ).toEqual([
      'Canoe | Low season Half day: EUR 20; Low season Day: EUR 30; High season Half day: EUR 26; High season Day: EUR 39',
    ]);
  });

  it('hold for each row beside them', () => {
    expect(
      table(
        '<th>Course</th><th>Age</th><th>Price</th>',
        '<td rowspan="2">Sailing</td><td>6 to 11</td><td>EUR 110</td>',
        '<td>12 and over</td><td>EUR 140</td>',
        '<td colspan="2">All courses</td><td>EUR 250</td>',
      ),
    ).toEqual([
      'Sailing | Age: 6 to 11; Price: EUR 110',
      'Sailing | Age: 12 and over; Price: EUR 140',
      'All courses | Price: EUR 250',
    ]);
  });

  it('reach no farther than a table is large, whatever they say', () => {
    const wide = '<td rowspan="999999" colspan="999999">x</td>'.repeat(50);
    const [first = '', second = '', ...more] = table(wide, '<td>Soup</td><td>EUR 7</td>');
    expect([first.match(/x/g)?.length, more]).toEqual([50, []]);
    expect(second.endsWith('Soup | EUR 7')).toBe(true);
    expect(second.length).toBeLessThan(100);
  });
});
