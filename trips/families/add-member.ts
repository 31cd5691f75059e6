import { newId } from '../ids.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { changed, type MemberChange, memberCalled } from './change-member.ts';
import { type Family, families, MAX_MEMBERS, type Member } from './family.ts';

/** Whether a member who was only counted ("2 adults, kids 4 and 9") is the one who is named now. */
const isStandIn = (one: Member, { child, age }: Member): boolean =>
  one.unnamed === true && one.child === child && (!child || one.age === undefined || one.age === age);

/**
 * Adds a person to the admin's family. A name that is there already is the same person, and somebody who was only counted
 * so far is the one who is named now, unless somebody `besides` those is meant.
 */
export const addMember = (
  records: Records,
  { family: { id } }: FamilyAdmin,
  { besides, ...who }: { readonly name: string; readonly besides?: boolean | undefined } & MemberChange,
): Promise<Outcome<{ family: Family; member: Member }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    if (!family) return rejected('not-found');
    const known = memberCalled(family.members, who.name);
    if (known) return { ok: true as const, family, member: known };
    const added = changed({ id: newId('member'), name: who.name, child: false }, who);
    const unnamed = besides ? undefined : family.members.find((one) => isStandIn(one, added));
    if (!unnamed && family.members.length >= MAX_MEMBERS) {
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    }
    const member = unnamed ? { ...added, id: unnamed.id } : added;
    const next: Family = { ...family, members: [...family.members.filter((one) => one !== unnamed), member] };
    const commit = await records.commit(id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    await refreshSeats(records, next);
    return { ok: true as const, family: next, member };
  });
