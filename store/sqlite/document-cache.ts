import type { Entity, Stored } from '../../trips/records.ts';

interface Kept {
  /** `undefined`: known not to be there. */
  readonly document: Stored | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Documents and lists read lately. Whoever keeps it must drop what others change; what has expired is not found. */
export interface DocumentCache {
  get(pk: string, id: string, now: number): Kept | undefined;
  set(pk: string, id: string, document: Stored | undefined, expiresAt: number): void;
  list(pk: string, type: string, now: number): readonly Stored[] | undefined;
  setList(pk: string, type: string, documents: readonly Stored[], expiresAt: number): void;
  dropLists(pk: string, types: ReadonlySet<Entity['type']>): void;
  clear(): void;
}

/** Keeps at most `most` documents and as many lists; the one put in first goes first. */
export const documentCache = (most: number): DocumentCache => {
  const documents = new Map<string, Kept>();
  const lists = new Map<string, { readonly documents: readonly Stored[]; readonly expiresAt: number }>();
  const key = (pk: string, name: string): string => `${pk}\u0000${name}`;
  const bounded = <V>(map: Map<string, V>, at: string, value: V): void => {
    if (map.size >= most && !map.has(at)) {
      const [oldest] = map.keys();
      if (oldest !== undefined) map.delete(oldest);
    }
    map.set(at, value);
  };
  return {
    get: (pk, id, now) => {
      const kept = documents.get(key(pk, id));
      return kept && kept.expiresAt > now ? kept : undefined;
    },
    set: (pk, id, document, expiresAt) => bounded(documents, key(pk, id), { document, expiresAt }),
    list: (pk, type, now) => {
      const kept = lists.get(key(pk, type));
      return kept && kept.expiresAt > now ? kept.documents : undefined;
    },
    setList: (pk, type, found, expiresAt) => bounded(lists, key(pk, type), { documents: found, expiresAt }),
    dropLists: (pk, types) => {
      for (const type of types) lists.delete(key(pk, type));
    },
    clear: () => {
      documents.clear();
      lists.clear();
    },
  };
};
