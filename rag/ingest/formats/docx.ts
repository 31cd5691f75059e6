import JSZip from 'jszip';
import mammoth from 'mammoth';
import { type Block, HIDDEN_MARK } from '../block.ts';
import { readHtml } from './html.ts';

const MAIN_PART = 'word/document.xml';
/** The properties of a run; what a paragraph says of its own mark is no run's. */
const RUN = /(<w:r(?: [^<>]*)?>\s*<w:rPr>)([\s\S]*?)<\/w:rPr>/g;
/** Not shown, or a point high at most (ECMA-376 part 1, 17.3.2.41 and 17.3.2.38, in half points). */
const UNSEEN = /<w:vanish(?: w:val="(?:1|true|on)")?\s*\/>|<w:sz w:val="[0-2]"\s*\/>/;
const WHITE = /<w:color (?:[^<>]* )?w:val="(?:FFFFFF|F[A-F]F[A-F]F[A-F])"/i;
/** What white words may stand on: a shade, a marker, a drawing, a table whose style may colour it, a page of a colour. */
const GROUND =
  /<w:(?:shd [^<>]*w:fill="(?!auto|FFFFFF)|highlight |drawing|pict|tblStyle |background |object)|<mc:AlternateContent/i;

/** Reads a Word document: headings, lists and tables as its styles say; pictures by their description. */
export const readDocx = async (bytes: Uint8Array, meter: (text: string) => void): Promise<Block[]> => {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await withAllShown(bytes)) },
    // A picture's bytes would only be thrown away again; what describes it stays.
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return readHtml(value.replace(NOTE_MARK, ''), { meter });
};

/** What mammoth sets where a note is called, and after it to lead back: numbers that would pass for a citation's. */
const NOTE_MARK =
  /<sup><a href="#(?:foot|end)note-\d+"[^<>]*>\[\d+\]<\/a><\/sup>| ?<a href="#(?:foot|end)note-ref-\d+">\u2191<\/a>/g;

const LETTERHEAD = /^word\/header\d*\.xml$/;
const FOOT = /^word\/footer\d*\.xml$/;
const PARAGRAPH = /<w:p[ >][\s\S]*?<\/w:p>/g;
const RUN_OF_WORDS =
  /<w:r(?: [^<>]*)?>(?:\s*<w:rPr>([\s\S]*?)<\/w:rPr>)?((?:(?!<\/w:r>)[\s\S])*?<w:t[ >](?:(?!<\/w:r>)[\s\S])*?)<\/w:r>/g;

/** The words of the parts that stand on every page, each once, as paragraphs of the body: letterheads hold addresses and numbers. */
const everyPage = async (zip: JSZip, parts: RegExp): Promise<string> => {
  const paragraphs = new Set<string>();
  for (const part of zip.file(parts)) {
    for (const [paragraph] of (await part.async('string')).matchAll(PARAGRAPH)) {
      const runs = [...paragraph.matchAll(RUN_OF_WORDS)].map(
        ([, properties = '', run = '']) =>
          `<w:r><w:rPr>${properties.replace(/<(?!\/?w:)[^<>]*>/g, '')}</w:rPr>${run.match(/<w:t(?: [^<>]*)?>[^<]*<\/w:t>|<w:tab\/>/g)?.join('') ?? ''}</w:r>`,
      );
      if (runs.length > 0) paragraphs.add(`<w:p>${runs.join('')}</w:p>`);
    }
  }
  return [...paragraphs].join('');
};

/**
 * The same document, with what stands on every page in its body, and a line of its own for each hidden run that says
 * so: mammoth reads no headers and does not tell hidden words apart.
 */
const withAllShown = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  const body = await zip.file(MAIN_PART)?.async('string');
  if (body === undefined) return bytes;
  const head = await everyPage(zip, LETTERHEAD);
  const foot = await everyPage(zip, FOOT);
  const xml = body
    .replace(/<w:body>/, (start) => `${start}${head}`)
    .replace(/<w:sectPr[ >](?:(?!<w:sectPr)[\s\S])*<\/w:body>|<\/w:body>/, (end) => `${foot}${end}`);
  const isWhiteSeen = GROUND.test(xml);
  const marked = xml.replace(RUN, (whole, start: string, properties: string) =>
    UNSEEN.test(properties) || (!isWhiteSeen && WHITE.test(properties))
      ? `${start}${properties}</w:rPr><w:br/><w:t xml:space="preserve">${HIDDEN_MARK} </w:t>`
      : whole,
  );
  if (marked === body) return bytes;
  zip.file(MAIN_PART, marked);
  return zip.generateAsync({ type: 'uint8array' });
};
