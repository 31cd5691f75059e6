/** The cells of one row, as text. */
export type RowCells = readonly string[];

/**
 * One line a row that can be understood alone: with a heading row, each cell after the first carries its column's
 * name (`Taverna do Mar: Cuisine: Italian; Price: EUR 22`); without one, the cells stand side by side.
 */
export const readTable = (rows: readonly RowCells[], headed: boolean): readonly string[] => {
  const [head, ...rest] = rows;
  if (!headed || !head || rest.length === 0) return rows.map(sideBySide).filter((line) => line !== '');
  return rest
    .map((cells) => {
      const [first = '', ...others] = cells;
      const named = others
        .map((cell, index) => [head[index + 1]?.trim() ?? '', cell.trim()] as const)
        .filter(([, cell]) => cell !== '')
        .map(([column, cell]) => (column === '' ? cell : `${column}: ${cell}`));
      if (first.trim() === '') return named.join('; ');
      return named.length === 0 ? first.trim() : `${first.trim()} | ${named.join('; ')}`;
    })
    .filter((line) => line !== '');
};

const sideBySide = (cells: RowCells): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');
