import { hash } from 'node:crypto';
import type { Records } from '../../trips/records.ts';
import { markerId, type WebConversation, type WebDelivery, webDeliveries } from './conversation-documents.ts';

/** Characters of a key's hash: 84 bits. */
const HASH = 14;
/** Characters of keys a conversation's own document holds at most, about sixty keys; then the older half is set aside. */
const HELD = 1_200;
/** Keys set aside that are remembered, of all conversations together; about 100 bytes each. */
const REMEMBERED = 200_000;

/** Of a conversation: the keys used lately, `<hash>.<number> …` (base 36), and how many documents hold the earlier ones. */
export type HeldKeys = Pick<WebConversation, 'keys' | 'aside'>;

/** The id of the nth document of keys set aside. */
const asideId = (n: number): string => `keys_${n}`;

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
    ...{ id: asideId(aside + 1), type: 'web_delivery', _schema_version: webDeliveries.version },
    ...{ sequence, keys: all.slice(0, cut) },
  };
  return { held: { keys: all.slice(cut + 1), aside: aside + 1 }, setAside };
};

/** Looks a key up among all that a conversation has ever seen; resolves with the number it led to. */
export type UsedKeys = (conversation: WebConversation, key: string) => Promise<number | undefined>;

const NONE: ReadonlyMap<string, number> = new Map();

interface Earlier {
  /** How many documents these are from. */
  readonly documents: number;
  /** The number that each key led to, by the key's name: a long conversation has thousands, and every message asks. */
  readonly numbers: Map<string, number>;
}

export const usedKeys = (records: Records): UsedKeys => {
  const earlier = new Map<string, Earlier>();
  let remembered = 0;

  /** The keys set aside by documents after those that are known; all of them where none are. */
  const documentsAfter = async (pk: string, known: number, aside: number): Promise<readonly WebDelivery[]> => {
    if (known === 0) return records.list(webDeliveries, pk);
    const ids = Array.from({ length: aside - known }, (_, index) => asideId(known + 1 + index));
    const read = await Promise.all(ids.map((id) => records.read(webDeliveries, pk, id)));
    return read.filter((delivery) => delivery !== undefined);
  };

  const setAside = async ({ pk, aside = 0 }: WebConversation): Promise<ReadonlyMap<string, number>> => {
    if (aside === 0) return NONE;
    const known = earlier.get(pk);
    if (known?.documents === aside) return known.numbers;
    const { documents, numbers } = known && known.documents < aside ? known : { documents: 0, numbers: new Map() };
    const before = numbers.size;
    for (const { keys } of await documentsAfter(pk, documents, aside))
      for (const one of keys?.split(' ') ?? [])
        numbers.set(one.slice(0, HASH), Number.parseInt(one.slice(HASH + 1), 36));
    remembered += numbers.size - before;
    if (remembered > REMEMBERED) {
      earlier.clear();
      remembered = numbers.size;
    }
    earlier.set(pk, { documents: aside, numbers });
    return numbers;
  };

  return async (conversation, key) => {
    const name = nameOf(key);
    const sequence = numberIn(conversation.keys ?? '', name) ?? (await setAside(conversation)).get(name);
    if (sequence !== undefined) return sequence;
    if (!conversation.marked) return undefined;
    return (await records.read(webDeliveries, conversation.pk, markerId(key)))?.sequence;
  };
};
