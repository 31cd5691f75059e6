import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/** Who hears a reminder: whoever set it, their family, or everyone on the trip. */
export const audience = z.enum(['me', 'family', 'trip']);
export type Audience = z.infer<typeof audience>;

/** A `deadline` is told the morning before and the same morning, a `reminder` at its time. */
export const reminderKind = z.enum(['reminder', 'deadline']);
export type ReminderKind = z.infer<typeof reminderKind>;

/** Something to be reminded of. Partition: the trip. */
export interface Reminder extends Entity {
  readonly type: 'reminder';
  readonly tripId: TripId;
  readonly kind: ReminderKind;
  readonly what: string;
  /** UTC instant: when it is told, or when what is due is due. */
  readonly at: string;
  /** It was said by day and time, so that it moves when the trip's clocks turn out to be others. */
  readonly byClock?: boolean | undefined;
  readonly for: Audience;
  readonly userId: UserId;
  readonly familyId: FamilyId;
  /** UTC instants at which it is still to be told, the earliest first; `dueAt` is the first of them. */
  readonly tellings: readonly string[];
  readonly status: 'waiting' | 'told' | 'cancelled';
  readonly createdAt: string;
}

export const reminders: Kind<Reminder> = {
  type: 'reminder',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('reminder'),
    _schema_version: z.number(),
    dueAt: z.string().optional(),
    tripId: z.string(),
    kind: reminderKind,
    what: z.string(),
    at: z.string(),
    byClock: z.boolean().optional(),
    for: audience,
    userId: z.string(),
    familyId: z.string(),
    tellings: z.array(z.string()),
    status: z.enum(['waiting', 'told', 'cancelled']),
    createdAt: z.string(),
  }),
};

/** Reminders that can wait in a trip at once. */
export const MAX_REMINDERS = 100;
/** How far ahead one can be set, in days. */
export const MAX_DAYS_AHEAD = 731;
