import { z } from 'zod';
import type { UserId } from '../ids.ts';
import type { Entity, Kind, Records, Stored } from '../records.ts';
import { type Person, people } from './person.ts';

/** That an account went up in another one. Partition: the account that is gone. */
export interface MergedPerson extends Entity {
  readonly type: 'merged_user';
  readonly into: UserId;
  readonly at: string;
}

export const mergedPeople: Kind<MergedPerson> = {
  type: 'merged_user',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('merged_user'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    into: z.string(),
    at: z.string(),
  }),
};

export const MERGED_ID = 'merged';
/** Seconds for which the old id leads to the new account: longer than any conversation remembers it. */
export const MERGED_TTL_S = 180 * 86_400;

/** Merges followed from one account to the next before an id is given up. */
const LONGEST_CHAIN = 8;

/** The person with this id, or the one whose account it went up in. */
export const personBehind = async (records: Records, userId: UserId): Promise<Stored<Person> | undefined> => {
  let id = userId;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const person = await records.read(people, id, id);
    if (person) return person;
    const merged = await records.read(mergedPeople, id, MERGED_ID);
    if (!merged) return undefined;
    id = merged.into;
  }
  return undefined;
};
