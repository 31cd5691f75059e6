import { type Agreement, agreementOn } from './agreement.ts';
import type { ScoreBallot } from './ballot.ts';
import type { Compromise } from './compromises/compromise.ts';
import { suggestCompromises } from './compromises/suggest-compromises.ts';
import type { Tradable } from './compromises/trade.ts';
import type { Conflict, Matter } from './conflicts/conflict.ts';
import { detectConflicts } from './conflicts/detect-conflicts.ts';
import { type Decision, decide, type Rule } from './decide.ts';
import { explain } from './explain.ts';
import type { ConsensusFamily, ConsensusOption, TripFacts } from './facts.ts';
import { type Checked, checkOptions, feasible } from './feasible.ts';
import { NO_TURNS, type Turns } from './turns.ts';
import { wishesOf } from './wishes.ts';

/** One thing the families decide together. */
export interface Question {
  readonly question: string;
  readonly options: readonly ConsensusOption[];
  /** Of the families of the trip, with how much each counts. */
  readonly ballots: readonly ScoreBallot[];
  readonly anonymous?: boolean | undefined;
  /** How the ballots choose; by turns when absent. */
  readonly by?: Rule | undefined;
}

/** All that can be said of a question. It holds what families keep to themselves: show it through `shown-to.ts` only. */
export interface Analysis {
  /** Each option with the limits it breaks. */
  readonly checked: readonly Checked[];
  readonly agreement: readonly Agreement[];
  readonly conflicts: readonly Conflict[];
  readonly compromises: readonly Compromise[];
  /** How the ballots choose among the options that break no limit. */
  readonly decision: Decision;
  /** One sentence for everybody. */
  readonly explanation: string;
}

/** Analyses one question of a trip. `others` are its questions that are still open, with which this one may be traded. */
export const analyse = (
  { options, ballots, anonymous, question, by }: Question,
  {
    trip,
    families,
    turns = NO_TURNS,
    others = [],
  }: {
    readonly trip: TripFacts;
    readonly families: readonly ConsensusFamily[];
    readonly turns?: Turns | undefined;
    readonly others?: readonly Question[];
  },
): Analysis => {
  const checked = checkOptions(options, families, trip, ballots);
  const wishes = wishesOf(options, families, ballots);
  const matter: Matter = { question, trip, families, ballots, wishes, checked };
  const tradable = (one: Pick<Question, 'question' | 'ballots'>, among: readonly Checked[]): Tradable => ({
    question: one.question,
    options: feasible(among),
    ballots: one.ballots,
  });
  const open = others.filter((other) => !other.anonymous);
  const decision = decide(
    feasible(checked).map(({ id }) => id),
    ballots,
    turns,
    by,
  );
  return {
    checked,
    agreement: agreementOn(options, wishes, anonymous),
    conflicts: detectConflicts(anonymous ? { ...matter, wishes: hidden(wishes), ballots: [] } : matter),
    compromises: suggestCompromises(
      anonymous ? { ...matter, wishes: hidden(wishes) } : matter,
      anonymous
        ? undefined
        : {
            this: tradable({ question, ballots }, checked),
            others: open.map((other) => tradable(other, checkOptions(other.options, families, trip, other.ballots))),
          },
    ),
    decision,
    explanation: explain({ checked, families, ballots, before: turns, decision, anonymous }),
  };
};

/** What the families' preferences alone say of a trip, before anybody has been asked anything. */
export const analyseTrip = (trip: TripFacts, families: readonly ConsensusFamily[]): readonly Conflict[] =>
  detectConflicts({ trip, families, ballots: [], wishes: [], checked: [] });

/** In an anonymous vote nobody is named as having wished for anything. */
const hidden = <Wish extends { readonly open: boolean }>(wishes: readonly Wish[]): readonly Wish[] =>
  wishes.map((wish) => ({ ...wish, open: false }));
