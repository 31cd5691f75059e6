import { createRequire } from 'node:module';
import type PDFDocumentType from 'pdfkit';
import { sayDay, sayRange } from '../../trips/dates.ts';
import type { Itinerary, ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { sayRain } from '../../trips/itineraries/say-rain.ts';
import { sayMoney } from '../../trips/money.ts';
import type { Trip } from '../../trips/trips/trip.ts';

const INK = '#1d2a2b';
const SUBTLE = '#586466';
const ACCENT = '#0d6165';
const EDGE = '#d9d3c6';
const MARGIN = 54;
/** Where the words of an entry begin, right of its times. */
const INDENT = 92;
const QR_SIDE = 92;

/** DejaVu, because it has the letters of every language that is written from left to right in Europe. */
const fontPath = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

type Page = InstanceType<typeof PDFDocumentType>;

const open = async (title: string): Promise<Page> => {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: 'en',
    info: { Title: title, Creator: 'Pathfinder' },
  });
  pdf.registerFont('text', fontPath('DejaVuSans'));
  pdf.registerFont('strong', fontPath('DejaVuSans-Bold'));
  pdf.registerFont('heading', fontPath('DejaVuSerif-Bold'));
  return pdf;
};

/** A square of modules that a phone's camera reads as the link. */
const drawQr = async (pdf: Page, link: string, left: number, top: number): Promise<void> => {
  const { default: qrcode } = await import('qrcode');
  const { modules } = qrcode.create(link, { errorCorrectionLevel: 'M' });
  const side = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      // A hair wider than they are, so that no gaps show between neighbours.
      if (modules.get(row, column)) pdf.rect(left + column * side, top + row * side, side + 0.05, side + 0.05);
    }
  }
  pdf.fill(INK);
};

const cover = async (pdf: Page, itinerary: Itinerary, trip: PdfTrip, link: string | undefined): Promise<void> => {
  const { days, total, checks, gaps } = itinerary;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const width = pdf.page.width - 2 * MARGIN - (link === undefined ? 0 : QR_SIDE + 24);
  if (link !== undefined) await drawQr(pdf, link, pdf.page.width - MARGIN - QR_SIDE, MARGIN);
  pdf.fillColor(ACCENT).font('strong').fontSize(9).text(trip.destination.toUpperCase(), MARGIN, MARGIN, {
    width,
    characterSpacing: 0.8,
  });
  pdf.moveDown(0.3).fillColor(INK).font('heading').fontSize(26).text(trip.name, { width });
  if (first !== undefined && last !== undefined) {
    pdf.moveDown(0.2).fillColor(SUBTLE).font('text').fontSize(12).text(sayRange(first, last), { width });
  }
  const limit = trip.budget && total && trip.budget.currency === total.currency ? ` of ${sayMoney(trip.budget)}` : '';
  if (total) pdf.moveDown(0.2).text(`${sayMoney(total)}${limit} for everyone`, { width });
  pdf.y = Math.max(pdf.y, MARGIN + QR_SIDE) + 18;
  list(
    pdf,
    'Still open',
    gaps.map((text) => ({ mark: '•', text })),
  );
  list(
    pdf,
    'Checked after planning',
    checks.map(({ ok, detail }) => ({ mark: ok ? '✓' : '!', text: detail })),
  );
};

const list = (pdf: Page, title: string, lines: readonly { readonly mark: string; readonly text: string }[]): void => {
  if (lines.length === 0) return;
  pdf.moveDown(0.4).fillColor(INK).font('heading').fontSize(14).text(title, MARGIN).moveDown(0.3);
  for (const { mark, text } of lines) {
    const top = pdf.y;
    pdf.font('strong').fontSize(10).fillColor(ACCENT).text(mark, MARGIN, top, { lineBreak: false });
    pdf
      .font('text')
      .fillColor(INK)
      .text(text, MARGIN + 18, top, { width: pdf.page.width - 2 * MARGIN - 18 })
      .moveDown(0.25);
  }
};

const entry = (pdf: Page, item: ItineraryItem): void => {
  const left = MARGIN + INDENT;
  const width = pdf.page.width - MARGIN - left;
  const more = [
    item.place !== undefined && !item.title.includes(item.place) ? item.place : undefined,
    item.note,
    item.source && `from ${item.source.name}${item.source.page === undefined ? '' : `, page ${item.source.page}`}`,
  ].filter((part) => part !== undefined);
  const rain = sayRain(item);
  const cost = item.cost && (item.cost.amount === 0 ? 'free' : sayMoney(item.cost));
  pdf.font('strong').fontSize(11);
  const height =
    pdf.heightOfString(item.title, { width }) +
    [more.join(' · '), rain ?? '']
      .filter((line) => line !== '')
      .reduce((sum, line) => sum + pdf.font('text').fontSize(9).heightOfString(line, { width }), 0);
  if (pdf.y + height > pdf.page.height - MARGIN - 24) pdf.addPage();
  const top = pdf.y;
  pdf.font('text').fontSize(10).fillColor(SUBTLE).text(`${item.start}–${item.end}`, MARGIN, top, { lineBreak: false });
  pdf
    .font('strong')
    .fontSize(11)
    .fillColor(INK)
    .text(item.title, left, top, { width, continued: cost !== undefined });
  if (cost !== undefined) pdf.font('text').fontSize(10).fillColor(SUBTLE).text(`   ${cost}`);
  if (more.length > 0) pdf.font('text').fontSize(9).fillColor(SUBTLE).text(more.join(' · '), left, pdf.y, { width });
  if (rain !== undefined) pdf.font('text').fontSize(9).fillColor(ACCENT).text(rain, left, pdf.y, { width });
  pdf.moveDown(0.7);
};

const dayPage = (pdf: Page, { date, items }: Itinerary['days'][number], index: number): void => {
  pdf.addPage();
  pdf
    .fillColor(INK)
    .font('heading')
    .fontSize(20)
    .text(`Day ${index + 1}`, MARGIN, MARGIN);
  pdf.moveDown(0.1).fillColor(SUBTLE).font('text').fontSize(11).text(sayDay(date)).moveDown(0.6);
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(pdf.page.width - MARGIN, pdf.y)
    .lineWidth(0.7)
    .stroke(EDGE);
  pdf.moveDown(0.8);
  if (items.length === 0) pdf.font('text').fontSize(11).fillColor(INK).text('A free day.', MARGIN);
  for (const item of items) entry(pdf, item);
};

/** Page numbers, once it is known how many there are. */
const footers = (pdf: Page, trip: PdfTrip, version: number): void => {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(SUBTLE)
      .text(`${trip.name} · version ${version} · page ${page + 1} of ${count}`, MARGIN, pdf.page.height - 36, {
        width: pdf.page.width - 2 * MARGIN,
        align: 'center',
        lineBreak: false,
      });
    pdf.page.margins.bottom = MARGIN;
  }
};

export type PdfTrip = Pick<Trip, 'name' | 'destination' | 'budget'>;

/** A plan to print: a first page with what was checked, and a page a day. `link` goes onto it as a QR code. */
export const itineraryPdf = async (itinerary: Itinerary, trip: PdfTrip, link?: string): Promise<Uint8Array> => {
  const pdf = await open(trip.name);
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
  await cover(pdf, itinerary, trip, link);
  for (const [index, day] of itinerary.days.entries()) dayPage(pdf, day, index);
  footers(pdf, trip, itinerary.version);
  pdf.end();
  return done;
};
