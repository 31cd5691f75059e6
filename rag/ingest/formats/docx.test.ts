import { docxParagraph, madeDocx } from '../../fixtures/made-docx.ts';
import { legendOf, meaningsOf } from '../legend.ts';
import { readDocx } from './docx.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const read = async (body: string, more = {}): ReturnType<typeof readDocx> =>
  readDocx(await madeDocx(body, more), () => undefined);
const tabbed = (...cells: readonly string[]): string =>
  `<w:p><w:r>${cells.map((cell) => `<w:t>${cell}</w:t>`).join('<w:tab/>')}</w:r></w:p>`;

test('a note of a Word document stands under the raised number where it is called, and explains that line', async () => {
  const called = (kind: string): string => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
  const body = `<w:p><w:r><w:t>Dogs are welcome</w:t></w:r>${called('footnote')}<w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>Late arrival costs EUR 20</w:t></w:r>${called('endnote')}<w:r><w:t>.</w:t></w:r></w:p>`;
  const notes = (kind: string, text: string): string =>
    `<w:${kind}s xmlns:w="${MAIN}"><w:${kind} w:id="2">${docxParagraph(text)}</w:${kind}></w:${kind}s>`;
  const blocks = await read(body, {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATED}/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="${RELATED}/endnotes" Target="endnotes.xml"/></Relationships>`,
    'word/footnotes.xml': notes('footnote', 'Not in the sauna.'),
    'word/endnotes.xml': notes('endnote', 'Waived on Sundays.'),
  });
  expect(blocks.map(({ text }) => text)).toEqual([
    'Dogs are welcome¹.',
    'Late arrival costs EUR 20².',
    '¹ Not in the sauna.',
    '² Waived on Sundays.',
  ]);
  const legend = legendOf(blocks);
  expect(meaningsOf(legend, 0, blocks[0]?.text ?? '').map(({ text }) => text)).toEqual(['¹ Not in the sauna.']);
});

test('lines of a Word document that tabs set in columns are rows, under their names where they have some', async () => {
  const body = [
    tabbed('Lounger', 'EUR 4'),
    tabbed('Umbrella', '', 'EUR 5'),
    tabbed('Day', 'Opens', 'Closes'),
    tabbed('Monday', '9:00', '17:00'),
    tabbed('Sunday', '10:00', '16:00'),
    docxParagraph('Dogs are welcome.'),
    tabbed('Arrival:', '11 June'),
    tabbed('a)', 'Bring the key back.'),
  ].join('');
  expect((await read(body)).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'row: Lounger | EUR 4',
    'row: Umbrella | EUR 5',
    'row: Monday | Opens: 9:00; Closes: 17:00',
    'row: Sunday | Opens: 10:00; Closes: 16:00',
    'paragraph: Dogs are welcome.',
    'paragraph: Arrival: 11 June',
    'paragraph: a) Bring the key back.',
  ]);
});

test('words before and after the end of a page are apart', async () => {
  const body =
    '<w:p><w:r><w:t>The key is at the bar.</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>Bins go out on Monday.</w:t></w:r></w:p>';
  expect((await read(body)).map(({ text }) => text)).toEqual(['The key is at the bar.', 'Bins go out on Monday.']);
});
