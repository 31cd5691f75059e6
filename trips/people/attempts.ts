import { z } from 'zod';
import { type Clock, instant } from '../clock.ts';
import { type Entity, type Kind, type Records, retrying } from '../records.ts';

/** Wrong codes somebody may say within {@link WINDOW_MINUTES} before no code of theirs is looked at. */
export const MAX_WRONG = 8;
export const WINDOW_MINUTES = 15;

/** Wrong codes said from one address, or by one person. Partition: itself. */
export interface WrongCodes extends Entity {
  readonly type: 'wrong_codes';
  readonly at: readonly string[];
}

export const wrongCodes: Kind<WrongCodes> = {
  type: 'wrong_codes',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('wrong_codes'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    at: z.array(z.string()),
  }),
};

const idOf = (who: string): string => `wrong_codes_${who}`;
const windowStart = (clock: Clock): string => new Date(clock.now() - WINDOW_MINUTES * 60_000).toISOString();

/** Whether another code may be tried. `who` is the key of an address, or a user id. */
export const mayTry = async (records: Records, clock: Clock, who: string): Promise<boolean> => {
  const known = await records.read(wrongCodes, idOf(who), idOf(who));
  return (known?.at ?? []).filter((at) => at > windowStart(clock)).length < MAX_WRONG;
};

/** Notes that a code was wrong. */
export const wasWrong = (records: Records, clock: Clock, who: string): Promise<void> =>
  retrying(async () => {
    const id = idOf(who);
    const known = await records.read(wrongCodes, id, id);
    const at = [...(known?.at ?? []).filter((one) => one > windowStart(clock)), instant(clock)].slice(-MAX_WRONG);
    const next: WrongCodes = { pk: id, id, type: 'wrong_codes', _schema_version: 1, ttl: WINDOW_MINUTES * 60, at };
    const commit = await records.commit(id, [{ put: next, ifMatch: known?._etag, ifAbsent: known === undefined }]);
    return commit.ok ? undefined : 'conflict';
  });
