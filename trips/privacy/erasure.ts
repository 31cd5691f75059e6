import { hash } from 'node:crypto';
import { z } from 'zod';
import type { UserId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';
import type { Subject } from './subject.ts';

/** Seconds within which an erasure that was asked for must be confirmed. */
export const CONFIRM_SECONDS = 900;
/** Seconds a receipt is kept: three years, the usual time within which somebody may ask for it. */
export const RECEIPT_SECONDS = 3 * 365 * 86_400;

/** How many documents of each kind. */
export type Counts = Readonly<Record<string, number>>;

/**
 * An erasure from being asked for to its receipt. Partition: itself; its id is unguessable, and whoever has it may read
 * the receipt. Done, it holds nothing of the person: only counts, times and a seal.
 */
export interface Erasure extends Entity {
  readonly type: 'erasure';
  /** `asked`: waits for the person's second word; `confirmed`: under way, and taken up again after a crash. */
  readonly status: 'asked' | 'confirmed' | 'done';
  /** Whose data; gone when done. */
  readonly userId?: UserId | undefined;
  /** What was found to be theirs when it began, so that a crash in the middle forgets nothing; gone when done. */
  readonly subject?: Subject | undefined;
  readonly removed: Counts;
  readonly anonymised: Counts;
  readonly askedAt: string;
  readonly confirmedAt?: string | undefined;
  readonly doneAt?: string | undefined;
  /** SHA-256 of the receipt, and its keyed hash: nobody but this server can have made it. */
  readonly hash?: string | undefined;
  readonly seal?: string | undefined;
}

const counts = z.record(z.string(), z.int());

export const erasures: Kind<Erasure> = {
  type: 'erasure',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('erasure'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    dueAt: z.string().optional(),
    status: z.enum(['asked', 'confirmed', 'done']),
    userId: z.string().optional(),
    subject: z.custom<Subject>((value) => typeof value === 'object' && value !== null).optional(),
    removed: counts,
    anonymised: counts,
    askedAt: z.string(),
    confirmedAt: z.string().optional(),
    doneAt: z.string().optional(),
    hash: z.string().optional(),
    seal: z.string().optional(),
  }),
};

/** What a receipt says, in one order, so that its hash can be computed again by anybody. */
export const receiptOf = ({ id, confirmedAt, doneAt, removed, anonymised }: Erasure): object => ({
  id,
  confirmedAt,
  doneAt,
  removed: sorted(removed),
  anonymised: sorted(anonymised),
});

const sorted = (all: Counts): Counts => Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The receipt of an erasure that is over: nothing of the person, and sealed. */
export const finished = (records: Pick<Records, 'lookupKey'>, erasure: Erasure, doneAt: string): Erasure => {
  const { userId: _, subject: __, dueAt: ___, ...rest } = erasure;
  const done: Erasure = { ...rest, status: 'done', doneAt, ttl: RECEIPT_SECONDS };
  const digest = hash('sha256', JSON.stringify(receiptOf(done)), 'hex');
  return { ...done, hash: digest, seal: records.lookupKey(`erasure receipt ${digest}`) };
};

/** Whether a receipt is as it was made here. */
export const isGenuine = (records: Pick<Records, 'lookupKey'>, erasure: Erasure): boolean =>
  erasure.hash === hash('sha256', JSON.stringify(receiptOf(erasure)), 'hex') &&
  erasure.seal === records.lookupKey(`erasure receipt ${erasure.hash}`);
