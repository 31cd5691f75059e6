import type { DomNode } from 'html-to-text';

/** Rows and columns that one cell may reach over, and from which column on none does: no table made for people comes near, and more would be a way to fill the memory. */
const MOST_REACHED = 40;
const MOST_COLUMNS = 60;

/** The cell of a table at a place, and whether it begins in that column. */
export interface Placed {
  readonly cell: DomNode;
  readonly begins: boolean;
}

/** The cells of rows by column, each in every place that it reaches over; places that none holds are left out at the end of a row. */
export const gridOf = (rows: readonly (readonly DomNode[])[]): readonly (readonly (Placed | undefined)[])[] => {
  const grid: (Placed | undefined)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column]) column += 1;
      const isFar = column >= MOST_COLUMNS;
      const wide = isFar ? 1 : reachOf(cell, 'colspan');
      const high = isFar ? 1 : reachOf(cell, 'rowspan');
      const first: Placed = { cell, begins: true };
      const rest: Placed = { cell, begins: false };
      for (const below of grid.slice(at, at + high)) {
        for (let over = 0; over < wide; over += 1) {
          while (below.length < column + over) below.push(undefined);
          below[column + over] = over === 0 ? first : rest;
        }
      }
      column += wide;
    }
  }
  return grid;
};

const reachOf = ({ attribs }: DomNode, name: 'colspan' | 'rowspan'): number => {
  const reach = Number(attribs?.[name] ?? 1);
  return Number.isInteger(reach) && reach > 0 ? Math.min(reach, MOST_REACHED) : 1;
};

/** Rows of names, one under the other, as one: `High season` over `Day` is `High season Day`. */
export const oneHead = (heads: readonly (readonly string[])[]): readonly string[] => {
  const columns = Math.max(0, ...heads.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) =>
    [...new Set(heads.map((head) => head[column] ?? ''))].filter((name) => name !== '').join(' '),
  );
};
