import type { Stored } from '../../trips/records.ts';

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

/** Documents and lists read lately. Whoever keeps it must forget what others change; what has expired is not found. */
export interface DocumentCache {
  get(pk: string, id: string, now: number): Kept | undefined;
  set(pk: string, id: string, document: Stored | undefined, expiresAt: number): void;
  list(pk: string, type: string, now: number): readonly Stored[] | undefined;
  setList(pk: string, type: string, documents: readonly Stored[], expiresAt: number): void;
  /** A document was saved: it is known, and stands in the list of its type. */
  wrote(document: Stored, expiresAt: number): void;
  /** A document was removed: it is known not to be there, and stands in no list. */
  removed(pk: string, id: string): void;
  /** A document was saved and need not be remembered: nothing is known of it any more, nor of the list of its type. */
  forgetOne(pk: string, id: string, type: string): void;
  /** Nothing is known of a partition any more. */
  forget(pk: string): void;
  clear(): void;
}

/** A list that is longer is read anew when something in it has changed: to copy it for each change would cost more. */
const LONGEST_KEPT_UP = 200;

/** Where a document of that id stands, or would: lists are in the order of their ids. */
const placeOf = (documents: readonly Stored[], id: string): number => {
  let from = 0;
  let to = documents.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((documents[middle]?.id ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return from;
};

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
    if (size <= most) return;
    for (const [oldest, partition] of partitions) {
      if (size <= most) break;
      size -= sizeOf(partition);
      partitions.delete(oldest);
    }
  };
  /** Splices a list at the place of `id`; one that is too long is dropped. */
  const change = ({ lists }: Partition, type: string, id: string, now: readonly Stored[], until: number): void => {
    const kept = lists.get(type);
    if (!kept) return;
    const { documents, expiresAt } = kept;
    if (documents.length > LONGEST_KEPT_UP) {
      lists.delete(type);
      size -= 1;
      return;
    }
    const at = placeOf(documents, id);
    const before = documents[at]?.id === id ? 1 : 0;
    if (before + now.length > 0)
      lists.set(type, { documents: documents.toSpliced(at, before, ...now), expiresAt: Math.min(expiresAt, until) });
  };
  const set = (pk: string, id: string, document: Stored | undefined, expiresAt: number): void =>
    put(pk, ({ documents }) => documents, id, { document, expiresAt });
  const alive = <V extends { readonly expiresAt: number }>(kept: V | undefined, now: number): V | undefined =>
    kept && kept.expiresAt > now ? kept : undefined;

  return {
    get: (pk, id, now) => alive(partitions.get(pk)?.documents.get(id), now),
    set,
    list: (pk, type, now) => alive(partitions.get(pk)?.lists.get(type), now)?.documents,
    setList: (pk, type, documents, expiresAt) => put(pk, ({ lists }) => lists, type, { documents, expiresAt }),
    wrote: (document, expiresAt) => {
      const { pk, id, type } = document;
      set(pk, id, document, expiresAt);
      const partition = partitions.get(pk);
      if (partition) change(partition, type, id, [document], expiresAt);
    },
    forgetOne: (pk, id, type) => {
      const partition = partitions.get(pk);
      if (partition?.documents.delete(id)) size -= 1;
      if (partition?.lists.delete(type)) size -= 1;
    },
    removed: (pk, id) => {
      set(pk, id, undefined, Number.POSITIVE_INFINITY);
      const partition = partitions.get(pk);
      if (!partition) return;
      // Of what type it was is not known.
      for (const type of partition.lists.keys()) change(partition, type, id, [], Number.POSITIVE_INFINITY);
    },
    forget: (pk) => {
      const partition = partitions.get(pk);
      if (!partition) return;
      size -= sizeOf(partition);
      partitions.delete(pk);
    },
    clear: () => {
      partitions.clear();
      size = 0;
    },
  };
};
