import type { Block } from './block.ts';
import { sentencesOf } from './sentences.ts';

/** Characters that a chunk aims at: the text under one heading is dealt out evenly in chunks of about this size. */
const AIM = 400;
/** A chunk closes before it grows past this, unless a single list item needs more. */
const MOST = 520;
/** A sentence longer than this is cut at a word: no door shows more of it. */
const LONGEST_UNIT = 480;
const LONGEST_HEADING = 160;

/** A part of a document that is searched as one. Its units (sentences, list items, table rows) are what is quoted. */
export interface Chunk {
  /** From 0, in document order. */
  readonly ordinal: number;
  readonly page?: number | undefined;
  /** The headings above it, outermost first, joined by ` > `. */
  readonly heading?: string | undefined;
  readonly units: readonly string[];
}

/** The text of a chunk: each unit on a line of its own. */
export const chunkText = (units: readonly string[]): string => units.join('\n');

/**
 * Chunks of about 300 to 500 characters, in document order; the same blocks give the same chunks. None crosses a page
 * or a heading; list items and table rows are not torn apart, and sentences only when they are monsters.
 */
export const chunksOf = (blocks: readonly Block[]): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  const headings: { readonly level: number; readonly text: string; told: boolean }[] = [];
  /** What stands under the current headings on the current page: units that stay together form a group. */
  let groups: (readonly string[])[] = [];
  let page: number | undefined;

  const emit = (units: readonly string[]): void => {
    if (units.length === 0) return;
    const heading = headings.map(({ text }) => text).join(' > ');
    chunks.push({ ordinal: chunks.length, page, heading: heading === '' ? undefined : heading, units });
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
      if (!last.told) emit([last.text]);
    }
  };

  for (const block of blocks) {
    if (block.page !== page) {
      close();
      page = block.page;
    }
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      close();
      leave(level);
      if (block.text !== '') {
        for (const heading of headings) heading.told = true;
        headings.push({ level, text: block.text.slice(0, LONGEST_HEADING), told: false });
      }
    } else if (block.kind === 'row') groups.push(cut(block.text));
    else {
      const sentences = sentencesOf(block.text).flatMap(cut);
      if (block.kind === 'item') groups.push(sentences);
      else groups.push(...sentences.map((sentence) => [sentence]));
    }
  }
  close();
  leave(0);
  return chunks;
};

/** Deals the groups out in order, so that the last chunk is not a crumb. */
const deal = (groups: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const sizeOf = (group: readonly string[]): number => group.reduce((sum, unit) => sum + unit.length + 1, 0);
  const total = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  const aim = total / Math.max(1, Math.round(total / AIM));
  const dealt: (readonly string[])[] = [];
  let units: string[] = [];
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
