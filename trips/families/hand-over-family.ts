import type { Clock } from '../clock.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { type Family, families, type Member } from './family.ts';
import { tellFamily } from './tell-family.ts';

/**
 * Lets another grown member with an account speak for the family from now on: their vote is the family's. `stale` when
 * `ifMatch` is no longer the family's etag.
 */
export const handOverFamily = (
  records: Records,
  clock: Clock,
  { family: { id }, person }: FamilyAdmin,
  memberId: string,
  { ifMatch, heardIn }: { readonly ifMatch?: string | undefined; readonly heardIn?: string | undefined } = {},
): Promise<Outcome<{ family: Family; member: Member }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    const member = family?.members.find((one) => one.id === memberId);
    if (!family || !member) return rejected('not-found');
    if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
    if (member.userId === undefined) return rejected('wrong-status', `${member.name} has not joined with a code yet`);
    if (member.child) return rejected('not-allowed', 'a grown-up speaks for the family');
    if (family.adminId === member.userId) return { ok: true as const, family, member };
    // Somebody else has become the admin since the permission was given.
    if (family.adminId !== person.id) return rejected('stale');
    const next: Family = { ...family, adminId: member.userId };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    await refreshSeats(records, next);
    await tellFamily(records, clock, { kind: 'family-admin', familyId: id, userId: member.userId }, heardIn);
    return { ok: true as const, family: next, member };
  });
