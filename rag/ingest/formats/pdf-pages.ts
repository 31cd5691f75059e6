import { type Line, leftOf, lineText, type Page } from './pdf-line.ts';
import { rowsOn } from './pdf-tables.ts';

/** The share of a page's height, at its head and at its foot, in which lines stand that are on every page. */
const MARGIN = 0.11;
/** They stand off from the text by so many letter-heights, and are no taller than it. */
const APART = 1.5;
const TALLEST = 1.1;
/** How far two of them may stand apart on their pages, in points. */
const SAME_PLACE = 3;
const FEWEST_PAGES = 2;
/** Of the pages, how many carry one at least: left and right pages may have their own. */
const LEAST_SHARE = 0.4;
const LINES_EACH = 3;
/** A page's own number among words that say that it is one. */
const PAGE_NUMBER =
  /\b(?:page|seite|p[áa]gina|pagina|side|sida|pág|pg|p)\b\.? ?\d{1,4}|\b\d{1,4} ?(?:\/|of|von|de|di) ?\d{1,4}\b|^[-–— ]*\d{1,4}[-–— ]*$|(?:[|·•–-] ?)\d{1,4}$|^\d{1,4} ?[|·•–-]/gi;

/** A page, what stands at the head and foot of others as well apart from its text. */
export interface ReadPage extends Page {
  readonly head: readonly Line[];
  readonly foot: readonly Line[];
}

/** The pages with what stands on each of them told on the first alone. */
export const withoutRunning = (pages: readonly Page[], body: number): readonly ReadPage[] => {
  const marginal = pages.map((page) => marginalLines(page, body));
  const counted = new Map<string, Line[]>();
  for (const { head, foot } of marginal)
    for (const line of [...head, ...foot]) counted.set(nameOf(line), [...(counted.get(nameOf(line)) ?? []), line]);
  const isRunning = (line: Line): boolean => {
    const alike = (counted.get(nameOf(line)) ?? []).filter(
      (one) => Math.abs(one.y - line.y) <= SAME_PLACE && Math.abs(leftOf(one) - leftOf(line)) <= SAME_PLACE,
    );
    return alike.length >= FEWEST_PAGES && alike.length >= pages.length * LEAST_SHARE;
  };
  const told = new Set<string>();
  const firstTime = (line: Line): boolean => {
    const name = nameOf(line);
    const isFirst = !told.has(name);
    told.add(name);
    return isFirst;
  };
  return pages.map((page, index) => {
    const [head, foot] = [marginal[index]?.head.filter(isRunning) ?? [], marginal[index]?.foot.filter(isRunning) ?? []];
    const away = new Set([...head, ...foot]);
    return {
      ...page,
      lines: page.lines.filter((line) => !away.has(line)),
      head: head.filter(firstTime),
      foot: foot.filter(firstTime),
    };
  });
};

const nameOf = (line: Line): string => lineText(line).replace(/\s+/g, ' ').trim().replace(PAGE_NUMBER, '#');

/** The lines at the head and foot of a page that stand apart from its text. */
const marginalLines = (
  { lines, top, bottom }: Page,
  body: number,
): { readonly head: readonly Line[]; readonly foot: readonly Line[] } => {
  const seen = lines.filter(({ unseen, row, head }) => !unseen && (row === undefined || head === undefined));
  const ordered = [...seen].sort((one, other) => other.y - one.y);
  const tall = top - bottom;
  const isSmall = (line: Line): boolean => line.height <= body * TALLEST;
  const takeWhileApart = (some: readonly Line[], isIn: (line: Line) => boolean): readonly Line[] => {
    const near = some.slice(0, LINES_EACH + 1);
    const gap = near.findIndex((line, index) => {
      const next = near[index + 1];
      return next === undefined || Math.abs(line.y - next.y) >= APART * Math.max(line.height, body);
    });
    return near.slice(0, gap + 1).filter((line) => isSmall(line) && isIn(line));
  };
  const head = takeWhileApart(ordered, ({ y }) => y >= top - tall * MARGIN);
  const foot = takeWhileApart([...ordered].reverse(), ({ y }) => y <= bottom + tall * MARGIN);
  return { head, foot: foot.filter((line) => !head.includes(line)).reverse() };
};

/** The pages, the rows with which one begins under the names of the columns that stand on the one before, where its last table goes on. */
export const withTablesOn = <P extends Page>(pages: readonly P[]): readonly P[] => {
  let last: Line | undefined;
  return pages.map((page) => {
    const names = last?.head;
    const rows = names ? rowsOn(names, page.lines) : [];
    const lines = rows.length === 0 ? page.lines : [...rows, ...page.lines.slice(rows.length)];
    last = lines.at(-1);
    return { ...page, lines };
  });
};
