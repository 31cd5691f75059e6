import { z } from 'zod';
import { day } from '../../dates.ts';
import type { FamilyId, ItineraryId, TripId, UserId } from '../../ids.ts';
import type { Entity, Kind } from '../../records.ts';
import { type PlanEdit, planEdit } from './plan-edit.ts';

/** Why the forecast asks for a change: rain for a thing outdoors on one day, and a drier day; chances in percent. */
export const rainAhead = z.object({ thing: z.string(), on: day, chance: z.number(), to: day, toChance: z.number() });
export type RainAhead = Readonly<z.infer<typeof rainAhead>>;

/** A change of the plan that somebody asks the organizer for. Partition: the trip. */
export interface PlanProposal extends Entity {
  readonly type: 'plan_proposal';
  readonly tripId: TripId;
  readonly edit: PlanEdit;
  /** What it would change when it was asked for, in words that name no family. */
  readonly summary: string;
  /** Who asks, and of which family; absent where the forecast does (`rain`). */
  readonly proposedBy?: UserId | undefined;
  readonly familyId?: FamilyId | undefined;
  readonly rain?: RainAhead | undefined;
  /** `withdrawn`: the rain it was for is not forecast any more. */
  readonly status: 'waiting' | 'approved' | 'declined' | 'withdrawn';
  /** The version that came of it. */
  readonly itineraryId?: ItineraryId | undefined;
  readonly createdAt: string;
  readonly decidedAt?: string | undefined;
}

export const proposalStatus = z.enum(['waiting', 'approved', 'declined', 'withdrawn']);

export const planProposals: Kind<PlanProposal> = {
  type: 'plan_proposal',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('plan_proposal'),
    _schema_version: z.number(),
    tripId: z.string(),
    edit: planEdit,
    summary: z.string(),
    proposedBy: z.string().optional(),
    familyId: z.string().optional(),
    rain: rainAhead.optional(),
    status: proposalStatus,
    itineraryId: z.string().optional(),
    createdAt: z.string(),
    decidedAt: z.string().optional(),
  }),
};

/** Proposals that can wait in a trip at once. */
export const MAX_WAITING = 20;
