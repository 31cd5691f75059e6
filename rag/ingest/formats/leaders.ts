/** A run of dots that leads from a name to its value: `Soup ........ 7`, `Soup . . . . 7`. */
const LEADER = /\s*(?:[.·_]{4,}|…{2,}|(?:[.·] ){3,}[.·]?)\s*(?=\S)/g;
/** What it leads to is no longer. */
const LONGEST_LED = 40;

/** The cells of a line that dots lead across, or `undefined` where none do. */
export const ledCells = (line: string): readonly string[] | undefined => {
  const cells = line
    .split(LEADER)
    .map((cell) => cell.trim())
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  return cells.length > 1 && cells.slice(1).every(({ length }) => length <= LONGEST_LED) ? cells : undefined;
};
