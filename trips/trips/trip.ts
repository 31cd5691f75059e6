import { z } from 'zod';
import { day } from '../dates.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type TripRule, tripRule } from '../itineraries/trip-rules.ts';
import { type Money, money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';
import { type Stop, stop } from './stops.ts';

/** A trip holds at most this many families (the product's limit). */
export const MAX_FAMILIES = 6;

export const tripStatus = z.enum(['planning', 'confirmed', 'in_progress', 'completed', 'cancelled']);
export type TripStatus = z.infer<typeof tripStatus>;

/** How much a family's ballot counts: the same for each, by its number of people, or by its share of the budget. */
export const weighting = z.enum(['equal', 'head-count', 'budget-share']);
export type Weighting = z.infer<typeof weighting>;

/** How the trip's budget is divided: evenly by family, by number of people, or by agreed shares. */
export const budgetSplit = z.discriminatedUnion('by', [
  z.object({ by: z.literal('family') }),
  z.object({ by: z.literal('head') }),
  /** Parts by family id, e.g. 2 and 1; a family that is not named has one part. */
  z.object({ by: z.literal('share'), shares: z.record(z.string(), z.number().positive().max(1_000)) }),
]);
export type BudgetSplit = Readonly<z.infer<typeof budgetSplit>>;

/** What the families have decided: the question, the option that stands, and since when. */
export const tripDecision = z.object({
  pollId: z.string(),
  question: z.string(),
  choice: z.string(),
  /** For one person, when known. */
  price: money.optional(),
  /** The dates of the trip that it settled, which had none before. */
  dates: z.object({ startDate: day, endDate: day }).optional(),
  at: z.string(),
});
export type TripDecision = Readonly<z.infer<typeof tripDecision>>;

const offeredPoll = z.object({ category: z.string(), day: day.optional(), at: z.string() });

/** A trip. Partition: the trip itself, shared with its polls, ballots, documents, messages, itineraries and facts. */
export interface Trip extends Entity {
  readonly type: 'trip';
  readonly name: string;
  readonly destination: string;
  /** The cities it stops in, in their order; absent when it stays at its destination. */
  readonly stops?: readonly Stop[] | undefined;
  /** First and last day, in the trip's time zone; absent until settled. */
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  /** How long it is to last, first and last day included, as long as it has no dates. */
  readonly days?: number | undefined;
  /** The days within which it is to be, as long as it has no dates: those of `May`, of `end of May`. */
  readonly roughly?: { readonly startDate: string; readonly endDate: string } | undefined;
  /** IANA name, e.g. `Europe/Lisbon`. */
  readonly timeZone: string;
  /** For all families together. */
  readonly budget?: Money | undefined;
  /** Evenly by family when absent. */
  readonly budgetSplit?: BudgetSplit | undefined;
  /** What the plan of the whole trip must keep to: rooms, house rules, ways, cuisines. */
  readonly rules?: readonly TripRule[] | undefined;
  /** What polls have settled for good, the latest last. */
  readonly decisions?: readonly TripDecision[] | undefined;
  /** False: no poll is offered when families see something differently in a group. Absent: it is. */
  readonly offersPolls?: boolean | undefined;
  /** What polls were offered for, the latest last, so that none is offered twice. */
  readonly offeredPolls?: readonly z.infer<typeof offeredPoll>[] | undefined;
  readonly weighting: Weighting;
  readonly organizerId: UserId;
  readonly status: TripStatus;
  readonly cancelledBecause?: string | undefined;
  /** While it is under way: the last day whose plan was told in the morning. */
  readonly dayTold?: string | undefined;
  /** True for the sample trip that `demo` builds. */
  readonly sample?: boolean | undefined;
  readonly createdAt: string;
}

export const trips: Kind<Trip> = {
  type: 'trip',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('trip'),
    _schema_version: z.number(),
    dueAt: z.string().optional(),
    name: z.string(),
    destination: z.string(),
    stops: z.array(stop).optional(),
    startDate: day.optional(),
    endDate: day.optional(),
    days: z.number().int().positive().optional(),
    roughly: z.object({ startDate: day, endDate: day }).optional(),
    timeZone: z.string(),
    budget: money.optional(),
    budgetSplit: budgetSplit.optional(),
    rules: z.array(tripRule).optional(),
    decisions: z.array(tripDecision).optional(),
    offersPolls: z.boolean().optional(),
    offeredPolls: z.array(offeredPoll).optional(),
    weighting,
    organizerId: z.string(),
    status: tripStatus,
    cancelledBecause: z.string().optional(),
    dayTold: day.optional(),
    sample: z.boolean().optional(),
    createdAt: z.string(),
  }),
};

/** A family's place in a trip. Kept twice: in the trip's partition (who is in) and in the family's (which trips). */
export interface Participation extends Entity {
  readonly type: 'participation';
  readonly tripId: TripId;
  readonly tripName: string;
  readonly familyId: FamilyId;
  readonly familyName: string;
  readonly adminId: UserId;
  readonly heads: number;
  readonly joinedAt: string;
}

export const participations: Kind<Participation> = {
  type: 'participation',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('participation'),
    _schema_version: z.number(),
    tripId: z.string(),
    tripName: z.string(),
    familyId: z.string(),
    familyName: z.string(),
    adminId: z.string(),
    heads: z.number(),
    joinedAt: z.string(),
  }),
};

export const participationId = (tripId: TripId, familyId: FamilyId): string => `participation_${tripId}_${familyId}`;
