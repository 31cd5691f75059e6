import type { Citation } from '../trips/documents/citation.ts';
import type { Language } from '../trips/language.ts';

/** Something a person can do by choosing it: the skill and the input it runs with. Never trusted: the skill checks it anew. */
export interface Act {
  readonly skill: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One line of a numbered list, or one button. */
export interface Choice {
  readonly label: string;
  readonly act: Act;
}

export interface PollCardOption {
  readonly optionId: string;
  readonly text: string;
  readonly details?: string | undefined;
  readonly price?: string | undefined;
  /** Families that vote for it. */
  readonly votes: number;
  /** The reader's family votes for it. */
  readonly mine: boolean;
  /** Where families give scores: the mean so far, `3.7` of 5, and what the reader's family gave. */
  readonly score?: string | undefined;
  readonly myScore?: number | undefined;
}

/** A poll as one reader sees it. Options are numbered from 1 in this order on every door. */
export interface PollCard {
  readonly kind: 'poll';
  /** The trip it belongs to, so that a vote finds it wherever the card stands. */
  readonly tripId?: string | undefined;
  readonly pollId: string;
  readonly question: string;
  /** One option when absent; a score for each; or every one that suits. */
  readonly takes?: 'choice' | 'score' | 'approval' | undefined;
  /** `Ana (Silva)`. */
  readonly askedBy: string;
  readonly status: 'open' | 'closed' | 'finalized';
  readonly options: readonly PollCardOption[];
  /** The reader's family by name, when the reader has a vote. */
  readonly votingFor?: string | undefined;
  /** When voting ends, in the trip's time zone, in words. */
  readonly closes?: string | undefined;
  /** Names of families that have not voted. */
  readonly waitingFor: readonly string[];
  /** Names of families whose vote the organizer recorded for them. */
  readonly recorded?: readonly string[] | undefined;
  /** How it ended, in one sentence; only when it is not open. */
  readonly outcome?: string | undefined;
}

export interface ItineraryCard {
  readonly kind: 'itinerary';
  readonly title: string;
  readonly days: readonly {
    /** `Day 1, Fri 11 Jun`. */
    readonly label: string;
    readonly items: readonly {
      readonly time: string;
      readonly title: string;
      readonly cost?: string | undefined;
      readonly note?: string | undefined;
    }[];
  }[];
  /** `EUR 5,310 of EUR 6,000`. */
  readonly total?: string | undefined;
  /** What was proved; `name` is what a check is about, in a word or two. */
  readonly checks: readonly { readonly ok: boolean; readonly text: string; readonly name?: string | undefined }[];
  readonly gaps: readonly string[];
  /** The page with the whole plan. */
  readonly link?: string | undefined;
}

/** A titled list of labelled facts: a trip at a glance, who somebody is. */
export interface FactsCard {
  readonly kind: 'facts';
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export type Card = PollCard | ItineraryCard | FactsCard;

/** What the assistant says, as data; each door renders it. Never holds Markdown, HTML or a door's own markup. */
export interface Reply {
  /** What is said in words. With a card it is one line that introduces it. */
  readonly text: string;
  /** The language all of it is in, and which renderers speak around it; English when absent. */
  readonly language?: Language | undefined;
  /** What it is about, where a door has a line for that (e-mail). */
  readonly subject?: string | undefined;
  readonly card?: Card | undefined;
  /** Numbered for those who type, buttons for those who click. */
  readonly choices?: readonly Choice[] | undefined;
  /** Sources of the [n] marks in the text. */
  readonly citations?: readonly Citation[] | undefined;
  /** True when what was asked for is not the asker's to reach; programs are told so by a status. */
  readonly denied?: boolean | undefined;
  /** True when a family's own matters are in it: never said in a group. */
  readonly private?: boolean | undefined;
}
