import { createRequire } from 'node:module';
import type PDFDocumentType from 'pdfkit';
import type { Words } from '../../cards/words/catalogue.ts';
import type { PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { type PlanLine, type ShownDay, type ShownPlan, shownDays } from './shown-plan.ts';

const INK = '#1d2a2b';
const SUBTLE = '#586466';
const ACCENT = '#0d6165';
const WARM = '#a8550f';
const EDGE = '#d9d3c6';
const MARGIN = 54;
/** Where the words of an entry begin, right of its times. */
const INDENT = 92;
const QR_SIDE = 92;

/** DejaVu, because it has the letters of every language that is written from left to right in Europe. */
const fontPath = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

type Page = InstanceType<typeof PDFDocumentType>;

/** Without the small pictures that no font here has, which would be printed as empty boxes. */
const printable = (text: string): string =>
  text
    .replace(/\p{Emoji_Presentation}|\p{Emoji_Modifier}|\u200D|\uFE0F/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();

const open = async (title: string, lang: string): Promise<Page> => {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang,
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

/** The link as a square that a phone's camera reads and a click opens. */
const drawLink = async (pdf: Page, link: string, caption: string): Promise<void> => {
  const left = pdf.page.width - MARGIN - QR_SIDE;
  await drawQr(pdf, link, left, MARGIN);
  pdf.link(left, MARGIN, QR_SIDE, QR_SIDE, link);
  pdf
    .font('text')
    .fontSize(7)
    .fillColor(SUBTLE)
    .text(caption, left, MARGIN + QR_SIDE + 4, { width: QR_SIDE, align: 'center' });
};

const cover = async (pdf: Page, shown: ShownPlan, link: string | undefined): Promise<void> => {
  const { itinerary, trip, seats, words, only } = shown;
  const { days, total, checks, gaps } = itinerary;
  const { planSheet, plan, say } = words;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const width = pdf.page.width - 2 * MARGIN - (link === undefined ? 0 : QR_SIDE + 24);
  if (link !== undefined) await drawLink(pdf, link, planSheet.newest);
  pdf
    .fillColor(ACCENT)
    .font('strong')
    .fontSize(9)
    .text(printable(trip.destination).toUpperCase(), MARGIN, MARGIN, { width, characterSpacing: 0.8 });
  pdf.moveDown(0.3).fillColor(INK).font('heading').fontSize(26).text(printable(trip.name), { width });
  const own = seats.find(({ familyId }) => familyId === only);
  if (own !== undefined) {
    const whose = printable(planSheet.ownPlan(say.family(own.familyName)));
    pdf.moveDown(0.2).fillColor(INK).font('strong').fontSize(12).text(whose, { width });
  }
  if (first !== undefined && last !== undefined) {
    pdf.moveDown(0.2).fillColor(SUBTLE).font('text').fontSize(12).text(say.range(first, last), { width });
  }
  if (total) {
    const limit = trip.budget?.currency === total.currency ? trip.budget : undefined;
    const sum = limit ? plan.of(say.money(total), say.money(limit)) : say.money(total);
    pdf.moveDown(0.2).text(planSheet.forEveryone(sum), { width });
  }
  pdf.y = Math.max(pdf.y, link === undefined ? 0 : MARGIN + QR_SIDE + 14) + 18;
  list(
    pdf,
    planSheet.open,
    gaps.map((gap) => ({ mark: '•', text: plan.gap(gap) })),
  );
  list(
    pdf,
    planSheet.checked,
    checks.map((check) => ({ mark: check.ok ? '✓' : '!', text: checked(check, words) })),
  );
};

/** A check with its proof, where the sentence is not that already. */
const checked = (check: PlanCheck, { plan }: Words): string => {
  const proof = plan.proof(check);
  return proof === undefined ? plan.check(check) : `${plan.check(check)} (${proof})`;
};

const list = (pdf: Page, title: string, lines: readonly { readonly mark: string; readonly text: string }[]): void => {
  if (lines.length === 0) return;
  const width = pdf.page.width - 2 * MARGIN - 18;
  room(pdf, 60);
  pdf.moveDown(0.4).fillColor(INK).font('heading').fontSize(14).text(title, MARGIN).moveDown(0.3);
  for (const { mark, text } of lines) {
    const words = printable(text);
    room(pdf, pdf.font('text').fontSize(10).heightOfString(words, { width }));
    const top = pdf.y;
    pdf.font('strong').fontSize(10).fillColor(ACCENT).text(mark, MARGIN, top, { lineBreak: false });
    pdf
      .font('text')
      .fillColor(INK)
      .text(words, MARGIN + 18, top, { width })
      .moveDown(0.25);
  }
};

/** Begins a page, unless so many points are left on this one; true when it did. */
const room = (pdf: Page, height: number): boolean => {
  if (pdf.y + height <= pdf.page.height - MARGIN - 24) return false;
  pdf.addPage();
  return true;
};

/** A piece of an entry that begins a line of its own. */
interface Piece {
  readonly text: string;
  readonly font: 'text' | 'strong';
  readonly size: number;
  readonly colour: string;
}

const piecesOf = ({ item, title, who, place, note, source, rain }: PlanLine): readonly Piece[] => {
  const more = [place, note, source].filter((part) => part !== undefined).join(' · ');
  const pieces: readonly (Piece | undefined)[] = [
    item.kind === 'free'
      ? { text: title, font: 'text', size: 11, colour: SUBTLE }
      : { text: title, font: 'strong', size: 11, colour: INK },
    who === undefined ? undefined : { text: who, font: 'strong', size: 9, colour: WARM },
    more === '' ? undefined : { text: more, font: 'text', size: 9, colour: SUBTLE },
    rain === undefined ? undefined : { text: rain, font: 'text', size: 9, colour: ACCENT },
  ];
  return pieces.flatMap((piece) => piece ?? []).map((piece) => ({ ...piece, text: printable(piece.text) }));
};

const entry = (pdf: Page, line: PlanLine, heading: () => void): void => {
  const { item, cost } = line;
  const left = MARGIN + INDENT;
  const width = pdf.page.width - MARGIN - left;
  const pieces = piecesOf(line);
  // The cost may need a line of its own behind a long title.
  const heights = pieces.map(({ text, font, size }, index) =>
    pdf
      .font(font)
      .fontSize(size)
      .heightOfString(index === 0 && cost !== undefined ? `${text}   ${cost}` : text, { width }),
  );
  if (
    room(
      pdf,
      heights.reduce((sum, height) => sum + height, 0),
    )
  )
    heading();
  const top = pdf.y;
  pdf.font('text').fontSize(10).fillColor(SUBTLE).text(`${item.start}–${item.end}`, MARGIN, top, { lineBreak: false });
  pdf.y = top;
  for (const [index, { text, font, size, colour }] of pieces.entries()) {
    const costs = index === 0 && cost !== undefined;
    pdf.font(font).fontSize(size).fillColor(colour).text(text, left, pdf.y, { width, continued: costs });
    if (costs) pdf.font('text').fontSize(10).fillColor(SUBTLE).text(`   ${cost}`);
  }
  pdf.moveDown(0.7);
};

const dayHeading = (pdf: Page, title: string, when: string): void => {
  pdf.fillColor(INK).font('heading').fontSize(20).text(title, MARGIN, MARGIN);
  pdf.moveDown(0.1).fillColor(SUBTLE).font('text').fontSize(11).text(printable(when)).moveDown(0.6);
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(pdf.page.width - MARGIN, pdf.y)
    .lineWidth(0.7)
    .stroke(EDGE);
  pdf.moveDown(0.8);
};

const dayPage = (pdf: Page, { number, when, lines }: ShownDay, { planSheet }: Words): void => {
  pdf.addPage();
  dayHeading(pdf, planSheet.day(number), when);
  if (lines.length === 0) pdf.font('text').fontSize(11).fillColor(INK).text(planSheet.freeDay, MARGIN);
  for (const line of lines) entry(pdf, line, () => dayHeading(pdf, planSheet.continued(number), when));
};

/** Page numbers, once it is known how many there are. */
const footers = (pdf: Page, { trip, itinerary, words }: ShownPlan): void => {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    const width = pdf.page.width - 2 * MARGIN;
    const name = (long: string): string => words.planSheet.page(long, itinerary.version, page + 1, count);
    pdf.font('text').fontSize(8).fillColor(SUBTLE);
    // A long name gives way to the number of the page.
    let short = printable(trip.name);
    while (short.length > 1 && pdf.widthOfString(name(short)) > width) short = `${short.slice(0, -2).trimEnd()}…`;
    pdf.text(name(short), MARGIN, pdf.page.height - 36, { width, align: 'center', lineBreak: false });
    pdf.page.margins.bottom = MARGIN;
  }
};

/** A plan to print: a first page with what was checked, and a page a day. `link` goes onto it as a QR code. */
export const itineraryPdf = async (shown: ShownPlan, link?: string): Promise<Uint8Array> => {
  const pdf = await open(printable(shown.trip.name), shown.words.language);
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
  await cover(pdf, shown, link);
  for (const day of shownDays(shown)) dayPage(pdf, day, shown.words);
  footers(pdf, shown);
  pdf.end();
  return done;
};
