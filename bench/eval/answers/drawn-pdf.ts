import { madePdf } from '../../../rag/fixtures/made-pdf.ts';

/** Draws a PDF as businesses send them: `# ` and `## ` are headings, `---` ends a page, `| a | b |` is a row of a table. */
export const drawnPdf = (source: string): Promise<Uint8Array> =>
  madePdf((pdf) => {
    const { left, right } = pdf.page.margins;
    const plain = (): PDFKit.PDFDocument => pdf.font('Helvetica').fontSize(10.5);
    for (const line of source.split('\n')) {
      const heading = /^(#{1,2}) (.+)$/.exec(line);
      const cells = /^\| (.+) \|$/.exec(line)?.[1]?.split(' | ');
      if (line === '---') pdf.addPage();
      else if (heading)
        pdf
          .font('Helvetica-Bold')
          .fontSize(heading[1] === '#' ? 19 : 14)
          .text(heading[2] ?? '');
      else if (cells) {
        plain();
        const { y } = pdf;
        const wide = (pdf.page.width - left - right) / cells.length;
        for (const [column, cell] of cells.entries()) pdf.text(cell, left + column * wide, y, { lineBreak: false });
        pdf.x = left;
        pdf.y = y + 16;
      } else if (line !== '') plain().text(line).moveDown(0.4);
    }
  });
