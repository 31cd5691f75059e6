import { z } from 'zod';
import type { UserId } from '../ids.ts';
import { type Recipient, recipient } from '../notifications/listener.ts';
import type { Entity, Kind, Records } from '../records.ts';

/** Minutes a link code works. */
export const LINK_MINUTES = 10;

/** A short code said in one channel and repeated in another: both are then one person. Partition: the code's hash. */
export interface LinkCode extends Entity {
  readonly type: 'link_code';
  /** Who asked for it. */
  readonly userId: UserId;
  /** Where it was said, to tell there how it ended. */
  readonly from?: Recipient | undefined;
  readonly expiresAt: string;
  /** Who repeated it: the key of their address, or their id. Set once. */
  readonly usedBy?: string | undefined;
}

export const linkCodes: Kind<LinkCode> = {
  type: 'link_code',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('link_code'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    userId: z.string(),
    from: recipient.optional(),
    expiresAt: z.string(),
    usedBy: z.string().optional(),
  }),
};

/** Which code a person has now: asking again ends the one before. Partition: the person. */
export interface CurrentLink extends Entity {
  readonly type: 'current_link';
  readonly linkId: string;
}

export const currentLinks: Kind<CurrentLink> = {
  type: 'current_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('current_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    linkId: z.string(),
  }),
};

/** Codes are kept as keyed hashes: whoever reads the store cannot use one. */
export const linkId = (records: Pick<Records, 'lookupKey'>, code: string): string =>
  `link_${records.lookupKey(`link ${code.trim().toUpperCase()}`)}`;
