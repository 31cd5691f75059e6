import { hash } from 'node:crypto';
import type { Records } from '../../trips/records.ts';
import { markerId, type WebConversation, type WebDelivery, webDeliveries } from './conversation-documents.ts';

/** Characters of a key's hash: 84 bits. */
const HASH = 14;
/** Characters of keys a conversation's own document holds at most, about sixty keys; then the older half is set aside. */
const HELD = 1_200;
/** Conversations whose keys set aside are remembered. */
const REMEMBERED = 1_000;

/** Of a conversation: the keys used lately, `<hash>.<number> …` (base 36), and how many documents hold the earlier ones. */
export type HeldKeys = Pick<WebConversation, 'keys' | 'aside'>;

const nameOf = (key: string): string => hash('sha256', key, 'base64url').slice(0, HASH);

/** The number that a key led to, in a text of keys. */
const numberIn = (keys: string, name: string): number | undefined => {
  const at = keys.indexOf(`${name}.`);
  return at < 0 ? undefined : Number.parseInt(keys.slice(at + HASH + 1), 36);
};

/** The keys with one more; `setAside` is a document to write in the same commit. */
export const withKey = (
  { keys, aside = 0 }: HeldKeys,
  key: string,
  sequence: number,
  kept: Pick<WebDelivery, 'pk' | 'ttl'>,
): { readonly held: HeldKeys; readonly setAside?: WebDelivery } => {
  const all = `${keys === undefined ? '' : `${keys} `}${nameOf(key)}.${sequence.toString(36)}`;
  if (all.length <= HELD) return { held: { keys: all, ...(aside > 0 && { aside }) } };
  const cut = all.indexOf(' ', HELD / 2);
  const setAside: WebDelivery = {
    ...kept,
    ...{ id: `keys_${aside + 1}`, type: 'web_delivery', _schema_version: webDeliveries.version },
    ...{ sequence, keys: all.slice(0, cut) },
  };
  return { held: { keys: all.slice(cut + 1), aside: aside + 1 }, setAside };
};

/** Looks a key up among all that a conversation has ever seen; resolves with the number it led to. */
export type UsedKeys = (conversation: WebConversation, key: string) => Promise<number | undefined>;

export const usedKeys = (records: Records): UsedKeys => {
  const earlier = new Map<string, { readonly documents: number; readonly keys: string }>();

  const setAside = async ({ pk, aside = 0 }: WebConversation): Promise<string> => {
    if (aside === 0) return '';
    const known = earlier.get(pk);
    if (known?.documents === aside) return known.keys;
    const keys = (await records.list(webDeliveries, pk)).flatMap((delivery) => delivery.keys ?? []).join(' ');
    if (earlier.size >= REMEMBERED) earlier.clear();
    earlier.set(pk, { documents: aside, keys });
    return keys;
  };

  return async (conversation, key) => {
    const name = nameOf(key);
    const sequence = numberIn(conversation.keys ?? '', name) ?? numberIn(await setAside(conversation), name);
    if (sequence !== undefined) return sequence;
    if (!conversation.marked) return undefined;
    return (await records.read(webDeliveries, conversation.pk, markerId(key)))?.sequence;
  };
};
