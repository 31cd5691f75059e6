import { madePdf } from '../../fixtures/made-pdf.ts';
import { DEFAULT_LIMITS } from '../block.ts';
import { readPdf } from './pdf.ts';

const read = async (draw: (page: PDFKit.PDFDocument) => void): Promise<readonly string[]> => {
  const { blocks } = await readPdf(await madePdf(draw, { margin: 0 }), DEFAULT_LIMITS, () => undefined);
  return blocks.map(({ page, kind, text }) => `${page} ${kind}: ${text}`);
};
const line = (page: PDFKit.PDFDocument, text: string, x: number, y: number, size = 10): void => {
  page.fontSize(size).text(text, x, y, { lineBreak: false });
};
const rows = (page: PDFKit.PDFDocument, y: number, ...all: readonly (readonly string[])[]): void => {
  for (const [row, cells] of all.entries())
    for (const [column, cell] of cells.entries()) line(page, cell, 60 + column * 150, y + row * 18);
};

describe('a PDF of several pages', () => {
  it('has the names of the columns on the rows with which a table goes on over the page', async () => {
    const said = await read((page) => {
      line(page, 'Fjord Ferries, timetable', 60, 30, 8);
      rows(page, 100, ['From', 'Departs', 'Arrives'], ['Hella', '08:10', '09:00'], ['Vik', '10:20', '11:05']);
      line(page, 'Page 1 of 2', 500, 800, 8);
      page.addPage();
      line(page, 'Fjord Ferries, timetable', 60, 30, 8);
      rows(page, 60, ['Dragsvik', '12:30', '12:55'], ['Vangsnes', '14:40', '15:20']);
      line(page, 'On Sundays no ferry leaves from Vik.', 60, 200);
      rows(page, 300, ['Adult', 'NOK 60', 'one way']);
      line(page, 'Page 2 of 2', 500, 800, 8);
    });
    expect(said).toEqual([
      '1 paragraph: Fjord Ferries, timetable',
      '1 row: Hella | Departs: 08:10; Arrives: 09:00',
      '1 row: Vik | Departs: 10:20; Arrives: 11:05',
      '2 row: Dragsvik | Departs: 12:30; Arrives: 12:55',
      '2 row: Vangsnes | Departs: 14:40; Arrives: 15:20',
      '2 paragraph: On Sundays no ferry leaves from Vik.',
      '2 row: Adult | NOK 60 | one way',
    ]);
  });

  it('tells what stands on each page once, and a sentence that goes on over the page where it begins', async () => {
    const texts = [
      ['The gate is closed at night, and the code of the side door works until'],
      ['midnight only. After that ring the bell, which is heard by the warden and', 'by nobody else'],
      ['in the house.', 'Bins are emptied on Tuesday.'],
    ];
    const said = await read((page) => {
      for (const [index, lines] of texts.entries()) {
        if (index > 0) page.addPage();
        line(page, 'Villa Rosa, house manual', 60, 30, 8);
        for (const [row, text] of lines.entries()) line(page, text, 60, 100 + row * 14, 11);
        line(page, `Call +39 0583 555 0101 | page ${index + 1}/3`, 60, 800, 8);
      }
    });
    expect(said).toEqual([
      '1 paragraph: Villa Rosa, house manual',
      '1 paragraph: The gate is closed at night, and the code of the side door works until midnight only.',
      '1 paragraph: Call +39 0583 555 0101 | page 1/3',
      '2 paragraph: After that ring the bell, which is heard by the warden and by nobody else in the house.',
      '3 paragraph: Bins are emptied on Tuesday.',
    ]);
  });

  it('keeps what only looks alike: a title with the number of its day, and a line of the text', async () => {
    const said = await read((page) => {
      for (const day of [1, 2]) {
        if (day > 1) page.addPage();
        line(page, `Day ${day}`, 60, 30);
        line(page, `We sleep in hut ${day === 1 ? 'Elga' : 'Svuku'}.`, 60, 60);
        line(page, 'Breakfast is at eight.', 60, 74);
      }
    });
    expect(said).toEqual([
      '1 paragraph: Day 1',
      '1 paragraph: We sleep in hut Elga. Breakfast is at eight.',
      '2 paragraph: Day 2',
      '2 paragraph: We sleep in hut Svuku. Breakfast is at eight.',
    ]);
  });
});

describe('a form', () => {
  const form = (page: PDFKit.PDFDocument): void => {
    page.initForm();
    line(page, 'Guest name', 60, 100);
    page.formText('a', 200, 96, 200, 18, { value: 'Beatriz Okafor' });
    line(page, 'Arrival', 60, 140);
    page.formText('b', 60, 152, 200, 18, { value: '11 June 2027' });
    line(page, 'Board', 60, 200);
    page.formCombo('c', 200, 196, 200, 18, { value: 'Half board', select: ['Half board', 'Full board'] });
    line(page, 'Remarks', 60, 240);
    page.formText('d', 200, 236, 200, 18, {});
    page.formCheckbox('e', 60, 278, 12, 12, {});
    line(page, 'Vegetarian meals', 80, 280);
    page.formText('f', 60, 500, 200, 18, { value: 'late arrival' });
  };

  it('is read with what was filled in, beside the words that it is of', async () => {
    expect(await read(form)).toEqual([
      '1 row: Guest name | Beatriz Okafor',
      '1 row: Arrival | 11 June 2027',
      '1 row: Board | Half board',
      '1 paragraph: Remarks',
      '1 paragraph: \u2610 Vegetarian meals',
      '1 paragraph: late arrival',
    ]);
  });

  it('counts what was filled in as any text', async () => {
    const bytes = await madePdf(form);
    let read = '';
    await readPdf(bytes, DEFAULT_LIMITS, (text) => {
      read += text;
    });
    expect(read).toContain('Beatriz Okafor');
  });
});

test.each([90, 180, 270])('a page that is turned by %d degrees is read as its reader holds it', async (turn) => {
  const said = await read((page) => {
    Object.assign((page.page.dictionary as unknown as { data: object }).data, { Rotate: turn });
    // The page is 595 by 842 points: where its first corner comes to lie when it is turned back.
    page.rotate(-turn, { origin: [0, 0] });
    if (turn === 90) page.translate(-842, 0);
    else if (turn === 180) page.translate(-595, -842);
    else page.translate(0, -595);
    line(page, 'Gate', 60, 100);
    line(page, 'B 14', 200, 100);
    line(page, 'Bags must be dropped 45 minutes before departure at the latest,', 60, 130);
    line(page, 'at the desks 12 to 18.', 60, 144);
  });
  expect(said).toEqual([
    '1 row: Gate | B 14',
    '1 paragraph: Bags must be dropped 45 minutes before departure at the latest, at the desks 12 to 18.',
  ]);
});

test('words along the margin of a page do not come between those of its text', async () => {
  const said = await read((page) => {
    line(page, 'The museum is closed on Mondays; last entry is at a quarter past five, and', 60, 100);
    page.save().rotate(-90, { origin: [30, 400] });
    line(page, 'Printed by Grafica Sol', 30, 400, 10);
    page.restore();
    line(page, 'the shop closes with it.', 60, 114);
  });
  expect(said).toEqual([
    '1 paragraph: The museum is closed on Mondays; last entry is at a quarter past five, and the shop closes with it.',
    '1 paragraph: Printed by Grafica Sol',
  ]);
});
