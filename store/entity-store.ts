import type { Commit, Page, Records } from '../trips/records.ts';

/** A document as it is kept: what is sealed stays sealed, and an older version stays as it was. */
export interface KeptDocument {
  readonly body: KeptBody;
  /** Milliseconds since the epoch from which on it is not there any more. */
  readonly expiresAt?: number | undefined;
}

export type KeptBody = Readonly<Record<string, unknown>> & {
  readonly pk: string;
  readonly id: string;
  readonly type: string;
};

/** A store of documents: the domain's view of it, plus what the process needs to run it. */
export interface EntityStore extends Records {
  /** Resolves when a read and a write would work now; throws `store-unavailable` otherwise. */
  ping(): Promise<void>;
  /** Drops documents whose `ttl` has run out; returns how many. Reads never return them even before the sweep. */
  sweep(): Promise<number>;
  /**
   * Documents of every partition, in an order in which what is rewritten stays where it is and what is new comes last.
   * A page may hold fewer than `limit`; the last one has no continuation.
   */
  keptPage(limit: number, continuation?: string): Promise<Page<KeptDocument & { readonly etag: string }>>;
  /** Writes documents of one partition as they are, with the end they had; `ifMatch` demands the etag that was read. */
  keep(pk: string, documents: readonly (KeptDocument & { readonly ifMatch?: string | undefined })[]): Promise<Commit>;
  close(): Promise<void>;
}

/** The most documents one page may hold. */
export const MAX_PAGE = 200;
