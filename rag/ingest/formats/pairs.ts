import { looksLikeName } from './table.ts';

/** Words of a name of something that stands over its value, at most. */
const LONGEST_NAME = 4;
const LONGEST_VALUE = 60;
/** What is longer, under a short line by itself, is a text under its title. */
const LONGEST_LONE_VALUE = 40;
/** Pairs in a row that prove that they are some, whatever their values are. */
const FEWEST_PAIRS = 3;
/** Signs of a list, a table, a quotation or a heading: read by their own rules. */
const HAS_SIGNS = /^\s*(?:[-*+•–—>|#]|\(?\d{1,3}[.)])\s|\||\t|\S {2,}\S|:\s|[:.]$/;

/** How letters begin, and how they end over the name of who wrote them. */
const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|day|evening))(?!\p{L})|(?:^|\s)(?:regards|greetings|wishes|thanks|thank you|love|cheers|yours(?: \p{L}+)?|sincerely|faithfully|hugs|see you(?: \p{L}+)?)$/iu;

/** Whether a line may be the name of the one below it: short, no number in it, no stop at its end. */
export const isNameOver = (line: string): boolean => {
  const text = line.trim();
  return (
    /^\p{Lu}/u.test(text) &&
    looksLikeName(text) &&
    !/[.!?,;:@]/.test(text.replace(/(?<=\p{L})\.(?=\p{L})/gu, '')) &&
    text.split(/\s+/).length <= LONGEST_NAME &&
    !GREETING.test(text)
  );
};

/** Whether a line is plainly a value: a number or an address in it, or a word that only a value begins with. */
export const isTelling = (line: string): boolean =>
  /[\d@]/.test(line) || /^(?:free|from|until|till|yes|no|none|not|included|daily|on request)\b/i.test(line.trim());

/** Whether a line may be the value of the name over it. */
export const isValue = (line: string): boolean =>
  /[\p{L}\p{N}]/u.test(line) && line.trim().length <= LONGEST_VALUE && !/[,;:]$/.test(line.trim());

/** A name and what it is of. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Of a name over its value, both as they are told in one line. */
export const sayPair = ({ name, value }: Pair): string => `${name.trim()}: ${value.trim()}`;

/**
 * Lines of plain text, a name and its value on the line below it (`Key box code` over `4471`) made one line. Two lines
 * alone are some where the second is plainly a value, a run of pairs is one where half of them are. With `titled` the
 * first line may be a title, which is no such name.
 */
export const withPairs = (lines: readonly string[], titled: boolean): readonly string[] => {
  const groups = groupsOf(lines);
  const pairs = new Map<number, Pair>();
  for (const [position, group] of groups.entries()) {
    const inside = pairsWithin(group);
    for (const [at, pair] of inside) pairs.set(group.from + at, pair);
    if (inside.size > 0 || (titled && position === 0)) continue;
    const alone = asPair(group.lines);
    if (!alone) continue;
    const run = runAround(groups, position, titled ? 1 : 0);
    const proven = run.length >= FEWEST_PAIRS && isMostlyTelling(run.map(({ value }) => value));
    if (proven || (isTelling(alone.value) && alone.value.trim().length <= LONGEST_LONE_VALUE))
      pairs.set(group.from, alone);
  }
  if (pairs.size === 0) return lines;
  return lines.flatMap((line, index) => {
    const pair = pairs.get(index);
    if (pair) return [sayPair(pair)];
    return pairs.has(index - 1) ? [] : [line];
  });
};

/** Lines without a gap between them. */
interface Group {
  readonly from: number;
  readonly lines: readonly string[];
}

const groupsOf = (lines: readonly string[]): readonly Group[] => {
  const groups: { readonly from: number; readonly lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const last = groups.at(-1);
    if (last && last.from + last.lines.length === index) last.lines.push(line);
    else groups.push({ from: index, lines: [line] });
  }
  return groups;
};

const asPair = ([name, value, ...more]: readonly string[]): Pair | undefined =>
  name !== undefined &&
  value !== undefined &&
  more.length === 0 &&
  !HAS_SIGNS.test(name) &&
  !HAS_SIGNS.test(value) &&
  isNameOver(name) &&
  isValue(value)
    ? { name, value }
    : undefined;

const isMostlyTelling = (values: readonly string[]): boolean => values.filter(isTelling).length * 2 >= values.length;

/** The pairs that stand around this one, each a group by itself. */
const runAround = (groups: readonly Group[], position: number, first: number): readonly Pair[] => {
  const pairAt = (at: number): Pair | undefined => asPair(groups[at]?.lines ?? []);
  let from = position;
  let to = position;
  while (from > first && pairAt(from - 1)) from -= 1;
  while (pairAt(to + 1)) to += 1;
  return groups.slice(from, to + 1).flatMap(({ lines }) => asPair(lines) ?? []);
};

/** The pairs that follow each other in one group, by where each begins; a first line may stand over them all. */
const pairsWithin = ({ lines }: Group): ReadonlyMap<number, Pair> => {
  const start = lines.length % 2;
  const found = new Map<number, Pair>();
  for (let at = start; at < lines.length; at += 2) {
    const pair = asPair(lines.slice(at, at + 2));
    if (!pair) return new Map();
    found.set(at, pair);
  }
  const values = [...found.values()].map(({ value }) => value);
  return found.size >= FEWEST_PAIRS && isMostlyTelling(values) ? found : new Map();
};
