/** The cells of one row, as text. */
export type RowCells = readonly string[];

/** Cells from which a row is one of a table with column names, not a name and its value. */
const TABLE_COLUMNS = 3;
const LONGEST_COLUMN_NAME = 30;

/** Whether a cell reads like the name of others: short and without a number. */
export const looksLikeName = (cell: string): boolean =>
  cell !== '' && cell.length <= LONGEST_COLUMN_NAME && !/\d/.test(cell);

/** What the second of two columns is called; of two cells, any other may be a name and its value. */
const SECOND_COLUMN =
  /^(?:in )?(?:(?:the |your |you |our )?(?:price|cost|fee|rate|fare|charge|amount|total|pays?|hours|times?|dates?|days?|distance|duration|quantity|qty|beds|age|opening hours|refund)s?|eur|usd|gbp|chf|[€$£]|(?:\p{L}+ )?per \p{L}+)(?: (?:per|in|for|each|a) [\p{L}€$£]+)*$/iu;

/** Whether a row reads like the names of columns, each short and without a number: three or more, or two of which the second says that it is one. */
const looksLikeNames = (cells: RowCells): boolean =>
  cells.every(looksLikeName) &&
  (cells.length >= TABLE_COLUMNS || (cells.length === 2 && SECOND_COLUMN.test(cells[1]?.trim() ?? '')));

/** A cell that is a value and nothing else: a sum, a time, a measure, or that there is none. */
const VALUE =
  /^(?:(?:\p{Lu}{3}|kr|[€$£¥])\s?\d[\d.,’']*(?:[.,]?-)?|\d[\d.,:’']*\s?(?:\p{Lu}{3}|kr|[€$£¥%]|kg|k?m|cm|h|min)?|free|included|none|no|yes|[-–—])$/iu;
const FEWEST_VALUES = 2;

/**
 * Whether the first row holds the names of the columns, where nothing but the words can tell: numbers stand below it. A
 * name may have a number (`Youth 13 to 17`, `3 days`) where all that stands below it, row by row, is values.
 */
export const isHeaded = ([head = [], ...rest]: readonly RowCells[]): boolean =>
  (looksLikeNames(head) && rest.some((cells) => cells.some((cell) => /\d/.test(cell)))) ||
  (head.length >= TABLE_COLUMNS &&
    looksLikeName(head[0]?.trim() ?? '') &&
    head.every(
      (cell) =>
        cell.length <= LONGEST_COLUMN_NAME && /\p{L}{3}|\d(?:st|nd|rd|th)\b/u.test(cell) && !VALUE.test(cell.trim()),
    ) &&
    rest.length >= FEWEST_VALUES &&
    rest.every(([, ...cells]) => cells.some((cell) => VALUE.test(cell.trim()) && /\d/.test(cell))) &&
    rest.every(([, ...cells]) => cells.every((cell) => cell.trim() === '' || VALUE.test(cell.trim()))));

/**
 * One line a row that can be understood alone: with a heading row, each cell after the first carries its column's
 * name (`Taverna do Mar: Cuisine: Italian; Price: EUR 22`); without one, the cells stand side by side.
 */
export const readTable = (rows: readonly RowCells[], headed: boolean): readonly string[] => {
  const [head, ...rest] = rows;
  if (!headed || !head || rest.length === 0) return rows.map(sideBySide).filter((line) => line !== '');
  return rest.map((cells) => rowUnder(head, cells)).filter((line) => line !== '');
};

/** One row, with the names of its columns on it. */
export const rowUnder = (head: RowCells, cells: RowCells): string => {
  const [first = '', ...others] = cells;
  const named = others
    .map((cell, index) => [head[index + 1]?.trim() ?? '', cell.trim()] as const)
    .filter(([, cell]) => cell !== '')
    .map(([column, cell]) => (column === '' ? cell : `${column}: ${cell}`));
  if (first.trim() === '') return named.join('; ');
  const of = firstOf(head[0]?.trim() ?? '', first.trim());
  return named.length === 0 ? of : `${of} | ${named.join('; ')}`;
};

/** What a row is about; a number or a code does not say by itself what it is of: `Flight: CN 644`, `Age: 6 to 12`. */
const firstOf = (name: string, cell: string): string =>
  looksLikeName(name) && !SAYS_NOTHING.test(name) && NUMBERED.test(cell) ? `${name}: ${cell}` : cell;

const NUMBERED = /^(?:\p{Lu}{1,3}[ -]?)?\d/u;
const SAYS_NOTHING =
  /^(?:items?|what|names?|descriptions?|types?|positions?|services?|products?|articles?|no\.?|nr\.?|#)$/i;

const sideBySide = (cells: RowCells): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');
