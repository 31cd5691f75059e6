import type { Records } from '../trips/records.ts';

/** A store of documents: the domain's view of it, plus what the process needs to run it. */
export interface EntityStore extends Records {
  /** Resolves when a read and a write would work now; throws `store-unavailable` otherwise. */
  ping(): Promise<void>;
  /** Drops documents whose `ttl` has run out; returns how many. Reads never return them even before the sweep. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

/** The most documents one page may hold. */
export const MAX_PAGE = 200;
