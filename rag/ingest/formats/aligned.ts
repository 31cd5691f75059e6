import { lineText, type Piece } from './pdf-line.ts';
import { linesOf } from './pdf-lines.ts';
import { isHeaded, type RowCells, readTable } from './table.ts';

/** A table that is set with spaces or tabs in plain text. */
export interface Aligned {
  /** One line of words a row, with the names of its columns where there are any. */
  readonly rows: readonly string[];
  /** Lines of the text that it takes up. */
  readonly lines: number;
}

/** Words with single spaces between them: what stands two spaces off is the next column's. */
const CELL = /\S+(?: \S+)*/g;
/** How far, in letters, two cells of one column may begin or end apart. */
const APART = 1;
/** `Arrival:    Saturday` is a name and its value, and is read as such. */
const LABEL = /:$/;

interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The table that begins at this line; `undefined` where none does: it takes two lines whose cells stand under each other. */
export const alignedAt = (lines: readonly string[], from: number): Aligned | undefined => {
  const tabbed = runFrom(lines, from, cellsByTab, () => true);
  if (tabbed.length > 1) return { rows: readTable(tabbed, isHeaded(tabbed)), lines: tabbed.length };
  const run = runFrom(lines, from, cellsBySpace, standUnder);
  if (run.length < 2) return undefined;
  // Set as a page is: one letter wide and high, a line below the other.
  const pieces = run.flatMap((cells, index) =>
    cells.map(
      ({ text, left, right }): Piece => ({
        str: text,
        left,
        y: -index * LEADING,
        width: right - left,
        height: 1,
        unseen: false,
      }),
    ),
  );
  return { rows: linesOf(pieces).map(lineText), lines: run.length };
};

/** Too far for a line to be taken for the next one of a cell above it. */
const LEADING = 2;

/** The lines from this one on that are rows, each fitting the one before it. */
const runFrom = <Row>(
  lines: readonly string[],
  from: number,
  read: (line: string) => Row | undefined,
  fits: (row: Row, before: Row) => boolean,
): readonly Row[] => {
  const rows: Row[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const row = read(lines[index] ?? '');
    const before = rows.at(-1);
    if (row === undefined || (before !== undefined && !fits(row, before))) break;
    rows.push(row);
  }
  return rows;
};

const cellsByTab = (line: string): RowCells | undefined => {
  const cells = line.split('\t').map((cell) => cell.trim());
  return cells.length > 1 && cells.filter((cell) => cell !== '').length > 1 && !LABEL.test(cells[0] ?? '')
    ? cells
    : undefined;
};

const cellsBySpace = (line: string): readonly Cell[] | undefined => {
  const cells = [...line.matchAll(CELL)].map(({ 0: text, index }) => ({
    text,
    left: index,
    right: index + text.length,
  }));
  return cells.length > 1 && !LABEL.test(cells[0]?.text ?? '') ? cells : undefined;
};

/** Whether a cell after the first stands under one of the row before, whichever side they are set to. */
const standUnder = (row: readonly Cell[], before: readonly Cell[]): boolean =>
  row
    .slice(1)
    .some(({ left, right }) =>
      before.slice(1).some((one) => Math.abs(one.left - left) <= APART || Math.abs(one.right - right) <= APART),
    );
