import { type Block, HIDDEN_MARK } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { sentencesOf } from '../sentences.ts';
import { joinedLines, wordsAmong } from './hyphens.ts';
import { ledCells } from './leaders.ts';
import { type Line, leftOf, lineText, type Page, rightOf } from './pdf-line.ts';
import { withoutRunning, withTablesOn } from './pdf-pages.ts';

/** A line this much taller than the body text is a heading. */
const HEADING_SCALE = 1.14;

/** The words of a document, page by page, as they are set. */
export const blocksOfPages = (all: readonly Page[]): readonly Block[] => {
  const lines = all.flatMap((page) => page.lines);
  const body = bodyHeight(lines);
  const elsewhere = wordsAmong(() => lines.map(lineText));
  const setting = { body, scale: headingScale(lines, body), divides: boldDivides(lines), elsewhere };
  const pages = withTablesOn(withoutRunning(all, body));
  const texts = sentencesWhole(
    pages.map(({ page, lines: own }) => blocksOf(own, page, setting)),
    elsewhere,
  );
  return pages.flatMap(({ page, head, foot }, index) => [
    ...blocksOf(head, page, setting),
    ...(texts[index] ?? []),
    ...blocksOf(foot, page, setting),
  ]);
};

const ENDS = /[.!?:;\u2026)]["'\u201d\u2019]?$/u;

/** The blocks of each page, a sentence that goes on over the page whole on that where it begins. */
const sentencesWhole = (
  pages: readonly (readonly Block[])[],
  elsewhere: (word: string) => boolean,
): readonly (readonly Block[])[] => {
  const whole = pages.map((blocks) => [...blocks]);
  for (const [index, blocks] of whole.entries()) {
    const before = whole[index - 1];
    const [first] = blocks;
    const last = before?.at(-1);
    const isCut = last && (last.kind === 'paragraph' || last.kind === 'item') && !ENDS.test(last.text);
    if (!before || !isCut || last.text.startsWith(HIDDEN_MARK)) continue;
    if (first?.kind !== 'paragraph' || !/^\p{Ll}/u.test(first.text)) continue;
    const [rest = first.text] = sentencesOf(first.text);
    const after = first.text.slice(rest.length).trim();
    before[before.length - 1] = { ...last, text: joinedLines(last.text, rest, elsewhere) };
    blocks.splice(0, 1, ...(after === '' ? [] : [{ ...first, text: after }]));
  }
  return whole;
};

/** Bold letters divide a text of which they are the lesser part. */
const MOST_BOLD = 0.4;

const boldDivides = (lines: readonly Line[]): boolean => {
  const letters = (some: readonly Line[]): number => some.reduce((sum, line) => sum + lineText(line).length, 0);
  return letters(lines.filter(({ bold }) => bold)) <= MOST_BOLD * letters(lines);
};

const LONGEST_BOLD_TITLE = 70;

/** A line that is bold from end to end and reads like a title. */
const isBoldTitle = ({ bold, cells, row }: Line, text: string): boolean =>
  bold === true &&
  row === undefined &&
  cells.length === 1 &&
  text.length <= LONGEST_BOLD_TITLE &&
  /^[\p{Lu}\d]/u.test(text) &&
  !/[.!?,;]$|: |\d:\d/.test(text);

/** The height in which most of the letters are set. */
const bodyHeight = (lines: readonly Line[]): number => {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const rounded = Math.round(line.height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + lineText(line).length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
};

/** The heights above the body's, tallest first: their order gives a heading its level. */
const headingScale = (lines: readonly Line[], body: number): readonly number[] =>
  [...new Set(lines.map(({ height }) => Math.round(height * 2) / 2))]
    .filter((height) => height >= body * HEADING_SCALE)
    .sort((a, b) => b - a);

/** How a document is set: the height of its body, those of its headings, tallest first, and whether bold lines divide it. */
interface Setting {
  readonly body: number;
  readonly scale: readonly number[];
  readonly divides: boolean;
  /** Whether it writes a word anywhere. */
  readonly elsewhere: (word: string) => boolean;
}

const blocksOf = (lines: readonly Line[], page: number, { body, scale, divides, elsewhere }: Setting): Block[] => {
  const blocks: Block[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const whole = cleanLine(lineText(line));
    const led = ledCells(whole);
    const text = led?.join(' | ') ?? whole;
    if (!/[\p{L}\p{N}]/u.test(text) || /^(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i.test(text)) continue;
    const level = scale.indexOf(Math.round(line.height * 2) / 2);
    const bullet = /^(?:[•▪◦‣·–*-]|\d{1,2}[.)])\s+(.+)$/.exec(text);
    const last = blocks.at(-1);
    if (line.unseen) {
      if (last && previous?.unseen && last.text.startsWith(HIDDEN_MARK))
        blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
      else blocks.push({ kind: 'paragraph', text: `${HIDDEN_MARK} ${text}`, page });
    } else if (level >= 0 && line.row === undefined && text.length <= 120 && line.height >= body * HEADING_SCALE) {
      blocks.push({ kind: 'heading', level: Math.min(level + 1, 6), text, page });
    } else if (divides && isBoldTitle(line, text)) {
      // A number in it may be what is looked for: it is said as well.
      blocks.push({
        kind: /\d/.test(text) ? 'paragraph' : 'heading',
        level: Math.min(scale.length + 1, 6),
        text,
        page,
      });
    } else if (bullet) {
      blocks.push({ kind: 'item', text: bullet[1] ?? text, page });
    } else if (line.row !== undefined || line.cells.length > 1 || led) {
      blocks.push({ kind: 'row', text, page });
    } else if (
      last &&
      previous &&
      !previous.unseen &&
      (last.kind === 'paragraph' || last.kind === 'item') &&
      continues(previous, line, text, marginOf(previous, lines))
    ) {
      blocks[blocks.length - 1] = { ...last, text: joinedLines(last.text, text, elsewhere) };
    } else {
      blocks.push({ kind: 'paragraph', text, page });
    }
    previous = line;
  }
  return blocks;
};

/** How near to its margin a full line of prose ends, as a share of the margin; and how many lines prove that there is one. */
const NEAR_MARGIN = 0.88;
const LINES_OF_PROSE = 3;
/** How much of its column a line fills, at least, that goes on in the next. */
const FULL_LINE = 0.8;

/** Where full lines end that begin where `line` does: the right margin of its column, or else of the page. */
const marginOf = (line: Line, lines: readonly Line[]): number => {
  const run = runOf(line, lines);
  if (isProse(run)) return Math.max(...run.map(rightOf));
  const left = leftOf(line);
  const column = lines.filter((one) => one.cells.length === 1 && Math.abs(leftOf(one) - left) <= 3);
  const margin = Math.max(0, ...column.map(rightOf));
  const full = column.filter((one) => rightOf(one) - left >= (margin - left) * NEAR_MARGIN);
  return full.length >= LINES_OF_PROSE ? margin : Math.max(0, ...lines.map(rightOf));
};

/** The lines right above and below that begin where this one does. */
const runOf = (line: Line, lines: readonly Line[]): readonly Line[] => {
  const follows = (one: Line | undefined, next: Line | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    next.cells.length === 1 &&
    Math.abs(leftOf(one) - leftOf(next)) <= 3 &&
    Math.abs(one.height - next.height) <= 1 &&
    one.y > next.y &&
    one.y - next.y <= one.height * 1.8;
  let from = lines.indexOf(line);
  let to = from;
  while (follows(lines[from - 1], lines[from])) from -= 1;
  while (follows(lines[to], lines[to + 1])) to += 1;
  return lines.slice(from, to + 1);
};

/** Letters a line of prose holds at least, on average; and the share of its lines that begin within a sentence where it holds fewer. */
const LETTERS_OF_PROSE = 30;
const LEAST_WITHIN = 0.3;

/** Whether lines are one text that was broken where the next word had no room, some within a sentence. */
const isProse = (run: readonly Line[]): boolean => {
  const texts = run.map(lineText);
  const margin = Math.max(...run.map(rightOf));
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  const within = texts.filter((text) => /^\p{Ll}/u.test(text)).length;
  return (
    run.length >= LINES_OF_PROSE &&
    within > 0 &&
    (letters / run.length >= LETTERS_OF_PROSE || within >= run.length * LEAST_WITHIN) &&
    run.slice(1).every((next, index) => {
      const line = run[index] ?? next;
      const text = texts[index + 1] ?? '';
      const word = (text.indexOf(' ') < 0 ? text.length : text.indexOf(' ')) + 1;
      return rightOf(line) + ((rightOf(next) - leftOf(next)) * word) / text.length > margin;
    })
  );
};

/** `Guests: 4` begins a line of its own, wherever the one before it ends. */
const LABELLED = /^\p{Lu}[\p{L}\p{N} ()'/&-]{1,30}:\s/u;

/** Whether a line was left at its margin within a sentence: with a number, a small word or a comma. */
const isLeft = (line: Line, margin: number): boolean =>
  rightOf(line) >= margin * NEAR_MARGIN &&
  /(?:[\d,]|\s(?:and|or|of|to|the|from|until|on|at|in))$/i.test(lineText(line).trim());

/** Whether a line goes on where the one before it reached the margin. */
const continues = (previous: Line, line: Line, text: string, margin: number): boolean => {
  const drop = previous.y - line.y;
  if (drop <= 0 || drop > Math.max(previous.height, line.height) * 1.8) return false;
  if (Math.abs(previous.height - line.height) > 1) return false;
  if (previous.bold !== line.bold && !/^\p{Ll}/u.test(text)) return false;
  if (LABELLED.test(text) && !isLeft(previous, margin)) return false;
  return rightOf(previous) - leftOf(previous) >= (margin - leftOf(previous)) * FULL_LINE || /^\p{Ll}/u.test(text);
};
