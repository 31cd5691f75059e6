import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Entity, Kind, Records, Stored } from '../../trips/records.ts';

/** Browsers of one conversation that are notified; one more takes the place of the oldest. */
export const MOST_BROWSERS = 5;

const bytes = (length: number) =>
  z.base64url().refine((text) => Buffer.from(text, 'base64url').length === length, { error: `${length} bytes` });

/** What a browser gives whoever may notify it. https://www.w3.org/TR/push-api/#pushsubscription-interface */
export const pushAddress = z.object({
  endpoint: z.url().max(1_000),
  /** Its public key (an uncompressed point of P-256) and its secret, for RFC 8291. */
  keys: z.object({ p256dh: bytes(65), auth: bytes(16) }),
});
export type PushAddress = Readonly<z.infer<typeof pushAddress>>;

/** A browser that asked to be notified of what comes in a web conversation. Partition: the conversation. */
export interface PushSubscription extends Entity, PushAddress {
  readonly type: 'push_subscription';
  readonly since: string;
}

export const pushSubscriptions: Kind<PushSubscription> = {
  type: 'push_subscription',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('push_subscription'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    endpoint: z.string(),
    keys: z.object({ p256dh: z.string(), auth: z.string() }),
    since: z.string(),
  }),
};

const idOf = (endpoint: string): string => `push_${hash('sha256', endpoint, 'base64url')}`;

/** Notifies this browser too of what comes in the conversation; asking again changes nothing. `at` is a UTC instant. */
export const subscribe = async (
  records: Records,
  conversationId: string,
  { endpoint, keys }: PushAddress,
  at: string,
  ttl: number,
): Promise<void> => {
  const id = idOf(endpoint);
  const others = (await records.list(pushSubscriptions, conversationId)).filter((one) => one.id !== id);
  const leaving = others.toSorted((a, b) => b.since.localeCompare(a.since)).slice(MOST_BROWSERS - 1);
  const asked: PushSubscription = {
    ...{ pk: conversationId, id, type: 'push_subscription', _schema_version: pushSubscriptions.version, ttl },
    ...{ endpoint, keys, since: at },
  };
  await records.commit(conversationId, [{ put: asked }, ...leaving.map((one) => ({ remove: one.id }))]);
};

/** Ends it; ending it again changes nothing. */
export const unsubscribe = async (records: Records, conversationId: string, endpoint: string): Promise<void> => {
  await records.commit(conversationId, [{ remove: idOf(endpoint) }]);
};

/** The browsers that are notified of what comes in a conversation. */
export const subscribed = (records: Records, conversationId: string): Promise<readonly Stored<PushSubscription>[]> =>
  records.list(pushSubscriptions, conversationId);
