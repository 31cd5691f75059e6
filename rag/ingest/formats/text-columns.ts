import { nextAcross, type Printed } from './columns.ts';
import { joinedLines } from './hyphens.ts';

/** Words with single spaces between them: what stands two spaces off is another column's. */
const CELL = /\S+(?: \S+)*/g;

interface TextLine extends Printed {
  readonly index: number;
}

/** The lines of a plain text, where columns of prose are set side by side with blanks: one after the other, each paragraph on a line. */
export const columnsApart = (lines: readonly string[]): readonly string[] => {
  const printed = lines.flatMap((line, index): readonly TextLine[] =>
    line.trim() === '' ? [] : [{ index, cells: cellsOf(line), y: -index, height: 1, unseen: false }],
  );
  const apart: string[] = [];
  let done = 0;
  for (let across = nextAcross(printed, 0); across; across = nextAcross(printed, across.to)) {
    const { from, to, gutter } = across;
    const first = printed[from]?.index ?? done;
    const end = (printed[to - 1]?.index ?? first) + 1;
    const both = lines.slice(first, end);
    apart.push(...lines.slice(done, first));
    for (const column of [both.map((line) => line.slice(0, gutter)), both.map((line) => line.slice(gutter))]) {
      const inner = columnsApart(column);
      apart.push('', ...(inner === column ? paragraphsOf(column) : inner));
    }
    apart.push('');
    done = end;
  }
  return done === 0 ? lines : [...apart, ...lines.slice(done)];
};

const cellsOf = (line: string): Printed['cells'] =>
  line.includes('\t')
    ? []
    : [...line.matchAll(CELL)].map(({ 0: text, index }) => ({ text, left: index, right: index + text.length }));

const IS_ITEM = /^(?:[-*•–+]|\d{1,2}[.)])\s/;

/** The paragraphs of one column, with a gap around each that had several lines. */
const paragraphsOf = (column: readonly string[]): readonly string[] => {
  const width = Math.max(0, ...column.map((line) => line.trim().length));
  const paragraphs: string[] = [];
  let previous = '';
  let isLong = false;
  for (const line of column.map((one) => one.trim())) {
    const [word = ''] = line.split(' ');
    const last = paragraphs.at(-1);
    const hasNoRoom = previous !== '' && previous.length + 1 + word.length > width;
    if (last !== undefined && line !== '' && hasNoRoom && !IS_ITEM.test(line)) {
      if (!isLong) paragraphs.splice(-1, 0, '');
      paragraphs[paragraphs.length - 1] = joinedLines(last, line, () => false);
      isLong = true;
    } else {
      if (isLong) paragraphs.push('');
      paragraphs.push(line);
      isLong = false;
    }
    previous = line;
  }
  return paragraphs;
};
