import type { Cell, Line } from './pdf-line.ts';
import { isHeaded, rowUnder } from './table.ts';

/** How far two texts that begin or end in one column may be apart, in letter-heights. */
const IN_COLUMN = 1;

/** Rows of one table, each told with the names of its columns, where the first row holds them. */
export const tabled = (lines: readonly Line[]): readonly Line[] => {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const head = lines[index];
    if (!head) continue;
    const rows = rowsUnder(head, lines.slice(index + 1));
    result.push(...(rows.length === 0 ? [head] : rows));
    index += rows.length;
  }
  return result;
};

/** The rows right after `head` whose cells stand under its names; none where it names no columns. */
const rowsUnder = (head: Line, after: readonly Line[]): readonly Line[] => {
  const names = head.cells.map(({ text }) => text.trim());
  if (head.unseen || names.length < 2) return [];
  const rows: { readonly line: Line; readonly cells: readonly string[] }[] = [];
  for (const line of after) {
    const cells = line.unseen || line.row !== undefined || line.cells.length < 2 ? undefined : underColumns(head, line);
    if (!cells) break;
    rows.push({ line, cells });
  }
  if (!isHeaded([names, ...rows.map(({ cells }) => cells)])) return [];
  return rows.map(({ line, cells }) => ({ ...line, row: rowUnder(names, cells), head }));
};

/** The lines with which a page begins, as rows under names that stand on the page before; none where they are no such rows. */
export const rowsOn = (head: Line, lines: readonly Line[]): readonly Line[] => {
  const [first] = lines;
  return first && first.row === undefined ? rowsUnder(head, lines) : [];
};

/** The line's words by the columns of `head`, `''` where one holds none; `undefined` when they are not in its columns. */
const underColumns = (head: Line, line: Line): readonly string[] | undefined => {
  const texts = head.cells.map(() => '');
  let from = 0;
  for (const cell of line.cells) {
    const columns = head.cells.slice(from).map((column) => apartBy(cell, column));
    const nearest = columns.indexOf(Math.min(...columns));
    if (nearest < 0 || (columns[nearest] ?? 0) > line.height * IN_COLUMN * 2) return undefined;
    texts[from + nearest] = cell.text.trim();
    from += nearest + 1;
  }
  return texts;
};

/** How far two cells are from standing in one column, whichever side it is set to. */
const apartBy = (one: Cell, other: Cell): number =>
  Math.min(
    Math.abs(one.left - other.left),
    Math.abs(one.right - other.right),
    Math.abs(one.left + one.right - other.left - other.right) / 2,
  );
