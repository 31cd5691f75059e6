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

/** What a parent is shown. Any change of the words is a new version. */
export const CHILD_NOTICE = {
  version: 1,
  words: (name: string): string =>
    `${name} is under 13, so I need a parent's consent. I would keep ${name}'s name, age, wishes and what ${name} writes to me, for 90 days; I show it to no other family, to nobody else, and use it for this trip only. You can read all of it, erase it, and take your consent back at any time.`,
} as const;

/** Whether a consent allows anything now. */
export const isInForce = ({ confirmedAt, withdrawnAt }: Pick<Consent, 'confirmedAt' | 'withdrawnAt'>): boolean =>
  confirmedAt !== undefined && withdrawnAt === undefined;
