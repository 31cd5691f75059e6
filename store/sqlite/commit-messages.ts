import type { Unsealed } from '../document-codec.ts';

/** One change of a commit as the writing thread gets it: strings and numbers only, which cross threads cheaply. */
export interface ChangeRow {
  readonly id: string;
  /** Absent: nothing is written, only the condition is checked. `null`: the document is removed. */
  readonly put?: {
    readonly type: string;
    readonly etag: string;
    readonly dueAt: string | null;
    /** Milliseconds since the epoch. */
    readonly expiresAt: number | null;
    readonly body: Unsealed;
  } | null;
  readonly ifMatch?: string | undefined;
  readonly ifAbsent?: boolean | undefined;
}

export interface CommitRequest {
  readonly pk: string;
  /** Milliseconds since the epoch: what has expired by then is not there. */
  readonly now: number;
  readonly changes: readonly ChangeRow[];
}

/** What crosses to the writing thread: lists of plain values, which cost a third of what objects do. */
export type Cell = string | number | null;

const CONDITION_ONLY = 0;
const PUT = 1;
const REMOVE = 2;

/** Commits as one list of cells, for {@link unpack}. */
export const pack = (commits: readonly CommitRequest[]): readonly Cell[] => {
  const cells: Cell[] = [];
  for (const { pk, now, changes } of commits) {
    cells.push(pk, now, changes.length);
    for (const { id, put, ifMatch = null, ifAbsent } of changes) {
      cells.push(id, put ? PUT : put === null ? REMOVE : CONDITION_ONLY, ifMatch, ifAbsent ? 1 : 0);
      if (put) cells.push(put.type, put.etag, put.dueAt, put.expiresAt, put.body.open, put.body.secret ?? null);
    }
  }
  return cells;
};

export const unpack = (cells: readonly Cell[]): readonly CommitRequest[] => {
  let at = 0;
  const next = <Kind extends Cell>(): Kind => {
    at += 1;
    return cells[at - 1] as Kind;
  };
  const change = (): ChangeRow => {
    const id = next<string>();
    const what = next<number>();
    const ifMatch = next<string | null>() ?? undefined;
    const ifAbsent = next<number>() === 1;
    if (what !== PUT) return { id, ifMatch, ifAbsent, ...(what === REMOVE && { put: null }) };
    const put = {
      type: next<string>(),
      etag: next<string>(),
      dueAt: next<string | null>(),
      expiresAt: next<number | null>(),
      body: { open: next<string>(), secret: next<string | null>() ?? undefined },
    };
    return { id, ifMatch, ifAbsent, put };
  };
  const commits: CommitRequest[] = [];
  while (at < cells.length) {
    const pk = next<string>();
    const now = next<number>();
    const changes: ChangeRow[] = [];
    for (let left = next<number>(); left > 0; left -= 1) changes.push(change());
    commits.push({ pk, now, changes });
  }
  return commits;
};

/** To the thread: commits to make durable, or the time before which everything expired goes. */
export type ToWriter =
  | { readonly kind: 'commits'; readonly cells: readonly Cell[] }
  | { readonly kind: 'sweep'; readonly now: number }
  | { readonly kind: 'close' };

/**
 * From the thread, once a group is on the disk: of how many messages it was made, the earliest that were not answered yet, and
 * what came of their commits and sweeps, counted through from zero: with what a commit conflicted, how many a sweep removed.
 */
export type FromWriter =
  | {
      readonly kind: 'done';
      readonly messages: number;
      readonly results: readonly (readonly [number, Result])[];
      /** Milliseconds the disk took for it. */
      readonly syncMs: number;
    }
  | { readonly kind: 'failed'; readonly messages: number; readonly why: string };

export type Result = string | number;
