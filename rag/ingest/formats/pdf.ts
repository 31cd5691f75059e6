import { getDocumentProxy } from 'unpdf';
import { type Block, type ExtractionLimits, HIDDEN_MARK, TooMuch } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { lettersOf, type UnseenRun, unseenRuns } from './pdf-unseen.ts';
import { readTable } from './table.ts';

interface Line {
  text: string;
  /** Baseline, in points from the foot of the page. */
  readonly y: number;
  readonly left: number;
  right: number;
  readonly height: number;
  readonly unseen: boolean;
}

/** A gap this many letter-heights wide separates columns, not words. */
const COLUMN_GAP = 1.5;
/** A line this much taller than the body text is a heading. */
const HEADING_SCALE = 1.14;

/** Reads a PDF page by page. Throws {@link TooMuch} beyond the limits; pdf.js's own errors when it is damaged or locked. */
export const readPdf = async (
  bytes: Uint8Array,
  limits: ExtractionLimits,
  meter: (text: string) => void,
): Promise<{ readonly pages: number; readonly blocks: readonly Block[]; readonly unread?: string | undefined }> => {
  // pdf.js keeps the bytes it is given: hand it a copy. Neither fonts nor forms nor pictures are needed to read words.
  const pdf = await getDocumentProxy(bytes.slice(), {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const pages = pdf.numPages;
  if (pages > limits.maxPages) {
    throw new TooMuch({
      reason: 'too-many-pages',
      detail: `It has ${pages.toLocaleString('en')} pages; I read at most ${limits.maxPages}. Send me the part that matters.`,
    });
  }
  const byPage: { readonly page: number; readonly lines: Line[] }[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const page = await pdf.getPage(number);
    const all: Item[] = [];
    // As a stream, so that a page that never ends is left when the meter runs out.
    const reader = page.streamTextContent().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const { items } = part.value as { items: Items };
      for (const item of items) {
        if (!('str' in item)) continue;
        meter(item.str);
        all.push(item);
      }
    }
    const unseen = await unseenRuns(await page.getOperatorList(), page.view);
    byPage.push({ page: number, lines: linesOf(all.flatMap((item) => apart(item, unseen))) });
    page.cleanup();
  }
  const body = bodyHeight(byPage.flatMap(({ lines }) => lines));
  const scale = headingScale(
    byPage.flatMap(({ lines }) => lines),
    body,
  );
  const empty = byPage.filter(({ lines }) => lines.length === 0).map(({ page }) => page);
  return {
    pages,
    blocks: byPage.flatMap(({ page, lines }) => tabled(blocksOf(lines, page, body, scale))),
    unread:
      empty.length === 0 || empty.length === pages ? undefined : `${sayPages(empty)} without text: pictures, perhaps`,
  };
};

/** `page 3`, `pages 2-4 and 9`. */
const sayPages = (pages: readonly number[]): string => {
  const runs: { readonly from: number; to: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last.to + 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  const said = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said.join('');
  return `${pages.length === 1 ? 'page' : 'pages'} ${list}`;
};

/** Cells from which a row is one of a table with column names, not a name and its value. */
const TABLE_COLUMNS = 3;
const LONGEST_COLUMN_NAME = 30;

/** Rows of one table, each told with the names of its columns, where the first row holds them. */
const tabled = (blocks: readonly Block[]): readonly Block[] => {
  const result: Block[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const head = blocks[index];
    if (!head) continue;
    const rows = rowsLike(head, blocks.slice(index + 1));
    result.push(...(rows.length === 0 ? [head] : rows));
    index += rows.length;
  }
  return result;
};

/** The rows right after `head` that have as many cells, with its names on them; none where it names no columns. */
const rowsLike = (head: Block, after: readonly Block[]): readonly Block[] => {
  const names = cellsOf(head);
  const isHead =
    head.kind === 'row' &&
    names.length >= TABLE_COLUMNS &&
    names.every((name) => name.length <= LONGEST_COLUMN_NAME && !/\d/.test(name));
  if (!isHead) return [];
  const end = after.findIndex((block) => block.kind !== 'row' || cellsOf(block).length !== names.length);
  const rows = after.slice(0, end < 0 ? after.length : end);
  if (!rows.some(({ text }) => /\d/.test(text))) return [];
  const told = readTable([names, ...rows.map(cellsOf)], true);
  return rows.map((row, position) => ({ ...row, text: told[position] ?? row.text }));
};

const cellsOf = ({ text }: Block): readonly string[] => text.split(' | ');

type Items = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>['getTextContent']>
>['items'];

type Item = Extract<Items[number], { str: string }>;

/** Words of one look in one place. */
interface Piece {
  readonly str: string;
  readonly left: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly unseen: boolean;
}

/** How far apart, in points, two tellings of one baseline may lie. */
const SAME_BASELINE = 1.5;

/** An item by itself, or where some of its words are not seen: what is before them, they, and what is after. */
const apart = ({ str, width, height, transform }: Item, unseen: readonly UnseenRun[]): readonly Piece[] => {
  const [, , , , left = 0, y = 0] = transform as number[];
  const whole: Piece = { str, left, y, width, height: height || 10, unseen: false };
  const letters = lettersOf(str);
  const near = letters === '' ? [] : unseen.filter((run) => Math.abs(run.y - y) <= SAME_BASELINE);
  if (near.some((run) => run.letters.includes(letters))) return [{ ...whole, unseen: true }];
  const run = near.find((one) => letters.includes(one.letters));
  if (!run) return [whole];
  const from = indexOfLetter(str, letters.indexOf(run.letters));
  const to = indexOfLetter(str, letters.indexOf(run.letters) + run.letters.length);
  const cut = (start: number, end: number): Item => ({
    ...({ str, height, transform } as Item),
    str: str.slice(start, end),
    transform: [...transform.slice(0, 4), left + (width * start) / str.length, y],
    width: (width * (end - start)) / str.length,
  });
  return [cut(0, from), cut(from, to), cut(to, str.length)].flatMap((part) => apart(part, near));
};

/** Where the letter stands that has `count` letters before it. */
const indexOfLetter = (text: string, count: number): number => {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    const wide = lettersOf(text[index] ?? '').length;
    if (wide > 0 && seen >= count) return index;
    seen += wide;
  }
  return text.length;
};

const linesOf = (pieces: readonly Piece[]): Line[] => {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const item of pieces) {
    if (item.str === '') continue;
    const { left, y, height, unseen } = item;
    const same =
      line &&
      line.unseen === unseen &&
      Math.abs(line.y - y) < Math.min(line.height, height) * 0.5 &&
      left >= line.right - height;
    if (line && same) {
      const gap = left - line.right;
      const between = gap > height * COLUMN_GAP ? ' | ' : gap > height * 0.12 && !/\s$/.test(line.text) ? ' ' : '';
      if (item.str.trim() === '') line.text += ' ';
      else {
        line.text += `${between}${item.str}`;
        line.right = left + item.width;
      }
    } else if (item.str.trim() !== '') {
      line = { text: item.str, y, left, right: left + item.width, height, unseen };
      lines.push(line);
    }
  }
  return lines;
};

/** The height in which most of the letters are set. */
const bodyHeight = (lines: readonly Line[]): number => {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
};

/** The heights above the body's, tallest first: their order gives a heading its level. */
const headingScale = (lines: readonly Line[], body: number): readonly number[] =>
  [...new Set(lines.map(({ height }) => Math.round(height * 2) / 2))]
    .filter((height) => height >= body * HEADING_SCALE)
    .sort((a, b) => b - a);

const blocksOf = (lines: readonly Line[], page: number, body: number, scale: readonly number[]): Block[] => {
  const blocks: Block[] = [];
  const rightmost = Math.max(0, ...lines.map(({ right }) => right));
  let previous: Line | undefined;
  for (const line of lines) {
    const text = cleanLine(line.text);
    if (!/[\p{L}\p{N}]/u.test(text) || /^(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i.test(text)) continue;
    const level = scale.indexOf(Math.round(line.height * 2) / 2);
    const bullet = /^(?:[•▪◦‣·–*-]|\d{1,2}[.)])\s+(.+)$/.exec(text);
    const last = blocks.at(-1);
    if (line.unseen) {
      if (last && previous?.unseen && last.text.startsWith(HIDDEN_MARK))
        blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
      else blocks.push({ kind: 'paragraph', text: `${HIDDEN_MARK} ${text}`, page });
    } else if (level >= 0 && text.length <= 120 && line.height >= body * HEADING_SCALE) {
      blocks.push({ kind: 'heading', level: Math.min(level + 1, 6), text, page });
    } else if (bullet) {
      blocks.push({ kind: 'item', text: bullet[1] ?? text, page });
    } else if (text.includes(' | ')) {
      blocks.push({ kind: 'row', text, page });
    } else if (
      last &&
      previous &&
      !previous.unseen &&
      (last.kind === 'paragraph' || last.kind === 'item') &&
      continues(previous, line, text, rightmost)
    ) {
      blocks[blocks.length - 1] = {
        ...last,
        text: /\p{L}-$/u.test(last.text) ? `${last.text}${text}` : `${last.text} ${text}`,
      };
    } else {
      blocks.push({ kind: 'paragraph', text, page });
    }
    previous = line;
  }
  return blocks;
};

/** Whether a line goes on where the one before it reached the margin. */
const continues = (previous: Line, line: Line, text: string, rightmost: number): boolean => {
  const drop = previous.y - line.y;
  if (drop <= 0 || drop > Math.max(previous.height, line.height) * 1.8) return false;
  if (Math.abs(previous.height - line.height) > 1) return false;
  return previous.right >= rightmost * 0.8 || /^\p{Ll}/u.test(text);
};
