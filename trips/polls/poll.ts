import { z } from 'zod';
import { day, utc } from '../dates.ts';
import type { FamilyId, PollId, TripId, UserId } from '../ids.ts';
import { money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';

/** A poll has at most this many options (the product's limit). */
export const MAX_OPTIONS = 10;

/** Families that must have answered by the deadline: at most as many as a trip has. */
export const quorum = z.int().min(1).max(6);

/** An https link; what it leads to is never fetched by the product. */
export const pictureLink = z.url({ protocol: /^https$/, error: 'an https link' }).max(500);

export const pollOption = z.object({
  optionId: z.string(),
  text: z.string().min(1).max(200),
  details: z.string().max(500).optional(),
  /** Where it is, in words for people: an address. */
  place: z.string().max(200).optional(),
  /** A page with a picture of it; nobody's screen loads it unasked. */
  picture: pictureLink.optional(),
  /** For one person, when known. */
  price: money.optional(),
  aiGenerated: z.boolean().optional(),
  /** For everybody together, and each family's part by its id in minor units of that currency, when known. */
  cost: z.object({ total: money, shares: z.record(z.string(), z.int()) }).optional(),
  /** Days (trip time zone) on which everybody who comes must be there. */
  days: z.array(day).optional(),
  /** What speaks for it, true of all families together. */
  why: z.string().max(300).optional(),
  /** Where it is said. */
  source: z.object({ documentId: z.string(), document: z.string(), page: z.int().optional() }).optional(),
});
export type PollOption = Readonly<z.infer<typeof pollOption>>;

/** What the option in a place, from 0, is called; one that is added keeps those before it as they are. */
export const optionIdAt = (place: number): string => `opt_${String(place + 1).padStart(2, '0')}`;

/** What was found and cannot be chosen, with the limit it breaks in words for everybody. It takes no votes. */
export const ruledOutOption = pollOption.extend({ out: z.string().max(300) });
export type RuledOutOption = Readonly<z.infer<typeof ruledOutOption>>;

/** What a question of a trip is about. */
export const pollCategory = z.enum(['dining', 'lodging', 'activity', 'date', 'transport']);
export type PollCategory = z.infer<typeof pollCategory>;

/**
 * What a ballot says: the one option, how good each is (1–5), every option that suits the family, the options in the
 * order they are wanted, or for each whether the family can come then: yes, if need be, no.
 */
export const pollKind = z.enum(['choice', 'score', 'approval', 'rank', 'dates']);
export type PollKind = z.infer<typeof pollKind>;

export const pollStatus = z.enum(['open', 'closed', 'finalized']);

/** A poll. Partition: its trip. Ballots are documents of their own, so the tally is computed, never kept. */
export interface Poll extends Entity {
  readonly type: 'magic_poll';
  readonly tripId: TripId;
  readonly question: string;
  /** `choice` when absent. */
  readonly kind?: PollKind | undefined;
  readonly createdBy: UserId;
  readonly createdByName: string;
  readonly status: z.infer<typeof pollStatus>;
  readonly options: readonly PollOption[];
  /** What was found beside the options and cannot be chosen. */
  readonly ruledOut?: readonly RuledOutOption[] | undefined;
  /** Where the options were found for a question of this sort. */
  readonly category?: z.infer<typeof pollCategory> | undefined;
  /** The poll whose options nobody liked, which this one follows. */
  readonly follows?: PollId | undefined;
  /** UTC instant when voting ends by itself. While the poll is open, `dueAt` is this or the earlier `remindAt`. */
  readonly closesAt?: string | undefined;
  /** UTC instant at which families that have not answered are reminded; absent once they have been. */
  readonly remindAt?: string | undefined;
  /** Who voted for what is shown to nobody, and counts only as `secret-ballot.ts` says. */
  readonly anonymous?: boolean | undefined;
  /** Every member of the trip may add options while it is open. */
  readonly growing?: boolean | undefined;
  /** Families that must have answered for the deadline to stand. */
  readonly quorum?: number | undefined;
  /** UTC instant of the deadline at which too few had: it was extended once. */
  readonly extendedFrom?: string | undefined;
  /** UTC instant at which the organizer was told that every family has answered. */
  readonly answeredAt?: string | undefined;
  /** Set when closed: the option that won, absent on a tie, without any vote, or when nothing suits every family. */
  readonly winner?: string | undefined;
  /** Set when closed: why it came out so, in one sentence for everybody. */
  readonly explanation?: string | undefined;
  /** Set when closed: how the families' ballots were counted, in one sentence. */
  readonly counting?: string | undefined;
  /** How often it was taken up again after it had ended. */
  readonly reopened?: number | undefined;
  readonly createdAt: string;
}

export const polls: Kind<Poll> = {
  type: 'magic_poll',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('magic_poll'),
    _schema_version: z.number(),
    dueAt: z.string().optional(),
    tripId: z.string(),
    question: z.string(),
    kind: pollKind.optional(),
    createdBy: z.string(),
    createdByName: z.string(),
    status: pollStatus,
    options: z.array(pollOption),
    ruledOut: z.array(ruledOutOption).optional(),
    category: pollCategory.optional(),
    follows: z.string().optional(),
    closesAt: utc.optional(),
    remindAt: z.string().optional(),
    anonymous: z.boolean().optional(),
    growing: z.boolean().optional(),
    quorum: z.number().optional(),
    extendedFrom: z.string().optional(),
    answeredAt: z.string().optional(),
    winner: z.string().optional(),
    explanation: z.string().optional(),
    counting: z.string().optional(),
    reopened: z.number().optional(),
    createdAt: z.string(),
  }),
};

/** One family's vote in one poll. Partition: the trip. Its id is the natural key, so a redelivery is the same vote. */
export interface Ballot extends Entity {
  readonly type: 'ballot';
  readonly pollId: PollId;
  readonly familyId: FamilyId;
  readonly userId: UserId;
  /** The organizer recorded it for a family that answered elsewhere; `userId` is the organizer. */
  readonly byProxy?: boolean | undefined;
  /** The option voted for; where several may be, the one the family would have most; `sit_out` when it wants none. */
  readonly optionId: string;
  /** What it gives to each option, 1 to 5, where the poll takes more than one; what is not named has 1. */
  readonly scores?: Readonly<Record<string, number>> | undefined;
  readonly timestamp: string;
  /** What it said before, the latest last; {@link MAX_HISTORY} at most. */
  readonly history?: readonly PastChoice[] | undefined;
}

/** An earlier choice of a ballot, and who had made it when. */
export interface PastChoice {
  readonly optionId: string;
  readonly scores?: Readonly<Record<string, number>> | undefined;
  readonly userId: UserId;
  readonly at: string;
}

/** Earlier choices a ballot remembers: enough to see how a vote came about, few enough to cost nothing. */
export const MAX_HISTORY = 5;

const scores = z.record(z.string(), z.number().min(1).max(5));

export const ballots: Kind<Ballot> = {
  type: 'ballot',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('ballot'),
    _schema_version: z.number(),
    pollId: z.string(),
    familyId: z.string(),
    userId: z.string(),
    byProxy: z.boolean().optional(),
    optionId: z.string(),
    scores: scores.optional(),
    timestamp: z.string(),
    history: z
      .array(z.object({ optionId: z.string(), scores: scores.optional(), userId: z.string(), at: z.string() }))
      .optional(),
  }),
};

export const ballotId = (pollId: PollId, familyId: FamilyId): string => `ballot_${pollId}_${familyId}`;

/** One member's preference in one poll, 1 (least) to 5. It informs the family's ballot and is not a vote. */
export interface PollPreference extends Entity {
  readonly type: 'poll_preference';
  readonly pollId: PollId;
  readonly familyId: FamilyId;
  readonly userId: UserId;
  readonly scores: Readonly<Record<string, number>>;
  readonly timestamp: string;
}

export const pollPreferences: Kind<PollPreference> = {
  type: 'poll_preference',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('poll_preference'),
    _schema_version: z.number(),
    pollId: z.string(),
    familyId: z.string(),
    userId: z.string(),
    scores,
    timestamp: z.string(),
  }),
};

export const preferenceId = (pollId: PollId, userId: UserId): string => `preference_${pollId}_${userId}`;
