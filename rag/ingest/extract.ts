import { withAddresses } from './addresses.ts';
import {
  type Block,
  characterMeter,
  type Extracted,
  type ExtractionLimits,
  type GivenFile,
  type MediaType,
  TooMuch,
  type Unread,
} from './block.ts';
import { cleanLine } from './clean-text.ts';
import { delimitedIn } from './formats/delimited.ts';
import { readTable as tableLines } from './formats/table.ts';
import { readText } from './formats/text.ts';
import { withLeadIns } from './lead-ins.ts';
import { type Recognised, recognise } from './media-type.ts';

const DAMAGED: Unread = { reason: 'unreadable', detail: 'The file is damaged, so I could not read it.' };
const LOCKED: Unread = {
  reason: 'unreadable',
  detail: 'It is locked with a password. Send me a copy without one.',
};
const SCANNED: Unread = {
  reason: 'no-text',
  detail:
    'It holds pictures of pages but no text (a scan, perhaps), so I can’t search it. Send me a PDF with text in it.',
};
const PICTURE: Unread = {
  reason: 'no-text',
  detail: 'I can’t read pictures. Send it again with a line that says what it shows, and I keep that.',
};
const NOTHING: Unread = {
  reason: 'no-text',
  detail: 'It is empty: 0 bytes came. Perhaps it was cut off on its way; send it once more.',
};
const EMPTY: Unread = { reason: 'no-text', detail: 'There is no text in it.' };

/** What a compound file (encrypted Office, old Word) begins with. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A document's words in order, or why there are none. Runs in a thread of its own, which takes no file that is too large: see `extract-safely.ts`. */
export const extract = async (file: GivenFile, limits: ExtractionLimits): Promise<Extracted | Unread> =>
  extractPart(file, limits, characterMeter(limits), true);

const extractPart = async (
  { bytes, name, caption }: GivenFile,
  limits: ExtractionLimits,
  meter: (text: string) => void,
  whole: boolean,
): Promise<Extracted | Unread> => {
  if (bytes.length === 0) return NOTHING;
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte) && /\.docx$/i.test(name)) return LOCKED;
  const known = recognise(bytes, name);
  if ('reason' in known) return known;
  try {
    return withWords(known.mediaType, await read(known, { bytes, name, caption }, limits, meter, whole));
  } catch (error) {
    if (error instanceof TooMuch) {
      if (!whole) throw error;
      return error.refusal;
    }
    return error instanceof Error && error.name === 'PasswordException' ? LOCKED : DAMAGED;
  }
};

interface Words {
  readonly blocks: readonly Block[];
  readonly pages?: number;
  readonly unread?: string | undefined;
}

/** Each reader brings its library: only the one that is needed is loaded. */
const read = async (
  known: Recognised,
  { bytes, caption }: GivenFile,
  limits: ExtractionLimits,
  meter: (text: string) => void,
  whole: boolean,
): Promise<Words> => {
  switch (known.mediaType) {
    case 'application/pdf': {
      const { readPdf } = await import('./formats/pdf.ts');
      return readPdf(bytes, limits, meter);
    }
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
      const { readDocx } = await import('./formats/docx.ts');
      return { blocks: await readDocx(bytes, meter) };
    }
    case 'message/rfc822': {
      const { readMail } = await import('./formats/mail.ts');
      // What hangs on a mail is read with it; what hangs on a mail within a mail is not.
      return readMail(bytes, meter, whole ? (file) => extractPart(file, limits, meter, false) : undefined);
    }
    case 'text/calendar': {
      const { readCalendar } = await import('./formats/calendar.ts');
      return { blocks: readCalendar(known.text, meter) };
    }
    case 'text/html': {
      const { readHtml } = await import('./formats/html.ts');
      return { blocks: readHtml(known.text, { meter }) };
    }
    case 'text/markdown':
    case 'text/plain':
      return {
        blocks:
          readTable(known, meter) ?? readText(known.text, { markdown: known.mediaType === 'text/markdown', meter }),
      };
    default: {
      const said = cleanLine(caption ?? '');
      meter(said);
      return { blocks: said === '' ? [] : [{ kind: 'paragraph', text: said }] };
    }
  }
};

/** The rows of a plain text that a spreadsheet wrote; `undefined` for any other. */
const readTable = (
  { mediaType, text }: Recognised & { text: string },
  meter: (text: string) => void,
): readonly Block[] | undefined => {
  const table = mediaType === 'text/plain' ? delimitedIn(text) : undefined;
  if (!table) return undefined;
  const put = (kind: Block['kind'], said: string, level?: number): Block[] => {
    const line = cleanLine(said);
    meter(line);
    return /[\p{L}\p{N}]/u.test(line) ? [{ kind, text: line, ...(level === undefined ? {} : { level }) }] : [];
  };
  return [
    ...table.titles.flatMap((title) => put('paragraph', title, 1)),
    ...tableLines(table.rows, table.headed).flatMap((row) => put('row', row)),
  ];
};

const withWords = (mediaType: MediaType, { blocks, pages = 1, unread }: Words): Extracted | Unread => {
  if (blocks.length > 0) return { mediaType, pages, blocks: withLeadIns(withAddresses(blocks)), unread };
  if (mediaType === 'application/pdf') return SCANNED;
  return mediaType.startsWith('image/') ? PICTURE : EMPTY;
};
