/** Where a stated thing stands: the document, its page (1-based, when it has pages), and the words there. */
export interface Citation {
  /** The number in brackets in the answer, from 1. */
  readonly n: number;
  readonly documentId: string;
  readonly document: string;
  readonly page?: number | undefined;
  readonly quote: string;
}

/** `hotel.pdf, page 2`. */
export const sayCitation = ({ document, page }: Pick<Citation, 'document' | 'page'>): string =>
  page === undefined ? document : `${document}, page ${page}`;
