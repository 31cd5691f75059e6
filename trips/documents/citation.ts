/** Where a stated thing stands: the document, its page (1-based, when it has pages), and the words there. */
export interface Citation {
  /** The number in brackets in the answer, from 1. */
  readonly n: number;
  readonly documentId: string;
  readonly document: string;
  readonly page?: number | undefined;
  readonly quote: string;
  /** Where the quoted sentences stand in the document's text: offsets of each one's first character and of the one after its last. */
  readonly spans?: readonly (readonly [start: number, end: number])[] | undefined;
  /** Opens the document at the quoted words, for whoever was told them; absent where a door has no use for it. */
  readonly link?: string | undefined;
  /** What it is, where it is no document: a poll, the plan, a reservation, a message, the family's own wishes. */
  readonly kind?: 'chat' | 'poll' | 'itinerary' | 'reservation' | 'wishes' | undefined;
}

/** `hotel.pdf, page 2`. */
export const sayCitation = ({ document, page }: Pick<Citation, 'document' | 'page'>): string =>
  page === undefined ? document : `${document}, page ${page}`;
