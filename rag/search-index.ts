import type { FamilyId, TripId } from '../trips/ids.ts';
import type { ReaderScope } from './library.ts';
import type { Term } from './words/terms.ts';

/** Whose passages these are: the trip's, or (`familyId`) one family's alone. */
export interface Shelf {
  readonly tripId: TripId;
  readonly familyId: FamilyId | undefined;
}

/**
 * Where a unit stands in its document's text: the offset of its first character, and of the one after its last; then,
 * two by two, those of what explains its marks.
 */
export type Span = readonly [start: number, end: number, ...more: number[]];

/** The stretches of a span. */
export const stretchesOf = (span: Span): readonly (readonly [start: number, end: number])[] =>
  span.flatMap((start, at) => (at % 2 === 0 ? [[start, span[at + 1] ?? start] as const] : []));

/** A sentence, list item or table row, with its vector. */
interface NewUnit {
  readonly text: string;
  readonly vector: Float32Array;
  readonly span: Span;
}

export interface NewPassage {
  /** From 0, in document order. */
  readonly ordinal: number;
  readonly page?: number | undefined;
  readonly heading?: string | undefined;
  readonly units: readonly NewUnit[];
}

/** What a passage is from, where it is not from a document: what the trip's own records say. */
export type PaperKind = 'chat' | 'poll' | 'itinerary' | 'reservation' | 'wishes';

/** A passage as it is kept. */
export interface IndexedPassage {
  /** Absent for a document's. */
  readonly kind?: PaperKind | undefined;
  /** Of what people wrote: 0 the oldest, 1 the newest. */
  readonly recency?: number | undefined;
  readonly documentId: string;
  readonly document: string;
  readonly ordinal: number;
  readonly page?: number | undefined;
  readonly heading?: string | undefined;
  readonly units: readonly string[];
  /** One for each unit. */
  readonly spans: readonly Span[];
}

export interface Hit {
  readonly passage: IndexedPassage;
  /** The cosine of the question and each unit, in the order of the units. */
  readonly cosines: readonly number[];
}

export interface Found extends Spread {
  /** The passages nearest by meaning and by words, each once, in no promised order. */
  readonly hits: readonly Hit[];
}

/** What is looked for. */
export interface IndexQuery {
  /** As it was asked. */
  readonly text: string;
  readonly vector: Float32Array;
  readonly terms: readonly Term[];
  /** Names of documents or of their headings, as {@link SearchIndex.names} gives them. */
  readonly about: readonly string[];
}

/** How words are spread over what a scope may read. */
export interface Spread {
  readonly passages: number;
  /** In how many of them each stem or concept token occurs; absent when in none. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The name of a document, or of a heading in one. */
export interface IndexedName {
  readonly name: string;
  /** How many passages stand under it. */
  readonly passages: number;
}

/** All names a scope may know, each once. The same object for as long as none of them changes. */
export type Names = readonly IndexedName[];

/** Passages searched by meaning and by words. Nothing is found without a scope, and nothing outside it. */
export interface SearchIndex {
  /** Replaces what was there of the document. Durable, and searchable, when it resolves. */
  put(
    shelf: Shelf,
    document: { readonly id: string; readonly name: string },
    passages: readonly NewPassage[],
  ): Promise<void>;
  /** Removing what is not there is not an error. */
  remove(shelf: Shelf, documentId: string): Promise<void>;
  /** At most `limit` passages by meaning, as many by words, and the nearest by meaning under each of the names. */
  search(scope: ReaderScope, query: IndexQuery, limit: number): Promise<Found>;
  /** The passages of a document just before and after one of its passages, where the scope may read them. */
  around(scope: ReaderScope, documentId: string, ordinal: number): Promise<readonly IndexedPassage[]>;
  /** Everything the scope may read, in document order. */
  all(scope: ReaderScope): Promise<readonly IndexedPassage[]>;
  /** The names of documents and of the headings in them, each level a name of its own. */
  names(scope: ReaderScope): Promise<Names>;
  /** How the stems, or concept tokens, are spread. */
  spread(scope: ReaderScope, tokens: readonly string[]): Promise<Spread>;
  /** Stems of the scope that begin as this one does, those that are spelt like it among them: what it may have meant. */
  stemsLike(scope: ReaderScope, stem: string): Promise<readonly string[]>;
}
