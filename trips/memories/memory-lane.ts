import { z } from 'zod';
import { day } from '../dates.ts';
import type { FamilyId, TripId } from '../ids.ts';
import { money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';

const count = z.int().min(0);

/**
 * What one family did in a trip, counted. Nothing of it comes from an anonymous poll or from what a family keeps to
 * itself, and none of it is about one person.
 */
export const familyDeeds = z.object({
  familyId: z.string(),
  heads: z.int().min(1),
  /** Polls with names it answered, and of those the ones it answered before every other family. */
  answered: count,
  first: count,
  /** Of those that were decided: it had voted for what was chosen, or for something else and went along. */
  agreed: count,
  wentAlong: count,
  messages: count,
  /** Documents and bookings it gave to everybody. */
  papers: count,
});
export type FamilyDeeds = Readonly<z.infer<typeof familyDeeds>>;

const pollOutcome = z.object({
  question: z.string(),
  choice: z.string(),
  /** Families that voted for it, and that answered. */
  votes: count,
  of: count,
});
export type PollOutcome = Readonly<z.infer<typeof pollOutcome>>;

/** A trip in numbers. */
export const tripStatistics = z.object({
  days: count,
  families: count,
  people: count,
  cities: z.array(z.string()).readonly(),
  /** Different sights and places to eat in the final plan. */
  places: count,
  fullestDay: z.object({ date: day, things: z.int() }).optional(),
  pollsHeld: count,
  /** Polls of which everybody sees who voted for what, with two or more families answering. */
  namedPolls: count,
  votes: count,
  messages: count,
  /** All that was written down as spent, by currency. Shown only when every family agrees. */
  spent: z.array(money).readonly(),
});
export type TripStatistics = Readonly<z.infer<typeof tripStatistics>>;

/** What is kept of a trip when it is over: families by id only, so that it says of each no more than it allows now. Partition: the trip. */
export interface MemoryLane extends Entity {
  readonly type: 'memory_lane';
  readonly tripId: TripId;
  readonly statistics: TripStatistics;
  readonly outcomes: readonly PollOutcome[];
  readonly deeds: readonly FamilyDeeds[];
  /** The link that shows it to whoever has it. */
  readonly token: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const memoryLanes: Kind<MemoryLane> = {
  type: 'memory_lane',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('memory_lane'),
    _schema_version: z.number(),
    tripId: z.string(),
    statistics: tripStatistics,
    outcomes: z.array(pollOutcome),
    deeds: z.array(familyDeeds),
    token: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
};

/** Its id: a trip has one memory lane. */
export const memoryLaneId = (tripId: TripId): string => `memories_${tripId}`;

/** A read-only link to a memory lane. Partition: the link itself. */
export interface MemoryLink extends Entity {
  readonly type: 'memory_link';
  readonly tripId: TripId;
  readonly expiresAt: string;
}

export const memoryLinks: Kind<MemoryLink> = {
  type: 'memory_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('memory_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string(),
    expiresAt: z.string(),
  }),
};

export const memoryLinkId = (token: string): string => `memory_link_${token}`;

/** What a family lets its memory lane show; its photos say so themselves. Partition: the trip. */
export interface MemoryChoice extends Entity {
  readonly type: 'memory_choice';
  readonly tripId: TripId;
  readonly familyId: FamilyId;
  /** The trip's total costs may be shown; they are when every family says so. */
  readonly costs: boolean;
  /** It may be named with a number behind it. */
  readonly named: boolean;
}

export const memoryChoices: Kind<MemoryChoice> = {
  type: 'memory_choice',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('memory_choice'),
    _schema_version: z.number(),
    tripId: z.string(),
    familyId: z.string(),
    costs: z.boolean(),
    named: z.boolean(),
  }),
};

export const memoryChoiceId = (familyId: FamilyId): string => `memory_choice_${familyId}`;

/** What holds for a family that has not chosen: its costs stay private, it is named kindly. */
export const UNCHOSEN: Pick<MemoryChoice, 'costs' | 'named'> = { costs: false, named: true };
