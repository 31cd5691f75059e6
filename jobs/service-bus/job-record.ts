import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Entity, Kind } from '../../trips/records.ts';

/**
 * What is known of a job whose turn Service Bus announces. The record decides: a message only says that a job may be due.
 * Partition: itself.
 */
export interface JobRecord extends Entity {
  readonly type: 'job';
  readonly kind: string;
  readonly key: string;
  readonly payload?: unknown;
  readonly state: 'waiting' | 'leased' | 'done' | 'dead';
  readonly attempts: number;
  /** Milliseconds since the epoch: when a waiting job is due, and when the lease of a leased one ends. */
  readonly availableAt: number;
  /** Names the one message that announces the job now; any other is stale. */
  readonly ticket: string;
  /** That message is known to have reached the broker. */
  readonly sent: boolean;
  readonly lease?: string | undefined;
  readonly reason?: string | undefined;
  readonly settledAt?: number | undefined;
  /** It is announced in the queue of what can wait. */
  readonly later?: boolean | undefined;
  readonly line?: string | undefined;
  readonly checkpoint?: unknown;
}

export const jobRecords: Kind<JobRecord> = {
  type: 'job',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('job'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    kind: z.string(),
    key: z.string(),
    payload: z.unknown().optional(),
    state: z.enum(['waiting', 'leased', 'done', 'dead']),
    attempts: z.int(),
    availableAt: z.number(),
    ticket: z.string(),
    sent: z.boolean(),
    lease: z.string().optional(),
    reason: z.string().optional(),
    settledAt: z.number().optional(),
    later: z.boolean().optional(),
    line: z.string().optional(),
    checkpoint: z.unknown().optional(),
  }),
};

/** Jobs that are to be done one after the other, by their ids in the order they came. Partition: itself. */
export interface JobLine extends Entity {
  readonly type: 'job_line';
  readonly jobs: readonly string[];
}

export const jobLines: Kind<JobLine> = {
  type: 'job_line',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('job_line'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    jobs: z.array(z.string()),
  }),
};

/** The document of a line of this name. */
export const lineId = (line: string): string => `job_line_${hash('sha256', line, 'base64url')}`;

/** The same for the same kind and key, so that a repeated job finds the first. */
export const jobId = (kind: string, key: string): string => `job_${hash('sha256', `${kind}\u0000${key}`, 'base64url')}`;
