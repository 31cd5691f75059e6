/** A piece of a document as its author laid it out; what every format is read into. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** Of a heading: 1 is the document's title, 6 the least. Of other words: they are said, and stand above what follows as a heading of this level does. */
  readonly level?: number;
  readonly text: string;
  /** 1-based; absent where the format has no pages. */
  readonly page?: number;
}

/** Stands before text that a reader of the original would not have seen. */
export const HIDDEN_MARK = '[hidden text]';

export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'message/rfc822'
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'text/calendar'
  | 'text/html'
  | 'text/markdown'
  | 'text/plain';

/** A file as it was sent. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** What whoever sent it wrote beside it: all that a picture says. */
  readonly caption?: string | undefined;
}

/** What a document was read into. */
export interface Extracted {
  readonly mediaType: MediaType;
  readonly pages: number;
  readonly blocks: readonly Block[];
  /** Parts that hold no text, for the person who sent it: `pages 2-4 are pictures`. Absent when all was read. */
  readonly unread?: string | undefined;
}

/** Why a document was not read; `detail` is one sentence for the person who sent it. */
export interface Unread {
  readonly reason: 'unsupported-type' | 'too-large' | 'too-many-pages' | 'no-text' | 'unreadable';
  readonly detail: string;
}

/** What reading one document may cost. */
export interface ExtractionLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Of text, once unpacked. */
  readonly maxCharacters: number;
  /** Sentences, list items and rows: what is searched one by one. */
  readonly maxUnits: number;
  readonly timeoutMs: number;
  /** How far the process may grow while the document is read; loading embedding models meanwhile counts, some 250 each. */
  readonly maxMegabytes: number;
}

/** Limits that take any document a family sends and no bomb: a 500-page guide book is read in seconds. */
export const DEFAULT_LIMITS: ExtractionLimits = {
  maxBytes: 20_000_000,
  maxPages: 500,
  maxCharacters: 600_000,
  maxUnits: 20_000,
  timeoutMs: 15_000,
  maxMegabytes: 600,
};

/** Stops a reader as soon as a document holds more than it may; caught in `extract`. */
export class TooMuch extends Error {
  readonly refusal: Unread;
  constructor(refusal: Unread) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** Counts the characters read so far and throws {@link TooMuch} beyond the limit. */
export const characterMeter = (limits: ExtractionLimits): ((text: string) => void) => {
  let read = 0;
  return (text) => {
    read += text.length;
    if (read > limits.maxCharacters) {
      throw new TooMuch({
        reason: 'too-large',
        detail: `It holds more text than I can read at once (${limits.maxCharacters.toLocaleString('en')} characters). Send me the part that matters.`,
      });
    }
  };
};
