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
    readonly body: string;
  } | null;
  readonly ifMatch?: string | undefined;
  readonly ifAbsent?: boolean | undefined;
}

export interface CommitRequest {
  readonly n: number;
  readonly pk: string;
  /** Milliseconds since the epoch: what has expired by then is not there. */
  readonly now: number;
  readonly changes: readonly ChangeRow[];
}

/** To the thread: commits to make durable, or the time before which everything expired goes. */
export type ToWriter =
  | { readonly kind: 'commits'; readonly commits: readonly CommitRequest[] }
  | { readonly kind: 'sweep'; readonly n: number; readonly now: number }
  | { readonly kind: 'close' };

/** From the thread, once a group is on the disk: each commit with the id that conflicted, if one did. */
export type FromWriter =
  | {
      readonly kind: 'done';
      readonly results: readonly {
        readonly n: number;
        readonly conflict?: string | undefined;
        readonly swept?: number;
      }[];
    }
  | { readonly kind: 'failed'; readonly ns: readonly number[]; readonly why: string };
