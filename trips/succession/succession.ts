import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind, Records, Stored } from '../records.ts';
import type { Participation } from '../trips/trip.ts';

/** Days the families have to agree. */
export const SUCCESSION_DAYS = 7;
/** Hours the organizer has to object where only one other family is there to agree. */
export const ALONE_HOURS = 24;

/**
 * An organizer who cannot be reached is replaced: a family admin names another, and when the admin of every family but
 * the organizer's own has agreed, that one organizes. Anybody's objection ends it. Partition: the trip.
 */
export interface Succession extends Entity {
  readonly type: 'succession';
  readonly tripId: TripId;
  /** The family whose admin is to organize. */
  readonly nominee: FamilyId;
  /** Who organized when it was proposed. */
  readonly from: UserId;
  readonly proposedBy: FamilyId;
  /** When each family agreed. */
  readonly agreed: Readonly<Record<FamilyId, string>>;
  readonly status: 'open' | 'done' | 'ended';
  readonly endedBy?: FamilyId | undefined;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** All have agreed, and it comes about then unless somebody objects. */
  readonly takesEffectAt?: string | undefined;
}

export const successions: Kind<Succession> = {
  type: 'succession',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('succession'),
    _schema_version: z.number(),
    dueAt: z.string().optional(),
    tripId: z.string(),
    nominee: z.string(),
    from: z.string(),
    proposedBy: z.string(),
    agreed: z.record(z.string(), z.string()),
    status: z.enum(['open', 'done', 'ended']),
    endedBy: z.string().optional(),
    createdAt: z.string(),
    expiresAt: z.string(),
    takesEffectAt: z.string().optional(),
  }),
};

/** The proposal the families are asked about now; without one, the latest there was. */
export const latestSuccession = async (records: Records, tripId: TripId): Promise<Stored<Succession> | undefined> => {
  const all = [...(await records.list(successions, tripId))].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return all.find(({ status }) => status === 'open') ?? all.at(-1);
};

/** The families that must agree: every one but the organizer's own. */
export const electors = (seats: readonly Participation[], organizerId: UserId): readonly Participation[] =>
  seats.filter(({ adminId }) => adminId !== organizerId);

/** Those of them that have not agreed yet. */
export const missing = (
  { agreed }: Pick<Succession, 'agreed'>,
  seats: readonly Participation[],
  organizerId: UserId,
): readonly Participation[] => electors(seats, organizerId).filter(({ familyId }) => agreed[familyId] === undefined);
