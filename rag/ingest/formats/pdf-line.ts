/** Words of one look in one place; lengths in points, `y` the baseline from the foot of the page. */
export interface Piece {
  readonly str: string;
  readonly left: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly unseen: boolean;
  readonly bold?: boolean;
  /** How often it is turned to the left by a quarter; not at all where it does not say. */
  readonly turn?: number;
}

/** Words of a line that stand apart from the next ones, as those of a table's column do. */
export interface Cell {
  text: string;
  readonly left: number;
  right: number;
}

/** What stands on one baseline, or in one row of a table. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly y: number;
  readonly height: number;
  readonly unseen: boolean;
  /** From end to end. */
  bold?: boolean;
  /** A row of a table, told with the names of its columns. */
  readonly row?: string | undefined;
  /** Of such a row: the names of its columns. */
  readonly head?: Line;
}

/** The lines of one page. */
export interface Page {
  readonly page: number;
  readonly lines: readonly Line[];
  /** The height of its head and its foot. */
  readonly top: number;
  readonly bottom: number;
}

/** Where it begins, in points. */
export const leftOf = ({ cells }: Line): number => cells[0]?.left ?? 0;
/** Where it ends. */
export const rightOf = ({ cells }: Line): number => cells.at(-1)?.right ?? 0;
/** Its words, the cells of a row apart by a bar. */
export const lineText = ({ cells, row }: Line): string => row ?? cells.map(({ text }) => text.trim()).join(' | ');

/** How far the next line of one text lies below the one before it, in letter-heights, at most. */
export const LINE_DROP = 1.6;
