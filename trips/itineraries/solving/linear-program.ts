/** A column's share in a row. */
export interface Term {
  readonly column: number;
  readonly factor: number;
}

/** A constant and what columns add to it. */
export interface Sum {
  readonly constant: number;
  readonly terms: readonly Term[];
}

/** A quantity to be decided, within its bounds; `gain` is what one of it adds to what is maximised. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
  readonly whole: boolean;
  readonly gain: number;
}

/** What the sum of the terms may be. */
export interface Row {
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
}

/** Answers that exclude each other, each as the columns one of which is 1 when it comes true. */
export type Question = readonly (readonly number[])[];

/** A mixed-integer linear program: maximise the gains within the rows. Every column is bounded. */
export interface LinearProgram {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What settles most of the rest, the first rank first: a solver may search by it. It changes nothing about what is best. */
  readonly questions?: readonly (readonly Question[])[] | undefined;
}

/** How much work a solution is worth, in seconds of the processor: the best so far is taken when no other can gain more than `within` beyond it. */
export interface Effort {
  readonly seconds: number;
  readonly within: number;
}

/** What came of it. `optimal`: nothing gains more than `within` beyond it; `feasible`: the best so far when the time was up. */
export type Solved =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly values: readonly number[];
      readonly gain: number;
      /** Proved: nothing gains more than this. */
      readonly bound: number;
    }
  /** Proved: nothing satisfies the rows. */
  | { readonly status: 'infeasible' }
  /** The time was up before anything was found or disproved. */
  | { readonly status: 'unknown' };

/** A solver of linear programs; the same program with the same effort gives the same answer unless the time runs out. */
export type Solve = (program: LinearProgram, effort: Effort) => Solved;

export const term = (column: number, factor = 1): Term => ({ column, factor });
export const sumOf = (terms: readonly Term[], constant = 0): Sum => ({ constant, terms });

/** Collects columns and rows while a program is written down. */
export interface Draft {
  readonly columns: Column[];
  readonly rows: Row[];
}

export const openDraft = (): Draft => ({ columns: [], rows: [] });

/** Adds a yes-or-no column and returns its number. */
export const yesNo = (draft: Draft, gain = 0): number =>
  draft.columns.push({ lower: 0, upper: 1, whole: true, gain }) - 1;

/** Adds a column that counts from zero to `most`. */
export const count = (draft: Draft, most: number, gain = 0): number =>
  draft.columns.push({ lower: 0, upper: most, whole: true, gain }) - 1;

/** Adds a continuous column from zero to `upper`. */
export const amount = (draft: Draft, upper: number, gain = 0): number =>
  draft.columns.push({ lower: 0, upper, whole: false, gain }) - 1;

const difference = (left: Sum, right: Sum): readonly Term[] => [
  ...left.terms,
  ...right.terms.map(({ column, factor }) => term(column, -factor)),
];

/** `left <= right`. */
export const atMost = (draft: Draft, left: Sum, right: Sum): void => {
  draft.rows.push({
    terms: difference(left, right),
    lower: Number.NEGATIVE_INFINITY,
    upper: right.constant - left.constant,
  });
};

/** `left = right`. */
export const equal = (draft: Draft, left: Sum, right: Sum): void => {
  const constant = right.constant - left.constant;
  draft.rows.push({ terms: difference(left, right), lower: constant, upper: constant });
};
