/** A line of text that may hold words of several columns of prose. */
export interface Printed {
  readonly cells: readonly { readonly text: string; readonly left: number; readonly right: number }[];
  /** The baseline, growing upwards. */
  readonly y: number;
  readonly height: number;
  readonly unseen: boolean;
}

/** Lines that were printed across two columns of prose. */
export interface Across {
  /** The first of the lines and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where the right column begins. */
  readonly gutter: number;
}

/** Lines in which both columns have words, at least. */
const FEWEST_BESIDE = 3;
/** No page is set in more lines, and no line of prose in more cells. */
const MOST_LINES = 150;
const MOST_CELLS = 40;
/** How far two lines of a column lie apart at most, in letter-heights; a gap is a paragraph's. */
const FARTHEST = 3.2;
const SAME_TEXT = 1.8;
/** How far a line may begin beside its column's margin, in letter-heights: paragraphs are set in. */
const INDENT = 2;
/** Of the lines of prose that follow on another, how many go on within a sentence, at least. */
const LEAST_FLOWING = 0.25;
const FEWEST_FLOWING = 3;
/** Letters of a line of prose, on average, at least. */
const LETTERS = 14;

/** The next lines, from one on, that hold two columns of prose each and were printed across both. */
export const nextAcross = (lines: readonly Printed[], start: number): Across | undefined => {
  /** Gutters between lines that are no columns, and the line after the last of those. */
  const refused = new Map<number, number>();
  for (let from = start; from < lines.length; from += 1) {
    const [, ...cells] = lines[from]?.cells.slice(0, MOST_CELLS) ?? [];
    for (const { left: gutter } of cells) {
      if (from < (refused.get(Math.round(gutter)) ?? 0)) continue;
      const { to, isBeside } = reach(lines, from, gutter);
      if (isBeside && isProse(lines.slice(from, to), gutter)) return { from, to, gutter };
      refused.set(Math.round(gutter), to);
    }
  }
  return undefined;
};

/** Whether a cell stands in the right column. */
export const isRightOf = (gutter: number, left: number, height: number): boolean => left >= gutter - height / 2;

/** Where the lines end that keep the gutter free, and whether enough of them have words on both sides of it. */
const reach = (lines: readonly Printed[], from: number, gutter: number): { to: number; isBeside: boolean } => {
  let to = from;
  let beside = 0;
  let lastBeside = from;
  for (; to < lines.length && to - from < MOST_LINES; to += 1) {
    const line = lines[to];
    const before = to > from ? lines[to - 1] : undefined;
    if (!line || !keepsFree(line, gutter) || (before && !isBelow(before, line))) break;
    const right = line.cells.filter(({ left }) => isRightOf(gutter, left, line.height)).length;
    if (right > 0) lastBeside = to;
    if (right > 0 && right < line.cells.length) beside += 1;
  }
  if (beside < FEWEST_BESIDE) return { to, isBeside: false };
  const rest = restOf(lines.slice(from, to), lastBeside + 1 - from, gutter);
  return { to: lastBeside + 1 + rest, isBeside: true };
};

/** How many of the lines below the last that stand side by side belong to the left column: its own text, and texts that are broken at its margin. */
const restOf = (lines: readonly Printed[], from: number, gutter: number): number => {
  const margin = Math.max(
    ...lines
      .slice(0, from)
      .flatMap(({ cells, height }) => cells.map(({ left, right }) => (isRightOf(gutter, left, height) ? 0 : right))),
  );
  let rest = 0;
  let isWhole = true;
  for (let index = from; index < lines.length; index += 1) {
    const [above, line] = lines.slice(index - 1, index + 1);
    const [cell, ...more] = line?.cells ?? [];
    if (!above || !line || !cell || more.length > 0 || cell.right > margin + line.height) break;
    if (!isSameText(above, line)) isWhole = false;
    const last = above.cells[0];
    if (isWhole || (last && isSameText(above, line) && flows(last, cell, margin))) rest = index + 1 - from;
  }
  return rest;
};

const keepsFree = ({ cells, height, unseen }: Printed, gutter: number): boolean => {
  if (unseen || cells.length > MOST_CELLS) return false;
  const [first] = cells.filter(({ left }) => isRightOf(gutter, left, height));
  return (
    cells.every(({ left, right }) => isRightOf(gutter, left, height) || right <= gutter) &&
    (first === undefined || first.left - gutter <= height * INDENT)
  );
};

const isBelow = (above: Printed, line: Printed): boolean =>
  above.y > line.y && above.y - line.y <= Math.max(above.height, line.height) * FARTHEST;

const isSameText = (above: Printed | undefined, line: Printed | undefined): boolean =>
  above !== undefined &&
  line !== undefined &&
  above.y - line.y <= Math.max(above.height, line.height) * SAME_TEXT &&
  Math.abs(above.height - line.height) <= 1;

interface Part {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Whether both sides of the gutter read on from line to line, each broken where its next word had no room. */
const isProse = (lines: readonly Printed[], gutter: number): boolean => {
  const sides = [false, true].map((isRight) =>
    lines.flatMap(({ cells, height }): readonly Part[] => {
      const own = cells.filter(({ left }) => isRightOf(gutter, left, height) === isRight);
      const [first] = own;
      const last = own.at(-1);
      return first && last
        ? [{ text: own.map(({ text }) => text.trim()).join(' '), left: first.left, right: last.right }]
        : [];
    }),
  );
  const counts = sides.map(flowing);
  return counts.every((count) => count > 0) && counts.reduce((sum, count) => sum + count, 0) >= FEWEST_FLOWING;
};

/** Lines that go on within a sentence; 0 where they are too few for prose. */
const flowing = (parts: readonly Part[]): number => {
  const letters = parts.reduce((sum, { text }) => sum + text.length, 0);
  const margin = Math.max(...parts.map(({ right }) => right));
  let count = 0;
  let breaks = 0;
  for (const [index, part] of parts.slice(1).entries()) {
    const before = parts[index] ?? part;
    if (flows(before, part, margin)) count += 1;
    else if (STARTS_LOW.test(part.text)) breaks += 1;
  }
  const isEnough = count >= Math.max(1, (parts.length - 1) * LEAST_FLOWING) && breaks * 4 <= count;
  return isEnough && letters >= parts.length * LETTERS ? count : 0;
};

const STARTS_LOW = /^\s*\p{Ll}/u;

/** Whether a line goes on within a sentence, because its first word had no room above. */
const flows = (above: Part, line: Part, margin: number): boolean => {
  const word = (/^\s*\S+/.exec(line.text)?.[0].length ?? 0) + 1;
  return STARTS_LOW.test(line.text) && above.right + ((line.right - line.left) * word) / line.text.length > margin;
};
