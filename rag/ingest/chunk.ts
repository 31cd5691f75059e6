import type { Span } from '../search-index.ts';
import { type Block, HIDDEN_MARK } from './block.ts';
import { leansOnPrevious } from './leaning.ts';
import { type Legend, legendOf, meaningsOf } from './legend.ts';
import { sentencesOf } from './sentences.ts';

/** Characters that a chunk aims at: the text under one heading is dealt out evenly in chunks of about this size. */
const AIM = 400;
/** A chunk closes before it grows past this, unless a single list item needs more. */
const MOST = 520;
/** A sentence longer than this is cut at a word: no door shows more of it. */
const LONGEST_UNIT = 480;
const LONGEST_HEADING = 160;
/** An entry up to here is quoted whole. */
const LONGEST_ENTRY = 160;
const ENTRY = /^\p{Lu}[\p{L}\p{N} '’()&/-]{1,30}: /u;

/** A part of a document that is searched as one. Its units (sentences, list items, table rows) are what is quoted. */
export interface Chunk {
  /** From 0, in document order. */
  readonly ordinal: number;
  readonly page?: number | undefined;
  /** The headings above it, outermost first, joined by ` > `. */
  readonly heading?: string | undefined;
  readonly units: readonly string[];
  /** Where each unit stands in {@link documentText}. */
  readonly spans: readonly Span[];
}

/** A document's words as they are kept and as offsets count them: a line for each block. */
export const documentText = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

/** A unit and where it stands. */
interface Placed {
  readonly text: string;
  readonly span: Span;
}

/** The text of a chunk: each unit on a line of its own. */
export const chunkText = (units: readonly string[]): string => units.join('\n');

/**
 * Chunks of about 300 to 500 characters, in document order; the same blocks give the same chunks. None crosses a page
 * or a heading; list items and table rows are not torn apart, and sentences only when they are monsters.
 */
export const chunksOf = (blocks: readonly Block[]): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  const headings: { readonly level: number; readonly text: string; readonly span: Span; told: boolean }[] = [];
  /** What stands under the current headings on the current page: units that stay together form a group. */
  let groups: Placed[][] = [];
  let page: number | undefined;

  const emit = (units: readonly Placed[]): void => {
    if (units.length === 0) return;
    const heading = headings.map(({ text }) => text).join(' > ');
    chunks.push({
      ordinal: chunks.length,
      page,
      heading: heading === '' ? undefined : heading,
      units: units.map(({ text }) => text),
      spans: units.map(({ span }) => span),
    });
  };
  const close = (): void => {
    if (groups.length > 0) for (const heading of headings) heading.told = true;
    for (const units of deal(groups)) emit(units);
    groups = [];
  };
  /** Leaves the headings of this level and below; one with nothing under it is itself what the document says. */
  const leave = (level: number): void => {
    for (let last = headings.at(-1); last && last.level >= level; last = headings.at(-1)) {
      headings.pop();
      if (!last.told) emit([last]);
    }
  };

  const legend = legendOf(blocks);
  const offsets = offsetsOf(blocks);
  for (const [index, block] of blocks.entries()) {
    const offset = offsets[index] ?? 0;
    if (block.page !== page) {
      close();
      page = block.page;
    }
    const said = block.kind !== 'heading';
    if (!said || block.level !== undefined) {
      const level = block.level ?? 1;
      close();
      leave(level);
      if (block.text !== '') {
        for (const heading of headings) heading.told = true;
        const text = block.text.slice(0, LONGEST_HEADING);
        headings.push({ level, text, span: [offset, offset + text.length], told: said });
      }
    }
    if (said) {
      const units = placed(
        (isOneEntry(block) ? [block.text] : sentencesOf(block.text)).flatMap(cut),
        block,
        offset,
      ).map((unit) => explained(stillHidden(unit, block), index, legend, offsets));
      if (block.kind === 'paragraph') for (const unit of units) addUnit(groups, unit);
      else groups.push([...units]);
    }
  }
  close();
  leave(0);
  return chunks;
};

/** An entry ("Allergies: Bo - nuts. Ilse - none.", an item of a list) says of what it speaks once, at its beginning. */
const isOneEntry = ({ kind, text }: Block): boolean =>
  kind === 'row' || (text.length <= LONGEST_ENTRY && (kind === 'item' || ENTRY.test(text)));

/** Where each block begins in {@link documentText}. */
const offsetsOf = (blocks: readonly Block[]): readonly number[] => {
  let next = 0;
  return blocks.map(({ text }) => {
    const offset = next;
    next += text.length + 1;
    return offset;
  });
};

/** A unit with what its marks mean behind it, as both are written. */
const explained = (unit: Placed, block: number, legend: Legend, offsets: readonly number[]): Placed => {
  const meanings = unit.text.startsWith(HIDDEN_MARK) ? [] : meaningsOf(legend, block, unit.text);
  return {
    text: [unit.text, ...meanings.map(({ text }) => text)].join(' … '),
    span: [
      ...unit.span,
      ...meanings.flatMap(({ block: of, start, text }) => {
        const from = (offsets[of] ?? 0) + start;
        return [from, from + text.length];
      }),
    ],
  };
};

/** What was hidden stays marked as hidden when it is taken apart. */
const stillHidden = (unit: Placed, { text }: Block): Placed =>
  text.startsWith(HIDDEN_MARK) && !unit.text.startsWith(HIDDEN_MARK)
    ? { ...unit, text: `${HIDDEN_MARK} ${unit.text}` }
    : unit;

/** Finds each unit in the block it was cut from, which begins at `offset`. */
const placed = (units: readonly string[], { text }: Block, offset: number): readonly Placed[] => {
  let from = 0;
  return units.map((unit) => {
    const start = Math.max(from, text.indexOf(unit, from));
    from = start + unit.length;
    return { text: unit, span: [offset + start, offset + from] };
  });
};

/** Adds a unit to the groups: to the last one where it leans on that, so that no cut comes between them. */
const addUnit = (groups: Placed[][], unit: Placed): void => {
  const last = groups.at(-1);
  if (last && leansOnPrevious(unit.text) && sizeOf(last) + unit.text.length < MOST) last.push(unit);
  else groups.push([unit]);
};

const sizeOf = (group: readonly Placed[]): number => group.reduce((sum, { text }) => sum + text.length + 1, 0);

/** Deals the groups out in order, so that the last chunk is not a crumb. */
const deal = (groups: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] => {
  const total = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  const aim = total / Math.max(1, Math.round(total / AIM));
  const dealt: (readonly Placed[])[] = [];
  let units: Placed[] = [];
  let size = 0;
  for (const group of groups) {
    const more = sizeOf(group);
    if (size > 0 && (size + more > MOST || size + more / 2 > aim)) {
      dealt.push(units);
      units = [];
      size = 0;
    }
    units.push(...group);
    size += more;
  }
  if (units.length > 0) dealt.push(units);
  return dealt;
};

const cut = (unit: string): readonly string[] => {
  const parts: string[] = [];
  let rest = unit;
  while (rest.length > LONGEST_UNIT) {
    const space = rest.lastIndexOf(' ', LONGEST_UNIT);
    const end = space > LONGEST_UNIT / 2 ? space : LONGEST_UNIT;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts;
};
