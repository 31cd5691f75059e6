import type { ScoreBallot } from '../ballot.ts';
import type { ConsensusFamily, TripFacts } from '../facts.ts';
import type { Checked } from '../feasible.ts';
import type { Wish } from '../wishes.ts';

export const CONFLICT_TYPES = ['budget_mismatch', 'dates', 'diet', 'mobility', 'ages', 'pace', 'room_split'] as const;
export type ConflictType = (typeof CONFLICT_TYPES)[number];

/** Something on which families' wishes and limits do not fit together. */
export interface Conflict {
  readonly type: ConflictType;
  /** For everybody: says what, never whose private limit it is nor its numbers. */
  readonly details: string;
  readonly involvedFamilies: readonly string[];
  /** Those of them whose part everybody may know, because their ballots or the trip's facts are open. */
  readonly openly: readonly string[];
  readonly relatedOptions: readonly string[];
  /** For one family alone, by its id: its own part, with its numbers. */
  readonly own: Readonly<Record<string, string>>;
}

/** What conflicts and compromises are looked for in: one question, or the trip as a whole when there are no options. */
export interface Matter {
  readonly question?: string | undefined;
  readonly trip: TripFacts;
  readonly families: readonly ConsensusFamily[];
  readonly ballots: readonly ScoreBallot[];
  /** What each family wishes, by its ballot or its interests. */
  readonly wishes: readonly Wish[];
  /** The options with the limits they break. */
  readonly checked: readonly Checked[];
}
