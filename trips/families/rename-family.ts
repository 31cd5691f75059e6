import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { type Family, families } from './family.ts';

/** What a family is to be called: `the Silva family` and `Silva` are the same name. Empty when nothing is left. */
export const tidyFamilyName = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .replace(/(^|\s+)family$/i, '')
    .slice(0, 60);

/** Calls the admin's family by another name, in its trips too. `stale` when `ifMatch` is no longer the family's etag. */
export const renameFamily = (
  records: Records,
  { family: { id } }: FamilyAdmin,
  name: string,
  ifMatch?: string,
): Promise<Outcome<{ family: Family; etag: string }>> =>
  retrying(async () => {
    const tidy = tidyFamilyName(name);
    if (tidy === '') return rejected('invalid', 'a family needs a name');
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
    const next: Family = { ...family, name: tidy };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    await refreshSeats(records, next);
    return { ok: true as const, family: next, etag: commit.etags[0] ?? '' };
  });
