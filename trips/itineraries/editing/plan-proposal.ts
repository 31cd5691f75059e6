import { z } from 'zod';
import type { FamilyId, ItineraryId, TripId, UserId } from '../../ids.ts';
import type { Entity, Kind } from '../../records.ts';
import { type PlanEdit, planEdit } from './plan-edit.ts';

/** A change of the plan that somebody asks the organizer for. Partition: the trip. */
export interface PlanProposal extends Entity {
  readonly type: 'plan_proposal';
  readonly tripId: TripId;
  readonly edit: PlanEdit;
  /** What it would change when it was asked for, in words that name no family. */
  readonly summary: string;
  readonly proposedBy: UserId;
  readonly familyId: FamilyId;
  readonly status: 'waiting' | 'approved' | 'declined';
  /** The version that came of it. */
  readonly itineraryId?: ItineraryId | undefined;
  readonly createdAt: string;
  readonly decidedAt?: string | undefined;
}

export const proposalStatus = z.enum(['waiting', 'approved', 'declined']);

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
    proposedBy: z.string(),
    familyId: z.string(),
    status: proposalStatus,
    itineraryId: z.string().optional(),
    createdAt: z.string(),
    decidedAt: z.string().optional(),
  }),
};

/** Proposals that can wait in a trip at once. */
export const MAX_WAITING = 20;
