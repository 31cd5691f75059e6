import type { Citation } from '../trips/documents/citation.ts';
import type { Language } from '../trips/language.ts';
import type { PollKind } from '../trips/polls/poll.ts';

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

/** An option with what is known of it. */
export interface FoundOption {
  readonly text: string;
  readonly details?: string | undefined;
  /** Where it is: `Rua das Flores 5`. */
  readonly place?: string | undefined;
  /** An https link to a picture of it. */
  readonly picture?: string | undefined;
  /** For one person: `EUR 14 each`. */
  readonly price?: string | undefined;
  /** For everybody together, and the reader's family's part: `EUR 140 for all`, `EUR 56 for you`. */
  readonly total?: string | undefined;
  readonly yours?: string | undefined;
  /** Each family's part: `Chens EUR 56, Silvas EUR 42`. */
  readonly shares?: string | undefined;
  /** What speaks for it, for everybody. */
  readonly why?: string | undefined;
  /** How it suits the reader's family, for that family alone. */
  readonly forYou?: string | undefined;
  /** Where it is said: `restaurants.html, page 2`. */
  readonly source?: string | undefined;
}

/** What was found and cannot be chosen: it is shown struck out, with the limit it breaks. */
export interface RuledOut extends Pick<FoundOption, 'text' | 'source'> {
  readonly why: string;
}

/** A poll that nobody votes on yet. Options are lettered from A, so that numbers answer what may be done with it. */
export interface DraftCard {
  readonly kind: 'draft';
  readonly question: string;
  readonly options: readonly FoundOption[];
  readonly ruledOut: readonly RuledOut[];
  /** When voting is to end, in the trip's time zone, in words. */
  readonly closes?: string | undefined;
}

export interface PollCardOption extends FoundOption {
  readonly optionId: string;
  /** Families that vote for it. */
  readonly votes: number;
  /** The reader's family votes for it. */
  readonly mine: boolean;
  /** Where families give scores: the mean so far, `3.7` of 5. */
  readonly score?: string | undefined;
  /** Where they rank: how many others it beats one against one. */
  readonly beats?: number | undefined;
  /** Of dates: how many families can come if need be, and how many cannot. */
  readonly ifNeedBe?: number | undefined;
  readonly cannot?: number | undefined;
  /** What the reader's family gave it, where that is more than a vote: a score, a place from 1, whether it can come. */
  readonly own?:
    | { readonly score?: number; readonly place?: number; readonly day?: 'yes' | 'if-need-be' | 'no' }
    | undefined;
}

/** A poll as one reader sees it. Options are numbered from 1 in this order on every door. */
export interface PollCard {
  readonly kind: 'poll';
  /** The trip it belongs to, so that a vote finds it wherever the card stands. */
  readonly tripId?: string | undefined;
  readonly pollId: string;
  readonly question: string;
  /** One option when absent. */
  readonly takes?: PollKind | undefined;
  /** `Ana (Silva)`. */
  readonly askedBy: string;
  readonly status: 'open' | 'closed' | 'finalized';
  readonly options: readonly PollCardOption[];
  readonly ruledOut?: readonly RuledOut[] | undefined;
  /** The reader's family by name, when the reader has a vote. */
  readonly votingFor?: string | undefined;
  /** When voting ends, in the trip's time zone, in words. */
  readonly closes?: string | undefined;
  /** Names of families that have not voted. */
  readonly waitingFor: readonly string[];
  /** Families that must have answered by the deadline. */
  readonly quorum?: number | undefined;
  /** Nobody is shown who voted for what. */
  readonly anonymous?: boolean | undefined;
  /** Whoever sees the card may add an option. */
  readonly mayAdd?: boolean | undefined;
  /** An answer that wants none of the options is taken. */
  readonly maySitOut?: boolean | undefined;
  /** Names of families that have answered so. */
  readonly sittingOut?: readonly string[] | undefined;
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

export type Card = PollCard | DraftCard | ItineraryCard | FactsCard;

/** What the assistant says, as data; each door renders it. Never holds Markdown, HTML or a door's own markup. */
export interface Reply {
  /** It was made without a language model, because that would have been too dear: said once a day, and not shown itself. */
  readonly saving?: boolean | undefined;
  /** What is said in words. With a card it is one line that introduces it. */
  readonly text: string;
  /** The language all of it is in, and which renderers speak around it; English when absent. */
  readonly language?: Language | undefined;
  /** What it is about, where a door has a line for that (e-mail). */
  readonly subject?: string | undefined;
  readonly card?: Card | undefined;
  /** Numbered for those who type, buttons for those who click. */
  readonly choices?: readonly Choice[] | undefined;
  /** The question that the reader's next words answer, where the skill can read them: told without having been asked for. */
  readonly expects?:
    | { readonly skill: string; readonly slot: string; readonly input: Readonly<Record<string, unknown>> }
    | undefined;
  /** Sources of the [n] marks in the text. */
  readonly citations?: readonly Citation[] | undefined;
  /** True when they answer nothing for sure and only stand nearest to what was asked. */
  readonly unsure?: boolean | undefined;
  /** True when what was asked for is not the asker's to reach; programs are told so by a status. */
  readonly denied?: boolean | undefined;
  /** True when a family's own matters are in it: never said in a group. */
  readonly private?: boolean | undefined;
}
