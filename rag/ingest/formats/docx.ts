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
    { buffer: Buffer.from(await withHiddenMarked(bytes)) },
    // A picture's bytes would only be thrown away again; what describes it stays.
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return readHtml(value, { meter });
};

/** The same document, with a line of its own for each hidden run that says so: mammoth does not tell them apart. */
const withHiddenMarked = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  const xml = await zip.file(MAIN_PART)?.async('string');
  if (xml === undefined) return bytes;
  const isWhiteSeen = GROUND.test(xml);
  const marked = xml.replace(RUN, (whole, start: string, properties: string) =>
    UNSEEN.test(properties) || (!isWhiteSeen && WHITE.test(properties))
      ? `${start}${properties}</w:rPr><w:br/><w:t xml:space="preserve">${HIDDEN_MARK} </w:t>`
      : whole,
  );
  if (marked === xml) return bytes;
  zip.file(MAIN_PART, marked);
  return zip.generateAsync({ type: 'uint8array' });
};
