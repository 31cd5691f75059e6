import { html, type Markup } from './markup.ts';
import { page } from './page.ts';

/** A document as it was read, and what of it was cited. */
export interface SourceShown {
  readonly name: string;
  readonly text: string;
  /** Where each page begins in the text, by its number; empty where the document has no pages. */
  readonly pageStarts: ReadonlyMap<number, number>;
  readonly spans: readonly Stretch[];
  /** Where the file itself is to be had. */
  readonly file: string;
}

/** The name of the first cited stretch: a link that ends in `#cited` opens the page there, without any script. */
export const CITED = 'cited';

/** A document's words with what was cited marked, page by page. */
export const sourcePage = ({ name, text, pageStarts, spans, file }: SourceShown): string => {
  const cited = merged(spans, text.length);
  const [first] = cited;
  const pages = pagesOf(pageStarts, text.length);
  const at = first && pages.findLast(({ number, start }) => number !== undefined && start <= first[0]);
  return page(
    name,
    html`<main class="source"><header><h1>${name}</h1><p class="more"><span>The words as they were read in the file.</span> <a href="${file}${at ? `#page=${at.number ?? 1}` : ''}">Open the file${at ? ` at page ${at.number ?? 1}` : ''}</a></p></header>${pages.map(
      ({ number, start, end }) =>
        html`<section class="day"${number !== undefined && html` id="page-${number}"`}>${
          number !== undefined && html`<header><h2>Page ${number}</h2></header>`
        }${linesOf({ text, cited, first: first?.[0] }, [start, end])}</section>`,
    )}</main>`,
  );
};

interface Page {
  readonly number: number | undefined;
  readonly start: number;
  readonly end: number;
}

const pagesOf = (starts: ReadonlyMap<number, number>, length: number): readonly Page[] => {
  const known = [...starts].sort(([, a], [, b]) => a - b);
  if (known.length === 0) return [{ number: undefined, start: 0, end: length }];
  return known.map(([number, start], index) => ({
    number,
    start: index === 0 ? 0 : start,
    end: known[index + 1]?.[1] ?? length,
  }));
};

/** The stretches in order, those that touch made one, none outside the text. */
const merged = (spans: SourceShown['spans'], length: number): readonly Stretch[] => {
  const all: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (start >= length) continue;
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], Math.min(end, length));
    else all.push([start, Math.min(end, length)]);
  }
  return all;
};

type Stretch = readonly [start: number, end: number];

/** A text and the stretches of it that are marked; the first of all begins at `first`. */
interface Marking {
  readonly text: string;
  readonly cited: readonly Stretch[];
  readonly first: number | undefined;
}

/** The lines of a stretch, each a paragraph, with the cited words marked. */
const linesOf = (marking: Marking, [from, to]: Stretch): readonly Markup[] => {
  const { text } = marking;
  const lines: Markup[] = [];
  let start = from;
  while (start < to) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 || stop > to ? to : stop;
    if (end > start) lines.push(html`<p>${marked(marking, [start, end])}</p>`);
    start = end + 1;
  }
  return lines;
};

const marked = ({ text, cited, first }: Marking, [from, to]: Stretch): readonly Markup[] => {
  const pieces: Markup[] = [];
  let at = from;
  for (const [start, end] of cited) {
    if (end <= from || start >= to) continue;
    const begins = Math.max(start, from);
    const ends = Math.min(end, to);
    pieces.push(html`${text.slice(at, begins)}`);
    const words = text.slice(begins, ends);
    pieces.push(begins === first ? html`<mark id="${CITED}">${words}</mark>` : html`<mark>${words}</mark>`);
    at = ends;
  }
  pieces.push(html`${text.slice(at, to)}`);
  return pieces;
};
