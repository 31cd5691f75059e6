import { z } from 'zod';
import { documentScope } from '../documents/document.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type OfferedChange, offeredChange, type Relaxation, relaxation } from '../itineraries/relaxation.ts';
import { type PollRequest, pollRequest } from '../magic-polls/poll-wish.ts';
import type { Entity, Kind } from '../records.ts';

export const taskKind = z.enum(['plan-itinerary', 'read-document', 'suggest-poll', 'make-memories']);
export const taskStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);

/** A file that waits to be read: where its bytes are kept meanwhile, and what it becomes. */
export const waitingFile = z.object({
  staged: z.string(),
  name: z.string(),
  caption: z.string().optional(),
  scope: documentScope,
  familyId: z.string(),
  /** The conversation it was sent in. */
  sentIn: z.string().optional(),
});
export type WaitingFile = Readonly<z.infer<typeof waitingFile>>;

/** Long work someone asked for, as they may follow it. Partition: the trip. */
export interface Task extends Entity {
  readonly type: 'task';
  readonly tripId: TripId;
  readonly kind: z.infer<typeof taskKind>;
  readonly status: z.infer<typeof taskStatus>;
  /** 0-100. */
  readonly progress: number;
  /** What is being done now, for people. */
  readonly step: string;
  readonly requestedBy: UserId;
  /** The key of the request that began it: the same request again is the same task. */
  readonly requestKey?: string | undefined;
  /** What is to be read; gone when it was. */
  readonly file?: WaitingFile | undefined;
  /** Only this family knows of it: it is about what is theirs alone. */
  readonly onlyFamily?: FamilyId | undefined;
  /** The id of what came of it, e.g. the itinerary. */
  readonly result?: string | undefined;
  readonly error?: string | undefined;
  /** What was given up for it, by the organizer's word. */
  readonly giving?: readonly Relaxation[] | undefined;
  /** When nothing fitted: the smallest changes after which something does. */
  readonly changes?: readonly OfferedChange[] | undefined;
  /** What a poll is proposed for. */
  readonly poll?: PollRequest | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const tasks: Kind<Task> = {
  type: 'task',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('task'),
    _schema_version: z.number(),
    tripId: z.string(),
    kind: taskKind,
    status: taskStatus,
    progress: z.number(),
    step: z.string(),
    requestedBy: z.string(),
    requestKey: z.string().optional(),
    file: waitingFile.optional(),
    onlyFamily: z.string().optional(),
    result: z.string().optional(),
    error: z.string().optional(),
    giving: z.array(relaxation).optional(),
    changes: z.array(offeredChange).optional(),
    poll: pollRequest.optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
};
