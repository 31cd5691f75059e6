import { isHeaded, looksLikeName, type RowCells } from './table.ts';

/** What programs put between the cells of a row. */
const SIGNS = [';', ',', '\t'] as const;
const FEWEST_ROWS = 2;
const FEWEST_NAMED = 3;
const MOST_COLUMNS = 100;

/** A table as spreadsheets write it in plain text. */
export interface Delimited {
  /** What stands over the table, a line each. */
  readonly titles: readonly string[];
  readonly rows: readonly RowCells[];
  /** Whether the first row holds the names of the columns. */
  readonly headed: boolean;
}

/** The rows of a text that is a table and nothing else (RFC 4180, and what programs make of it); `undefined` for any other. */
export const delimitedIn = (text: string): Delimited | undefined => {
  for (const sign of SIGNS) {
    const read = rowsOf(text.replace(/^\ufeff?(?:sep=[;,\t]\r?\n)?/, ''), sign);
    const all = read?.filter((cells) => cells.some((cell) => cell !== '')) ?? [];
    const start = all.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1);
    const rows = all.slice(Math.max(0, start));
    if (start < 0 || rows.length < FEWEST_ROWS || !isTable(rows)) continue;
    const [head = []] = rows;
    const headed = isHeaded(rows) || (head.length >= FEWEST_NAMED && head.every(looksLikeName));
    // What tabs set apart may be names and values as well, which the text tells better.
    if (sign === '\t' && !headed) continue;
    return { titles: all.slice(0, start).flatMap((cells) => cells.filter((cell) => cell !== '')), rows, headed };
  }
  return undefined;
};

/** Whether rows are those of one table: as many cells in each; in prose, a space stands behind a comma. */
const isTable = (rows: readonly RowCells[]): boolean => {
  const columns = rows[0]?.length ?? 0;
  return (
    columns > 1 &&
    columns <= MOST_COLUMNS &&
    rows.every((cells) => cells.length === columns) &&
    (rows[0] ?? []).some((cell) => /\p{L}/u.test(cell))
  );
};

/** The cells by row; `undefined` where a sign stands before a space, as in prose, or a quotation does not end. */
const rowsOf = (text: string, sign: string): readonly RowCells[] | undefined => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const end = quoteEnd(text, at + 1);
      if (end < 0) return undefined;
      cell = text
        .slice(at + 1, end)
        .replaceAll('""', '"')
        .replace(/\s+/g, ' ')
        .trim();
      at = end + 1;
      if (at < text.length && text[at] !== sign && !/[\r\n]/.test(text[at] ?? '')) return undefined;
    } else {
      const from = at;
      while (at < text.length && text[at] !== sign && text[at] !== '\n' && text[at] !== '\r') at += 1;
      cell = text.slice(from, at);
      if (row.length > 0 && sign !== '\t' && /^ \S/.test(cell)) return undefined;
      cell = cell.trim();
    }
    row.push(cell);
    if (text[at] === sign) {
      at += 1;
      // A line that ends with the sign ends with an empty cell.
      if (at < text.length && !/[\r\n]/.test(text[at] ?? '')) continue;
      row.push('');
    }
    rows.push(row);
    if (rows.length === FEWEST_ROWS && rows.every(({ length }) => length < 2)) return undefined;
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return rows;
};

/** Where a quotation ends that began before `from`; two quotation marks in it are one. -1 for nowhere. */
const quoteEnd = (text: string, from: number): number => {
  let end = text.indexOf('"', from);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
};
