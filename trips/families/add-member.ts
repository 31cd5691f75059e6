import { newId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { changed, type MemberChange, memberCalled } from './change-member.ts';
import { type Family, families, MAX_MEMBERS, type Member } from './family.ts';

/** Adds a person to the admin's family. A name that is there already is the same person. */
export const addMember = (
  records: Records,
  { family: { id } }: FamilyAdmin,
  who: { readonly name: string } & MemberChange,
): Promise<Outcome<{ family: Family; member: Member }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    const known = memberCalled(family.members, who.name);
    if (known) return { ok: true as const, family, member: known };
    if (family.members.length >= MAX_MEMBERS) {
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    }
    const member = changed({ id: newId('member'), name: who.name, child: false }, who);
    const next: Family = { ...family, members: [...family.members, member] };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    await refreshSeats(records, next);
    return { ok: true as const, family: next, member };
  });
