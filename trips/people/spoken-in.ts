import { z } from 'zod';
import type { UserId } from '../ids.ts';
import { type Door, door } from '../notifications/listener.ts';
import type { Change, Entity, Kind, Records } from '../records.ts';
import type { Address, Person } from './person.ts';

/** That a person has spoken in a conversation: by this all they said can be found again, to be given to them or erased. Partition: the person. */
export interface SpokenIn extends Entity {
  readonly type: 'spoken_in';
  readonly door: Door;
  /** The conversation's id at its door, and its key across doors. */
  readonly conversation: string;
  readonly key: string;
  readonly group: boolean;
}

export const spokenIn: Kind<SpokenIn> = {
  type: 'spoken_in',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('spoken_in'),
    _schema_version: z.number(),
    door,
    conversation: z.string(),
    key: z.string(),
    group: z.boolean(),
  }),
};

/** The change that remembers it; repeating it changes nothing. */
export const speaks = (
  userId: UserId,
  { door: at, conversation, key, group }: Pick<SpokenIn, 'door' | 'conversation' | 'key' | 'group'>,
): Change => {
  const entity: SpokenIn = {
    pk: userId,
    id: `spoken_${key}`,
    type: 'spoken_in',
    _schema_version: 1,
    door: at,
    conversation,
    key,
    group,
  };
  return { put: entity };
};

/** Every address that a person's consent is kept for: their own, and the chats besides in which their phone has spoken (WhatsApp). */
export const agreedAt = async (
  records: Pick<Records, 'list'>,
  { id, addresses, mergedFrom = [] }: Pick<Person, 'id' | 'addresses' | 'mergedFrom'>,
): Promise<readonly Address[]> => {
  const spoken = (await Promise.all([id, ...mergedFrom].map((who) => records.list(spokenIn, who)))).flat();
  const known = new Set(addresses.map(({ door: at, value }) => `${at} ${value}`));
  const chats = spoken
    .filter(({ door: at, conversation }) => at === 'sms' && !known.has(`sms ${conversation}`))
    .map(({ conversation }) => conversation);
  return [...addresses, ...[...new Set(chats)].map((value): Address => ({ door: 'sms', value }))];
};
