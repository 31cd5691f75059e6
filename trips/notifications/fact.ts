import { z } from 'zod';
import { newId, type TripId } from '../ids.ts';
import { language } from '../language.ts';
import { money } from '../money.ts';
import { pollCategory } from '../polls/poll.ts';
import type { Change, Entity, Kind } from '../records.ts';
import { taskKind } from '../tasks/task.ts';
import { tripStatus } from '../trips/trip.ts';
import { type Recipient, recipient } from './listener.ts';

/** What people are told of. */
const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('poll-opened'), pollId: z.string() }),
  z.object({ kind: z.literal('poll-updated'), pollId: z.string() }),
  z.object({ kind: z.literal('poll-option-added'), pollId: z.string(), optionId: z.string() }),
  z.object({ kind: z.literal('poll-closed'), pollId: z.string() }),
  z.object({ kind: z.literal('poll-finalized'), pollId: z.string() }),
  z.object({ kind: z.literal('poll-reopened'), pollId: z.string() }),
  z.object({ kind: z.literal('poll-extended'), pollId: z.string() }),
  /** To families that have not answered. */
  z.object({ kind: z.literal('poll-reminder'), pollId: z.string() }),
  /** Every family has: to the organizer and whoever asked. */
  z.object({ kind: z.literal('poll-answered'), pollId: z.string() }),
  /** Families see something differently: a poll is offered where they talk. */
  z.object({
    kind: z.literal('offer-poll'),
    category: pollCategory,
    day: z.string().optional(),
    words: z.array(z.string()),
  }),
  z.object({ kind: z.literal('draft-progress'), taskId: z.string(), step: z.string() }),
  z.object({ kind: z.literal('draft-ready'), draftId: z.string(), taskId: z.string() }),
  z.object({ kind: z.literal('draft-failed'), taskId: z.string(), why: z.string() }),
  z.object({ kind: z.literal('family-joined'), familyId: z.string(), familyName: z.string() }),
  z.object({ kind: z.literal('document-added'), documentId: z.string() }),
  z.object({ kind: z.literal('document-unread'), name: z.string(), why: z.string() }),
  z.object({ kind: z.literal('plan-progress'), taskId: z.string(), step: z.string() }),
  z.object({ kind: z.literal('plan-ready'), itineraryId: z.string(), taskId: z.string() }),
  /** `reason`: the same in one sentence, when the task offers changes that would help. */
  z.object({ kind: z.literal('plan-failed'), taskId: z.string(), why: z.string(), reason: z.string().optional() }),
  /** What a day of the trip holds, told on its morning. */
  z.object({ kind: z.literal('day-plan'), date: z.string() }),
  z.object({ kind: z.literal('plan-changed'), itineraryId: z.string() }),
  /** The memory lane: `first` to everybody, later ones to whoever asked. */
  z.object({ kind: z.literal('memories-ready'), taskId: z.string(), first: z.boolean() }),
  z.object({ kind: z.literal('plan-proposed'), proposalId: z.string() }),
  z.object({ kind: z.literal('plan-proposal-declined'), proposalId: z.string() }),
  z.object({ kind: z.literal('trip-status'), status: tripStatus, because: z.string().optional() }),
  z.object({ kind: z.literal('organizer-changed'), familyId: z.string() }),
  z.object({ kind: z.literal('expense-added'), expenseId: z.string(), corrected: z.literal(true).optional() }),
  z.object({ kind: z.literal('settlement-recorded'), settlementId: z.string() }),
  z.object({ kind: z.literal('message-posted'), messageId: z.string() }),
  z.object({ kind: z.literal('family-left'), familyName: z.string(), removed: z.boolean() }),
  z.object({ kind: z.literal('member-joined'), familyId: z.string(), userId: z.string() }),
  z.object({ kind: z.literal('family-admin'), familyId: z.string(), userId: z.string() }),
  z.object({ kind: z.literal('succession-proposed'), successionId: z.string() }),
  z.object({ kind: z.literal('succession-ended'), successionId: z.string() }),
  z.object({ kind: z.literal('reminder'), reminderId: z.string() }),
  /** So much of what language models may cost is used: the trip's, to its organizer; a person's for the day, to them. */
  z.object({
    kind: z.literal('ai-budget'),
    scope: z.enum(['user', 'trip']),
    userId: z.string(),
    percent: z.number(),
    /** In US dollars. */
    spent: money,
    limit: money,
  }),
  z.object({
    kind: z.literal('reservation'),
    reservationId: z.string(),
    change: z.enum(['added', 'changed', 'cancelled']),
  }),
]);
export type NewsFact = Readonly<z.infer<typeof news>>;

/** What the world must be told later. Written in the same commit as the change it tells of. */
export const fact = z.discriminatedUnion('kind', [
  ...news.options,
  /** What one conversation hears at once instead of one by one. */
  z.object({
    kind: z.literal('digest'),
    of: z.array(z.object({ id: z.string(), fact: news, onlyFamily: z.string().optional() })),
  }),
  /** To one recipient each, wherever they are. */
  z.object({ kind: z.literal('invitation'), code: z.string() }),
  z.object({ kind: z.literal('account-linked') }),
  /** Proves who reads an e-mail address, in the language in which it was asked for. Kept sealed. */
  z.object({
    kind: z.literal('email-code'),
    userId: z.string(),
    code: z.string(),
    language: language.optional(),
  }),
  /** What a carrier turned away goes out again, word for word. Kept sealed. */
  z.object({ kind: z.literal('text-again'), said: z.string() }),
  z.object({
    kind: z.literal('parental-consent'),
    familyId: z.string(),
    memberId: z.string(),
    /** Kept sealed. */
    code: z.string(),
  }),
  z.object({ kind: z.literal('trip-deleted'), tripName: z.string(), familyName: z.string() }),
  z.object({ kind: z.literal('removed-from-trip'), tripName: z.string(), familyName: z.string() }),
  z.object({ kind: z.literal('removed-from-family'), familyName: z.string() }),
  /** Not told to people: hands a task to the job queue. */
  z.object({ kind: z.literal('job'), taskId: z.string(), job: taskKind }),
  /** Not told to people either: takes it from the queue, and stops it where it runs. */
  z.object({ kind: z.literal('job-cancelled'), taskId: z.string(), job: taskKind }),
]);
export type Fact = Readonly<z.infer<typeof fact>>;

/** Facts that go to one recipient and need no trip. */
export type NoticeKind =
  | 'parental-consent'
  | 'invitation'
  | 'account-linked'
  | 'email-code'
  | 'text-again'
  | 'trip-deleted'
  | 'removed-from-trip'
  | 'removed-from-family';
export type Notice = Extract<Fact, { kind: NoticeKind }>;

/** A fact waiting in the outbox. Partition: the trip; a notice's, whatever it is about. Removed when every conversation has been told. */
export interface OutboxFact extends Entity {
  readonly type: 'outbox_fact';
  readonly fact: Fact;
  /** For a notice, the partition of what it is about. */
  readonly tripId: TripId;
  /** The one whom a notice is for; everybody who listens in the trip when absent. */
  readonly to?: Recipient | undefined;
  /** The conversation that has heard already, in the reply to whoever caused the fact. */
  readonly heardIn?: string | undefined;
  /** Only these families are told (a family's own documents); everyone when absent. */
  readonly onlyFamily?: string | undefined;
  /** People with the trip open have been shown it; a later attempt does not show it again. */
  readonly shown?: boolean | undefined;
  /** Only the conversation of this key is told: it did not want to hear it before. */
  readonly only?: string | undefined;
  /** The fact this is one conversation's part of. */
  readonly heldFrom?: string | undefined;
  /** A worker tells it now, and nothing else of the trip is told meanwhile; until `dueAt`, should it die. */
  readonly claimed?: boolean | undefined;
  readonly attempts: number;
  readonly createdAt: string;
  readonly dueAt: string;
}

export const outboxFacts: Kind<OutboxFact> = {
  type: 'outbox_fact',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('outbox_fact'),
    _schema_version: z.number(),
    fact,
    tripId: z.string(),
    to: recipient.optional(),
    heardIn: z.string().optional(),
    onlyFamily: z.string().optional(),
    shown: z.boolean().optional(),
    only: z.string().optional(),
    heldFrom: z.string().optional(),
    claimed: z.boolean().optional(),
    attempts: z.number(),
    createdAt: z.string(),
    dueAt: z.string(),
  }),
};

/** The change that puts a fact into the outbox of its trip, due at once. `at` is a UTC instant. */
export const tell = (
  tripId: TripId,
  about: Fact,
  at: string,
  options: {
    heardIn?: string | undefined;
    onlyFamily?: string | undefined;
    only?: string | undefined;
    id?: string;
  } = {},
): Change => {
  const entity: OutboxFact = {
    pk: tripId,
    id: options.id ?? newId('fact'),
    type: 'outbox_fact',
    _schema_version: 1,
    fact: about,
    tripId,
    heardIn: options.heardIn,
    onlyFamily: options.onlyFamily,
    only: options.only,
    attempts: 0,
    createdAt: at,
    dueAt: at,
  };
  return { put: entity };
};

/** The change that puts a notice for one recipient into the outbox, in the partition of what it is about; due at once, or at `dueAt`. */
export const tellOne = (
  pk: string,
  to: Recipient,
  about: Notice,
  at: string,
  id: string = newId('fact'),
  dueAt: string = at,
): Change => {
  const entity: OutboxFact = {
    pk,
    id,
    type: 'outbox_fact',
    _schema_version: 1,
    fact: about,
    tripId: pk,
    to,
    attempts: 0,
    createdAt: at,
    dueAt,
  };
  return { put: entity };
};
