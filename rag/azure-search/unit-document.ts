import { createHash } from 'node:crypto';
import type { IndexedPassage, NewPassage, Shelf } from '../search-index.ts';
import { shelfKey } from '../shelves.ts';
import { asciiWord } from '../words/ascii-word.ts';
import { termsMeant, tokensOfAll } from '../words/terms.ts';

/** A unit as Azure AI Search keeps it; `index-definition.ts` has the same fields. */
export interface UnitDocument {
  readonly id: string;
  readonly shelf: string;
  /** The passage it belongs to. */
  readonly passage: string;
  /** Its place in the passage. */
  readonly unit: number;
  readonly documentId: string;
  readonly document: string;
  /** What it was put with: a document that is put again has another. */
  readonly edition: string;
  readonly ordinal: number;
  readonly page: number | null;
  readonly heading: string | null;
  /** The document’s name and its headings’. */
  readonly names: readonly string[];
  readonly text: string;
  /** Of the unit itself; where what explains its marks stands is not kept. */
  readonly start: number;
  readonly end: number;
  /** The words of the whole passage, on its first unit only. */
  readonly terms: string;
  readonly vector: readonly number[];
}

/** Keys hold letters, digits, `_`, `-` and `=` only: https://learn.microsoft.com/azure/search/search-howto-create-indexes. */
const keyOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The units of a document's passages, ready to be kept. The same document again has the same ids as far as it goes. */
export const unitsOf = (
  shelf: Shelf,
  document: { readonly id: string; readonly name: string },
  passages: readonly NewPassage[],
  edition: string,
): readonly UnitDocument[] =>
  passages.flatMap(({ ordinal, page, heading, units }) => {
    const key = shelfKey(shelf);
    const passage = keyOf(key, document.id, ordinal);
    const words = termsMeant([heading ?? '', document.name, ...units.map(({ text }) => text)].join('\n'));
    const names = [...new Set([document.name, ...(heading ?? '').split(' > ')])].filter((name) => name !== '');
    return units.map(({ text, vector, span: [start, end] }, unit) => ({
      id: keyOf(key, document.id, ordinal, unit),
      shelf: key,
      passage,
      unit,
      documentId: document.id,
      document: document.name,
      edition,
      ordinal,
      page: page ?? null,
      heading: heading ?? null,
      // On every unit: a vector query within a name must find each of them.
      names,
      text,
      start,
      end,
      terms: unit === 0 ? tokensOfAll(words).map(asciiWord).join(' ') : '',
      vector: [...vector],
    }));
  });

/** The passages that the units make up, in the order of their first unit; units may come in any order. */
export const passagesOf = (units: readonly Omit<UnitDocument, 'vector' | 'terms'>[]): readonly IndexedPassage[] =>
  [...Map.groupBy(units, ({ passage }) => passage).values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => a.unit - b.unit);
    const [first] = inOrder;
    if (!first) return [];
    return {
      documentId: first.documentId,
      document: first.document,
      ordinal: first.ordinal,
      page: first.page ?? undefined,
      heading: first.heading ?? undefined,
      units: inOrder.map(({ text }) => text),
      spans: inOrder.map(({ start, end }) => [start, end] as const),
    };
  });
