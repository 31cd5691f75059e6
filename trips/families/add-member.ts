import { newId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { type Family, families, MAX_MEMBERS, type Member } from './family.ts';

/** Adds a person to the admin's family. A name that is there already is the same person. */
export const addMember = (
  records: Records,
  { family: { id } }: FamilyAdmin,
  who: { readonly name: string; readonly age?: number | undefined; readonly child?: boolean | undefined },
): Promise<Outcome<{ family: Family; member: Member }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    const known = family.members.find((member) => member.name.toLowerCase() === who.name.trim().toLowerCase());
    if (known) return { ok: true as const, family, member: known };
    if (family.members.length >= MAX_MEMBERS) {
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    }
    const member: Member = {
      id: newId('member'),
      name: who.name.trim().slice(0, 60),
      age: who.age,
      child: who.child ?? (who.age !== undefined && who.age < 18),
    };
    const next: Family = { ...family, members: [...family.members, member] };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    await refreshSeats(records, next);
    return { ok: true as const, family: next, member };
  });
