import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TripId, UserId } from '../ids.ts';
import type { Change, Entity, Kind } from '../records.ts';

/** One act that affected the group: who did what, when. Never changed afterwards. Partition: the trip. */
export interface AuditEntry extends Entity {
  readonly type: 'audit_entry';
  /** The command, e.g. `closePoll`. */
  readonly act: string;
  readonly userId: UserId;
  readonly at: string;
  /** What it was done to, as ids and plain values; nothing private to a family. */
  readonly about: Readonly<Record<string, string | number | boolean>>;
}

export const auditEntries: Kind<AuditEntry> = {
  type: 'audit_entry',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('audit_entry'),
    _schema_version: z.number(),
    act: z.string(),
    userId: z.string(),
    at: z.string(),
    about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
};

/** The change that writes an act into the trip's audit log, for the same commit. Ids sort by time. `at` is a UTC instant. */
export const audited = (
  tripId: TripId,
  act: string,
  userId: UserId,
  at: string,
  about: AuditEntry['about'] = {},
): Change => {
  const entry: AuditEntry = {
    pk: tripId,
    id: `audit_${at}_${randomUUID().slice(0, 8)}`,
    type: 'audit_entry',
    _schema_version: 1,
    act,
    userId,
    at,
    about,
  };
  return { put: entry };
};
