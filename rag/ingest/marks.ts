/** Signs that stand behind what a note is about. */
const SIGN = '[*†‡§]{1,4}';
const RAISED = '[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}';
const BEHIND = new RegExp(
  `(?<=[\\p{L}\\p{N})\\]€$%.”"']) ?(?<sign>${SIGN})(?=[\\s|,.;:)]|$)|(?<=(?:^|\\|\\s|: )\\s*)(?<alone>${SIGN})(?=\\s*(?:[|;]|$))|(?<=[\\p{L}\\p{N})€$%.”"'] ?)(?<raised>${RAISED})|(?<=\\p{L} ?)(?<number>\\d{1,2})\\)`,
  'gu',
);
/** Square and cubic metres carry no note. */
const MEASURED = /(?<![\p{L}])[ckd]?m ?$/u;
const NOTE = new RegExp(
  `^(?:\\\\?(${SIGN})(?=\\s+[\\p{L}\\p{N}])|(${RAISED}) ?(?=\\S)|\\(?(\\d{1,2})\\) ?(?=\\S))`,
  'u',
);
/** Emphasis of Markdown. */
const EMPHASISED = /(\*{1,3})(?=\S)[^*\n]{1,500}(?<=\S)\1/g;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as they are set above the line; anything else as it is. */
export const raised = (text: string): string =>
  /^\d{1,2}$/.test(text) ? [...text].map((digit) => DIGITS[Number(digit)]).join('') : text;

const lowered = (text: string): string =>
  [...text].map((sign) => (DIGITS.includes(sign) ? DIGITS.indexOf(sign) : sign)).join('');

/** The marks that words of a line carry, each of which a note may explain: `*`, `**`, `†`, and numbers as digits. */
export const marksIn = (line: string): readonly string[] => {
  const plain = line.replace(EMPHASISED, (whole) => ' '.repeat(whole.length));
  return [...plain.matchAll(BEHIND)].flatMap(({ index, groups = {} }): readonly string[] => {
    const { sign, alone, raised: above, number } = groups;
    if (above !== undefined) return MEASURED.test(plain.slice(0, index)) ? [] : [lowered(above)];
    if (number !== undefined) return isOpen(plain.slice(0, index)) ? [] : [number];
    return [sign ?? alone ?? ''];
  });
};

/** Whether a bracket is open at the end: `(room 1)` carries no mark. */
const isOpen = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** The mark that a note begins with, `undefined` where a line begins with none. */
export const noteMark = (line: string): string | undefined => {
  const [, sign, above, number] = NOTE.exec(line.trim()) ?? [];
  return sign ?? (above === undefined ? number : lowered(above));
};

/** Lines that begin with one such sign, at most: what more of them do is a list. */
const MOST_NOTES = 2;

/** Which of the lines of a text are notes on others, not items of a list: their mark stands behind something above them. */
export const notesAmong = (lines: readonly string[]): ReadonlySet<number> => {
  const begun = lines.map(noteMark);
  const count = new Map<string, number>();
  for (const mark of begun) if (mark !== undefined) count.set(mark, (count.get(mark) ?? 0) + 1);
  const notes = new Set<number>();
  if (count.size === 0) return notes;
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const mark = begun[index];
    if (mark !== undefined && seen.has(mark) && (count.get(mark) ?? 0) <= MOST_NOTES) notes.add(index);
    else for (const used of marksIn(line)) seen.add(used);
  }
  return notes;
};
