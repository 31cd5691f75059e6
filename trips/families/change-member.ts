import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin } from '../roles/permission.ts';
import { type AgeBand, ageBandOf, isMinor } from './age-band.ts';
import { type Family, families, type Member } from './family.ts';

/** What is said anew of a member; what is absent stays. An age in years replaces a band, and a band an age. */
export interface MemberChange {
  readonly name?: string | undefined;
  readonly age?: number | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly child?: boolean | undefined;
}

/** The member as the change leaves them: whether they are a child follows from the age unless it is said. */
export const changed = (member: Member, { name, age, ageBand, child }: MemberChange): Member => {
  const band = age === undefined ? ageBand : ageBandOf(age);
  return {
    ...member,
    ...(name !== undefined && { name: name.trim().slice(0, 60), unnamed: undefined }),
    ...(age !== undefined ? { age, ageBand: undefined } : ageBand !== undefined && { age: undefined, ageBand }),
    child: child ?? (band === undefined ? member.child : isMinor(band)),
  };
};

/** The one of a family who is called so. */
export const memberCalled = (members: readonly Member[], name: string): Member | undefined =>
  members.find((member) => member.name.toLowerCase() === name.trim().toLowerCase());

/**
 * Corrects what the admin's family says of a member. `duplicate` for a name another member has; `not-allowed` for the
 * name of somebody with an account, which is theirs to change; `stale` when `ifMatch` is no longer the family's etag.
 */
export const changeMember = (
  records: Records,
  { family: { id }, person }: FamilyAdmin,
  memberId: string,
  change: MemberChange,
  ifMatch?: string,
): Promise<Outcome<{ family: Family; member: Member; etag: string }>> =>
  retrying(async () => {
    const family = await records.read(families, id, id);
    const member = family?.members.find((one) => one.id === memberId);
    if (!family || !member) return rejected('not-found');
    if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
    const next = changed(member, change);
    if (next.name === '') return rejected('invalid', 'a person needs a name');
    if (next.name !== member.name && member.userId !== undefined) {
      const whose =
        member.userId === person.id
          ? 'you change your own name with CALL ME'
          : `${member.name} has an account and changes that name alone`;
      return rejected('not-allowed', whose);
    }
    const same = memberCalled(family.members, next.name);
    if (same && same.id !== memberId) return rejected('duplicate', `${same.name} is in the family already`);
    const said: Family = { ...family, members: family.members.map((one) => (one.id === memberId ? next : one)) };
    const commit = await records.commit(id, [{ put: said, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    return { ok: true as const, family: said, member: next, etag: commit.etags[0] ?? '' };
  });
