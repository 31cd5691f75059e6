import { getDocumentProxy } from 'unpdf';
import { type Block, type ExtractionLimits, TooMuch } from '../block.ts';
import { blocksOfPages } from './pdf-blocks.ts';
import { filledIn, type Laid } from './pdf-form.ts';
import type { Page, Piece } from './pdf-line.ts';
import { inReadingOrder, linesOf } from './pdf-lines.ts';
import { turnOf, upright } from './pdf-turned.ts';
import { lettersOf, type UnseenRun, unseenRuns } from './pdf-unseen.ts';

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
  const byPage: Page[] = [];
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
    const bold = boldAmong(new Set(all.map(({ fontName }) => fontName)), page.commonObjs);
    const pieces = all.flatMap((item) =>
      apart(item, unseen).map((piece): Piece => ({ ...piece, bold: bold.has(item.fontName) })),
    );
    const laid = (await page.getAnnotations()) as readonly Laid[];
    const { pieces: level, laid: over, top, bottom } = upright(pieces, laid, page.view);
    byPage.push({ page: number, lines: linesOf(inReadingOrder(filledIn(level, over, meter))), top, bottom });
    page.cleanup();
  }
  const empty = byPage.filter(({ lines }) => lines.length === 0).map(({ page }) => page);
  return {
    pages,
    blocks: blocksOfPages(byPage),
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

/** Those of the fonts that are bold. pdf.js knows once it has read what is drawn; of a font that it could not load, nothing is known. */
const boldAmong = (
  fonts: ReadonlySet<string>,
  loaded: { has(name: string): boolean; get(name: string): unknown },
): ReadonlySet<string> =>
  new Set(
    [...fonts].filter((name) => {
      const font = loaded.has(name)
        ? (loaded.get(name) as { readonly bold?: boolean; readonly black?: boolean } | null)
        : null;
      return font?.bold === true || font?.black === true;
    }),
  );

type Items = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>['getTextContent']>
>['items'];

type Item = Extract<Items[number], { str: string }>;

/** How far apart, in points, two tellings of one baseline may lie. */
const SAME_BASELINE = 1.5;

/** An item by itself, or where some of its words are not seen: what is before them, they, and what is after. */
const apart = ({ str, width, height, transform }: Item, unseen: readonly UnseenRun[]): readonly Piece[] => {
  const [a = 1, b = 0, , , left = 0, y = 0] = transform as number[];
  const turn = turnOf([a, b]);
  const whole: Piece = { str, left, y, width, height: height || 10, unseen: false, turn };
  const letters = lettersOf(str);
  const near = letters === '' ? [] : unseen.filter((run) => Math.abs(run.y - y) <= SAME_BASELINE);
  if (near.some((run) => run.letters.includes(letters))) return [{ ...whole, unseen: true }];
  const run = near.find((one) => letters.includes(one.letters));
  if (!run) return [whole];
  const from = indexOfLetter(str, letters.indexOf(run.letters));
  const to = indexOfLetter(str, letters.indexOf(run.letters) + run.letters.length);
  const letter = width / str.length;
  const [across, up] = [Math.cos((turn * Math.PI) / 2) * letter, Math.sin((turn * Math.PI) / 2) * letter];
  const cut = (start: number, end: number): Item => ({
    ...({ str, height, transform } as Item),
    str: str.slice(start, end),
    transform: [...transform.slice(0, 4), left + across * start, y + up * start],
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
