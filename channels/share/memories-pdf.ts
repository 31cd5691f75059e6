import { createRequire } from 'node:module';
import type PDFDocumentType from 'pdfkit';
import { medalOf, numbersOf } from '../../cards/memories.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { MemoryPhoto } from '../../trips/memories/memory-photo.ts';
import type { ShownMemories } from '../../trips/memories/shown-memories.ts';

const INK = '#1d2a2b';
const SUBTLE = '#586466';
const ACCENT = '#0d6165';
const WARM = '#a8550f';
const MARGIN = 54;
const GAP = 14;
/** Points the picture of a photo is high, and its caption. */
const PHOTO = 170;
const CAPTION = 34;
/** Photos that are printed: a page of six each, and no longer book than people staple. */
const MAX_PRINTED = 48;

const fontPath = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

type Page = InstanceType<typeof PDFDocumentType>;

const open = async (title: string, lang: string): Promise<Page> => {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true, lang },
    info: { Title: title, Creator: 'Pathfinder' },
  });
  pdf.registerFont('text', fontPath('DejaVuSans'));
  pdf.registerFont('strong', fontPath('DejaVuSans-Bold'));
  pdf.registerFont('heading', fontPath('DejaVuSerif-Bold'));
  return pdf;
};

const wide = (pdf: Page): number => pdf.page.width - 2 * MARGIN;

/** Begins a page unless so many points are left on this one. */
const room = (pdf: Page, height: number): void => {
  if (pdf.y + height > pdf.page.height - MARGIN - 20) pdf.addPage();
};

const heading = (pdf: Page, words: string): void => {
  room(pdf, 90);
  pdf
    .moveDown(0.9)
    .fillColor(INK)
    .font('heading')
    .fontSize(15)
    .text(words, MARGIN, pdf.y, { width: wide(pdf) });
  pdf.moveDown(0.4);
};

const line = (pdf: Page, strong: string, text: string): void => {
  const width = wide(pdf);
  room(pdf, pdf.font('text').fontSize(10).heightOfString(`${strong} ${text}`, { width }));
  pdf.font('strong').fontSize(10).fillColor(INK).text(`${strong}  `, MARGIN, pdf.y, { width, continued: true });
  pdf.font('text').fillColor(SUBTLE).text(text, { width }).moveDown(0.35);
};

const medals = (pdf: Page, shown: ShownMemories, words: Words): void => {
  const width = (wide(pdf) - GAP) / 2;
  for (let from = 0; from < shown.superlatives.length; from += 2) {
    const pair = shown.superlatives.slice(from, from + 2).map((one) => medalOf(one, shown.families, words));
    const heights = pair.map(({ who, proof }) => {
      const named = pdf.font('heading').fontSize(12).heightOfString(who, { width });
      return 14 + named + pdf.font('text').fontSize(9.5).heightOfString(proof, { width }) + 12;
    });
    room(pdf, Math.max(...heights));
    const top = pdf.y;
    for (const [index, { name, who, proof }] of pair.entries()) {
      const left = MARGIN + index * (width + GAP);
      pdf
        .fillColor(WARM)
        .font('strong')
        .fontSize(8)
        .text(name.toUpperCase(), left, top, { width, characterSpacing: 0.4 });
      pdf
        .fillColor(INK)
        .font('heading')
        .fontSize(12)
        .text(who, left, pdf.y + 1, { width });
      pdf
        .fillColor(SUBTLE)
        .font('text')
        .fontSize(9.5)
        .text(proof, left, pdf.y + 1, { width });
    }
    pdf.y = top + Math.max(...heights);
  }
};

type Picture = (photo: MemoryPhoto) => Promise<Uint8Array | undefined>;

const album = async (pdf: Page, shown: ShownMemories, words: Words, picture: Picture): Promise<void> => {
  const width = (wide(pdf) - GAP) / 2;
  const printed = shown.photos.slice(0, MAX_PRINTED);
  for (let from = 0; from < printed.length; from += 2) {
    room(pdf, PHOTO + CAPTION);
    const top = pdf.y;
    for (const [index, photo] of printed.slice(from, from + 2).entries()) {
      const bytes = await picture(photo);
      const left = MARGIN + index * (width + GAP);
      const box = { fit: [width, PHOTO] as [number, number], align: 'center' as const, valign: 'bottom' as const };
      if (bytes) pdf.image(Buffer.from(bytes), left, top, box);
      const family = words.say.family(shown.families.get(photo.familyId) ?? '');
      const said = photo.caption === undefined ? family : `${photo.caption} (${family})`;
      pdf
        .font('text')
        .fontSize(9)
        .fillColor(SUBTLE)
        .text(said, left, top + PHOTO + 4, { width, height: CAPTION - 8, ellipsis: true, align: 'center' });
    }
    pdf.y = top + PHOTO + CAPTION;
  }
};

/** A memory lane to print. `picture` gives the bytes of a photo, JPEG; of many the first ones are printed. */
export const memoriesPdf = async (shown: ShownMemories, words: Words, picture: Picture): Promise<Uint8Array> => {
  const { trip, outcomes, superlatives, photos, itinerary } = shown;
  const { memories, say, plan } = words;
  const pdf = await open(memories.title(trip.name), words.language);
  const parts: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => parts.push(piece));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
  const width = wide(pdf);
  const top = `${memories.lane} · ${trip.destination}`.toUpperCase();
  pdf.fillColor(ACCENT).font('strong').fontSize(9).text(top, MARGIN, MARGIN, { width, characterSpacing: 0.8 });
  pdf.moveDown(0.3).fillColor(INK).font('heading').fontSize(26).text(trip.name, { width });
  if (trip.startDate !== undefined && trip.endDate !== undefined)
    pdf
      .moveDown(0.2)
      .fillColor(SUBTLE)
      .font('text')
      .fontSize(12)
      .text(say.range(trip.startDate, trip.endDate), { width });
  pdf.moveDown(0.5).fillColor(INK).font('text').fontSize(11).text(numbersOf(shown, words).join('  ·  '), { width });
  if (photos.length > 0) {
    heading(pdf, memories.photos);
    await album(pdf, shown, words, picture);
  }
  if (superlatives.length > 0) {
    heading(pdf, memories.superlatives);
    medals(pdf, shown, words);
  }
  if (outcomes.length > 0) {
    heading(pdf, memories.outcomes);
    for (const { question, choice, votes, of } of outcomes)
      line(pdf, choice, `${question}  ${memories.votes(votes, of)}`);
  }
  if (itinerary) {
    heading(pdf, memories.plan);
    for (const { date, items } of itinerary.days) {
      const seen = items.filter(({ kind }) => kind === 'sight' || kind === 'meal');
      line(pdf, say.day(date), seen.map(({ start, title }) => `${start} ${plan.item(title)}`).join(' · ') || '–');
    }
  }
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(SUBTLE)
      .text(`${trip.name} · ${index + 1}/${count}`, MARGIN, pdf.page.height - 36, {
        width,
        align: 'center',
        lineBreak: false,
      });
    pdf.page.margins.bottom = MARGIN;
  }
  pdf.end();
  return done;
};
