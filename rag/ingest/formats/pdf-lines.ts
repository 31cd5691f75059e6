import { isRightOf, nextAcross } from './columns.ts';
import { labelled } from './pdf-labels.ts';
import { type Cell, LINE_DROP, type Line, leftOf, type Piece, rightOf } from './pdf-line.ts';
import { tabled } from './pdf-tables.ts';

/** A gap this many letter-heights wide separates columns, not words. */
const COLUMN_GAP = 1.5;
/** Columns that are drawn side by side across a page, at most. */
const MOST_COLUMNS = 6;
/** Lines that one cell of a table is set in, at most: what runs longer is a column of prose. */
const MOST_LINES_A_CELL = 5;
/** Lines that the shortest cell of a row is set in, at most. */
const MOST_LINES_OF_SHORTEST = 2;
/** How far above a cell of one line the first of two that stand beside its middle lies, in letter-heights. */
const HALF_A_LINE_UP = 0.8;
/** How far two texts that begin or end in one column may be apart, in letter-heights. */
const IN_COLUMN = 1;

/** The lines of a page in the order they are drawn in, the rows of its tables whole: cells that run over several lines, and cells that are empty. */
export const linesOf = (pieces: readonly Piece[]): readonly Line[] =>
  tabled(labelled(rowsWhole(baselines(pieces).map(({ line }) => line))));

/** The pieces in the order they are read in: of columns of prose that are drawn line by line across the page, one after the other. */
export const inReadingOrder = (pieces: readonly Piece[], depth = 0): readonly Piece[] => {
  const drawn = baselines(pieces);
  const lines = drawn.map(({ line }) => line);
  const ordered: Piece[] = [];
  let from = 0;
  for (let across = nextAcross(lines, 0); across && depth < MOST_COLUMNS; across = nextAcross(lines, from)) {
    const { gutter } = across;
    ordered.push(...drawn.slice(from, across.from).flatMap((one) => one.pieces));
    const both = drawn.slice(across.from, across.to).flatMap((one) => one.pieces);
    for (const isRight of [false, true]) {
      const column = both.filter(({ left, height }) => isRightOf(gutter, left, height) === isRight);
      ordered.push(...inReadingOrder(column, depth + 1));
    }
    from = across.to;
  }
  return [...ordered, ...drawn.slice(from).flatMap((one) => one.pieces)];
};

/** What stands on one baseline, with the pieces it is made of. */
interface Drawn {
  readonly line: Line;
  readonly pieces: Piece[];
}

const baselines = (pieces: readonly Piece[]): readonly Drawn[] => {
  const lines: Drawn[] = [];
  let cells: Cell[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const { str, left, y, width, height, unseen, bold = false } = piece;
    if (str === '') continue;
    const cell = cells.at(-1);
    const same =
      line &&
      cell &&
      line.unseen === unseen &&
      Math.abs(line.y - y) < Math.min(line.height, height) * 0.5 &&
      left >= cell.right - height;
    if (same) {
      lines.at(-1)?.pieces.push(piece);
      const gap = left - cell.right;
      if (line && str.trim() !== '') line.bold = line.bold === true && bold;
      if (str.trim() === '') cell.text += ' ';
      else if (gap > height * COLUMN_GAP) cells.push({ text: str, left, right: left + width });
      else {
        cell.text += `${gap > height * 0.12 && !/\s$/.test(cell.text) ? ' ' : ''}${str}`;
        cell.right = left + width;
      }
    } else if (str.trim() !== '') {
      cells = [{ text: str, left, right: left + width }];
      line = { cells, y, height, unseen, bold };
      lines.push({ line, pieces: [piece] });
    }
  }
  return lines;
};

/**
 * Rows whose cells are set in several lines are drawn cell by cell: down one, then back up to the next. They are put
 * together again; columns of prose, which run on for longer, are left.
 */
const rowsWhole = (lines: readonly Line[]): readonly Line[] => {
  const done: Line[] = [];
  /** The row being read: the lines of its cells, those of the last one apart, and where it begins and ends. */
  let before: (readonly Line[])[] = [];
  let last: Line[] = [];
  let top = 0;
  let foot = 0;

  const flush = (): void => {
    done.push(...asRow([...before, last]));
    before = [];
    last = [];
  };
  for (const line of lines) {
    const from =
      before.length === 0
        ? rowBegins(last, line)
        : goesBackUp(last, line, top, Math.min(foot, ...last.map(({ y }) => y)))
          ? 0
          : -1;
    if (from >= 0) {
      done.push(...last.slice(0, from));
      const cell = last.slice(from);
      if (before.length === 0) {
        top = cell[0]?.y ?? line.y;
        foot = line.y;
      }
      foot = Math.min(foot, ...cell.map(({ y }) => y));
      before.push(cell);
      last = [line];
    } else if (goesOn(last.at(-1), line, before.length > 0 || (last[0]?.cells.length ?? 0) > 1)) last.push(line);
    else {
      flush();
      last = [line];
    }
  }
  flush();
  return done;
};

/** The lines of cells as the row they are; as they came where they are of one cell alone, or each so long that they are columns of prose. */
const asRow = (cells: readonly (readonly Line[])[]): readonly Line[] => {
  const lines = cells.flat();
  const [first] = lines;
  const isProse = cells.every((cell) => cell.length > MOST_LINES_OF_SHORTEST);
  if (!first || (cells.length === 1 ? first.cells.length === 1 : isProse)) return lines;
  return [{ ...(cells.at(-1)?.[0] ?? first), cells: cells.flatMap(cellsOf) }];
};

/** The first line, of those of a lone cell, of the row that `line` is the next cell of: beside its first line or its middle; -1 for none. */
const rowBegins = (cell: readonly Line[], line: Line): number => {
  const above = cell.at(-1);
  if (!above || cell.length > MOST_LINES_A_CELL) return -1;
  const at = (y: number): number => cell.findIndex((one) => Math.abs(one.y - y) < one.height * 0.5);
  const middle = at(2 * line.y - above.y);
  const beside = middle >= 0 ? middle : at(line.y);
  const up = line.y - above.y;
  const isHalfUp = up >= above.height * 0.5 && up < above.height * HALF_A_LINE_UP;
  const from = beside < 0 && isHalfUp ? cell.length - 1 : beside;
  const [first] = cell.slice(from);
  return first && goesBackUp(cell.slice(from), line, first.y, above.y) ? from : -1;
};

/** Whether `line` stands to the right of a cell's lines, higher than the last of them. */
const goesBackUp = (cell: readonly Line[], line: Line, top: number, foot: number): boolean =>
  !line.unseen &&
  line.y > foot + line.height * 0.25 &&
  line.y < top + line.height * HALF_A_LINE_UP &&
  cell.every((one) => !one.unseen && rightOf(one) < leftOf(line));

/** Whether `line` may be the next one of the last cell of `above`; in a row that is being read, also of one set to the right. */
const goesOn = (above: Line | undefined, line: Line, inRow: boolean): boolean => {
  const [only, ...others] = line.cells;
  const cell = above?.cells.at(-1);
  if (!above || !only || !cell || others.length > 0 || above.unseen !== line.unseen) return false;
  const drop = above.y - line.y;
  return (
    drop > 0 &&
    drop <= Math.max(above.height, line.height) * LINE_DROP &&
    Math.abs(above.height - line.height) <= 1 &&
    (Math.abs(only.left - cell.left) <= line.height * IN_COLUMN ||
      (inRow &&
        only.left > (above.cells.at(-2)?.right ?? Number.NEGATIVE_INFINITY) &&
        Math.abs(only.right - cell.right) <= line.height * IN_COLUMN))
  );
};

/** The cells of lines of which each after the first goes on in the last cell of the first. */
const cellsOf = (lines: readonly Line[]): readonly Cell[] => {
  const [first, ...more] = lines;
  const cells = (first?.cells ?? []).map((cell) => ({ ...cell }));
  const last = cells.at(-1);
  for (const {
    cells: [cell],
  } of more) {
    if (!last || !cell) continue;
    last.text = `${last.text.trim()} ${cell.text.trim()}`;
    last.right = Math.max(last.right, cell.right);
  }
  return cells;
};
