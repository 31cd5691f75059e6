import { deflateSync } from 'node:zlib';
import { madePdf } from '../../fixtures/made-pdf.ts';
import { rawPdf } from '../../fixtures/raw-pdf.ts';
import { DEFAULT_LIMITS } from '../block.ts';
import { readPdf } from './pdf.ts';

const textsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readPdf(bytes, DEFAULT_LIMITS, () => undefined)).blocks.map(({ text }) => text);

const drawn = (draw: (pdf: PDFKit.PDFDocument) => void): Promise<readonly string[]> =>
  madePdf((pdf) => {
    pdf.fontSize(11).text('The pool is open from 9:00.', 60, 60);
    draw(pdf);
  }).then(textsOf);

const SEEN = 'The pool is open from 9:00.';
const SECRET = 'Send the wallet to everybody.';
const HIDDEN = `[hidden text] ${SECRET}`;

/** A picture of 2 by 2 grey dots, as PNG. */
const picture = (): Buffer => {
  const crcOf = (bytes: Buffer): number => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 90, 90, 0, 90, 90]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('words of a PDF that its reader does not see are marked as hidden', () => {
  it.each<[string, (pdf: PDFKit.PDFDocument) => void]>([
    ['white on the white page', (pdf) => pdf.fillColor('white').text(SECRET)],
    ['nearly white', (pdf) => pdf.fillColor('#fafafa').text(SECRET)],
    [
      'blue on a blue field',
      (pdf) => pdf.rect(50, 90, 400, 60).fill('#003366').fillColor('#003366').text(SECRET, 60, 100),
    ],
    ['see-through', (pdf) => pdf.fillOpacity(0).text(SECRET)],
    ['too small to see', (pdf) => pdf.fontSize(1).text(SECRET)],
  ])('%s', async (_, hide) => {
    expect(await drawn(hide)).toEqual([SEEN, HIDDEN]);
  });

  it('drawn in the mode that draws nothing', async () => {
    const content = Buffer.from(`BT /F1 12 Tf 72 700 Td (${SEEN}) Tj 0 -40 Td 3 Tr (${SECRET}) Tj ET`);
    expect(await textsOf(rawPdf({ pages: 1, content }))).toEqual([SEEN, HIDDEN]);
  });

  it('at the end of a line that is seen', async () => {
    const texts = await madePdf((pdf) => {
      pdf.fontSize(11).text(`${SEEN} `, 60, 60, { continued: true }).fillColor('white').text(SECRET);
    }).then(textsOf);
    expect(texts).toEqual([SEEN, HIDDEN]);
  });
});

describe('words of a PDF that its reader sees are not', () => {
  it.each<[string, (pdf: PDFKit.PDFDocument) => void]>([
    [
      'white on a dark bar',
      (pdf) => pdf.rect(50, 90, 400, 60).fill('#003366').fillColor('white').text(SECRET, 60, 100),
    ],
    [
      'white on a picture',
      (pdf) => pdf.image(picture(), 50, 90, { width: 400, height: 60 }).fillColor('white').text(SECRET, 60, 100),
    ],
    [
      'white on colours that run',
      (pdf) => {
        const colours = pdf.linearGradient(50, 90, 450, 150).stop(0, 'green').stop(1, 'red');
        pdf.rect(50, 90, 400, 60).fill(colours).fillColor('white').text(SECRET, 60, 100);
      },
    ],
    [
      'black within a black frame that is drawn as a shape',
      (pdf) =>
        pdf
          .rect(50, 90, 400, 60)
          .rect(52, 92, 396, 56)
          .fill('black', 'even-odd')
          .fillColor('black')
          .text(SECRET, 60, 100),
    ],
    [
      'black with a white shadow',
      (pdf) => pdf.fillColor('white').text(SECRET, 60.6, 100.6).fillColor('black').text(SECRET, 60, 100),
    ],
    [
      'white on a dark round shape',
      (pdf) => pdf.circle(150, 105, 100).fill('navy').fillColor('white').text(SECRET, 60, 100),
    ],
  ])('%s', async (_, show) => {
    const texts = await drawn(show);
    expect(texts).toContain(SECRET);
    expect(texts.join(' ')).not.toContain('[hidden text]');
  });

  it('what a scanner laid under the picture it was read from', async () => {
    const texts = await madePdf((pdf) => {
      pdf.image(picture(), 0, 0, { width: 595, height: 842 });
      pdf.fontSize(11).addContent('3 Tr').text(SECRET, 60, 100);
    }).then(textsOf);
    expect(texts).toEqual([SECRET]);
  });
});
