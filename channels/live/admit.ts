import { nameForOthers } from '../../trips/families/name-for-others.ts';
import type { FamilyId, UserId } from '../../trips/ids.ts';
import { whoseAddress } from '../../trips/people/addresses.ts';
import { people } from '../../trips/people/person.ts';
import type { Records } from '../../trips/records.ts';
import type { Tokens } from '../tokens.ts';

/** A person behind a live connection. */
export interface LivePerson {
  readonly userId: UserId;
  readonly name: string;
  /** Their own family and those they sit with in some trip. */
  readonly families: readonly FamilyId[];
}

/** The person a token speaks for: an API token, or the web-chat token of somebody with an account. */
export const whoListens = async (records: Records, tokens: Tokens, token: unknown): Promise<LivePerson | undefined> => {
  if (typeof token !== 'string' || token === '' || token.length > 4_096) return undefined;
  const userId = await userOf(records, tokens, token);
  const person = userId === undefined ? undefined : await records.read(people, userId, userId);
  if (!person || person.restrictedAt !== undefined) return undefined;
  return {
    userId: person.id,
    name: await nameForOthers(records, person),
    families: [...new Set([person.familyId, ...Object.values(person.seats ?? {})])],
  };
};

const userOf = async (records: Records, tokens: Tokens, token: string): Promise<UserId | undefined> => {
  const api = await tokens.verifyApi(token);
  if (api.ok) return api.claims.userId;
  const web = await tokens.verifyWeb('web', token);
  if (!web.ok) return undefined;
  return web.claims.userId ?? (await whoseAddress(records, { door: 'web', value: web.claims.user }))?.id;
};
