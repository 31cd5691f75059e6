import JSZip from 'jszip';
import mammoth from 'mammoth';
import { type Block, HIDDEN_MARK } from '../block.ts';
import { readHtml } from './html.ts';

const MAIN_PART = 'word/document.xml';
/** A run that Word does not show (ECMA-376 part 1, 17.3.2.41). */
const HIDDEN_RUN =
  /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:vanish(?: w:val="(?:1|true|on)")?\s*\/>(?:(?!<\/w:rPr>)[\s\S])*?<\/w:rPr>/g;

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
  if (xml === undefined || !xml.includes('<w:vanish')) return bytes;
  zip.file(
    MAIN_PART,
    xml.replace(HIDDEN_RUN, (properties) => `${properties}<w:br/><w:t xml:space="preserve">${HIDDEN_MARK} </w:t>`),
  );
  return zip.generateAsync({ type: 'uint8array' });
};
