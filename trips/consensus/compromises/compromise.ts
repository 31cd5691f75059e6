export const COMPROMISE_KINDS = ['least-happy-most', 'most-for-all', 'split', 'trade', 'relax'] as const;
export type CompromiseKind = (typeof COMPROMISE_KINDS)[number];

/** A way out that is proposed. */
export interface Compromise {
  readonly kind: CompromiseKind;
  /** For everybody; true to the ballots, and silent about whose private limit is concerned. */
  readonly text: string;
  readonly relatedOptions: readonly string[];
  /** For one family alone, by its id: what it would have to give, with its price. */
  readonly own: Readonly<Record<string, string>>;
}
