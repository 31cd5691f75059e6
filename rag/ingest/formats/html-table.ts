import type { DomNode } from 'html-to-text';
import { HIDDEN_MARK } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { isTitle } from './html-bold.ts';
import { gridOf, oneHead, type Placed } from './html-grid.ts';
import { contains, gather, textOf } from './html-words.ts';
import { isHeaded, type RowCells, readTable, rowUnder } from './table.ts';

/** A part of a table, in its order. */
export type TablePart =
  /** Lines, one a row. */
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  /** What stands over the parts after it: a title of some rows, or what a row says besides the text in it. */
  | { readonly kind: 'over'; readonly text: string; readonly isRow: boolean }
  /** A cell that is read as a part of a page. */
  | { readonly kind: 'cell'; readonly cell: DomNode };

type Row = readonly (Placed | undefined)[];

/** The rows of a data table under the names of its columns, or the cells of one that lays out a page. */
export const tableParts = (node: DomNode, isHidden: (node: DomNode) => boolean): readonly TablePart[] => {
  const rows = rowsOf(node, 0);
  const grid = gridOf(rows);
  if (isLayout(grid)) return rows.flat().map((cell): TablePart => ({ kind: 'cell', cell }));
  const isUnseen = (row: readonly DomNode[]): boolean => row.some((cell) => cell.parent && isHidden(cell.parent));
  const visible = rows.filter((row) => !isUnseen(row) && textOf(row).trim() !== '');
  const hidden = rows.filter(isUnseen).map((row) => {
    const said = row.map((cell) => textOf(cell.children ?? []));
    return `${HIDDEN_MARK} ${said.join(' | ')}`;
  });
  return [
    ...seenParts(gridOf(visible), isHidden),
    ...(hidden.length > 0 ? [{ kind: 'rows', rows: hidden } as const] : []),
  ];
};

const seenParts = (rows: readonly Row[], isHidden: (node: DomNode) => boolean): readonly TablePart[] => {
  const parts: TablePart[] = [];
  const runs = runsOf(rows);
  const say = (row: Row): RowCells =>
    row.map((place) => (place?.begins || (place && isNames(row)) ? saidIn(place.cell, isHidden) : ''));
  let head: RowCells | undefined;
  for (const [index, run] of runs.entries()) {
    const [first = []] = run;
    const lone = loneOf(first);
    if (lone) {
      const text = cleanLine(textOf([lone]));
      const isOver = isTitle(text) && index + 1 < runs.length && !isHidden(lone);
      parts.push(isOver ? { kind: 'over', text, isRow: false } : { kind: 'cell', cell: lone });
      continue;
    }
    const names = run.findIndex((row) => !isNames(row));
    const said = run.map(say);
    const told = names > 1 ? [oneHead(said.slice(0, names)), ...said.slice(names)] : said;
    const after = runs.slice(index + 1).flatMap((later) => (loneOf(later[0] ?? []) ? [] : later.map(say)));
    const isOwn = names !== 0 || isHeaded(told) || (told.length === 1 && isHeaded([...told, ...after]));
    const [own, ...under] = told;
    if (isOwn && own && (under.length > 0 || after.length > 0)) head = own;
    else if (isOwn || head?.length !== said[0]?.length) head = undefined;
    const isLong = run.slice(run.length - (isOwn && head ? under.length : told.length)).map((row) => row.some(isText));
    let lines: string[] = [];
    const flush = (): void => {
      if (lines.length > 0) parts.push({ kind: 'rows', rows: lines });
      lines = [];
    };
    const body = isOwn && head ? under : told;
    for (const [at, cells] of body.entries()) {
      const row = run[run.length - body.length + at] ?? [];
      if (!isLong[at]) {
        lines.push(...(head ? [rowUnder(head, cells)] : readTable([cells], false)).filter((line) => line !== ''));
        continue;
      }
      flush();
      const brief = cells.map((cell, column) => (isText(row[column]) ? '' : cell));
      const [text = ''] = head ? [rowUnder(head, brief)] : readTable([brief], false);
      if (text !== '') parts.push({ kind: 'over', text, isRow: true });
      for (const place of row) if (place?.begins && isText(place)) parts.push({ kind: 'cell', cell: place.cell });
    }
    flush();
  }
  return parts;
};

/** The rows between those of a single cell, which are runs by themselves. */
const runsOf = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && !loneOf(row) && !loneOf(last[0] ?? [])) last.push(row);
    else runs.push([row]);
  }
  return runs;
};

/** The only cell of a row, or its only text, which empty ones hold in place; `undefined` where it has more. */
const loneOf = (row: Row): DomNode | undefined => {
  const cells = [...new Set(row.map((place) => place?.cell))];
  if (cells.length === 1) return cells[0];
  const [first, ...more] = cells.filter((cell) => cell && textOf([cell]).trim() !== '');
  const isHeld = first !== undefined && first !== cells[0] && more.length === 0;
  return isHeld && textOf([first]).trim().length > LONGEST_NAME ? first : undefined;
};

const isNames = (row: Row): boolean =>
  row.every((place) => !place || place.cell.name === 'th' || textOf([place.cell]).trim() === '');

const rowsOf = (node: DomNode, depth: number): DomNode[][] =>
  (node.children ?? []).flatMap((child) => {
    if (child.type !== 'tag') return [];
    if (child.name === 'tr') {
      return [(child.children ?? []).filter((cell) => cell.name === 'td' || cell.name === 'th')];
    }
    return depth < 3 ? rowsOf(child, depth + 1) : [];
  });

/** What the first cell of a row is called by is no longer, where its others hold texts. */
const LONGEST_NAME = 60;
/** A cell of several paragraphs or a list is told in its row where it is no longer. */
const LONGEST_VALUE = 160;
const FEWEST_ROWS = 2;

/** Whether a table lays out a page: it holds others or headings, is one column, or has paragraphs in cells that belong to no named row. */
const isLayout = (rows: readonly Row[]): boolean => {
  const cells = rows.flatMap((row) => row.flatMap((place) => (place ? [place.cell] : [])));
  if (cells.some(isPage)) return true;
  const told = rows.filter((row) => !loneOf(row));
  if (told.length === 0) return true;
  return (
    cells.some((cell) => linesIn(cell).length > 1) &&
    (told.length < FEWEST_ROWS ||
      !told.every(
        ([first]) => !first || (linesIn(first.cell).length < 2 && textOf([first.cell]).trim().length <= LONGEST_NAME),
      ))
  );
};

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const isPage = (cell: DomNode): boolean => contains(cell, 'table') || HEADINGS.some((name) => contains(cell, name));

/** Whether what a cell holds is too long to be told in one line with its row. */
const isText = (place: Placed | undefined): boolean =>
  place !== undefined && linesIn(place.cell).length > 1 && textOf([place.cell]).trim().length > LONGEST_VALUE;

/** The paragraphs and items of a cell that hold words. */
const linesIn = ({ children = [] }: DomNode): readonly DomNode[] =>
  children
    .flatMap((child) => (child.name === 'ul' || child.name === 'ol' ? (child.children ?? []) : [child]))
    .filter((child) => (child.name === 'p' || child.name === 'li') && textOf([child]).trim() !== '');

/** What a cell says in one line, each of several paragraphs apart. */
const saidIn = (cell: DomNode, isHidden: (node: DomNode) => boolean): string => {
  const lines = linesIn(cell);
  const isAll = lettersIn(lines) === lettersIn([cell]);
  if (lines.length < 2 || !isAll) return cleanLine(visibleTextOf(cell, isHidden));
  return lines
    .map((line) => cleanLine(visibleTextOf(line, isHidden)))
    .reduce((said, line) => `${said}${/[.!?,;:]$/.test(said) ? '' : ','} ${line}`);
};

const lettersIn = (nodes: readonly DomNode[]): number => textOf(nodes).replace(/\s+/g, '').length;

const visibleTextOf = (cell: DomNode, isHidden: (node: DomNode) => boolean): string => {
  const said = gather([cell], (node) => !isHidden(node));
  const all = textOf([cell]);
  return said === all ? said : `${said} ${HIDDEN_MARK} ${gather([cell], () => true, isHidden)}`;
};
