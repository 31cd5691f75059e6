import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { type EmergencyContact, type Family, families, MAX_EMERGENCY_CONTACTS } from './family.ts';

/** Replaces whom to call for the family in an emergency. `stale` when `ifMatch` is no longer the family's etag. */
export const setEmergencyContacts = (
  records: Records,
  { family: { id } }: FamilyAdmin,
  contacts: readonly EmergencyContact[],
  ifMatch?: string,
): Promise<Outcome<{ family: Family; etag: string }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
    if (contacts.length > MAX_EMERGENCY_CONTACTS) {
      return rejected('too-many', `a family names ${MAX_EMERGENCY_CONTACTS} emergency contacts at most`);
    }
    const next: Family = { ...family, emergencyContacts: contacts };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, family: next, etag: commit.etags[0] ?? '' } : 'conflict';
  });
