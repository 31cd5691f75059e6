import { type Block, HIDDEN_MARK } from './block.ts';
import { marksIn, noteMark } from './marks.ts';
import { sentencesOf } from './sentences.ts';

/** What a mark means, as it is written, and where that stands in its block and in the document's text. */
export interface Meaning {
  readonly text: string;
  readonly block: number;
  readonly start: number;
}

/** The meanings of the marks of a document, in its order. */
export type Legend = ReadonlyMap<string, readonly Meaning[]>;

const MARK = '\\p{Lu}\\p{L}{0,2}|\\p{Ll}{1,2}';
/** `V = vegan, GF = gluten free`. */
const EQUAL = new RegExp(
  `(?<![\\p{L}\\p{N}=])\\(?(?<mark>${MARK})\\)?\\s?=\\s?(?<means>[^,;|=]{2,80}?)(?=\\s*(?:[,;|]|\\.?$|\\s\\(?(?:${MARK})\\)?\\s?=|\\.\\s))`,
  'gu',
);
/** `(V) vegan (GF) gluten free`, one or more to a line. */
const BRACKETED = new RegExp(
  `\\((?<mark>${MARK})\\)\\s*[:–-]?\\s+(?<means>\\p{L}[^(,;|]{2,80}?)(?=\\s*(?:[,;(|]|\\.?$))`,
  'gu',
);
/** `v - vegetarian` on a line of its own. */
const DASHED = new RegExp(`^(?<mark>${MARK})(?: [–-] |: | \\| )(?<means>\\p{Ll}.{2,80})$`, 'u');
const LONGEST_NOTE = 240;
const MOST_MEANINGS = 4;
/** Marks without brackets stand in short lines: rows and items. */
const LONGEST_MARKED = 120;

/** Every mark that the document explains, with its explanations. */
export const legendOf = (blocks: readonly Block[]): Legend => {
  const legend = new Map<string, Meaning[]>();
  for (const [block, { kind, text }] of blocks.entries()) {
    if (kind === 'heading' || text.startsWith(HIDDEN_MARK)) continue;
    for (const { mark, start, end } of explainedIn(text)) {
      const known = legend.get(mark) ?? [];
      known.push({ text: text.slice(start, end), block, start });
      legend.set(mark, known);
    }
  }
  return legend;
};

interface Explained {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

const explainedIn = (text: string): readonly Explained[] => {
  const note = noteMark(text);
  if (note !== undefined) {
    const [first = ''] = sentencesOf(text);
    return [{ mark: note, start: 0, end: text.length <= LONGEST_NOTE ? text.length : first.length }];
  }
  const dashed = DASHED.exec(text);
  if (dashed) return [{ mark: dashed.groups?.mark ?? '', start: 0, end: text.length }];
  const found = text.includes('=') ? text.matchAll(EQUAL) : text.startsWith('(') ? text.matchAll(BRACKETED) : [];
  return [...found].map(({ 0: whole, index, groups }) => ({
    mark: groups?.mark ?? '',
    start: index,
    end: index + whole.length,
  }));
};

/**
 * What the marks in a part of a block mean: a note below it, the first of them; of letters the nearest legend, the next
 * one below before one above. A legend explains nothing of itself.
 */
export const meaningsOf = (legend: Legend, block: number, text: string): readonly Meaning[] => {
  if (legend.size === 0 || [...marksOnce(legend, text)].length === 0) return [];
  const meanings = new Map<string, Meaning>();
  for (const mark of marksOnce(legend, text)) {
    const known = legend.get(mark) ?? [];
    if (known.some((one) => one.block === block)) return [];
    const below = known.find((one) => one.block > block);
    const meant = below ?? (/^\p{L}/u.test(mark) ? known.at(-1) : undefined);
    if (meant) meanings.set(mark, meant);
  }
  return [...meanings.values()].slice(0, MOST_MEANINGS);
};

/** The marks of the legend that a text carries. */
const marksOnce = (legend: Legend, text: string): ReadonlySet<string> =>
  new Set([...marksIn(text), ...lettersIn(legend, text)].filter((mark) => legend.has(mark)));

const lettersIn = (legend: Legend, text: string): readonly string[] => {
  const lists = [
    ...[...text.matchAll(/[([]([\p{L}*†]{1,3}(?:\s?[,/+& ]\s?[\p{L}*†]{1,3})*)[)\]]/gu)].map(([, list = '']) => list),
    ...text.split(/\s\|\s|;\s/).map((cell) => cell.replace(/^[^:]{1,30}:\s/, '')),
  ].map((list) => list.split(/[,/+& ]+/).filter((mark) => mark !== ''));
  const listed = lists.filter((marks) => marks.every((mark) => legend.has(mark))).flat();
  const bare =
    text.length <= LONGEST_MARKED
      ? [...text.matchAll(/(?<=\s)\p{Lu}{2,3}(?![\p{L}\p{N}])|(?<=\s)\p{Lu}(?=,? ?(?:\p{Lu}{1,3})?$)/gu)].map(
          ([mark]) => mark,
        )
      : [];
  return [...listed, ...bare];
};
