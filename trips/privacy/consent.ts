import { z } from 'zod';
import type { Entity, Kind } from '../records.ts';

/** What somebody agreed to: the words they were shown, their version, what they said to it, and when. Partition: the person. */
export interface Consent extends Entity {
  readonly type: 'consent';
  /** `child`: that a child of theirs writes to the assistant. */
  readonly purpose: 'child';
  /** The member of their family it is about. */
  readonly about: string;
  readonly wording: string;
  readonly version: number;
  readonly said: string;
  readonly givenAt: string;
  /** Keyed hash of the code in the second message. */
  readonly code: string;
  /** When the second message was answered: before that it allows nothing. */
  readonly confirmedAt?: string | undefined;
  readonly withdrawnAt?: string | undefined;
}

export const consents: Kind<Consent> = {
  type: 'consent',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('consent'),
    _schema_version: z.number(),
    purpose: z.literal('child'),
    about: z.string(),
    wording: z.string(),
    version: z.int(),
    said: z.string(),
    givenAt: z.string(),
    code: z.string(),
    confirmedAt: z.string().optional(),
    withdrawnAt: z.string().optional(),
  }),
};

export const consentId = (memberId: string): string => `consent_child_${memberId}`;

/** Whether a consent allows anything now. */
export const isInForce = ({ confirmedAt, withdrawnAt }: Pick<Consent, 'confirmedAt' | 'withdrawnAt'>): boolean =>
  confirmedAt !== undefined && withdrawnAt === undefined;
