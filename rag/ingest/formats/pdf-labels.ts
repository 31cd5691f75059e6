import { LINE_DROP, type Line, leftOf, lineText } from './pdf-line.ts';
import { looksLikeName } from './table.ts';

/** How tall the name of a value is beside it, at most. */
const LABEL_SCALE = 0.9;
const LONGEST_VALUE = 60;
/** The last words of a paragraph, over the next heading, name nothing. */
const ENDS_A_TEXT = /^\p{Ll}.*\s|[.!?;,]$/u;
/** How far the next such pair lies below, at most, in letter-heights of the value. */
const FARTHEST_STACKED = 5;

/**
 * A small word over what it names (`FLIGHT` over `TP 1351`), made one row of the two. As tickets are set, several stand
 * side by side, as cards are, one below the other; one alone may as well be the end of a text over the next heading.
 */
export const labelled = (lines: readonly Line[]): readonly Line[] => {
  const pairs = lines.flatMap((label, index) => {
    const value = lines[index + 1];
    return value && isLabelOf(label, value) ? [{ label, value }] : [];
  });
  const labels = new Set(
    pairs.flatMap((one, index) => {
      const isBeside = pairs.some(
        (other) => other !== one && Math.abs(other.label.y - one.label.y) < one.label.height * 0.5,
      );
      return isBeside || areStacked(pairs[index - 1], one) || areStacked(one, pairs[index + 1]) ? [one.label] : [];
    }),
  );
  return lines.flatMap((line, index) => {
    const label = lines[index - 1];
    if (labels.has(line)) return [];
    return label && labels.has(label) ? [ofLabel(label, line)] : [line];
  });
};

/** A value with its name before it; it is no heading, however tall it is set. */
const ofLabel = (label: Line, line: Line): Line => {
  const cells = [...label.cells, ...line.cells];
  return { ...line, cells, row: lineText({ ...line, cells }) };
};

interface Labelled {
  readonly label: Line;
  readonly value: Line;
}

/** Whether the second of two pairs is set like the first and stands below it, farther off than a name from its value. */
const areStacked = (one: Labelled | undefined, other: Labelled | undefined): boolean => {
  if (!one || !other) return false;
  const gap = one.value.y - other.label.y;
  return (
    Math.abs(leftOf(one.label) - leftOf(other.label)) <= 2 &&
    Math.abs(one.label.height - other.label.height) < 0.5 &&
    gap > one.label.y - one.value.y &&
    gap < one.value.height * FARTHEST_STACKED
  );
};

const isLabelOf = (label: Line, line: Line): boolean => {
  const [name, ...more] = label.cells;
  const [value, ...others] = line.cells;
  const drop = label.y - line.y;
  return (
    name !== undefined &&
    value !== undefined &&
    more.length + others.length === 0 &&
    !label.unseen &&
    !line.unseen &&
    label.height <= line.height * LABEL_SCALE &&
    drop > 0 &&
    drop <= line.height * LINE_DROP &&
    Math.abs(name.left - value.left) <= 2 &&
    looksLikeName(name.text.trim()) &&
    !ENDS_A_TEXT.test(name.text.trim()) &&
    value.text.trim().length <= LONGEST_VALUE
  );
};
