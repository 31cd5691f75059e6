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
  return readHtml(withTabbedRows(withNotes(value)), { meter });
};

/** Where mammoth says that a note is called, where the note begins, and what it sets after it to lead back. */
const NOTE_CALL = /<sup><a href="#((?:foot|end)note-\d+)"[^<>]*>\[(\d+)\]<\/a><\/sup>/g;
const NOTE = /<li id="((?:foot|end)note-\d+)"><p>/g;
const NOTE_BACK = / ?<a href="#(?:foot|end)note-ref-\d+">\u2191<\/a>/g;

/** Notes under the number that stands raised where each is called; a number in brackets would pass for a citation's. */
const withNotes = (html: string): string => {
  const numbers = new Map<string, string>();
  return html
    .replace(NOTE_CALL, (_, note: string, number: string) => {
      numbers.set(note, number);
      return `<sup>${number}</sup>`;
    })
    .replace(NOTE, (_, note: string) => `<p><sup>${numbers.get(note) ?? ''}</sup> `)
    .replace(NOTE_BACK, '');
};

const TABBED = /(?:<p>(?:(?!<\/p>)[^\t])*\t(?:(?!<\/p>)[\s\S])*<\/p>)+/g;
const ONE_TABBED = /<p>((?:(?!<\/p>)[\s\S])*)<\/p>/g;
const LONGEST_TABBED = 80;
/** `Arrival:` and its value are one line; `a)` and `3.` begin an item. */
const BEGINS_A_LINE = /:$|^\(?\w{1,3}[.)]$/;

/** Lines of short words that tabs set apart, one below the other, as the rows of the table that they look like. */
const withTabbedRows = (html: string): string =>
  html.replace(TABBED, (run) => {
    const rows = [...run.matchAll(ONE_TABBED)].map(([, line = '']) =>
      line
        .split('\t')
        .map((cell) => cell.replace(/<(?!\/?sup\b)[^<>]*>/g, ' ').trim())
        .filter((cell) => cell !== ''),
    );
    const isTable = rows.every(
      ([first = '', ...more]) =>
        more.length > 0 &&
        !BEGINS_A_LINE.test(first) &&
        [first, ...more].every(({ length }) => length <= LONGEST_TABBED),
    );
    if (!isTable || run.includes(HIDDEN_MARK)) return run;
    const said = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    // Rows of another number of cells are another table's.
    return said
      .map((row, index) => `${rows[index]?.length === rows[index - 1]?.length ? '' : '</table><table>'}${row}`)
      .join('')
      .replace(/^<\/table>/, '')
      .concat('</table>');
  });

/** Words before and after the end of a page or column are no less apart than those of two lines. */
const NEW_PAGE = /<w:br [^<>]*w:type="(?:page|column)"[^<>]*\/>/g;
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
  const marked = xml
    .replace(NEW_PAGE, '<w:br/>')
    .replace(RUN, (whole, start: string, properties: string) =>
      UNSEEN.test(properties) || (!isWhiteSeen && WHITE.test(properties))
        ? `${start}${properties}</w:rPr><w:br/><w:t xml:space="preserve">${HIDDEN_MARK} </w:t>`
        : whole,
    );
  if (marked === body) return bytes;
  zip.file(MAIN_PART, marked);
  return zip.generateAsync({ type: 'uint8array' });
};
