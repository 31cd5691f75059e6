import type { Entity, Stored } from '../../trips/records.ts';

interface Kept {
  /** `undefined`: known not to be there. */
  readonly document: Stored | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

interface KeptList {
  readonly documents: readonly Stored[];
  readonly expiresAt: number;
}

interface Partition {
  readonly documents: Map<string, Kept>;
  readonly lists: Map<string, KeptList>;
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

/** Keeps about `most` documents and lists together; the partition that came first goes first, whole. */
export const documentCache = (most: number): DocumentCache => {
  const partitions = new Map<string, Partition>();
  let size = 0;

  const sizeOf = ({ documents, lists }: Partition): number => documents.size + lists.size;

  const open = (pk: string): Partition => {
    const known = partitions.get(pk);
    if (known) return known;
    const made: Partition = { documents: new Map(), lists: new Map() };
    partitions.set(pk, made);
    return made;
  };
  const put = <V>(pk: string, into: (partition: Partition) => Map<string, V>, at: string, value: V): void => {
    const map = into(open(pk));
    const before = map.size;
    map.set(at, value);
    size += map.size - before;
    for (const [oldest, partition] of partitions) {
      if (size <= most) break;
      size -= sizeOf(partition);
      partitions.delete(oldest);
    }
  };
  const alive = <V extends { readonly expiresAt: number }>(kept: V | undefined, now: number): V | undefined =>
    kept && kept.expiresAt > now ? kept : undefined;

  return {
    get: (pk, id, now) => alive(partitions.get(pk)?.documents.get(id), now),
    set: (pk, id, document, expiresAt) => put(pk, ({ documents }) => documents, id, { document, expiresAt }),
    list: (pk, type, now) => alive(partitions.get(pk)?.lists.get(type), now)?.documents,
    setList: (pk, type, documents, expiresAt) => put(pk, ({ lists }) => lists, type, { documents, expiresAt }),
    dropLists: (pk, types) => {
      const lists = partitions.get(pk)?.lists;
      if (!lists) return;
      for (const type of types) if (lists.delete(type)) size -= 1;
    },
    clear: () => {
      partitions.clear();
      size = 0;
    },
  };
};
