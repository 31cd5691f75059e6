import { z } from 'zod';
import type { UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';
import { type Fact, fact, type OutboxFact } from './fact.ts';
import { type Door, door } from './listener.ts';

/** One fact on its way to one conversation. Written before the message is sent, so that a crash between is seen. Partition: the trip. */
export interface Delivery extends Entity {
  readonly type: 'delivery';
  /**
   * `held`: waits for the reader's quiet hours or digest; `sending`: begun and not known to have ended; `failed`: known
   * not to have arrived; `unknown`: nobody can tell, never sent again.
   */
  readonly status: 'held' | 'sending' | 'sent' | 'failed' | 'refused' | 'unknown';
  readonly startedAt: string;
  /** Whom it was said to; absent in a group. */
  readonly userId?: UserId | undefined;
  readonly door?: Door | undefined;
  /** The kind of fact. */
  readonly about?: Fact['kind'] | undefined;
  /** The first words of what was said. */
  readonly text?: string | undefined;
  readonly why?: string | undefined;
}

export const deliveries: Kind<Delivery> = {
  type: 'delivery',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('delivery'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    status: z.enum(['held', 'sending', 'sent', 'failed', 'refused', 'unknown']),
    startedAt: z.string(),
    userId: z.string().optional(),
    door: door.optional(),
    about: z.custom<Fact['kind']>((value) => typeof value === 'string').optional(),
    text: z.string().optional(),
    why: z.string().optional(),
  }),
};

/** The note about one fact and one conversation, by its key. */
export const deliveryId = ({ id, heldFrom = id }: Pick<OutboxFact, 'id' | 'heldFrom'>, key: string): string =>
  `delivery_${heldFrom}_${key}`;

/** Where a poll's card stands in one conversation, so that the count there can be brought up to date. Partition: the trip. */
export interface PostedCard extends Entity {
  readonly type: 'posted_card';
  readonly pollId: string;
  /** The door's id of the message. */
  readonly messageId: string;
}

export const postedCards: Kind<PostedCard> = {
  type: 'posted_card',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('posted_card'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    pollId: z.string(),
    messageId: z.string(),
  }),
};

/** Seconds a delivery and a posted card are remembered. */
export const DELIVERY_TTL_S = 60 * 86_400;

/** A fact that could not be told, kept with its reason. Partition: the trip. */
export interface DeadFact extends Entity {
  readonly type: 'dead_fact';
  readonly fact: OutboxFact['fact'];
  readonly reason: string;
  readonly diedAt: string;
}

export const deadFacts: Kind<DeadFact> = {
  type: 'dead_fact',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('dead_fact'),
    _schema_version: z.number(),
    fact,
    reason: z.string(),
    diedAt: z.string(),
  }),
};

/** The card of a poll in a conversation: the newest message that shows it. */
export const postedCard = (tripId: string, pollId: string, conversation: string, messageId: string): PostedCard => ({
  pk: tripId,
  id: postedCardId(pollId, conversation),
  type: 'posted_card',
  _schema_version: 1,
  ttl: DELIVERY_TTL_S,
  pollId,
  messageId,
});

export const postedCardId = (pollId: string, conversation: string): string => `posted_${pollId}_${conversation}`;
